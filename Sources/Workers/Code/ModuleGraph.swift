import Documents
import Text

/// The program files that a Worker's `main` module imports, directly or through others, as far as they lie in the folder
/// checked.
package struct ModuleGraph: Sendable {
  package let modules: [CodeModule]
  /// Whether every import but those of packages leads to a module here, and every module could be read.
  package let isComplete: Bool
  /// Whether code from packages runs in the Worker, too.
  package let usesPackages: Bool

  /// Larger files are not written by people.
  private static let sizeLimit = 1 << 20

  /// - Parameter main: the path of the `main` module, from the folder checked.
  ///
  /// `nil` when it is not among the files, or is no JavaScript or TypeScript.
  package init?(of main: String, in tree: FileTree) {
    guard Self.isCode(main), tree.contains(main) else { return nil }
    var found: [CodeModule] = []
    var isComplete = true
    var usesPackages = false
    var seen: Set<String> = [main]
    var waiting = [main]
    while let path = waiting.popLast() {
      guard let bytes = try? tree.read(path), bytes.count <= Self.sizeLimit else {
        isComplete = false
        continue
      }
      let module = CodeModule(source: Source(path: path, bytes: bytes))
      if !module.code.isClear { isComplete = false }
      found.append(module)
      for imported in module.imports {
        switch Self.target(of: imported, from: path, in: tree) {
        case .module(let target): if seen.insert(target).inserted { waiting.append(target) }
        case .package: usesPackages = true
        case .data, .runtime: break
        case .unknown: isComplete = false
        }
      }
    }
    modules = found.sorted { $0.source.path < $1.source.path }
    self.isComplete = isComplete
    self.usesPackages = usesPackages
  }

  // MARK: Imports

  private enum Target {
    case module(String)
    /// A file that holds no code.
    case data
    /// What the runtime brings along.
    case runtime
    case package
    case unknown
  }

  private static let codeSuffixes = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"]

  static func isCode(_ path: String) -> Bool {
    codeSuffixes.contains { path.hasSuffix($0) } && !path.hasSuffix(".d.ts")
  }

  private static func target(of imported: ModuleImport, from path: String, in tree: FileTree) -> Target {
    guard let specifier = imported.specifier else { return .unknown }
    if specifier.hasPrefix("cloudflare:") || specifier.hasPrefix("node:") { return .runtime }
    guard specifier.hasPrefix("./") || specifier.hasPrefix("../") || specifier == "." || specifier == ".." else {
      // `@/lib`, `~/lib` and `#lib` are names that a project gives its own folders.
      let isAlias =
        specifier.hasPrefix("@/") || specifier.hasPrefix("~") || specifier.hasPrefix("#")
        || specifier.hasPrefix("/")
      return isAlias ? .unknown : .package
    }
    let written = String(specifier.prefix { $0 != "?" })
    guard let resolved = FilePath.resolve(written, from: FilePath.folder(of: path)) else { return .unknown }
    if let found = candidates(for: resolved).first(where: tree.contains) {
      return isCode(found) ? .module(found) : .data
    }
    return .unknown
  }

  /// The files that a bundler tries for a path without, or with another, suffix.
  private static func candidates(for path: String) -> [String] {
    var paths = [path]
    // TypeScript is imported by the name of what it is compiled to.
    for (written, meant) in [(".js", [".ts", ".tsx"]), (".mjs", [".mts"]), (".cjs", [".cts"]), (".jsx", [".tsx"])]
    where path.hasSuffix(written) {
      paths += meant.map { path.dropLast(written.count) + $0 }
    }
    return paths + codeSuffixes.map { path + $0 } + codeSuffixes.map { FilePath.join(path, "index" + $0) }
  }
}

/// What a module may import to get at the environment without being given it.
enum RuntimeModule {
  static let workers = "cloudflare:workers"
  static let process: Set<String> = ["node:process", "process"]
}
