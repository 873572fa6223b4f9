import Foundation
import Linter
import Patterns
import TestSupport
import Testing

@testable import CLI

/// `--staged` sees what `git commit` would record, and nothing else.
struct StagedTests {
  static let rule = GitProject.leakRule

  @Test func nothingStagedIsSaid() throws {
    let project = try GitProject()
    try project.write(["src/a.ts": GitProject.leak()])
    let run = project.check("--staged")
    #expect(run.status == .clean)
    #expect(run.errors.contains("nothing is staged"))
    #expect(run.output.contains("0 files"))
  }

  /// The index counts where it differs from the work tree, in both directions.
  @Test func readsTheIndexAndNotTheWorkTree() throws {
    let project = try GitProject()
    try project.write(["src/leaky.ts": GitProject.leak("a"), "src/clean.ts": "export const a = 1;\n"])
    try project.git("add", "-A")
    try project.write(["src/leaky.ts": "export const b = 2;\n", "src/clean.ts": GitProject.leak("b")])
    let run = project.check("--staged")
    #expect(run.status == .findings)
    #expect(run.output.contains("src/leaky.ts:1:"))
    #expect(!run.output.contains("src/clean.ts"))
  }

  enum Kind: String, CaseIterable { case added, modified, renamed, retyped }

  @Test(arguments: Kind.allCases)
  func everyKindOfChangeIsRead(_ kind: Kind) throws {
    let project = try GitProject()
    switch kind {
    case .added: try project.write(["new.ts": GitProject.leak()])
    case .modified:
      try project.write(["new.ts": "x\n"])
      try project.commit("two")
      try project.write(["new.ts": "x\n" + GitProject.leak()])
    case .renamed:
      try project.write(["old.ts": GitProject.leak()])
      try project.commit("two")
      try project.git("mv", "old.ts", "new.ts")
    case .retyped:
      try FileManager.default.createSymbolicLink(
        at: project.folder.url.appending(path: "new.ts"),
        withDestinationURL: project.folder.url.appending(path: "src/index.ts")
      )
      try project.commit("two")
      try FileManager.default.removeItem(at: project.folder.url.appending(path: "new.ts"))
      try project.write(["new.ts": GitProject.leak()])
    }
    try project.git("add", "-A")
    let run = project.check("--staged")
    #expect(run.output.contains("new.ts:"))
    #expect(run.status == .findings)
  }

  /// What the commit does not touch is not reported, however bad.
  @Test func unchangedFilesAreNotReported() throws {
    let project = try GitProject()
    try project.write(["src/old.ts": GitProject.leak()])
    try project.commit("leak")
    try project.write(["src/new.ts": "export const a = 1;\n"])
    try project.git("add", "-A")
    let run = project.check("--staged")
    #expect(run.status == .clean, "\(run.output)")
    #expect(run.output.contains("1 file"))
  }

  /// A change of one file can make another one wrong.
  @Test func aChangedIgnoreFileUncoversASecretFile() throws {
    let project = try GitProject()
    var sample = "API_SECRET=" + GitProject.leak().filter { $0.isLetter || $0.isNumber }
    sample += "\n"
    try project.write([".dev.vars": sample])
    #expect(project.check("--staged").status == .clean)
    try FileManager.default.removeItem(at: project.folder.url.appending(path: ".gitignore"))
    try project.git("add", ".gitignore")
    let run = project.check("--staged")
    #expect(run.status == .findings)
    #expect(run.output.contains("git/secret-file-not-ignored"), "\(run.output)")
  }

  /// The ignore file of the index counts, not the one of the work tree.
  @Test func theWorkTreesIgnoreFileDoesNotCount() throws {
    let project = try GitProject()
    try project.write([".dev.vars": "API_SECRET=x\n"])
    try project.git("rm", "-q", "--cached", ".gitignore")
    #expect(project.check("--staged").output.contains("git/secret-file-not-ignored"))
  }

  @Test func aSecretFileThatIsStagedIsReported() throws {
    let project = try GitProject()
    try project.write([".dev.vars": "API_SECRET=hunter2hunter2\n"])
    try project.git("add", "-f", ".dev.vars")
    let run = project.check("--staged")
    #expect(run.status == .findings)
    #expect(run.output.contains("git/secret-file-tracked"))
  }

  /// A file that git never sees is read from the work tree where a staged script names it.
  @Test func theValuesOfAFileThatAScriptNamesAreLookedFor() throws {
    let project = try GitProject()
    var sample = SampleText(seed: "named")
    let value = sample.fill("{alnum-lower:24}")
    try project.write([
      ".gitignore": "\(GitProject.ignores)local.vars\n", "local.vars": "PARTNER_TOKEN=\(value)\n",
      "package.json": #"{ "scripts": { "dev": "wrangler dev --env-file local.vars" } }"#,
      "src/a.ts": "export const partner = '\(value)';\n",
    ])
    try project.git("add", "-A")
    let run = project.check("--staged")
    #expect(run.output.contains("src/a.ts:1:"), "\(run.output)")
    #expect(run.output.contains("known-value/in-source"), "\(run.output)")
  }

  /// Rules about configuration see the staged configuration.
  @Test func theStagedConfigurationIsChecked() throws {
    let project = try GitProject()
    try project.write(["wrangler.jsonc": #"{ "name": "shop", "main": "src/index.ts", "vras": { "A": "b" } }"#])
    try project.git("add", "-A")
    try project.write(["wrangler.jsonc": GitProject.config])
    let run = project.check("--staged")
    #expect(run.output.contains("config/unknown-key"), "\(run.output)")
  }

  @Test func worksBeforeTheFirstCommit() throws {
    for format in ["sha1", "sha256"] {
      let folder = try TemporaryFolder()
      try folder.git("init", "-q", "--object-format=\(format)")
      try folder.write(GitProject.leak(), to: "a.ts")
      try folder.git("add", "-A")
      let run = CommandRun(["check", "--staged", folder.path])
      #expect(run.status == .findings, "\(format): \(run.errors)")
      #expect(run.output.contains("a.ts:1:"))
    }
  }

  @Test func intentToAddIsNoPartOfTheCommit() throws {
    let project = try GitProject()
    try project.write(["a.ts": GitProject.leak()])
    try project.git("add", "-N", "a.ts")
    let run = project.check("--staged")
    #expect(run.status == .clean)
    #expect(run.errors.contains("nothing is staged"))
  }

  @Test func deletionsAreFine() throws {
    let project = try GitProject()
    try project.write(["src/old.ts": GitProject.leak()])
    try project.commit("leak")
    try project.git("rm", "-q", "src/old.ts")
    #expect(project.check("--staged").status == .clean)
  }

  @Test func aConflictIsAnError() throws {
    let project = try GitProject()
    try project.git("checkout", "-q", "-b", "other")
    try project.write(["src/index.ts": "a\n"])
    try project.commit("a")
    try project.git("checkout", "-q", "main")
    try project.write(["src/index.ts": "b\n"])
    try project.commit("b")
    _ = try? project.git("merge", "other")
    let run = project.check("--staged")
    #expect(run.status == .failure)
    #expect(run.errors.contains("src/index.ts: a merge has left a conflict here"))
  }

  @Test func submodulesAndLinksAreCounted() throws {
    let project = try GitProject()
    let other = try GitProject()
    try project.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", other.path, "lib")
    try FileManager.default.createSymbolicLink(
      atPath: project.path + "/link",
      withDestinationPath: "src/index.ts"
    )
    try project.git("add", "-A")
    let run = project.check("--staged", "--verbose")
    #expect(run.status == .clean, "\(run.output)\(run.errors)")
    #expect(run.output.contains("1 submodule"))
    #expect(run.output.contains("1 symbolic link"))
  }

  @Test func oneFolderOnly() throws {
    let project = try GitProject()
    try project.write(["api/a.ts": GitProject.leak("a"), "web/b.ts": GitProject.leak("b")])
    try project.git("add", "-A")
    let run = CommandRun(["check", "--staged", project.path + "/api"])
    #expect(run.output.contains("a.ts:1:"))
    #expect(!run.output.contains("b.ts"))
  }

  @Test func linkedWorkTreesHaveAnIndexOfTheirOwn() throws {
    let project = try GitProject()
    try project.git("worktree", "add", "-q", "linked", "-b", "topic")
    try project.write(["linked/src/a.ts": GitProject.leak()])
    try project.git("-C", "linked", "add", "-A")
    #expect(CommandRun(["check", "--staged", project.path + "/linked"]).output.contains("src/a.ts:1:"))
    #expect(project.check("--staged").errors.contains("nothing is staged"))
  }

  @Test func filesThatAreNotCheckedOutStillCount() throws {
    let project = try GitProject()
    try project.write(["apps/api/wrangler.jsonc": GitProject.config, "apps/web/x.ts": "x\n"])
    try project.commit("two")
    try project.git("sparse-checkout", "set", "--cone", "apps/web")
    try project.write(["apps/web/x.ts": GitProject.leak(), "apps/web/wrangler.json": #"{ "name": "web" }"#])
    try project.git("add", "apps/web")
    let run = project.check("--staged")
    #expect(run.status == .findings)
    #expect(run.output.contains("3 projects"), "\(run.output)")
  }

  /// Names of any kind are read, and none steers the terminal.
  @Test func oddNames() throws {
    let project = try GitProject()
    let names = ["new\nline.ts", "-dash.ts", "\"quote\".ts", "日本.ts", "esc\u{1B}[31m.ts", "sp ace.ts", ":(glob)*.ts"]
    for (index, name) in names.enumerated() { try project.write([name: GitProject.leak("\(index)")]) }
    try project.git("--literal-pathspecs", "add", "--", ".")
    let run = project.check("--staged")
    #expect(run.output.contains("\(names.count) errors"), "\(run.output)\(run.errors)")
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test func aFileAboveTheLimitIsNeverACleanResult() throws {
    let project = try GitProject()
    try project.write(["paddock.toml": "max-file-size = 1000\n"])
    try project.commit("limit")
    try project.write(["dump.sql": String(repeating: "insert into t values (1);\n", count: 100)])
    try project.git("add", "-A")
    let run = project.check("--staged")
    #expect(run.status == .failure)
    #expect(run.errors.contains("too large"))
  }

  @Test func aDamagedObjectIsAnError() throws {
    let project = try GitProject()
    try project.write(["a.ts": GitProject.leak()])
    try project.git("add", "-A")
    let name = try project.git("rev-parse", ":a.ts").trimmingCharacters(in: .whitespacesAndNewlines)
    let object = project.folder.url.appending(path: ".git/objects/\(name.prefix(2))/\(name.dropFirst(2))")
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: object.path)
    try Data("no object".utf8).write(to: object)
    let run = project.check("--staged")
    #expect(run.status == .failure)
    #expect(run.errors.contains("a.ts: the repository lacks its content"), "\(run.errors)")
  }

  @Test func outsideOfARepository() throws {
    let folder = try TemporaryFolder()
    let run = CommandRun(["check", "--staged", folder.path])
    #expect(run.status == .failure)
    #expect(run.errors.contains("lies in no git repository"))
  }

  /// In a hook, git says by variables which index is about to be recorded.
  @Test func worksAsAHook() throws {
    let project = try GitProject()
    try project.write(["other.ts": "x\n"])
    try project.commit("two")
    try project.folder.writeProgram(
      "#!/bin/sh\nexec '\(try GitProject.program())' check --staged >'\(project.path)/../hook-\(project.folder.url.lastPathComponent)'\n",
      to: ".git/hooks/pre-commit"
    )
    // A commit of one path has an index of its own: what else is staged is no part of it.
    try project.write(["src/index.ts": GitProject.leak(), "other.ts": "y\n"])
    try project.git("add", "src/index.ts")
    try project.git("commit", "-q", "-m", "only the other", "--", "other.ts")
    #expect(throws: CommandFailure.self) { try project.git("commit", "-q", "-m", "leak") }
    try project.git("worktree", "add", "-q", "linked", "-b", "topic")
    try project.write(["linked/src/index.ts": GitProject.leak()])
    try project.git("-C", "linked", "add", "-A")
    #expect(throws: CommandFailure.self) { try project.git("-C", "linked", "commit", "-q", "-m", "leak") }
    try FileManager.default.removeItem(
      atPath: "\(project.path)/../hook-\(project.folder.url.lastPathComponent)"
    )
  }

  @Test func leavesTheRepositoryAsItWas() throws {
    let project = try GitProject()
    try project.write(["a.ts": GitProject.leak()])
    try project.git("add", "-A")
    let before = try project.repositoryBytes()
    _ = project.check("--staged")
    _ = project.check("--diff", "HEAD")
    _ = project.check("--history")
    #expect(try project.repositoryBytes() == before)
  }
}
