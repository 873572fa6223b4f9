import Documents
import Linter
import System
import Workers

/// Rule files of the user on disk.
enum RuleFiles {
  private static let limit = 16 << 20

  /// Reads rule files, and the `.toml` files of folders in the order of their names.
  ///
  /// - Throws: `CommandError` for what cannot be read.
  static func sources(_ paths: [String], in files: SettingsFiles) throws(CommandError) -> [Source] {
    var sources: [Source] = []
    for path in paths {
      guard let isFolder = try files.isFolder(path) else {
        throw CommandError(message: "\(path): no such rule file or folder")
      }
      guard isFolder else {
        sources.append(try files.source(path, limit: limit))
        continue
      }
      let names = try files.names(inFolder: path).filter { $0.hasSuffix(".toml") }
      if names.isEmpty { throw CommandError(message: "\(path): the folder holds no .toml rule file") }
      let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
      for name in names.sorted() { sources.append(try files.source("\(folder)/\(name)", limit: limit)) }
    }
    return sources
  }
}
