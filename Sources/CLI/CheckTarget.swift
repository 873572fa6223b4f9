import Git
import Linter
import Reports
import System
import Text
import Workers

/// What to check, from the paths on the command line.
///
/// The paths say what is reported. What is known comes from everything around them: the run starts at the top of the
/// repository, so that the project, its secrets and its settings are those of a run without paths.
struct CheckTarget: Sendable {
  /// The top of the run, absolute; every path in a report is from here.
  ///
  /// The top of the repository that holds all the paths. Where there is none: the folder that holds them all, or one
  /// above: the nearest with a wrangler configuration or settings, or the current one.
  let root: String
  /// The files and folders to report on, from the top; empty: everything.
  let only: [String]
  /// The folder that holds all the paths, absolute; settings and baseline are looked for from here up to the top.
  let folder: String
  /// The repository that starts at the top.
  let repository: Repository?
  /// How paths of the run are shown to somebody in the current folder.
  let display: PathDisplay

  /// - Throws: `CommandError` for a path that does not exist.
  init(paths: [String], currentFolder: String) throws(CommandError) {
    var absolute: [(path: String, isFolder: Bool)] = []
    for path in paths.isEmpty ? ["."] : paths {
      absolute.append(try Self.absolute(path, currentFolder: currentFolder))
    }
    let folders = absolute.map { $0.isFolder ? $0.path : Self.parent(of: $0.path) }
    let common = folders.dropFirst().reduce(folders[0]) { Self.commonFolder($0, $1) }
    // A repository without a work tree has its history alone, whatever it is in.
    let isBare = Repository.bare(at: common) != nil
    let repository = isBare ? nil : Repository.find(at: common)
    let current = Self.normalized(currentFolder)
    let root = repository?.topLevel ?? (isBare ? common : Self.topWithoutRepository(of: common, current: current))
    let named = absolute.map { Self.relative($0.path, to: root) }
    self.root = root
    self.repository = repository
    only = named.contains("") ? [] : named
    folder = common
    display = PathDisplay(root: root, current: current)
  }

  /// The folder that holds all the paths, from the top.
  var folderFromRoot: String { Self.relative(folder, to: root) }

  /// The folders from the one that holds all the paths up to the top, from the top.
  var foldersUpward: [String] {
    var folders = [folderFromRoot]
    while let last = folders.last, !last.isEmpty { folders.append(FilePath.folder(of: last)) }
    return folders
  }

  /// Reads files that the repository brings along, and nothing outside of it.
  var files: ConfinedFolder { ConfinedFolder(root) }

  // MARK: Paths

  private static func absolute(
    _ path: String,
    currentFolder: String
  ) throws(CommandError) -> (path: String, isFolder: Bool) {
    let full = normalized(path.hasPrefix("/") ? path : "\(currentFolder)/\(path)")
    guard let isFolder = FileRead.isFolder(full) else {
      // A link whose target is gone is there all the same.
      if FileStatus.isTaken(full), Repository.find(at: parent(of: full)) != nil { return (full, false) }
      let isPattern = path.contains { "*?[{".contains($0) }
      let hint = isPattern ? "; no file matches the pattern, so the shell passed it on as it is" : ""
      throw CommandError(message: "\(path): no such file or folder\(hint)")
    }
    guard let status = try? FileStatus(of: full, followsLinks: false), status.kind == .symbolicLink else {
      return (full, isFolder)
    }
    // A link in a repository is looked at from that repository. Elsewhere it is the user's own way to a place.
    if Repository.find(at: parent(of: full)) != nil { return (full, false) }
    return (FileRead.resolvedPath(full) ?? full, isFolder)
  }

  private static func topWithoutRepository(of common: String, current: String) -> String {
    var folders = [common]
    if current != "/", FilePath.isPath(common, inOrBelow: current) { folders.append(current) }
    if let project = projectFolder(atOrAbove: common) { folders.append(project) }
    return folders.min { $0.utf8.count < $1.utf8.count } ?? common
  }

  /// The nearest folder that makes a project, below the home folder and the top of the file system.
  private static func projectFolder(atOrAbove folder: String) -> String? {
    let home = SystemEnvironment.read()["HOME"]
    let names = WranglerConfig.fileNames + [SettingsFile.name]
    var folder = folder
    while folder != "/", !folder.isEmpty, folder != home {
      if names.contains(where: { FileStatus.exists("\(folder)/\($0)") }) { return folder }
      folder = FilePath.folder(of: folder)
    }
    return nil
  }

  private static func relative(_ path: String, to folder: String) -> String {
    path == folder ? "" : String(path.dropFirst(folder == "/" ? 1 : folder.count + 1))
  }

  private static func parent(of path: String) -> String {
    let folder = FilePath.folder(of: path)
    return folder.isEmpty ? "/" : folder
  }

  /// Without `.`, `..` and doubled slashes; links are left alone.
  private static func normalized(_ path: String) -> String {
    "/" + (FilePath.resolve(String(path.drop { $0 == "/" }), from: "") ?? clamped(path))
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
