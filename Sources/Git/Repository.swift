import FoundationEssentials
import System
import SystemPackage

/// A git repository, seen through the `git` program and a few files in its folder; never written to.
package struct Repository: Sendable {
  /// The absolute path of the top of the work tree; of the repository itself when it has none.
  package let topLevel: String
  /// Where the index and `HEAD` are: `.git`, or for a linked work tree its own folder inside the main one's.
  package let gitFolder: String
  /// Where objects and settings are: `.git`, or for a linked work tree the main one's folder.
  package let commonFolder: String

  /// The repository that contains a folder, found as git does: the nearest folder at or above it with a `.git`, else
  /// the one that `GIT_DIR` names, as in a hook of a repository kept apart from its work tree.
  ///
  /// No process is started. `nil` outside a repository.
  package static func find(at folder: String) -> Repository? { nearest(to: folder) ?? named(around: folder) }

  /// The bare repository in a folder, if it is one.
  package static func bare(at folder: String) -> Repository? {
    let parts = ["/HEAD", "/objects", "/refs"]
    guard parts.allSatisfy({ FileStatus.exists(folder + $0) }) else { return nil }
    return Repository(topLevel: folder, gitFolder: folder, commonFolder: folder)
  }

  private static func nearest(to folder: String) -> Repository? {
    var current = FilePath(folder).lexicallyNormalized()
    while true {
      let dot = current.appending(".git").string
      if isFolder(dot) {
        if FileStatus.exists(dot + "/HEAD") {
          return Repository(topLevel: current.string, gitFolder: dot, commonFolder: dot)
        }
      } else if let linked = linkedFolder(from: dot) {
        return Repository(
          topLevel: current.string,
          gitFolder: linked,
          commonFolder: commonFolder(of: linked)
        )
      }
      let parent = current.removingLastComponent()
      if parent == current || parent.isEmpty { return nil }
      current = parent
    }
  }

  /// The repository that `GIT_DIR` names, if the folder is in its work tree.
  private static func named(around folder: String) -> Repository? {
    guard let name = variable("GIT_DIR"), let path = try? WorkingFolder.path() else { return nil }
    let here = FilePath(path)
    let gitFolder = resolve(name, from: here).string
    // Without GIT_WORK_TREE, git uses the current folder as the top of the work tree.
    let top = resolve(variable("GIT_WORK_TREE") ?? ".", from: here).lexicallyNormalized().string
    guard isFolder(gitFolder), folder == top || folder.hasPrefix(top == "/" ? "/" : top + "/") else { return nil }
    return Repository(
      topLevel: top,
      gitFolder: gitFolder,
      commonFolder: commonFolder(of: gitFolder)
    )
  }

  private static func variable(_ name: String) -> String? { ProcessInfo.processInfo.environment[name] }

  /// git, run at the top of the repository.
  var git: GitProcess { GitProcess(folder: topLevel, followsHook: isMeantByHook) }

  /// Whether the variables with which git tells a hook what it is working on are about this repository.
  package var isMeantByHook: Bool {
    guard GitProcess.repositoryVariables.contains(where: { Self.variable($0) != nil }),
      let here = try? WorkingFolder.path()
    else { return false }
    let meant =
      Self.variable("GIT_DIR").map { Self.resolve($0, from: FilePath(here)).string }
      ?? Self.nearest(to: here)?.gitFolder
    return meant.map { Self.isSame($0, gitFolder) } ?? false
  }

  private static func isSame(_ left: String, _ right: String) -> Bool {
    func identity(_ path: String) -> FileIdentity? { (try? FileStatus(of: path))?.identity }
    return left == right || identity(left).map { $0 == identity(right) } ?? false
  }

  /// The entries of the index, by path from the top of the repository.
  package func trackedFiles() throws(GitError) -> [TrackedFile] {
    TrackedFile.list(try git.output(["ls-files", "-z", "--stage"], readsIndex: true))
  }

  /// The folder that a `.git` file points to, for linked work trees and submodules.
  private static func linkedFolder(from file: String) -> String? {
    guard let text = SmallFile.read(file).map({ String(decoding: $0, as: UTF8.self) }), text.hasPrefix("gitdir: ")
    else {
      return nil
    }
    let folder = resolve(firstLine(text.dropFirst(8)), from: FilePath(file).removingLastComponent())
    return isFolder(folder.string) ? folder.string : nil
  }

  private static func commonFolder(of gitFolder: String) -> String {
    guard let common = SmallFile.read(gitFolder + "/commondir") else { return gitFolder }
    return resolve(firstLine(String(decoding: common, as: UTF8.self)), from: FilePath(gitFolder)).string
  }

  private static func firstLine(_ text: some StringProtocol) -> String {
    String(text.prefix { $0 != "\n" && $0 != "\r" && $0 != "\r\n" })
  }

  private static func resolve(_ path: String, from folder: FilePath) -> FilePath {
    let path = FilePath(path)
    return path.isAbsolute ? path : folder.pushing(path).lexicallyNormalized()
  }

  private static func isFolder(_ path: String) -> Bool { FileRead.isFolder(path) == true }
}
