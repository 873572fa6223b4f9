package import Documents
import FoundationEssentials
import SystemPackage
import Text

/// The ignore files that hold for a repository besides those in its folders (gitignore(5)).
extension Repository {
  /// The ignore files that are not part of the project, lowest precedence first: the user's own and `info/exclude`.
  ///
  /// - Parameter folder: where the repository is, from the top of the run.
  package func privateIgnoreFiles(in folder: String = "") throws(GitError) -> [IgnoreFile] {
    [try userExcludes(), commonFolder + "/info/exclude"].compactMap { path in
      guard let path, let bytes = SmallFile.read(path) else { return nil }
      return IgnoreFile(path: path, folder: folder, bytes: bytes, isPrivate: true)
    }
  }

  /// The user's excludes file: the one `core.excludesFile` names, else the one in its usual place.
  ///
  /// git is asked only when some settings mention the key or other files with settings, for a process costs more than a
  /// few files.
  private func userExcludes() throws(GitError) -> String? {
    let environment = ProcessInfo.processInfo.environment
    let home = environment["HOME"]
    // git takes an empty variable for none.
    let settings = environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? home.map { $0 + "/.config" }
    let files = [
      home.map { $0 + "/.gitconfig" }, settings.map { $0 + "/git/config" }, environment["GIT_CONFIG_GLOBAL"],
      environment["GIT_CONFIG_SYSTEM"], commonFolder + "/config", gitFolder + "/config.worktree",
    ]
    let variables = environment.filter { $0.key.hasPrefix("GIT_CONFIG") }.values.map { Array($0.utf8) }
    let texts = (files.compactMap(\.self) + GitProcess.systemSettings(environment)).lazy.compactMap(SmallFile.read)
    if variables.contains(where: Self.mayNameExcludes) || texts.contains(where: Self.mayNameExcludes) {
      do throws(GitError) {
        let named = try git.output(["config", "--null", "--path", "--get", "core.excludesFile"])
        // An empty name is none. A relative one is taken from where git works.
        let path = String(pathBytes: named.prefix { $0 != 0 })
        return path.isEmpty ? nil : FilePath(topLevel).pushing(FilePath(path)).string
      } catch GitError.failed(_, 1, _) {
        // The key is not set after all.
      }
    }
    return settings.map { $0 + "/git/ignore" }
  }

  /// Whether settings may say where the user's excludes file is: with the key, or by including other files.
  private static func mayNameExcludes(_ text: [UInt8]) -> Bool {
    let lower = text.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return lower.firstIndex(of: "excludesfile") != nil || lower.firstIndex(of: "[include") != nil
      || lower.firstIndex(of: "include.") != nil || lower.firstIndex(of: "includeif.") != nil
  }
}
