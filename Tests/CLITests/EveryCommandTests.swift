import DeployState
import Foundation
import Linter
import TestSupport
import Testing

@testable import CLI

/// Whatever the command: nothing in `.git` changes, and nobody is called.
struct EveryCommandTests {
  /// All commands that look at a repository, as words after `paddock` in its folder.
  static let commands: [[String]] = [
    ["check"], ["check", "--staged"], ["check", "--diff", "HEAD~1"], ["check", "--diff", "HEAD~1...topic"],
    ["check", "--history"], ["check", "--history", "HEAD~1..HEAD", "--since", "2000-01-01"],
    ["check", "--output", "report.sarif", "--output", "report.html"], ["check", "src"], ["ready"],
    ["ready", "--format", "json"], ["state", "show"], ["state", "plan", "--", "deploy", "secret put A"],
    ["state", "diff", "paddock.state.json", "paddock.state.json"], ["baseline", "create", "--reason", "known"],
    ["baseline", "stats"], ["baseline", "prune"], ["explain", "src/a.ts:1"], ["explain", "git/secret-file-tracked"],
    ["rules"], ["hook", "run"],
  ]

  /// A repository in which git would like to call a server: its clone is partial, and an old content is missing.
  private static func project() throws -> GitProject {
    let project = try GitProject()
    try project.write(["src/a.ts": GitProject.leak("a"), ".env": SecretFileStateTests.dotenv()])
    try project.git("add", "-f", ".env")
    try project.commit("leak")
    try project.git("branch", "topic")
    let old = try project.git("rev-parse", "HEAD:src/a.ts").trimmingCharacters(in: .whitespacesAndNewlines)
    try project.git("rm", "-q", "--cached", ".env")
    try project.write([
      "src/a.ts": "export const a = 1;\n", "paddock.state.json": SavedWorkers.file(["shop": SavedWorkers.worker("A")]),
    ])
    try project.commit("mend")
    for (key, value) in [
      "core.repositoryFormatVersion": "1", "extensions.partialClone": "origin", "remote.origin.promisor": "true",
      "remote.origin.url": "git://127.0.0.1:1/shop.git", "remote.origin.fetch": "+refs/heads/*:refs/remotes/origin/*",
    ] { try project.git("config", key, value) }
    try project.git("update-ref", "refs/remotes/origin/main", "HEAD~1")
    try project.write(["src/a.ts": GitProject.leak("b"), "src/b.ts": "export const b = 2;\n"])
    try project.git("add", "-A")
    try FileManager.default.removeItem(atPath: "\(project.path)/.git/objects/\(old.prefix(2))/\(old.dropFirst(2))")
    return project
  }

  @Test func theRepositoryStaysAsItWas() throws {
    let project = try Self.project()
    let before = try project.repositoryBytes()
    let program = try GitProject.program()
    for words in Self.commands {
      let run = try ProgramRun([program] + words, in: project.path)
      #expect((0...2).contains(run.status), "\(words): \(run.text)")
      #expect(!run.text.contains("Usage:"), "\(words): \(run.text)")
      #expect(try project.repositoryBytes() == before, "\(words) has changed .git")
    }
  }

  // MARK: The network

  private enum Strace {
    static let isInstalled =
      (try? ProgramRun(["strace", "-f", "-o", "/dev/null", "true"], in: "/"))?.status == 0
  }

  /// The lines of a trace, children included: the programs that are started, and the sockets that are opened.
  private func trace(_ words: [String], in project: GitProject) throws -> [Substring] {
    let trace = project.folder.url.appending(path: ".trace")
    let strace = ["strace", "-f", "-qq", "-e", "trace=socket,execve", "-o", trace.path]
    let run = try ProgramRun(strace + words, in: project.path)
    let text = try String(contentsOf: trace, encoding: .utf8)
    try FileManager.default.removeItem(at: trace)
    // The trace is one of this program at all.
    #expect(text.contains("execve("), "\(words): \(run.text)")
    return text.split(separator: "\n")
  }

  private func sockets(of words: [String], in project: GitProject) throws -> [Substring] {
    try trace(words, in: project).filter { $0.contains("AF_INET") }
  }

  @Test(.enabled(if: Strace.isInstalled, "strace is not installed, or may not be used here"))
  func nobodyIsCalled() throws {
    let project = try Self.project()
    let program = try GitProject.program()
    for words in Self.commands + [["hook", "install"], ["hook", "uninstall"]] {
      #expect(try sockets(of: [program] + words, in: project).isEmpty, "\(words)")
    }
    // What a call would look like.
    #expect(try !sockets(of: ["git", "fetch"], in: project).isEmpty)
  }

  /// A process costs more than all the rest of a small check: one reads the index, one hands out contents.
  @Test(.enabled(if: Strace.isInstalled, "strace is not installed, or may not be used here"))
  func aStagedFileTakesTwoProcessesOfGit() throws {
    let project = try GitProject()
    try project.write(["packages/a/src/deep/b.ts": "export const b = 2;\n", "c.ts": "export const c = 3;\n"])
    try project.git("add", "-A")
    // Where the system's settings name an ignore file for all users, git is asked for it as well.
    let lines = try trace(["env", "GIT_CONFIG_NOSYSTEM=1", try GitProject.program(), "check", "--staged"], in: project)
    let started = lines.filter { $0.contains("execve(") && $0.contains("/git\", [") }
    #expect(started.count == 2, "\(started.joined(separator: "\n"))")
  }
}
