import Foundation
import Linter
import TestSupport
import Testing

@testable import CLI

/// Nothing in a repository runs, whatever its settings say, and what git refuses is said in one sentence.
struct HostileRepositoryTests {
  /// A repository whose settings name a command that leaves a trace wherever git would run one.
  private func project() throws -> (project: GitProject, trace: String) {
    let project = try GitProject()
    let trace = project.path + ".trace"
    let script = project.path + "/.git/command"
    let hooks = ["post-index-change", "reference-transaction", "post-checkout"].map { ".git/evil/\($0)" }
    for path in [".git/command"] + hooks {
      try project.folder.writeProgram("#!/bin/sh\ntouch '\(trace)'\ncat\n", to: path)
    }
    try project.write([".gitattributes": "* diff=evil filter=evil\n", "src/a.ts": GitProject.leak("a")])
    try project.commit("leak")
    try project.write(["src/a.ts": "// one\n" + GitProject.leak("a")])
    try project.git("add", "-A")
    let settings = [
      "core.fsmonitor": script, "core.hooksPath": project.path + "/.git/evil", "core.pager": script,
      "pager.diff": "true", "diff.external": script, "diff.evil.command": script, "diff.evil.textconv": script,
      "filter.evil.clean": script, "filter.evil.smudge": script, "filter.evil.process": script, "gpg.program": script,
      "log.showSignature": "true", "core.sshCommand": script, "core.gitProxy": script, "credential.helper": script,
      "core.alternateRefsCommand": script, "uploadpack.packObjectsHook": script,
    ]
    for (key, value) in settings.sorted(by: { $0.key < $1.key }) { try project.git("config", key, value) }
    return (project, trace)
  }

  @Test(arguments: [["--staged"], ["--diff", "HEAD~1"], ["--history"], []])
  func noCommandOfTheRepositoryRuns(_ mode: [String]) throws {
    let (project, trace) = try project()
    let run = CommandRun(["check"] + mode + [project.path])
    #expect(run.output.contains("src/a.ts"), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: trace))
    try? FileManager.default.removeItem(atPath: trace)
  }

  /// A partial clone whose server is a command: what is missing stays missing.
  @Test(arguments: [["--staged"], ["--diff", "HEAD~1"], ["--history"]])
  func nothingIsFetched(_ mode: [String]) throws {
    let (project, trace) = try project()
    for (key, value) in [
      "core.repositoryFormatVersion": "1", "extensions.partialClone": "origin", "remote.origin.promisor": "true",
      "remote.origin.url": "ext::\(project.path)/.git/command",
      "remote.origin.uploadpack": "\(project.path)/.git/command",
      "protocol.ext.allow": "always", "protocol.file.allow": "always",
    ] { try project.git("config", key, value) }
    let name = try project.git("rev-parse", ":src/a.ts").trimmingCharacters(in: .whitespacesAndNewlines)
    try FileManager.default.removeItem(
      atPath: "\(project.path)/.git/objects/\(name.prefix(2))/\(name.dropFirst(2))"
    )
    try? FileManager.default.removeItem(atPath: trace)
    let run = CommandRun(["check"] + mode + [project.path])
    if mode == ["--staged"] {
      #expect(run.status == .failure)
      #expect(run.errors.contains("src/a.ts: the repository lacks its content"), "\(run.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: trace))
    try? FileManager.default.removeItem(atPath: trace)
  }

  /// A replaced object hides nothing: the commit holds the real one.
  @Test func replacedObjectsDoNotCount() throws {
    let project = try GitProject()
    try project.write(["a.ts": GitProject.leak(), "b.ts": "harmless\n"])
    try project.git("add", "-A")
    let names = try ["a.ts", "b.ts"].map { file in
      try project.git("rev-parse", ":\(file)").trimmingCharacters(in: .whitespacesAndNewlines)
    }
    try project.git("replace", names[0], names[1])
    #expect(project.check("--staged").output.contains("a.ts:1:"))
  }

  @Test func damagedSettingsAreAnError() throws {
    let project = try GitProject()
    try project.folder.write("[core\n", to: ".git/config")
    let run = project.check("--staged")
    #expect(run.status == .failure)
    #expect(run.errors.contains("bad config line 1"), "\(run.errors)")
  }

  @Test func aMissingGitIsOneSentence() throws {
    let project = try GitProject()
    let run = try ProgramRun(
      [try GitProject.program(), "check", "--staged", project.path],
      in: "/",
      environment: ["PATH": "relative/bin:/nowhere"]
    )
    #expect(run.status == 2)
    #expect(run.text.hasPrefix("paddock: git was not found"))
    #expect(run.text.split(separator: "\n").count == 1)
  }
}
