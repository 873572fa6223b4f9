import Foundation
import TestSupport
import Testing

/// The lines of `docs/ci.md` for programs that manage the hooks of a repository.
struct HookManagerTests {
  private enum Lefthook {
    static let isInstalled = (try? ProgramRun(["lefthook", "version"], in: "/"))?.status == 0
  }

  let project: GitProject

  init() throws { project = try GitProject() }

  private func run(_ words: String..., variables: [String: String] = [:]) throws -> ProgramRun {
    let programs = URL(filePath: try GitProject.program()).deletingLastPathComponent().path
    return try ProgramRun(words, in: project.path, searchPath: [programs], environment: variables)
  }

  /// A commit of harmless code goes through, and one with a leak does not, whatever the work tree has.
  private func expectGuarded() throws {
    try project.write(["src/a.ts": "export const a = 1;\n"])
    try project.git("add", "-A")
    let clean = try run("git", "commit", "-m", "clean")
    #expect(clean.status == 0, "\(clean.text)")
    try project.write(["src/a.ts": GitProject.leak()])
    try project.git("add", "-A")
    try project.write(["src/a.ts": "export const a = 1;\n"])
    let leak = try run("git", "commit", "-m", "leak")
    #expect(leak.status != 0)
    #expect(leak.text.contains("src/a.ts:1:14: error["), "\(leak.text)")
    #expect(try project.git("log", "--format=%s").split(separator: "\n").first == "clean")
  }

  @Test(.enabled(if: Lefthook.isInstalled, "lefthook is not installed; `pip install lefthook` does it"))
  func lefthook() throws {
    let examples = try ContinuousIntegrationPage.examples("yaml").filter { $0.hasPrefix("pre-commit:") }
    #expect(examples.count == 1)
    try project.write(["lefthook.yml": try #require(examples.first)])
    let validation = try run("lefthook", "validate")
    #expect(validation.status == 0, "\(validation.text)")
    let installation = try run("lefthook", "install")
    #expect(installation.status == 0, "\(installation.text)")
    try expectGuarded()
    // Of what a commit of some paths leaves out, nothing counts: git gives the hook an index of its own.
    try project.write(["docs/a.md": "a\n"])
    try project.git("add", "docs/a.md")
    let paths = try run("git", "commit", "-m", "paths", "--", "docs/a.md")
    #expect(paths.status == 0, "\(paths.text)")
  }

  /// The mechanism that husky documents, with scripts of ours, as it cannot be had without npm.
  ///
  /// `core.hooksPath` is `.husky/_`, where a script for each hook runs the one of the same name in `.husky` with `sh -e`;
  /// `HUSKY=0` passes over all (typicode.github.io/husky, "How To").
  @Test func husky() throws {
    let line = try #require(
      ContinuousIntegrationPage.examples("sh").first { $0.hasPrefix("paddock hook run") }
    )
    let script = """
      #!/usr/bin/env sh
      [ "$HUSKY" = 0 ] && exit 0
      hook="$(dirname "$(dirname "$0")")/$(basename "$0")"
      [ -f "$hook" ] || exit 0
      sh -e "$hook" "$@"

      """
    try project.write([
      ".husky/_/.gitignore": "*\n", ".husky/pre-commit": "echo before\n\(line)echo after\n",
    ])
    try project.folder.writeProgram(script, to: ".husky/_/pre-commit")
    try project.git("config", "core.hooksPath", ".husky/_")
    try expectGuarded()
    #expect(try run("git", "commit", "-m", "leak").text.hasPrefix("before\n"))
    #expect(!(try run("git", "commit", "-m", "leak").text.contains("after\n")))
    #expect(try run("paddock", "hook", "install").status == 2)
    #expect(try run("git", "commit", "-q", "-m", "leak", variables: ["HUSKY": "0"]).status == 0)
  }
}
