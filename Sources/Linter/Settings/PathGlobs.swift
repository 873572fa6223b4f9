import Documents
import Text
import Workers

/// Path globs of `paddock.toml`, in the grammar of `.gitignore` and relative to the folder of that file.
package struct PathGlobs: Sendable {
  private let rules: IgnoreRules
  /// The folder the globs are relative to, from the top of the run.
  package var folder = ""

  package init(_ globs: [String]) {
    rules = IgnoreRules(files: [
      IgnoreFile(path: SettingsFile.name, folder: "", bytes: Array(globs.joined(separator: "\n").utf8))
    ])
  }

  /// Whether a path from the top of the run matches.
  package func contains(_ path: String, isDirectory: Bool = false) -> Bool {
    guard path != folder, FilePath.isPath(path, inOrBelow: folder) else { return false }
    let inside = FilePath.relative(path, to: folder)
    return rules.decision(forPath: inside, isDirectory: isDirectory)?.isIgnored ?? false
  }
}
