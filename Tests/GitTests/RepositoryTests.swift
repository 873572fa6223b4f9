import Documents
import Foundation
import Git
import TestSupport
import Testing

/// Real repositories in temporary folders, seen through `Repository`.
struct RepositoryTests {
  @Test func outsideOfARepositoryThereIsNone() throws {
    let folder = try TemporaryFolder()
    #expect(Repository.find(at: folder.path) == nil)
  }

  @Test func findsTheTopFromASubfolder() throws {
    let folder = try TemporaryFolder()
    try folder.git("init", "-q")
    try folder.write("x", to: "apps/api/a.txt")
    let repository = try #require(Repository.find(at: folder.path + "/apps/api"))
    #expect(repository.topLevel == folder.path)
  }

  /// The index counts, also before the first commit, and names of any kind survive.
  @Test func listsWhatIsTracked() throws {
    let folder = try TemporaryFolder()
    try folder.git("init", "-q")
    let names = [".dev.vars", "sp ace.txt", "new\nline", "-dash", "\"quote\"", "日本.txt", "sub/deep.txt"]
    for name in names { try folder.write("x", to: name) }
    try folder.write("x", to: "untracked.txt")
    try folder.git(["add", "-f", "--"] + names)
    let repository = try #require(Repository.find(at: folder.path))
    let tracked = try repository.trackedFiles()
    #expect(Set(tracked.map(\.path)) == Set(names))
    #expect(tracked.allSatisfy { $0.mode == .regular && $0.stage == 0 })
  }

  @Test func worksInALinkedWorkTree() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "main/a.txt")
    try folder.git("-C", "main", "init", "-q")
    try folder.git("-C", "main", "add", "a.txt")
    try folder.git("-C", "main", "commit", "-q", "-m", "one")
    try folder.git("-C", "main", "worktree", "add", "-q", "../linked")
    let repository = try #require(Repository.find(at: folder.path + "/linked"))
    #expect(repository.topLevel == folder.path + "/linked")
    #expect(repository.commonFolder == folder.path + "/main/.git")
    #expect(try repository.trackedFiles().map(\.path) == ["a.txt"])
  }

  @Test func worksWithSHA256Objects() throws {
    let folder = try TemporaryFolder()
    try folder.git("init", "-q", "--object-format=sha256")
    try folder.write("x", to: "a.txt")
    try folder.git("add", "a.txt")
    let repository = try #require(Repository.find(at: folder.path))
    #expect(try repository.trackedFiles().map(\.path) == ["a.txt"])
  }

  /// The ignore files outside of the folders hold for the whole repository, wherever it starts in a run.
  @Test func privateIgnoreFilesAreFound() throws {
    let folder = try TemporaryFolder()
    try folder.git("init", "-q")
    try folder.write("*.log\n", to: ".git/info/exclude")
    let repository = try #require(Repository.find(at: folder.path))
    let exclude = try #require(try repository.privateIgnoreFiles(in: "apps/api").last)
    #expect(exclude.isPrivate)
    #expect(String(decoding: exclude.folder, as: UTF8.self) == "apps/api")
  }

  /// Asking leaves the repository as it was, to the byte.
  @Test func askingChangesNothing() throws {
    let folder = try TemporaryFolder()
    try folder.git("init", "-q")
    try folder.write("x", to: "a.txt")
    try folder.git("add", "a.txt")
    let index = try Data(contentsOf: folder.url.appending(path: ".git/index"))
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/.git").sorted()
    let repository = try #require(Repository.find(at: folder.path))
    _ = try repository.trackedFiles()
    #expect(try Data(contentsOf: folder.url.appending(path: ".git/index")) == index)
    #expect(try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/.git").sorted() == names)
  }

  @Test func errorsSayWhatToDo() {
    #expect(GitError.gitMissing.description.contains("install it"))
    #expect(GitError.dubiousOwnership(path: "/x").description.contains("safe.directory /x"))
  }
}
