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
    #expect(repository.prefix(of: folder.path + "/apps/api") == "apps/api")
    #expect(repository.prefix(of: folder.path) == "")
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
    let tracked = try repository.trackedFiles(under: folder.path)
    #expect(Set(tracked.map(\.path)) == Set(names))
    #expect(tracked.allSatisfy { $0.mode == .regular && $0.stage == 0 })
    #expect(try repository.trackedFiles(under: folder.path + "/sub").map(\.path) == ["deep.txt"])
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
    #expect(try repository.trackedFiles(under: folder.path + "/linked").map(\.path) == ["a.txt"])
  }

  @Test func worksWithSHA256Objects() throws {
    let folder = try TemporaryFolder()
    try folder.git("init", "-q", "--object-format=sha256")
    try folder.write("x", to: "a.txt")
    try folder.git("add", "a.txt")
    let repository = try #require(Repository.find(at: folder.path))
    #expect(try repository.trackedFiles(under: folder.path).map(\.path) == ["a.txt"])
  }

  /// The ignore files above a folder hold in it.
  @Test func ignoreFilesAboveAreFound() throws {
    let folder = try TemporaryFolder()
    try folder.git("init", "-q")
    try folder.write(".env*\n", to: ".gitignore")
    try folder.write("*.log\n", to: "apps/.gitignore")
    try folder.write("x", to: "apps/api/a.txt")
    let repository = try #require(Repository.find(at: folder.path))
    let files = try repository.outerIgnoreFiles(of: folder.path + "/apps/api")
    #expect(files.map(\.path).suffix(2) == [".gitignore", "apps/.gitignore"])
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
    _ = try repository.trackedFiles(under: folder.path)
    #expect(try Data(contentsOf: folder.url.appending(path: ".git/index")) == index)
    #expect(try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/.git").sorted() == names)
  }

  @Test func errorsSayWhatToDo() {
    #expect(GitError.gitMissing.description.contains("install it"))
    #expect(GitError.dubiousOwnership(path: "/x").description.contains("safe.directory /x"))
  }
}
