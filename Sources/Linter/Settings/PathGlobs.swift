import Documents
import Text
import Workers

/// Path globs of `paddock.toml`, in the grammar of `.gitignore` and relative to the folder of that file.
package struct PathGlobs: Sendable {
  private let rules: IgnoreRules
  /// The folder checked as seen from the folder of the settings; "" when they are the same.
  package var prefix = ""

  package init(_ globs: [String]) {
    rules = IgnoreRules(files: [
      IgnoreFile(path: SettingsFile.name, folder: "", bytes: Array(globs.joined(separator: "\n").utf8))
    ])
  }

  /// Whether a path from the folder checked matches.
  package func contains(_ path: String, isDirectory: Bool = false) -> Bool {
    rules.decision(forPath: FilePath.join(prefix, path), isDirectory: isDirectory)?.isIgnored ?? false
  }
}
