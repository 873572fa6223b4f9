import Documents
import Git
import System
import Text
import Workers

/// The files that the commands of a script may name: those of its repository, or of the current folder where there is none.
///
/// A stranger's script must not make us read other files of this machine.
struct ScriptSurroundings: Sendable {
  private let files: ConfinedFolder
  private let current: String

  /// - Parameter path: of the script, from the current folder.
  init(script path: String, currentFolder: String) {
    current = currentFolder
    let folder = FilePath.folder(of: Self.absolute(path, currentFolder))
    let top = Repository.find(at: folder)?.topLevel
    files = ConfinedFolder(top ?? (FilePath.isPath(folder, inOrBelow: currentFolder) ? currentFolder : folder))
  }

  /// - Throws: `CommandError` for a file that cannot be read, or is somewhere else.
  func source(_ path: String) throws(CommandError) -> Source {
    let absolute = Self.absolute(path, current)
    let relative = FilePath.isPath(absolute, inOrBelow: files.path) ? FilePath.relative(absolute, to: files.path) : "/"
    do {
      return Source(path: path, bytes: try files.bytes(relative, named: path, limit: NamedFile.sizeLimit))
    } catch {
      throw CommandError(message: "\(path): \(error.reason)")
    }
  }

  private static func absolute(_ path: String, _ current: String) -> String {
    let full = path.hasPrefix("/") ? path : "\(current)/\(path)"
    return FilePath.resolve(String(full.drop { $0 == "/" }), from: "").map { "/" + $0 } ?? full
  }
}
