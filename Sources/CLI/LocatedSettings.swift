import Documents
import Git
import Linter
import System
import Text
import Workers

/// The `paddock.toml` that counts for what is checked.
struct LocatedSettings {
  let source: Source
  /// The folder the file lies in, absolute.
  let folder: String
  /// The folder checked as seen from there.
  let prefix: String

  /// The file named, else the nearest one at or above the folder checked, up to the top of its repository.
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
      return LocatedSettings(source: source, folder: FilePath.folder(of: full), prefix: "")
    }
    let top = target.repository?.topLevel ?? target.folder
    var folder = target.folder
    while true {
      let path = "\(folder)/\(SettingsFile.name)"
      if FileStatus.isTaken(path) {
        let prefix = target.folder == folder ? "" : String(target.folder.dropFirst(folder.count + 1))
        return LocatedSettings(
          source: try NamedFile.read(path, named: SettingsFile.name, limit: limit),
          folder: folder,
          prefix: prefix
        )
      }
      let parent = FilePath.folder(of: folder)
      if folder == top || parent.isEmpty || parent == folder { return nil }
      folder = parent
    }
  }

  private static let limit = 16 << 20
}
