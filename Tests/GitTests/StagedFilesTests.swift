import Foundation
import Git
import TestSupport
import Testing

/// What is staged, and the folders of `HEAD` around it; `git ls-tree` is the judge.
struct StagedFilesTests {
  private func repository(format: String) throws -> (folder: TemporaryFolder, repository: Repository) {
    let folder = try TemporaryFolder()
    try folder.git("init", "-q", "-b", "main", "--object-format=\(format)")
    return (folder, try #require(Repository.find(at: folder.path)))
  }

  @Test(arguments: ["sha1", "sha256"])
  func foldersOfHeadAreThoseOfGit(_ format: String) throws {
    let (folder, repository) = try repository(format: format)
    let names = [
      "top.txt", "a/one.txt", "a/new\nline", "a/b/two.txt", "a/b/c/three.txt", "a b/\"four\"", "日本/五", "a.txt/six",
      "-x/y",
    ]
    for name in names { try folder.write(name, to: name) }
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/a/link", withDestinationPath: "one.txt")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path + "/top.txt")
    try folder.git("add", "-A")
    try folder.git("commit", "-q", "-m", "one")
    try folder.write("later", to: "a/later.txt")
    try folder.git("add", "-A")
    let wanted: Set = ["a", "a/b", "a b", "日本", "-x", "nowhere", "a/one.txt", ".github/workflows"]
    let found = try StagedFiles(repository).filesOfHead(inFolders: wanted)
    let listed = try folder.git("ls-tree", "-r", "-z", "HEAD").split(separator: "\u{0}").compactMap { record in
      let parts = record.split(separator: "\t", maxSplits: 1)
      let path = String(parts[1])
      let place = path.split(separator: "/").dropLast().joined(separator: "/")
      return place.isEmpty || wanted.contains(place) ? "\(parts[0].split(separator: " ")[2]) \(path)" : nil
    }
    #expect(Set(found.map { "\($0.object.text) \($0.path)" }) == Set(listed))
    #expect(found.count == listed.count)
    #expect(found.first { $0.path == "a/link" }?.mode == .symbolicLink)
    #expect(found.first { $0.path == "top.txt" }?.mode == .executable)
    #expect(try StagedFiles(repository).changesFromEachParent().joined().map(\.path) == ["a/later.txt"])
  }

  @Test func beforeTheFirstCommitThereIsNothing() throws {
    let (folder, repository) = try repository(format: "sha1")
    try folder.write("x", to: "a.txt")
    try folder.git("add", "-A")
    let staged = try StagedFiles(repository)
    #expect(try staged.changesFromEachParent().joined().map(\.path) == ["a.txt"])
    #expect(try staged.filesOfHead(inFolders: ["a"]).isEmpty)
  }

  /// A branch that names no commit is no reason to believe that there is nothing.
  @Test func aDamagedHeadIsAnError() throws {
    let (folder, repository) = try repository(format: "sha1")
    try folder.write(String(repeating: "1", count: 40) + "\n", to: ".git/refs/heads/main")
    #expect(throws: GitError.self) { try StagedFiles(repository).changesFromEachParent() }
    #expect(throws: GitError.self) { try StagedFiles(repository).filesOfHead(inFolders: []) }
  }
}
