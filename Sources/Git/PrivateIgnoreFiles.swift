package import Documents
import FoundationEssentials
import SystemPackage
import Text

/// The ignore files that apply to a repository besides those in its folders (gitignore(5)).
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
  /// git is asked only when a settings file mentions the key or includes another file: a process costs more than
  /// reading a few files.
  private func userExcludes() throws(GitError) -> String? {
    let environment = ProcessInfo.processInfo.environment
    let home = environment["HOME"]
    // git treats an empty variable as unset.
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
        // An empty name means none. A relative one is relative to git's working folder.
        let path = String(pathBytes: named.prefix { $0 != 0 })
        return path.isEmpty ? nil : FilePath(topLevel).pushing(FilePath(path)).string
      } catch GitError.failed(_, 1, _) {
        // The key is not set after all.
      }
    }
    return settings.map { $0 + "/git/ignore" }
  }

  /// Whether a settings file may name the user's excludes file: with the key, or by including another file.
  private static func mayNameExcludes(_ text: [UInt8]) -> Bool {
    let lower = text.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return lower.firstIndex(of: "excludesfile") != nil || lower.firstIndex(of: "[include") != nil
      || lower.firstIndex(of: "include.") != nil || lower.firstIndex(of: "includeif.") != nil
  }
}
