import Foundation
import Linter
import Patterns
import TestSupport
import Testing

@testable import CLI

/// `--history` reports every secret that any branch or tag can reach, once, at the commit that brought it.
struct HistoryTests {
  static let rule = GitProject.leakRule

  /// A leak that came with the second commit, stayed through the third, and went with the fourth.
  private func project(arguments: [String] = []) throws -> GitProject {
    let project = try GitProject(arguments: arguments)
    try project.write(["src/a.ts": GitProject.leak("a")])
    try project.commit("leak")
    try project.write(["src/a.ts": "// more\n" + GitProject.leak("a")])
    try project.commit("more")
    try project.write(["src/a.ts": "// gone\n"])
    try project.commit("remove")
    return project
  }

  private func name(of revision: String, in project: GitProject) throws -> String {
    try project.git("rev-parse", revision).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  @Test(arguments: ["sha1", "sha256"])
  func aRemovedSecretIsOneFindingAtItsFirstCommit(_ format: String) throws {
    let project = try project(arguments: ["--object-format=\(format)"])
    let run = project.check("--history", "--format", "json")
    #expect(run.status == .findings, "\(run.errors)")
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    )
    let findings = try #require(report["findings"] as? [[String: Any]])
    #expect(findings.count == 1)
    let finding = try #require(findings.first)
    #expect(finding["ruleId"] as? String == Self.rule)
    #expect(finding["path"] as? String == "src/a.ts")
    #expect(finding["startLine"] as? Int == 1)
    // One step below the error it is where it still stands.
    #expect(finding["severity"] as? String == "warning")
    let commit = try #require(finding["commit"] as? [String: String])
    #expect(commit["id"] == (try name(of: "HEAD~2", in: project)))
    #expect(commit["reach"] == "local")
  }

  /// A value without a form of its own, which only the secrets file of today tells to be one.
  @Test func valuesOfLocalSecretsFilesAreFound() throws {
    let project = try GitProject()
    var sample = SampleText(seed: "history")
    let value = sample.fill("{alnum-lower:24}")
    try project.write(["src/a.ts": "call('\(value)');\n"])
    try project.commit("leak")
    try project.write(["src/a.ts": "call(env.KEY);\n", ".env.old": "ORION_SECRET=\(value)\n"])
    try project.git("add", "-f", ".env.old")
    try project.commit("move")
    try project.git("rm", "-q", ".env.old")
    try project.commit("remove")
    #expect(project.check("--history").status == .clean)
    try project.write([".dev.vars": "# mine\nORION_SECRET=\(value)\n"])
    let run = project.check("--history", "--format", "json")
    let report = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let findings = try #require(report["findings"] as? [[String: Any]])
    #expect(findings.map { $0["ruleId"] as? String } == ["known-value/in-source", "known-value/in-source"])
    #expect(findings.map { $0["path"] as? String } == [".env.old", "src/a.ts"])
    let commits = findings.compactMap { ($0["commit"] as? [String: String])?["id"] }
    #expect(commits == [try name(of: "HEAD~1", in: project), try name(of: "HEAD~2", in: project)])
    let related = findings.compactMap { ($0["related"] as? [[String: Any]])?.first }
    #expect(related.map { $0["path"] as? String } == [".dev.vars", ".dev.vars"])
    #expect(related.map { $0["startLine"] as? Int } == [2, 2])
    #expect(!run.output.contains(value))
    #expect(project.check("--history", "--ignore", "known-value").status == .clean)
    // Where the file of today has been committed, its old version cannot point to itself.
    try project.git("add", "-f", ".dev.vars")
    try project.git("commit", "-q", "-m", "vars")
    #expect(project.check("--history").output.contains(".dev.vars:2:14"))
  }

  /// A line that is shown for one secret must not show another, which a dotenv file held once.
  @Test func valuesOfOldSecretsFilesAreMasked() throws {
    let project = try GitProject()
    var sample = SampleText(seed: "old")
    let value = sample.fill("{lower:5}{digits:5}{lower:5}")
    let leak = sample.fill("call('sk_live_{base62:24}', '\(value)');\n")
    try project.write([".env": "ORION_SECRET=\(value)\n", "src/a.ts": leak])
    try project.git("add", "-f", ".env")
    try project.commit("leak")
    try project.git("rm", "-q", "-r", ".")
    try project.commit("remove")
    for format in ["text", "json", "sarif", "html"] {
      let run = project.check("--history", "--format", format)
      #expect(run.output.contains("a.ts"), "\(format)")
      #expect(!run.output.contains(value), "\(format)")
    }
  }

  @Test func whatIsStillThereIsAnError() throws {
    let project = try GitProject()
    try project.write(["src/a.ts": GitProject.leak("a")])
    try project.commit("leak")
    let run = project.check("--history")
    #expect(run.output.contains("error[\(Self.rule)]"))
    #expect(run.output.contains("still in HEAD"))
  }

  @Test func aRemoteBranchHasIt() throws {
    let project = try project()
    try project.git("update-ref", "refs/remotes/origin/main", "HEAD~1")
    #expect(project.check("--history").output.contains("on a remote branch"))
  }

  /// Other branches, tags, stashes and the files that only a merge has are part of the history.
  @Test func everyRefCounts() throws {
    let project = try GitProject()
    try project.git("checkout", "-q", "-b", "side")
    try project.write(["src/side.ts": GitProject.leak("side")])
    try project.commit("side")
    try project.git("tag", "-a", "v1", "-m", "v1")
    try project.git("checkout", "-q", "main")
    try project.git("branch", "-q", "-D", "side")
    try project.write(["src/index.ts": GitProject.leak("stash")])
    try project.git("stash", "-q")
    try project.git("checkout", "-q", "-b", "left")
    try project.write(["src/index.ts": "left\n"])
    try project.commit("left")
    try project.git("checkout", "-q", "main")
    try project.write(["src/index.ts": "right\n"])
    try project.commit("right")
    _ = try? project.git("merge", "left")
    try project.write(["src/index.ts": "left\nright\n" + GitProject.leak("merge")])
    try project.commit("merge")
    let run = project.check("--history")
    #expect(run.output.contains("src/side.ts:1:"))
    #expect(run.output.contains("src/index.ts:1:"))
    #expect(run.output.contains("src/index.ts:3:"))
    #expect(run.output.contains("1 error, 2 warnings"), "\(run.output)")
  }

  /// The same bytes at any number of threads.
  @Test func threadsChangeNothing() throws {
    let project = try GitProject()
    for round in 0..<20 {
      try project.write(["src/\(round).ts": GitProject.leak("\(round)"), "src/a.ts": GitProject.leak("a\(round)")])
      try project.commit("\(round)")
    }
    let one = project.check("--history", "-j", "1")
    #expect(one.output.contains("21 errors, 19 warnings"), "\(one.output)")
    for _ in 0..<5 { #expect(project.check("--history", "-j", "4").output == one.output) }
  }

  @Test func rangesDaysAndPathsNarrowIt() throws {
    let project = try project()
    #expect(project.check("--history", "HEAD~1..HEAD").status == .clean)
    #expect(project.check("--history", "HEAD~1").status == .findings)
    #expect(project.check("--history", "--since", "2098-01-01").errors.contains("no commits"))
    #expect(project.check("--history", "--since", "2000-01-01").status == .findings)
    #expect(CommandRun(["check", "--history", project.path + "/src"]).output.contains("a.ts:1:"))
    try project.write(["docs/x": "x\n", "paddock.toml": "exclude = [\"src/\"]\n"])
    #expect(CommandRun(["check", "--history", project.path + "/docs"]).status == .clean)
    #expect(project.check("--history").status == .clean)
  }

  @Test func badRanges() throws {
    let project = try project()
    let run = project.check("--history", "nowhere..HEAD")
    #expect(run.status == .failure)
    #expect(run.errors.contains("`nowhere..HEAD` names no commit"), "\(run.errors)")
    #expect(project.check("--history", "HEAD..HEAD").errors.contains("the range HEAD..HEAD has no commits"))
    #expect(project.check("--history", "a..b", "c..d").status == .failure)
    #expect(project.check("--history", "--since", "soon").errors.contains("YYYY-MM-DD"))
    #expect(project.check("--since", "2020-01-01").errors.contains("--since goes with --history"))
    #expect(project.check("--history", "--staged").errors.contains("exclude each other"))
  }

  @Test func bareRepositories() throws {
    let project = try project()
    try project.git("clone", "-q", "--bare", ".", "bare.git")
    let run = CommandRun(["check", "--history", project.path + "/bare.git"])
    #expect(run.output.contains("src/a.ts:1:"), "\(run.errors)")
    #expect(CommandRun(["check", "--staged", project.path + "/bare.git/objects"]).status == .clean)
  }

  @Test func aTagOfAFileIsSaid() throws {
    let project = try project()
    try project.git("tag", "key", "HEAD:src/index.ts")
    #expect(project.check("--history").errors.contains("refs/tags/key names a file or folder and no commit"))
  }

  @Test func aShallowCloneSaysSo() throws {
    let project = try project()
    try project.git("clone", "-q", "--depth", "1", "file://\(project.path)", "shallow")
    let run = CommandRun(["check", "--history", project.path + "/shallow"])
    #expect(run.status == .clean)
    #expect(run.errors.contains("the clone is shallow"))
  }

  /// Contents that are not there are said, and no server is asked for them.
  @Test func aPartialCloneIsNeverAQuietOne() throws {
    let project = try project()
    try project.git("config", "uploadpack.allowFilter", "true")
    try project.git("clone", "-q", "--filter=blob:none", "--no-checkout", "file://\(project.path)", "partial")
    let run = CommandRun(["check", "--history", project.path + "/partial"])
    #expect(run.errors.contains("6 versions of files are not in this partial clone"), "\(run.errors)")
    #expect(run.status == .clean)
    try project.git("clone", "-q", "--filter=tree:0", "--no-checkout", "file://\(project.path)", "treeless")
    let treeless = CommandRun(["check", "--history", project.path + "/treeless"])
    #expect(treeless.status == .failure)
    #expect(treeless.errors.contains("this partial clone lacks objects"), "\(treeless.errors)")
    let objects = try project.git("-C", "partial", "count-objects", "-v")
    #expect(!objects.contains("packs: 2"))
  }

  @Test func ignoreCommentsOfThatTimeCount() throws {
    let project = try GitProject()
    try project.write(["src/a.ts": "// paddock:ignore-next-line token -- revoked\n" + GitProject.leak("a")])
    try project.commit("leak")
    try project.write(["src/a.ts": "x\n"])
    try project.commit("gone")
    let run = project.check("--history")
    #expect(run.status == .clean)
    #expect(run.output.contains("1 suppressed"))
  }
}
