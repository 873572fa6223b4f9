import Foundation
import TestSupport
import Testing

@testable import CLI

/// Every step of `action.yml`, with what GitHub gives it.
@Suite(.enabled(if: YAMLText.isReadable, "needs python3 with PyYAML"))
struct ActionTests {
  let project: GitProject
  let runner: TemporaryFolder

  /// A branch with one leak on top of `main`, as `actions/checkout` with `fetch-depth: 0` leaves it.
  init() throws {
    project = try GitProject()
    runner = try TemporaryFolder()
    try project.git("update-ref", "refs/remotes/origin/main", "HEAD")
    try project.git("checkout", "-q", "--detach")
    try project.write(["src/new.ts": GitProject.leak()])
    try project.commit("leak")
    let payload: [String: Any] = [
      "action": "opened", "number": 7,
      "pull_request": ["number": 7, "base": ["ref": "main"], "head": ["ref": "topic", "repo": ["fork": true]]],
      "repository": ["full_name": "owner/shop"],
    ]
    try runner.write(try JSONSerialization.data(withJSONObject: payload), to: "event.json")
  }

  private static let system = "/usr/local/bin:/usr/bin:/bin"

  private func run(
    _ inputs: [String: String] = [:],
    action: String = PackageFolder.url.path,
    reference: String = "",
    variables: [String: String] = [:],
    isInstalled: Bool = true,
    hitsCache: Bool = false
  ) throws -> ActionRun {
    let programs = URL(filePath: try GitProject.program()).deletingLastPathComponent().path
    let pull = [
      "GITHUB_EVENT_NAME": "pull_request", "GITHUB_EVENT_PATH": runner.path + "/event.json",
      "GITHUB_BASE_REF": "main", "GITHUB_HEAD_REF": "topic", "GITHUB_REF": "refs/pull/7/merge",
      "GITHUB_REPOSITORY": "owner/shop",
    ]
    return try ActionRun(
      action: action,
      workspace: project.path,
      runner: runner,
      inputs: inputs,
      reference: reference,
      variables: pull.merging(variables) { $1 },
      searchPath: (isInstalled ? "\(programs):" : "") + Self.system,
      hitsCache: hitsCache
    )
  }

  /// The report that the upload gets.
  private func uploaded(_ run: ActionRun) throws -> [String: Any]? {
    let use = run.uses.last { $0.action.hasPrefix("github/codeql-action/upload-sarif@") }
    guard let file = use?.with["sarif_file"] else { return nil }
    #expect(use?.with["category"] == "paddock")
    #expect(run.outputs["sarif"] == file)
    return try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: file))) as? [String: Any]
  }

  private func results(_ run: ActionRun) throws -> Int? {
    (try uploaded(run)?["runs"] as? [[String: Any]])?.first.flatMap { ($0["results"] as? [Any])?.count }
  }

  @Test func aPullRequestWithALeak() throws {
    let run = try run(["args": "--diff pull-request"])
    #expect(run.steps == ["find", "check", "Upload the findings"], "\(run.log)")
    #expect(run.status == 1)
    #expect(run.log.contains("src/new.ts:1:14: error["))
    #expect(run.log.contains("\n::error file=src/new.ts,line=1,"))
    #expect(run.summary.hasPrefix("# summary of an earlier step\n"))
    #expect(run.summary.contains("src/new.ts:1"))
    #expect(try results(run) == 1)
  }

  @Test func aCleanPullRequest() throws {
    try project.git("update-ref", "refs/remotes/origin/main", "HEAD")
    let run = try run(["args": "--diff pull-request"])
    #expect(run.status == 0, "\(run.log)")
    #expect(!run.log.contains("::error"))
    // An empty report closes the alerts of earlier runs.
    #expect(try results(run) == 0)
  }

  /// Each row: inputs, the status, and whether there is an upload.
  @Test(arguments: [
    ([:], 1, true), (["fail-on": "never"], 0, true), (["upload-sarif": "false"], 1, false),
    (["path": "src"], 1, true), (["path": "wrangler.jsonc"], 0, true), (["path": "nowhere"], 2, false),
    (["args": "--no-such-option"], 2, false), (["args": "--diff nowhere"], 2, false),
    (["fail-on": "sometimes"], 2, false), (["path": "$(touch owned)"], 2, false),
    (["args": "--env `touch owned` ; touch owned"], 2, false), (["args": "  --ignore   token,source "], 0, true),
  ])
  func inputs(_ inputs: [String: String], _ status: Int32, _ isUploaded: Bool) throws {
    let run = try run(inputs)
    #expect(run.status == status, "\(run.log)")
    #expect((try uploaded(run) != nil) == isUploaded)
    #expect(!FileManager.default.fileExists(atPath: project.path + "/owned"))
  }

  /// Outside of a pull request there is no base: the job fails and says so.
  @Test func aPushHasNoBase() throws {
    let run = try run(["args": "--diff pull-request"], variables: ["GITHUB_BASE_REF": "", "GITHUB_EVENT_NAME": "push"])
    #expect(run.status == 2)
    #expect(run.log.contains("neither GITHUB_BASE_REF nor"))
  }

  // MARK: Building

  /// The files of the action, with a `make release` that takes no minutes: it copies the program beside the tests.
  private func action() throws -> TemporaryFolder {
    let action = try TemporaryFolder()
    for file in ["action.yml", "scripts/action", "scripts/version", "Sources/CLI/Version.swift", "Package.swift"] {
      try action.write(try ContinuousIntegrationPage.text(file), to: file)
    }
    for folder in ["Sources", "Plugins", "rules"] { try action.write("one\n", to: "\(folder)/file") }
    let program = try GitProject.program()
    try action.write("release:\n\tmkdir -p dist && cp '\(program)' dist/paddock && echo built\n", to: "Makefile")
    return action
  }

  @Test func withoutAProgramTheActionBuildsItsOwnSource() throws {
    let action = try action()
    let first = try run(action: action.path, isInstalled: false)
    #expect(first.steps == ["find", "cache", "Build Paddock", "check", "Upload the findings"], "\(first.log)")
    #expect(first.status == 1)
    #expect(first.log.contains("built\n"))
    #expect(try results(first) == 1)
    let cache = try #require(first.uses.first)
    #expect(cache.with["path"] == action.path + "/dist")
    let second = try run(action: action.path, isInstalled: false, hitsCache: true)
    #expect(second.steps == ["find", "cache", "check", "Upload the findings"])
    #expect(second.uses.first?.with["key"] == cache.with["key"])
    // Another source is another key.
    try action.write("two\n", to: "Sources/file")
    #expect(try run(action: action.path, isInstalled: false).uses.first?.with["key"] != cache.with["key"])
  }

  @Test func aVersionIsFetchedFromTheRepositoryOfTheAction() throws {
    let action = try action()
    let server = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: server.path + "/owner", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: action.path, toPath: server.path + "/owner/paddock")
    for arguments in [
      ["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "one"], ["tag", "v1"],
    ] { try server.git(["-C", "owner/paddock"] + arguments) }
    let commit = try server.git("-C", "owner/paddock", "rev-parse", "HEAD").trimmingCharacters(in: .newlines)
    let variables = ["GITHUB_SERVER_URL": "file://" + server.path]
    let run = try run(["version": "v1"], action: action.path, variables: variables)
    #expect(run.steps == ["find", "cache", "Build Paddock", "check", "Upload the findings"], "\(run.log)")
    #expect(run.status == 1)
    #expect(run.uses.first?.with["key"] == "paddock-Linux-X64-\(commit)")
    #expect(run.uses.first?.with["path"] == runner.path + "/paddock-source/dist")
  }

  @Test func aVersionThatIsNotThereFailsTheJob() throws {
    let server = try TemporaryFolder()
    let run = try run(["version": "v9"], variables: ["GITHUB_SERVER_URL": "file://" + server.path])
    #expect(run.status != 0)
    #expect(run.steps == ["find"])
    #expect(run.uses.isEmpty)
  }

  // MARK: Downloading

  /// What a server has: the tag of a release, its archive, and its checksums.
  private func server(isDamaged: Bool = false) throws -> (
    server: TemporaryFolder, action: TemporaryFolder, commit: String
  ) {
    let action = try action()
    let server = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: server.path + "/owner", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: action.path, toPath: server.path + "/owner/paddock")
    let tag = "v\(Paddock.version)"
    for arguments in [
      ["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "one"], ["tag", "-a", "-m", "release", tag],
    ] { try server.git(["-C", "owner/paddock"] + arguments) }
    let commit = try server.git("-C", "owner/paddock", "rev-parse", "HEAD").trimmingCharacters(in: .newlines)
    // The release, in the layout that `make dist` writes; the program is the one beside the tests.
    let release = "owner/paddock/releases/download/\(tag)"
    let pack = """
      set -eu
      machine=$(uname -m); [ "$machine" != arm64 ] || machine=aarch64
      system=linux; [ "$(uname -s)" = Linux ] || system=macos
      top=paddock-\(Paddock.version)-$machine-$system
      mkdir -p "$top"
      printf '#!/bin/sh\\nexec "\(try GitProject.program())" "$@"\\n' >"$top/paddock"
      chmod 755 "$top/paddock"
      tar -czf "$top.tar.gz" "$top"
      if command -v sha256sum >/dev/null; then sha256sum "$top.tar.gz"; else shasum -a 256 "$top.tar.gz"; fi >SHA256SUMS
      \(isDamaged ? "printf x >>\"$top.tar.gz\"" : ":")
      """
    try server.write(pack, to: "\(release)/pack")
    let packing = try ProgramRun(["sh", "pack"], in: "\(server.path)/\(release)")
    #expect(packing.status == 0, "\(packing.text)")
    return (server, action, commit)
  }

  /// Each row: the input `version`, and what the workflow names after `@`; a tag, a tag that moves, the commit of a tag.
  @Test(arguments: [("", "TAG"), ("", "v0"), ("", "COMMIT"), ("TAG", "main")])
  func aReleaseIsDownloaded(_ version: String, _ reference: String) throws {
    let (server, action, commit) = try server()
    let fill = { (text: String) in
      text.replacing("TAG", with: "v\(Paddock.version)").replacing("COMMIT", with: commit)
    }
    let run = try run(
      version.isEmpty ? [:] : ["version": fill(version)],
      action: action.path,
      reference: fill(reference),
      variables: ["GITHUB_SERVER_URL": "file://" + server.path],
      isInstalled: false
    )
    #expect(run.steps == ["find", "cache", "Download Paddock", "check", "Upload the findings"], "\(run.log)")
    #expect(run.status == 1, "\(run.log)")
    #expect(try results(run) == 1)
    #expect(run.uses.first?.with["key"] == "paddock-Linux-X64-v\(Paddock.version)")
    #expect(run.uses.first?.with["path"] == runner.path + "/paddock-release")
    // The next job finds it in the cache.
    let second = try self.run(
      action: action.path,
      reference: "v\(Paddock.version)",
      variables: ["GITHUB_SERVER_URL": "file:///nowhere"],
      isInstalled: false,
      hitsCache: true
    )
    #expect(second.steps == ["find", "cache", "check", "Upload the findings"], "\(second.log)")
    #expect(second.status == 1)
  }

  /// Of a branch there is no release, and of a commit only when a release was made of it.
  @Test(arguments: ["main", "topic", "0123456789abcdef0123456789abcdef01234567", ""])
  func anythingElseIsBuilt(_ reference: String) throws {
    let (server, action, _) = try server()
    let variables = ["GITHUB_SERVER_URL": "file://" + server.path]
    let run = try run(action: action.path, reference: reference, variables: variables, isInstalled: false)
    #expect(run.steps == ["find", "cache", "Build Paddock", "check", "Upload the findings"], "\(run.log)")
  }

  @Test func aDamagedDownloadIsRefused() throws {
    let (server, action, _) = try server(isDamaged: true)
    let run = try run(
      action: action.path,
      reference: "v\(Paddock.version)",
      variables: ["GITHUB_SERVER_URL": "file://" + server.path],
      isInstalled: false
    )
    #expect(run.steps == ["find", "cache", "Download Paddock"])
    #expect(run.status == 2)
    #expect(run.log.contains("is damaged: its checksum is not the one in SHA256SUMS\n"), "\(run.log)")
    #expect(!FileManager.default.fileExists(atPath: runner.path + "/paddock-release/paddock"))
  }

  @Test func aReleaseThatIsNotThereFailsTheJob() throws {
    let (server, _, _) = try server()
    let run = try run(["version": "v99.0.0"], variables: ["GITHUB_SERVER_URL": "file://" + server.path])
    #expect(run.steps == ["find", "cache", "Download Paddock"])
    #expect(run.status == 2)
    #expect(run.log.contains("SHA256SUMS of release v99.0.0 cannot be downloaded"), "\(run.log)")
  }
}
