import Linter
import TestSupport
import Testing

@testable import CLI

/// `--diff` reports what a range of commits adds.
struct DiffTests {
  /// A main branch with a leak of its own, and a topic branch that starts before it.
  private func project() throws -> GitProject {
    let project = try GitProject()
    try project.write(["src/a.ts": "// one\n" + GitProject.leak("old") + "// three\n"])
    try project.commit("old leak")
    try project.git("checkout", "-q", "-b", "topic")
    return project
  }

  @Test func onlyAddedLinesCount() throws {
    let project = try project()
    try project.write(["src/a.ts": "// one\n" + GitProject.leak("old") + "// 3\n" + GitProject.leak("new")])
    try project.commit("new leak")
    for range in ["main", "main...topic", "main..topic", "main..."] {
      let run = project.check("--diff", range)
      #expect(run.status == .findings, "\(range) \(run.errors)")
      #expect(run.output.contains("src/a.ts:4:"))
      #expect(!run.output.contains("src/a.ts:2:"))
    }
  }

  /// What the base branch has got meanwhile is not the topic's doing.
  @Test func theBaseIsTheCommonAncestor() throws {
    let project = try project()
    try project.write(["src/mine.ts": "x\n"])
    try project.commit("mine")
    try project.git("checkout", "-q", "main")
    try project.write(["src/theirs.ts": GitProject.leak("theirs")])
    try project.commit("theirs")
    try project.git("checkout", "-q", "topic")
    #expect(project.check("--diff", "main").status == .clean)
    #expect(project.check("--diff", "topic...main").output.contains("src/theirs.ts:1:"))
  }

  @Test func aMovedFileIsNotNew() throws {
    let project = try project()
    try project.git("mv", "src/a.ts", "src/b.ts")
    try project.commit("move")
    #expect(project.check("--diff", "main").status == .clean)
  }

  /// A comment added above an old line does its work, though the line itself is not reported.
  @Test func anAddedCommentForAnOldLineIsUsed() throws {
    let project = try project()
    try project.write([
      "src/a.ts": "// one\n// paddock:ignore-next-line token -- revoked\n" + GitProject.leak("old") + "// three\n"
    ])
    try project.commit("comment")
    let run = project.check("--diff", "main")
    #expect(run.status == .clean, "\(run.output)")
  }

  @Test func whatTheChangeDoesToTheProjectCounts() throws {
    let project = try project()
    try project.write([".gitignore": "node_modules/\n"])
    try project.commit("ignore less")
    let run = project.check("--diff", "main")
    #expect(run.output.contains("git/secret-file-not-ignored"), "\(run.output)")
  }

  @Test func anEmptyRangeIsSaid() throws {
    let run = try project().check("--diff", "HEAD")
    #expect(run.status == .clean)
    #expect(run.errors.contains("the range changes nothing"))
  }

  @Test(arguments: ["nowhere", "main...nowhere", "--output=x", "main....topic"])
  func anUnknownRevisionIsAnError(_ range: String) throws {
    let run = try project().check("--diff=\(range)")
    #expect(run.status == .failure)
    #expect(run.errors.contains("names no commit"), "\(run.errors)")
  }

  @Test func commitsWithoutACommonAncestor() throws {
    let project = try project()
    try project.git("checkout", "-q", "--orphan", "alone")
    try project.git("commit", "-q", "-m", "alone")
    let run = project.check("--diff", "main...alone")
    #expect(run.status == .failure)
    #expect(run.errors.contains("no common ancestor"))
  }
}
