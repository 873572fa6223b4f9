import Git
import System
import Text
import Workers

/// The folder to check, and which of its files and folders, from the paths on the command line.
struct CheckTarget: Sendable {
  /// The absolute path of the folder checked.
  let folder: String
  /// Files and folders below it to look at; empty: everything.
  let only: [String]
  /// What to put before a path in the text report, so that it works from the current folder: "", "sub/" or "/abs/".
  let displayRoot: String
  /// The repository that the folder lies in.
  let repository: Repository?

  /// - Throws: `CommandError` for a path that does not exist.
  init(paths: [String], currentFolder: String) throws(CommandError) {
    var absolute: [(path: String, isFolder: Bool)] = []
    for path in paths.isEmpty ? ["."] : paths {
      let full = Self.normalized(path.hasPrefix("/") ? path : "\(currentFolder)/\(path)")
      guard let isFolder = FileRead.isFolder(full) else {
        throw CommandError(message: "\(path): no such file or folder")
      }
      absolute.append((full, isFolder))
    }
    if absolute.count == 1, absolute[0].isFolder {
      folder = absolute[0].path
      only = []
    } else {
      let folders = absolute.map { $0.isFolder ? $0.path : Self.parent(of: $0.path) }
      let common = folders.dropFirst().reduce(folders[0]) { Self.commonFolder($0, $1) }
      folder = common
      only = absolute.map { $0.path == common ? "" : String($0.path.dropFirst(common == "/" ? 1 : common.count + 1)) }
    }
    repository = Repository.find(at: folder)
    let current = Self.normalized(currentFolder)
    if folder == current {
      displayRoot = ""
    } else if folder.hasPrefix(current == "/" ? "/" : current + "/") {
      displayRoot = String(folder.dropFirst(current == "/" ? 1 : current.count + 1)) + "/"
    } else {
      displayRoot = folder == "/" ? "/" : folder + "/"
    }
  }

  private static func parent(of path: String) -> String {
    let folder = FilePath.folder(of: path)
    return folder.isEmpty ? "/" : folder
  }

  /// Without `.`, `..` and doubled slashes; links are left alone.
  private static func normalized(_ path: String) -> String {
    "/" + (FilePath.resolve(String(path.drop { $0 == "/" }), from: "") ?? Self.clamped(path))
  }

  /// More `..` than there are folders ends at the top, as the system has it.
  private static func clamped(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  private static func commonFolder(_ left: String, _ right: String) -> String {
    let parts = zip(left.split(separator: "/"), right.split(separator: "/")).prefix { $0 == $1 }.map { String($0.0) }
    return "/" + parts.joined(separator: "/")
  }
}
