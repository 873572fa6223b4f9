import DeployState
import Documents
import Linter
import System
import Text
import Workers

/// Where `state` commands find the configuration and the state.
struct StateSource {
  /// The folder of the project, as the user wrote it; "" for the current one.
  let folder: String

  /// The configuration wrangler would read in a folder; `nil` when there is none.
  ///
  /// - Throws: `CommandError` when it cannot be read.
  static func config(in folder: String) throws(CommandError) -> WranglerConfig? {
    for name in WranglerConfig.fileNames {
      let path = FilePath.join(folder, name)
      if FileStatus.isTaken(path) { return WranglerConfig(source: try NamedFile.read(path)) }
    }
    return nil
  }

  /// The state the user named, else the one in the folder; `nil` when there is none.
  func state(_ option: StateOption, console: Console) throws(CommandError) -> RecordedState? {
    if let named = try option.read(console: console) { return named }
    let path = FilePath.join(folder, SavedState.fileName)
    return FileStatus.isTaken(path) ? try StateOption.read(path) : nil
  }
}
