import Documents
import Linter
import System
import Text
import Workers

/// Where the baseline of a folder is kept, and reading it.
struct BaselineFile {
  /// As the system takes it.
  let path: String
  /// Whether somebody asked for this file, so that it must exist.
  let isNamed: Bool

  /// The file named by `--baseline`, by `PADDOCK_BASELINE` or in `paddock.toml`, else the nearest `paddock.baseline` at
  /// or above the paths checked; where there is none, one in the folder that holds the paths.
  ///
  /// - Throws: `CommandError` when `paddock.toml` names one outside of the repository.
  init(
    option: String?,
    console: Console,
    settings: Settings,
    settingsFiles: SettingsFiles?,
    target: CheckTarget
  ) throws(CommandError) {
    if let named = option ?? console.variable("PADDOCK_BASELINE") {
      (path, isNamed) = (named, true)
    } else if let named = settings.baselinePath, let settingsFiles {
      (path, isNamed) = (try settingsFiles.systemPath(named), true)
    } else {
      let places = target.foldersUpward.map { FilePath.join($0, Baseline.fileName) }
      let found = places.first { FileStatus.isTaken("\(target.root)/\($0)") }
      if let found {
        // A link in a repository leads nowhere else.
        (path, isNamed) = (try SettingsFiles.inside(target.files, folder: "").systemPath(found), false)
      } else {
        (path, isNamed) = ("\(target.folder)/\(Baseline.fileName)", false)
      }
    }
  }

  /// The file, to be written.
  func output() throws(CommandError) -> OutputFile { try OutputFile(path, what: "the baseline") }

  /// - Throws: `CommandError` for a file that cannot be read, `FileErrors` for lines that are no entries.
  func read() throws -> Baseline? {
    if !FileStatus.exists(path) {
      guard isNamed else { return nil }
      throw CommandError(message: "\(path): no such baseline; `paddock baseline create` writes one")
    }
    return try Baseline(try NamedFile.read(path))
  }
}
