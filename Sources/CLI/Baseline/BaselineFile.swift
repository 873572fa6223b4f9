import Documents
import Linter
import System
import Workers

/// Where the baseline of a folder is kept, and reading it.
struct BaselineFile {
  /// As the system takes it.
  let path: String
  /// Whether somebody asked for this file, so that it must exist.
  let isNamed: Bool

  /// The file named by `--baseline`, by `PADDOCK_BASELINE` or in `paddock.toml`, else `paddock.baseline` in the folder
  /// checked.
  init(
    option: String?,
    console: Console,
    settings: Settings,
    settingsFolder: String?,
    target: CheckTarget
  ) {
    if let named = option ?? console.variable("PADDOCK_BASELINE") {
      (path, isNamed) = (named, true)
    } else if let named = settings.baselinePath, let settingsFolder {
      (path, isNamed) = (named.hasPrefix("/") ? named : "\(settingsFolder)/\(named)", true)
    } else {
      (path, isNamed) = ("\(target.folder)/\(Baseline.fileName)", false)
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
