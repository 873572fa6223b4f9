import Foundation
import Linter
import TestSupport
import Testing

@testable import CLI

/// What cannot be read of a history is said, everything else is looked at, and the answer is incomplete.
struct DamagedRepositoryTests {
  /// Six commits, each with a leak and a large file in a folder of its own, and a branch that lacks the last commit.
  private func project() throws -> GitProject {
    let project = try GitProject()
    var random = RandomSource(seed: 5)
    for round in 1...6 {
      // Hardly compressible, so that git streams it.
      let noise = (0..<200_000).map { _ in UInt8.random(in: 33...126, using: &random) }
      try project.folder.write(Data(noise), to: "d\(round)/noise.txt")
      try project.write(["d\(round)/a.ts": GitProject.leak("\(round)")])
      try project.commit("\(round)")
    }
    try project.git("branch", "other", "HEAD~1")
    return project
  }

  private func name(of revision: String, in project: GitProject) throws -> String {
    try project.git("rev-parse", revision).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func file(of revision: String, in project: GitProject) throws -> URL {
    let name = try name(of: revision, in: project)
    return project.folder.url.appending(path: ".git/objects/\(name.prefix(2))/\(name.dropFirst(2))")
  }

  /// Writes over some bytes of an object.
  private func damage(_ revision: String, at offset: Int, in project: GitProject) throws {
    let file = try file(of: revision, in: project)
    var bytes = try Data(contentsOf: file)
    for index in offset..<offset + 8 { bytes[index] = 0x78 }
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
    try bytes.write(to: file)
  }

  private func leaks(_ run: CommandRun) -> Int {
    run.output.components(separatedBy: "[\(GitProject.leakRule)]").count - 1
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let revision: String
    var offset = 8
    let leaks: Int
    /// What the message says.
    let words: String
  }

  @Test(arguments: [
    Case(
      testDescription: "a file",
      revision: "HEAD:d3/a.ts",
      leaks: 5,
      words: "d3/a.ts: its version OBJECT, of commit COMMIT, cannot be read"
    ),
    Case(
      testDescription: "the middle of a large file",
      revision: "HEAD:d3/noise.txt",
      offset: 90_000,
      leaks: 6,
      words: "d3/noise.txt: its version OBJECT, of commit COMMIT, cannot be read"
    ),
    Case(
      testDescription: "a folder",
      revision: "HEAD~3:d3",
      leaks: 5,
      words: "what commit COMMIT changes cannot be read"
    ),
    Case(
      testDescription: "the top folder of a commit",
      revision: "HEAD~3:",
      leaks: 6,
      words: "what commit COMMIT changes cannot be read"
    ),
    Case(
      testDescription: "a commit",
      revision: "HEAD~3",
      leaks: 6,
      words: "commit COMMIT cannot be read, so that what it changed and what came before it is not known"
    ),
    Case(
      testDescription: "the last commit",
      revision: "HEAD",
      leaks: 5,
      words: "refs/heads/main cannot be read"
    ),
  ])
  func theRestIsLookedAt(_ item: Case) throws {
    let project = try project()
    let object = try name(of: item.revision, in: project)
    let commit = try name(of: "HEAD~3", in: project)
    try damage(item.revision, at: item.offset, in: project)
    for workers in ["1", "3"] {
      let run = project.check("--history", "-j", workers)
      #expect(run.status == .failure)
      #expect(leaks(run) == item.leaks, "\(run.output)")
      #expect(!run.output.contains("warning["), "what is still there is no milder")
      let words = item.words.replacing("OBJECT", with: object.prefix(12)).replacing("COMMIT", with: commit.prefix(12))
      #expect(run.errors.contains(words), "\(run.errors)")
    }
  }

  /// What no commit leads to any more is counted, for it may hold secrets, too.
  @Test func contentsWithoutACommitAreCounted() throws {
    let project = try project()
    try damage("HEAD", at: 8, in: project)
    let run = project.check("--history")
    #expect(run.errors.contains("2 contents of files belong to no commit that can be read"), "\(run.errors)")
    #expect(!project.check("--history", "--since", "2000-01-01").errors.contains("belong to no commit"))
  }

  /// Before a commit that is gone, there may be any: all are looked at, and none twice.
  @Test func everyCommitThatIsThereCounts() throws {
    let project = try project()
    try project.git("checkout", "-q", "--detach", "HEAD~4")
    try project.write(["lost.ts": GitProject.leak("lost")])
    try project.commit("of no branch")
    try project.git("checkout", "-q", "main")
    try FileManager.default.removeItem(atPath: project.path + "/.git/logs")
    #expect(!project.check("--history").output.contains("lost.ts"))
    let gone = try ["HEAD~2", "HEAD~4"].map { try name(of: $0, in: project) }
    for commit in gone.reversed() {
      try FileManager.default.removeItem(
        atPath: "\(project.path)/.git/objects/\(commit.prefix(2))/\(commit.dropFirst(2))"
      )
    }
    for workers in ["1", "3"] {
      let run = project.check("--history", "-j", workers)
      #expect(run.status == .failure)
      #expect(leaks(run) == 7, "\(run.output)")
      #expect(run.output.contains("lost.ts:1:"))
      for commit in gone { #expect(run.errors.contains("commit \(commit.prefix(12)) cannot be read"), "\(run.errors)") }
      #expect(!run.errors.contains("belong to no commit"), "\(run.errors)")
    }
    let range = project.check("--history", "HEAD~1..HEAD")
    #expect(leaks(range) == 1)
    #expect(project.check("--history", "main").errors.contains("older commits cannot be read"))
  }

  @Test func everyDamagedFileIsNamed() throws {
    let project = try project()
    for round in 1...6 { try FileManager.default.removeItem(at: try file(of: "HEAD:d\(round)/a.ts", in: project)) }
    try damage("HEAD:d2/noise.txt", at: 90_000, in: project)
    try damage("HEAD:d5/noise.txt", at: 60_000, in: project)
    let run = project.check("--history", "-j", "2")
    #expect(run.status == .failure)
    for path in (1...6).map({ "d\($0)/a.ts" }) + ["d2/noise.txt", "d5/noise.txt"] {
      #expect(run.errors.contains("\(path): its version"), "\(run.errors)")
    }
    #expect(!run.errors.contains("d1/noise.txt"))
  }

  /// With a range there is nothing else to go on with.
  @Test func aDamagedStartOfARangeIsAnError() throws {
    let project = try project()
    try damage("HEAD", at: 8, in: project)
    let run = project.check("--history", "HEAD~1..HEAD")
    #expect(run.status == .failure)
    #expect(leaks(run) == 0)
  }

  /// A check of the next commit says which file it could not read.
  @Test func aDamagedStagedFile() throws {
    let project = try project()
    try project.write(["new.ts": GitProject.leak("new"), "other.ts": GitProject.leak("other")])
    try project.git("add", "-A")
    try damage(":new.ts", at: 8, in: project)
    let run = project.check("--staged")
    #expect(run.status == .failure)
    #expect(run.errors.contains("new.ts: the repository lacks its content"), "\(run.errors)")
    #expect(run.output.contains("other.ts:1:"))
  }
}
