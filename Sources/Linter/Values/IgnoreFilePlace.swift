import Documents
import Text
import Workers

/// The `.gitignore` that a new line about a project belongs into.
struct IgnoreFilePlace: Sendable {
  let path: String
  private let bytes: [UInt8]

  /// The nearest ignore file at or above a folder; `nil` when its repository has none there.
  init?(nearestTo folder: String, in tree: FileTree) {
    let top = tree.repository(of: folder)
    var folder = folder
    while true {
      let path = FilePath.join(folder, ".gitignore")
      if tree.contains(path), let bytes = try? tree.readAsStored(path) {
        self.path = path
        self.bytes = bytes
        return
      }
      if folder == top || folder.isEmpty { return nil }
      folder = FilePath.folder(of: folder)
    }
  }

  /// The last line about one of some names, else the start of the file.
  func region(near names: [String]) -> Region {
    IgnoreFile(path: path, folder: "", bytes: bytes).patterns
      .last { pattern in !pattern.isNegated && names.contains { pattern.text.contains($0) } }?.region
      ?? Region(start: 0, end: 0)
  }

  /// Writes lines at the end of the file.
  func appending(_ lines: [String]) -> Fix.Edit {
    let needsBreak = bytes.last.map { $0 != UInt8(ascii: "\n") } ?? false
    return Fix.Edit(
      path: path,
      region: Region(start: bytes.count, end: bytes.count),
      replacement: (needsBreak ? "\n" : "") + lines.map { $0 + "\n" }.joined()
    )
  }
}

extension Project {
  /// Whether the configuration publishes files and has no program that could read a secret.
  var hasAssetsOnly: Bool {
    config.root["assets"] != nil && config.environments.allSatisfy { $0.section("main") == nil }
  }

  /// The names of local secret files this project has or may get one day (docs/facts/wrangler.md §11.3).
  var localSecretNames: [String] {
    let environments = config.namedEnvironments.compactMap(\.name).filter { name in
      !name.isEmpty && name.utf8.allSatisfy { $0.isASCIILetterOrDigit || "-_".utf8.contains($0) }
        // `.env.example` is a sample, whatever environment has that name.
        && DotenvFile.role(ofFileNamed: ".env.\(name)") != .example
    }
    let names = ["production"] + environments.filter { $0 != "production" }
    return [".dev.vars"] + names.map { ".dev.vars.\($0)" } + [".env", ".env.local"] + names.map { ".env.\($0)" }
  }
}

extension [String] {
  /// The elements as code spans in a list: "`a`, `b` and `c`"; of many the first ones.
  var inWords: String {
    let shown = prefix(4).map { "`\($0)`" }
    if count > 4 { return shown.joined(separator: ", ") + " and \(count - 4) more" }
    guard let last = shown.last, shown.count > 1 else { return shown.first ?? "" }
    return shown.dropLast().joined(separator: ", ") + " and " + last
  }
}
