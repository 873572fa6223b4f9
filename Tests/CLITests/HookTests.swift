import Foundation
import Linter
import TestSupport
import Testing

@testable import CLI

/// `paddock hook`, with real commits.
struct HookTests {
  let project: GitProject

  init() throws { project = try GitProject() }

  private var hook: URL { project.folder.url.appending(path: ".git/hooks/pre-commit") }
  private var earlier: URL { project.folder.url.appending(path: ".git/hooks/pre-commit.before-paddock") }

  private func text(_ file: URL) -> String? { try? String(contentsOf: file, encoding: .utf8) }

  private func run(_ words: String..., below folder: String = "") -> CommandRun {
    let run = CommandRun(["hook"] + words + [project.path + folder])
    // What is installed is executed a moment later.
    for hook in Self.hooks { try? project.folder.settleProgram(hook) }
    return run
  }

  private static let hooks = [".git/hooks/pre-commit", "tools/hooks/pre-commit"]

  /// Writes an earlier hook that leaves a line in the file `ran`.
  private func writeEarlierHook(status: Int = 0, to path: String = hooks[0]) throws -> String {
    let script = "#!/bin/sh\necho earlier >>ran\nexit \(status)\n"
    try project.folder.writeProgram(script, to: path)
    return script
  }

  private func git(_ arguments: String..., below folder: String = "", hasPaddock: Bool = true) throws -> ProgramRun {
    let programs = URL(filePath: try GitProject.program()).deletingLastPathComponent().path
    return try ProgramRun(
      ["git"] + arguments,
      in: project.path + folder,
      searchPath: hasPaddock ? [programs] : [],
      environment: hasPaddock ? [:] : ["PATH": "/usr/bin:/bin"]
    )
  }

  private func commits() throws -> Int {
    try project.git("log", "--format=%h", "--all").split(separator: "\n").count
  }

  @Test func aLeakStopsTheCommit() throws {
    #expect(run("install").status == .clean)
    try project.write(["src/a.ts": "export const a = 1;\n"])
    try project.git("add", "-A")
    let clean = try git("commit", "-q", "-m", "clean")
    #expect(clean.status == 0)
    #expect(clean.text == "")
    try project.write(["src/b.ts": GitProject.leak()])
    try project.git("add", "-A")
    let leak = try git("commit", "-q", "-m", "leak", below: "/src")
    #expect(leak.status == 1)
    #expect(leak.text.contains("src/b.ts:1:"))
    #expect(leak.text.contains("paddock: the commit was stopped"))
    #expect(!leak.text.contains("Checked"))
    #expect(try commits() == 2)
    #expect(try git("commit", "-q", "--no-verify", "-m", "leak").status == 0)
  }

  /// A commit of some paths, and one of everything that has changed, have an index of their own.
  @Test func theCommitIsCheckedAndNotTheIndex() throws {
    #expect(run("install").status == .clean)
    try project.write(["a.ts": "1\n"])
    try project.git("add", "a.ts")
    #expect(try git("commit", "-q", "-m", "a").status == 0)
    try project.write(["a.ts": "2\n", "src/index.ts": GitProject.leak()])
    #expect(try git("commit", "-q", "-m", "one path", "--", "a.ts").status == 0)
    #expect(try git("commit", "-q", "-a", "-m", "all").status == 1)
  }

  @Test func aMissingProgramStopsTheCommit() throws {
    #expect(run("install").status == .clean)
    try project.write(["a.ts": "1\n"])
    try project.git("add", "-A")
    let commit = try git("commit", "-q", "-m", "unchecked", hasPaddock: false)
    #expect(commit.status != 0)
    #expect(commit.text.hasPrefix("paddock: not found on the PATH"))
    #expect(commit.text.split(separator: "\n").count == 1)
    #expect(try commits() == 1)
  }

  @Test func installingTwiceAndUninstallingTwice() throws {
    #expect(run("install").output.contains("installed; every commit"))
    let script = text(hook)
    #expect(run("install").output.contains("already installed"))
    #expect(text(hook) == script)
    #expect(run("uninstall").output.contains("removed"))
    #expect(text(hook) == nil)
    let again = run("uninstall")
    #expect(again.status == .clean)
    #expect(again.output.contains("no hook of Paddock"))
  }

  /// git passes over a hook that nobody may execute.
  @Test func installingMakesTheHookExecutableAgain() throws {
    #expect(run("install").status == .clean)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: hook.path)
    #expect(run("install").output.contains("already installed"))
    #expect(FileManager.default.isExecutableFile(atPath: hook.path))
  }

  // MARK: A hook that is there already

  @Test func anEarlierHookRunsFirst() throws {
    let script = try writeEarlierHook()
    #expect(run("install").output.contains("runs first"))
    #expect(run("install").output.contains("already installed"))
    #expect(text(earlier) == script)
    try project.write(["a.ts": GitProject.leak(), ".gitignore": GitProject.ignores + "ran\n"])
    try project.git("add", "-A")
    #expect(try git("commit", "-q", "-m", "leak").status == 1)
    #expect(text(project.folder.url.appending(path: "ran")) == "earlier\n")
    #expect(run("uninstall").output.contains("the earlier hook is back"))
    #expect(text(hook) == script)
    #expect(text(earlier) == nil)
    #expect(try git("commit", "-q", "-m", "leak").status == 0)
    #expect(text(project.folder.url.appending(path: "ran")) == "earlier\nearlier\n")
  }

  @Test func anEarlierHookMayStopTheCommit() throws {
    _ = try writeEarlierHook(status: 7)
    #expect(run("install").status == .clean)
    try project.write(["a.ts": "1\n"])
    try project.git("add", "-A")
    #expect(try git("commit", "-q", "-m", "clean").status != 0)
    #expect(try commits() == 1)
  }

  @Test func aLinkIsKeptAsALink() throws {
    _ = try writeEarlierHook(to: "hook.sh")
    try FileManager.default.createSymbolicLink(atPath: hook.path, withDestinationPath: "../../hook.sh")
    #expect(run("install").output.contains("runs first"))
    try project.git("add", "-A")
    #expect(try git("commit", "-q", "-m", "clean").status == 0)
    #expect(text(project.folder.url.appending(path: "ran")) == "earlier\n")
    #expect(run("uninstall").status == .clean)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: hook.path) == "../../hook.sh")
  }

  // MARK: What is left alone

  @Test func aChangedHookIsLeftAlone() throws {
    #expect(run("install").status == .clean)
    let changed = try #require(text(hook)) + "echo more\n"
    try Data(changed.utf8).write(to: hook)
    for word in ["install", "uninstall"] {
      let run = run(word)
      #expect(run.status == .failure)
      #expect(run.errors.contains("was changed by somebody"))
      #expect(text(hook) == changed)
    }
  }

  @Test func aLeftoverIsLeftAlone() throws {
    let script = try writeEarlierHook(to: Self.hooks[0] + ".before-paddock")
    let run = run("install")
    #expect(run.status == .failure)
    #expect(run.errors.contains("left over"))
    #expect(text(earlier) == script)
    #expect(text(hook) == nil)
  }

  @Test func aFolderInThePlaceOfTheHook() throws {
    try FileManager.default.createDirectory(at: hook, withIntermediateDirectories: true)
    #expect(run("install").errors.contains("this is no file"))
    #expect(run("uninstall").output.contains("no hook of Paddock"))
  }

  // MARK: Where hooks are

  @Test func theHooksPathIsRespected() throws {
    try project.git("config", "core.hooksPath", "tools/hooks")
    #expect(run("install", below: "/src").status == .clean)
    #expect(text(project.folder.url.appending(path: "tools/hooks/pre-commit")) != nil)
    #expect(text(hook) == nil)
    try project.write(["a.ts": GitProject.leak()])
    try project.git("add", "-A")
    #expect(try git("commit", "-q", "-m", "leak").status == 1)
    #expect(run("uninstall", below: "/src").output.contains("removed"))
  }

  @Test func aFolderForManyRepositoriesNeedsAWord() throws {
    let others = try TemporaryFolder()
    try project.git("config", "core.hooksPath", others.path)
    let refused = run("install")
    #expect(refused.status == .failure)
    #expect(refused.errors.contains("may serve others"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: others.path) == [])
    #expect(run("install", "--shared").status == .clean)
    #expect(run("uninstall").output.contains("removed"))
  }

  @Test func huskyOwnsItsFolder() throws {
    try project.git("config", "core.hooksPath", ".husky/_")
    let run = run("install")
    #expect(run.status == .failure)
    #expect(run.errors.contains(".husky/pre-commit"))
  }

  @Test func linkedWorkTreesShareTheHook() throws {
    try project.git("worktree", "add", "-q", "linked", "-b", "topic")
    #expect(run("install", below: "/linked").status == .clean)
    #expect(text(hook) != nil)
    try project.write(["linked/src/a.ts": GitProject.leak()])
    try project.git("-C", "linked", "add", "-A")
    #expect(try git("commit", "-q", "-m", "leak", below: "/linked/src").status == 1)
  }

  @Test func outsideOfARepository() throws {
    let folder = try TemporaryFolder()
    for word in ["install", "uninstall", "run"] {
      let run = CommandRun(["hook", word, folder.path])
      #expect(run.status == .failure)
      #expect(run.errors.contains("lies in no git repository"))
    }
  }

  // MARK: run

  /// The whole commit counts, from whichever folder it is looked at.
  @Test func runChecksTheWholeCommit() throws {
    try project.write(["api/a.ts": "1\n", "b.ts": GitProject.leak()])
    try project.git("add", "-A")
    #expect(run("run", below: "/api").status == .findings)
    #expect(run("run", "--fail-on", "never", below: "/api").status == .clean)
  }

  @Test func runIsSilentWhenThereIsNothingToSay() throws {
    let run = run("run")
    #expect(run.status == .clean)
    #expect(run.output + run.errors == "")
  }

  @Test func runSaysWhyItFailed() throws {
    try project.write(["paddock.toml": "max-file-size = 1000\n"])
    try project.commit("limit")
    try project.write(["dump.sql": String(repeating: "insert into t values (1);\n", count: 100)])
    try project.git("add", "-A")
    let run = run("run")
    #expect(run.status == .failure)
    #expect(run.errors.contains("too large"))
  }
}
