import Documents
import Linter
import System
import Workers

/// Rule files of the user on disk.
enum RuleFiles {
  /// Reads rule files, and the `.toml` files of folders in the order of their names.
  ///
  /// - Throws: `CommandError` for what cannot be read.
  static func sources(_ paths: [String], relativeTo folder: String) throws(CommandError) -> [Source] {
    var sources: [Source] = []
    for path in paths {
      let full = path.hasPrefix("/") ? path : "\(folder)/\(path)"
      guard let isFolder = FileRead.isFolder(full) else {
        throw CommandError(message: "\(path): no such rule file or folder")
      }
      guard isFolder else {
        sources.append(try NamedFile.read(full, named: path, limit: 16 << 20))
        continue
      }
      let names: [String]
      do {
        names = try FolderListing.entries(ofFolder: full, named: path).map(\.name).filter { $0.hasSuffix(".toml") }
      } catch {
        throw CommandError(message: "\(path): \(error.reason)")
      }
      if names.isEmpty { throw CommandError(message: "\(path): the folder holds no .toml rule file") }
      let shown = path.hasSuffix("/") ? String(path.dropLast()) : path
      for name in names.sorted() {
        sources.append(try NamedFile.read("\(full)/\(name)", named: "\(shown)/\(name)", limit: 16 << 20))
      }
    }
    return sources
  }
}
