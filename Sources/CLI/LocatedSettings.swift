import Documents
import Git
import Linter
import Reports
import System
import Text
import Workers

/// The `paddock.toml` that counts for what is checked.
struct LocatedSettings {
  let source: Source
  /// Where the files are that it names.
  let files: SettingsFiles
  /// The folder that its path globs are relative to, from the top of the run.
  let folderFromRoot: String

  /// The file named, else the nearest one at or above the paths checked, up to the top of the run.
  ///
  /// - Parameter name: the value of `--config`.
  /// - Throws: `CommandError` when the file cannot be read.
  static func find(
    for target: CheckTarget,
    named name: String?,
    console: Console
  ) throws(CommandError) -> LocatedSettings? {
    if let name = name ?? console.variable("PADDOCK_CONFIG") {
      let source = try NamedFile.read(name, limit: limit)
      let full = name.hasPrefix("/") ? name : "\(try SystemEnvironment.currentFolder)/\(name)"
      return LocatedSettings(
        source: source,
        files: .anywhere(folder: FilePath.folder(of: full)),
        folderFromRoot: target.folderFromRoot
      )
    }
    let files = target.files
    for folder in target.foldersUpward {
      let path = FilePath.join(folder, SettingsFile.name)
      guard FileStatus.isTaken("\(target.root)/\(path)") else { continue }
      do {
        let bytes = try files.bytes(path, named: path, limit: limit)
        return LocatedSettings(
          source: Source(path: path, bytes: bytes),
          files: .inside(files, folder: folder),
          folderFromRoot: folder
        )
      } catch {
        throw CommandError(message: "\(target.display(path)): \(error.reason)")
      }
    }
    return nil
  }

  private static let limit = 16 << 20
}

/// Where the files are that settings name: rules and a baseline.
enum SettingsFiles {
  /// Anywhere, from a folder: somebody named the settings on the command line.
  case anywhere(folder: String)
  /// In the repository that brought the settings, from the folder they are in; a stranger's settings lead nowhere else.
  case inside(ConfinedFolder, folder: String)

  /// The path of a file as the system takes it, for one that is written.
  ///
  /// - Throws: `CommandError` when it leads outside.
  func systemPath(_ path: String) throws(CommandError) -> String {
    switch self {
    case .anywhere(let folder): return path.hasPrefix("/") ? path : "\(folder)/\(path)"
    case .inside(let files, let folder):
      let inside = try resolve(path, from: folder)
      if case .leadsOutside? = (Result { () throws(FileProblem) in try files.kind(of: inside) }).failure?.kind {
        throw Self.leadsOutside(path)
      }
      return "\(files.path)/\(inside)"
    }
  }

  /// Whether there is a folder, or anything else, at a path; `nil` when there is nothing.
  func isFolder(_ path: String) throws(CommandError) -> Bool? {
    switch self {
    case .anywhere: return FileRead.isFolder(try systemPath(path))
    case .inside(let files, let folder):
      do {
        return try files.kind(of: try resolve(path, from: folder)) == .folder
      } catch let error as FileProblem {
        if error.kind == .missing { return nil }
        throw CommandError(message: "\(path): \(error.reason)")
      } catch {
        throw Self.leadsOutside(path)
      }
    }
  }

  func names(inFolder path: String) throws(CommandError) -> [String] {
    do {
      switch self {
      case .anywhere: return try FolderListing.entries(ofFolder: try systemPath(path), named: path).map(\.name)
      case .inside(let files, let folder):
        return try files.entries(ofFolder: try resolve(path, from: folder)).map(\.name)
      }
    } catch let error as FileProblem {
      throw CommandError(message: "\(path): \(error.reason)")
    } catch {
      throw Self.leadsOutside(path)
    }
  }

  func source(_ path: String, limit: Int) throws(CommandError) -> Source {
    switch self {
    case .anywhere: return try NamedFile.read(try systemPath(path), named: path, limit: limit)
    case .inside(let files, let folder):
      let inside = try resolve(path, from: folder)
      do {
        return Source(path: path, bytes: try files.bytes(inside, named: path, limit: limit))
      } catch {
        throw CommandError(message: "\(path): \(error.reason)")
      }
    }
  }

  private func resolve(_ path: String, from folder: String) throws(CommandError) -> String {
    guard let inside = FilePath.resolve(path, from: folder) else { throw Self.leadsOutside(path) }
    return inside
  }

  private static func leadsOutside(_ path: String) -> CommandError {
    CommandError(
      message: "\(path): \(SettingsFile.name) names it, and it leads outside the repository; "
        + "settings named with --config may do that"
    )
  }
}

extension Result {
  fileprivate var failure: Failure? { if case .failure(let error) = self { error } else { nil } }
}
