package import Documents
import FoundationEssentials
import SystemPackage

/// A git repository, seen through the `git` program and a few files in its folder; never written to.
package struct Repository: Sendable {
  /// The absolute path of the top of the work tree.
  package let topLevel: String
  /// Where objects and settings lie: `.git`, or for a linked work tree the folder of the main one.
  package let commonFolder: String

  /// The repository a folder lies in, found as git does: the nearest folder at or above it with a `.git`.
  ///
  /// No process is started. `nil` outside a repository.
  package static func find(at folder: String) -> Repository? {
    var current = FilePath(folder).lexicallyNormalized()
    while true {
      let dot = current.appending(".git").string
      if isFolder(dot) {
        if FileManager.default.fileExists(atPath: dot + "/HEAD") {
          return Repository(topLevel: current.string, commonFolder: dot)
        }
      } else if let common = linkedFolder(from: dot) {
        return Repository(topLevel: current.string, commonFolder: common)
      }
      let parent = current.removingLastComponent()
      if parent == current || parent.isEmpty { return nil }
      current = parent
    }
  }

  /// Where a folder lies below the top of the repository; "" for the top itself.
  package func prefix(of folder: String) -> String {
    let path = FilePath(folder).lexicallyNormalized().string
    guard path != topLevel, path.hasPrefix(topLevel == "/" ? "/" : topLevel + "/") else { return "" }
    return String(path.dropFirst(topLevel == "/" ? 1 : topLevel.count + 1))
  }

  /// The entries of the index in or below a folder, by path from there.
  package func trackedFiles(under folder: String) throws(GitError) -> [TrackedFile] {
    TrackedFile.list(try GitProcess.output(["ls-files", "-z", "--stage"], in: folder))
  }

  /// The ignore files that lie outside a folder and yet hold in it, lowest precedence first: the user's own,
  /// `info/exclude`, and the `.gitignore` of each folder above.
  ///
  /// Paths and folders are from the top of the repository.
  package func outerIgnoreFiles(of folder: String) throws(GitError) -> [IgnoreFile] {
    var files: [IgnoreFile] = []
    for path in [try userExcludes(), commonFolder + "/info/exclude"] {
      guard let path, let bytes = Self.read(path) else { continue }
      files.append(IgnoreFile(path: path, folder: "", bytes: bytes))
    }
    var above = ""
    for part in prefix(of: folder).split(separator: "/") {
      let path = above.isEmpty ? ".gitignore" : "\(above)/.gitignore"
      if let bytes = Self.read(topLevel + "/" + path) {
        files.append(IgnoreFile(path: path, folder: above, bytes: bytes))
      }
      above = above.isEmpty ? String(part) : "\(above)/\(part)"
    }
    return files
  }

  /// The user's excludes file: the one `core.excludesFile` names, else the one in its usual place.
  ///
  /// git is asked only when the user's settings mention the key at all, for a process costs more than a file.
  private func userExcludes() throws(GitError) -> String? {
    let environment = ProcessInfo.processInfo.environment
    let settings = environment["XDG_CONFIG_HOME"] ?? environment["HOME"].map { $0 + "/.config" }
    let candidates = [environment["HOME"].map { $0 + "/.gitconfig" }, settings.map { $0 + "/git/config" }]
    let mentions = (candidates + [commonFolder + "/config"]).contains { path in
      let text = path.flatMap(Self.read).map { String(decoding: $0, as: UTF8.self).lowercased() }
      return text?.contains("excludesfile") ?? false
    }
    if mentions {
      // Status 1 means that the key is not set after all.
      let named = try? GitProcess.output(["config", "--path", "--get", "core.excludesFile"], in: topLevel)
      if let named { return String(decoding: named.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self) }
    }
    return settings.map { $0 + "/git/ignore" }
  }

  /// The common folder that a `.git` file points to, for linked work trees and submodules.
  private static func linkedFolder(from file: String) -> String? {
    guard let text = read(file).map({ String(decoding: $0, as: UTF8.self) }), text.hasPrefix("gitdir: ") else {
      return nil
    }
    let folder = resolve(firstLine(text.dropFirst(8)), from: FilePath(file).removingLastComponent())
    guard isFolder(folder.string) else { return nil }
    guard let common = read(folder.appending("commondir").string) else { return folder.string }
    return resolve(firstLine(String(decoding: common, as: UTF8.self)), from: folder).string
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

  /// A small file; `nil` when there is none.
  private static func read(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map { Array($0.prefix(1 << 20)) }
  }
}
