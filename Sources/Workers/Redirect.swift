package import Documents
import Text

extension Project {
  /// A pointer file that sends `wrangler deploy` to a generated configuration (docs/facts/wrangler.md §1.2).
  package struct Redirect: Sendable {
    package let pointer: Source
    package let document: ParsedDocument
    /// The path the pointer names, from the folder checked; `nil` when it names none or leaves the folder.
    package let targetPath: String?
    /// The generated configuration, when it could be read.
    package let target: WranglerConfig?
    /// The folder of the user's configuration.
    private let folder: String

    private static let path = ".wrangler/deploy/config.json"

    /// The pointer that counts for a folder: its own, or the nearest one above.
    init?(for folder: String, in tree: FileTree) {
      var place = folder
      while true {
        let path = FilePath.join(place, Self.path)
        if let bytes = try? tree.readAsStored(path) {
          self.init(Source(path: path, bytes: bytes), for: folder, in: tree)
          return
        }
        if place.isEmpty { return nil }
        place = FilePath.folder(of: place)
      }
    }

    private init(_ pointer: Source, for folder: String, in tree: FileTree) {
      self.pointer = pointer
      self.folder = folder
      document = JSONCParser.parse(pointer.bytes)
      targetPath = document.root["configPath"]?.string.flatMap {
        FilePath.resolve($0, from: FilePath.folder(of: pointer.path))
      }
      target = targetPath.flatMap { path in
        (try? tree.readAsStored(path)).map { WranglerConfig(source: Source(path: path, bytes: $0)) }
      }
    }

    /// The environment the generated configuration was built for; `nil` for the top level, and where it does not say.
    package var builtEnvironment: String? { target?.root["targetEnvironment"]?.string }

    /// Why wrangler stops when it follows the pointer, with the place; `nil` when it does not, as far as one can see.
    package var problem: (path: String, region: Region, message: String)? {
      let root = document.root
      if let error = document.errors.first {
        return (pointer.path, error.region, "the redirect cannot be read: \(error.message)")
      }
      guard let node = root["configPath"], let text = node.string, !text.isEmpty else {
        return (pointer.path, root.region, "the redirect names no `configPath`")
      }
      if pointer.path != FilePath.join(folder, Self.path) {
        let message = "the redirect in \(pointer.path) lies in another folder than \(folder)'s configuration"
        return (pointer.path, node.region, message)
      }
      // A target outside of the folder checked cannot be judged.
      guard targetPath != nil else { return nil }
      guard let target else {
        return (pointer.path, node.region, "the generated configuration \(text) does not exist")
      }
      if let error = target.document.errors.first {
        return (target.source.path, error.region, "the generated configuration cannot be read: \(error.message)")
      }
      return target.root.table?.member("env").map {
        (target.source.path, $0.keyRegion, "a generated configuration cannot have `env`")
      }
    }

    /// What shows that the generated configuration comes from an older one than the user's, with the place; `nil` when
    /// nothing does.
    ///
    /// A build keeps the file it has read and the environments of that file (docs/facts/wrangler.md §1.2). Its other
    /// settings say nothing: plug-ins of the build may change them.
    package func staleness(for config: WranglerConfig, besides others: [String]) -> (region: Region, message: String)? {
      guard problem == nil, let root = target?.root, config.document.errors.isEmpty else { return nil }
      let names = others.map(FilePath.name)
      if let node = root["userConfigPath"], let path = node.string {
        // An absolute path of the machine that has built.
        let name = path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? path
        if WranglerConfig.fileNames.contains(name), !names.contains(name) {
          return (node.region, "the generated configuration was built from \(name), which is not here any more")
        }
        // Built from a file that wrangler does not read, as the settings of a build may say.
        if name != FilePath.name(of: config.source.path) { return nil }
      }
      let defined = config.namedEnvironments.compactMap(\.name)
      guard let node = root["definedEnvironments"], let built = node.array?.compactMap(\.string) else { return nil }
      // One that the configuration did not have then either has got the settings of the top level.
      if let target = root["targetEnvironment"], let name = target.string, built.contains(name), !defined.contains(name)
      {
        let message =
          "the generated configuration was built for \(name), which the configuration does not have any more"
        return (target.region, message)
      }
      return defined.first { !built.contains($0) }.map {
        (node.region, "the generated configuration was built before the configuration had the environment \($0)")
      }
    }
  }
}
