import Foundation
import Linter
import Patterns
import TestSupport
import Testing

@testable import CLI

/// What git has of a secret file decides what is said, and which commands mend it.
struct SecretFileStateTests {
  /// A dotenv file with a secret; every seed gives another value.
  static func dotenv(_ seed: String = "one", name: String = "API_SECRET") -> String {
    var text = SampleText(seed: seed)
    return text.fill("\(name)={base62:32}\n")
  }

  /// A project that has committed `.dev.vars` by force, and taken it out again with the commit after.
  private func removed() throws -> GitProject {
    let project = try GitProject()
    try project.write([".dev.vars": Self.dotenv()])
    try project.git("add", "-f", ".dev.vars")
    try project.git("commit", "-q", "-m", "secrets")
    try project.write([".dev.vars": Self.dotenv() + "MODE=dev\n"])
    try project.git("commit", "-q", "-a", "-m", "mode")
    try project.git("rm", "-q", "--cached", ".dev.vars")
    try project.git("commit", "-q", "-m", "remove")
    return project
  }

  // MARK: In the index

  @Test func stagedOnly() throws {
    let project = try GitProject()
    try project.write([".dev.vars": Self.dotenv()])
    try project.git("add", "-f", ".dev.vars")
    for run in [project.check(), project.check("--staged")] {
      #expect(run.output.contains("git tracks .dev.vars, a local secrets file with secrets in it; it is staged"))
      #expect(run.output.contains("Run `git rm --cached :/.dev.vars` and ignore the file before you commit"))
    }
    try project.git("rm", "-q", "--cached", ".dev.vars")
    #expect(project.check().status == .clean)
  }

  @Test func committedAndPushed() throws {
    let project = try GitProject()
    try project.write(["apps/a b/.env": Self.dotenv()])
    try project.git("add", "-f", "apps")
    try project.git("commit", "-q", "-m", "secrets")
    let committed = project.check()
    #expect(committed.output.contains("no remote branch has it yet"), "\(committed.output)")
    #expect(committed.output.contains("`git rm --cached ':/apps/a b/.env'`"))
    try project.git("update-ref", "refs/remotes/origin/old", "HEAD~1")
    #expect(project.check().output.contains("no remote branch has it yet"))
    for index in 0..<30 { try project.git("update-ref", "refs/remotes/origin/\(index)", "HEAD") }
    let pushed = CommandRun(["check", project.path + "/apps"])
    #expect(pushed.output.contains("it is already pushed"), "\(pushed.output)")
    #expect(pushed.output.contains("Rotate every secret in it"))
    #expect(project.check("--diff", "HEAD~1").output.contains("it is already pushed"))
  }

  // MARK: In the history

  @Test func aFileThatWasRemovedIsFoundInTheHistory() throws {
    let project = try removed()
    #expect(project.check().status == .clean)
    let run = project.check("--history")
    #expect(run.status == .findings)
    #expect(
      run.output.contains(
        "warning[git/secret-file-in-history] .dev.vars, a local secrets file with secrets in it, was recorded by 2 commits; "
          + "`API_SECRET` still has a value from there"
      ),
      "\(run.output)"
    )
    #expect(
      run.output.contains("--ignore-unmatch -- :/.dev.vars' -- HEAD --not --remotes` takes it out of every commit")
    )
    #expect(run.output.contains("gone from HEAD, and on no remote branch"))
  }

  /// What others have and is still in use is an error; with a new value only that it was there remains.
  @Test func pushedAndInUseIsAnError() throws {
    let project = try removed()
    try project.git("update-ref", "refs/remotes/origin/main", "HEAD")
    let run = project.check("--history")
    #expect(run.output.contains("error[git/secret-file-in-history]"), "\(run.output)")
    #expect(run.output.contains("It is already pushed, so that only a new secret helps. Rotate `API_SECRET`"))
    try project.write([".dev.vars": Self.dotenv("two")])
    let rotated = project.check("--history")
    #expect(rotated.output.contains("warning[git/secret-file-in-history]"))
    #expect(!rotated.output.contains("still has a value"))
  }

  @Test func aFileThatIsStillTrackedIsSaidSo() throws {
    let project = try removed()
    try project.git("reset", "-q", "--hard", "HEAD~1")
    let run = project.check("--history")
    #expect(run.output.contains("error[git/secret-file-in-history]"), "\(run.output)")
    #expect(run.output.contains("is recorded by 2 commits"))
    #expect(run.output.contains("still in HEAD, and on no remote branch"))
  }

  /// Twins that must stay silent: samples, files without commits, and rules that are switched off.
  @Test func cleanHistories() throws {
    let project = try GitProject()
    try project.write([".dev.vars": Self.dotenv(), ".dev.vars.example": "API_SECRET=\n"])
    try project.commit("sample")
    #expect(project.check("--history").status == .clean)
    #expect(try removed().check("--history", "--ignore", "git").status == .clean)
  }

  @Test func aSampleThatHeldAValueInUse() throws {
    let project = try GitProject()
    try project.write([".dev.vars": Self.dotenv(), ".dev.vars.example": "# names\n" + Self.dotenv()])
    try project.commit("sample")
    try project.write([".dev.vars.example": "API_SECRET=\n"])
    try project.commit("emptied")
    let run = project.check("--history")
    #expect(run.output.contains(".dev.vars.example:2:"), "\(run.output)")
    #expect(run.output.contains("the sample of a dotenv file, is recorded by 2 commits; `API_SECRET` still has"))
  }

  @Test(arguments: [["x\n"], []])
  func emptyAndPublicFilesAreMilder(_ later: [String]) throws {
    let project = try GitProject()
    try project.write([".env": "VITE_THEME=dark\n"])
    try project.git("add", "-f", ".env")
    try project.git("commit", "-q", "-m", "public")
    for text in later {
      try project.write(["src/index.ts": text])
      try project.commit("later")
    }
    #expect(project.check("--history", "--fail-on", "note").output.contains("note[git/secret-file-in-history]"))
    #expect(project.check("--history").status == .clean)
  }

  // MARK: Values in use

  /// The value of today's local file, of no known form, anywhere in the history.
  @Test func aValueInUseIsFoundInOldVersionsOfOtherFiles() throws {
    let project = try GitProject()
    let value = Self.dotenv(name: "PARTNER_TOKEN")
    try project.write(["src/call.ts": "call('\(value.dropFirst(14).dropLast())');\n"])
    try project.commit("call")
    for round in 0..<5 {
      try project.write(["src/call.ts": "call(env.PARTNER_TOKEN, \(round));\n"])
      try project.commit("\(round)")
    }
    try project.write([".dev.vars": value])
    let run = project.check("--history", "--select", "known-value")
    #expect(
      run.output.contains(
        "src/call.ts:1:7: warning[known-value/in-source] the value of PARTNER_TOKEN from .dev.vars stands here"
      ),
      "\(run.output)"
    )
    #expect(run.output.contains("gone from HEAD, and on no remote branch"))
    #expect(!run.output.contains(value.dropFirst(14).dropLast()))
    try project.git("update-ref", "refs/remotes/origin/main", "HEAD")
    let pushed = project.check("--history")
    #expect(pushed.output.contains("error[known-value/in-source]"))
    #expect(pushed.output.contains("It is already pushed, so that only a new secret helps."))
    try project.write([".dev.vars": Self.dotenv("two", name: "PARTNER_TOKEN")])
    #expect(project.check("--history").status == .clean)
  }

  @Test func theFirstCommitHasNoParentToStartFrom() throws {
    let folder = try TemporaryFolder()
    try folder.git("init", "-q", "-b", "main")
    try folder.write(GitProject.leak(), to: "a.ts")
    try folder.git("add", "-A")
    try folder.git("commit", "-q", "-m", "first")
    #expect(CommandRun(["check", "--history", folder.path]).output.contains("`git commit --amend`"))
    try folder.git("checkout", "-q", "--orphan", "other")
    try folder.git("rm", "-q", "--cached", "a.ts")
    try folder.git("commit", "-q", "--allow-empty", "-m", "other")
    #expect(CommandRun(["check", "--history", folder.path]).output.contains("`git for-each-ref --contains "))
  }

  // MARK: Ignored here only

  @Test func aPrivateIgnoreFileProtectsNobodyElse() throws {
    let project = try GitProject()
    try project.write([".dev.vars": Self.dotenv(), ".gitignore": ".wrangler/\nnode_modules/\n"])
    try project.folder.write(".dev.vars*\n.env*\n", to: ".git/info/exclude")
    try project.commit("ignore")
    let run = project.check()
    #expect(run.output.contains("warning[git/ignored-privately] `.dev.vars` is ignored on this machine only"))
    #expect(run.output.contains("Add the lines `.dev.vars*`, `!.dev.vars.example`, `.env*`"), "\(run.output)")
    try project.write([".gitignore": GitProject.ignores])
    #expect(project.check().status == .clean)
  }
}
