import FoundationEssentials
import SystemPackage

/// A git repository, seen through the `git` program and a few files in its folder; never written to.
package struct Repository: Sendable {
  /// The absolute path of the top of the work tree; of the repository itself when it has none.
  package let topLevel: String
  /// Where the index and `HEAD` lie: `.git`, or for a linked work tree a folder of its own in that of the main one.
  package let gitFolder: String
  /// Where objects and settings lie: `.git`, or for a linked work tree the folder of the main one.
  package let commonFolder: String

  /// The repository a folder lies in, found as git does: the nearest folder at or above it with a `.git`, else the one
  /// that `GIT_DIR` names, as in a hook of a repository that is kept apart from its work tree.
  ///
  /// No process is started. `nil` outside a repository.
  package static func find(at folder: String) -> Repository? { nearest(to: folder) ?? named(around: folder) }

  /// The bare repository that a folder is.
  package static func bare(at folder: String) -> Repository? {
    let parts = ["/HEAD", "/objects", "/refs"]
    guard parts.allSatisfy({ FileManager.default.fileExists(atPath: folder + $0) }) else { return nil }
    return Repository(topLevel: folder, gitFolder: folder, commonFolder: folder)
  }

  private static func nearest(to folder: String) -> Repository? {
    var current = FilePath(folder).lexicallyNormalized()
    while true {
      let dot = current.appending(".git").string
      if isFolder(dot) {
        if FileManager.default.fileExists(atPath: dot + "/HEAD") {
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

  /// The repository that `GIT_DIR` names, if the folder lies in its work tree.
  private static func named(around folder: String) -> Repository? {
    let here = FilePath(FileManager.default.currentDirectoryPath)
    guard let name = variable("GIT_DIR") else { return nil }
    let gitFolder = resolve(name, from: here).string
    // git takes the current folder for the top of the work tree when it is not told.
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

  /// Whether the variables by which git tells a hook what it works on are about this repository.
  package var isMeantByHook: Bool {
    guard GitProcess.repositoryVariables.contains(where: { Self.variable($0) != nil }) else { return false }
    let here = FileManager.default.currentDirectoryPath
    let meant =
      Self.variable("GIT_DIR").map { Self.resolve($0, from: FilePath(here)).string }
      ?? Self.nearest(to: here)?.gitFolder
    return meant.map { Self.isSame($0, gitFolder) } ?? false
  }

  private static func isSame(_ left: String, _ right: String) -> Bool {
    func identity(_ path: String) -> [UInt64]? {
      guard let values = try? FileManager.default.attributesOfItem(atPath: path),
        let volume = values[.systemNumber] as? Int, let number = values[.systemFileNumber] as? UInt64
      else { return nil }
      return [UInt64(volume), number]
    }
    return left == right || identity(left).map { $0 == identity(right) } ?? false
  }

  /// Where a folder lies below the top of the repository; "" for the top itself.
  package func prefix(of folder: String) -> String {
    let path = FilePath(folder).lexicallyNormalized().string
    guard path != topLevel, path.hasPrefix(topLevel == "/" ? "/" : topLevel + "/") else { return "" }
    return String(path.dropFirst(topLevel == "/" ? 1 : topLevel.count + 1))
  }

  /// The entries of the index in or below a folder, by path from there.
  package func trackedFiles(under folder: String) throws(GitError) -> [TrackedFile] {
    let prefix = prefix(of: folder)
    let output = try git.output(
      ["--literal-pathspecs", "ls-files", "-z", "--stage"] + (prefix.isEmpty ? [] : ["--", prefix]),
      readsIndex: true
    )
    guard !prefix.isEmpty else { return TrackedFile.list(output) }
    return TrackedFile.list(output).map { file in
      var file = file
      file.path.removeSubrange(..<file.path.utf8.index(file.path.startIndex, offsetBy: prefix.utf8.count + 1))
      return file
    }
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

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }
}
