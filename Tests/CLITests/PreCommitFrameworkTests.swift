import Foundation
import TestSupport
import Testing

/// The framework of pre-commit.com.
private enum PreCommitFramework {
  static let isInstalled = (try? ProgramRun(["pre-commit", "--version"], in: "/"))?.status == 0
}

/// `.pre-commit-hooks.yaml`, as the framework of pre-commit.com reads it.
@Suite(.enabled(if: PreCommitFramework.isInstalled, "pre-commit is not installed; `pip install pre-commit` does it"))
struct PreCommitFrameworkTests {
  let project: GitProject
  /// A repository with our manifest, for the framework to clone.
  let hooks: TemporaryFolder
  let cache: TemporaryFolder

  init() throws {
    project = try GitProject()
    hooks = try TemporaryFolder()
    cache = try TemporaryFolder()
    try hooks.git("init", "-q", "-b", "main")
    let manifest = ".pre-commit-hooks.yaml"
    try hooks.write(try String(contentsOf: PackageFolder.url(manifest), encoding: .utf8), to: manifest)
    try hooks.git("add", "-A")
    try hooks.git("commit", "-q", "-m", "hooks")
  }

  private func run(_ words: String...) throws -> ProgramRun {
    let programs = URL(filePath: try GitProject.program()).deletingLastPathComponent().path
    return try ProgramRun(
      words,
      in: project.path,
      searchPath: [programs],
      environment: ["PRE_COMMIT_HOME": cache.path]
    )
  }

  private func configure(_ id: String) throws {
    let revision = try hooks.git("rev-parse", "HEAD")
    try project.write([
      ".pre-commit-config.yaml":
        "repos:\n  - repo: \(hooks.path)\n    rev: \(revision)    hooks:\n      - id: \(id)\n"
    ])
    try project.commit("configure")
  }

  @Test func theManifestIsValid() throws {
    let run = try run("pre-commit", "validate-manifest", PackageFolder.url(".pre-commit-hooks.yaml").path)
    #expect(run.status == 0)
    #expect(run.text == "")
  }

  @Test(arguments: ["paddock-system", "paddock-files"])
  func aLeakStopsTheCommit(_ id: String) throws {
    try configure(id)
    #expect(try run("pre-commit", "install").status == 0)
    try project.write(["src/a.ts": "export const a = 1;\n"])
    try project.git("add", "-A")
    let clean = try run("git", "commit", "-m", "clean")
    #expect(clean.status == 0, "\(clean.text)")
    #expect(clean.text.contains("Passed"))
    // The work tree is clean again, but what is staged counts.
    try project.write(["src/a.ts": GitProject.leak()])
    try project.git("add", "-A")
    try project.write(["src/a.ts": "export const a = 1;\n"])
    let leak = try run("git", "commit", "-m", "leak")
    #expect(leak.status == 1, "\(leak.text)")
    #expect(leak.text.contains("src/a.ts:1:"))
    #expect(leak.text.contains("Failed"))
  }

  @Test func allFiles() throws {
    try project.write(["src/old.ts": GitProject.leak()])
    try configure("paddock-files")
    let run = try run("pre-commit", "run", "--all-files")
    #expect(run.status == 1, "\(run.text)")
    #expect(run.text.contains("src/old.ts:1:"))
  }
}
