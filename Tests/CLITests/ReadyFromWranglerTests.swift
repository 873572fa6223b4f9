import DeployState
import Foundation
import Linter
import TestSupport
import Testing

@testable import CLI

/// `ready --from-wrangler` and `state capture --from-wrangler` by environment, with a stand-in for wrangler.
struct ReadyFromWranglerTests {
  private let folder: TemporaryFolder
  /// The folder of the stand-in, which notes how it is called.
  private static let programs = PackageFolder.url("Tests/CLITests/StandIns/production-only").path

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(ReadyTests.config, to: "wrangler.json")
  }

  private func run(_ arguments: [String], variables: [String: String] = [:]) -> CommandRun {
    CommandRun(
      arguments,
      environment: [
        "PATH": "\(Self.programs):/usr/bin:/bin", "STAND_IN_CALLS": "\(folder.path)/calls", "COLUMNS": "200",
      ].merging(variables) { $1 }
    )
  }

  private func calls() -> [String] {
    let text = (try? String(contentsOfFile: folder.path + "/calls", encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map { $0.replacingOccurrences(of: " --cwd \(folder.path)", with: "") }
  }

  private var stateExists: Bool { FileManager.default.fileExists(atPath: folder.path + "/paddock.state.json") }

  /// The recipe of README.md and docs/ci.md, as it is written there.
  @Test func theRecipeWorks() throws {
    let recipe = "paddock ready --from-wrangler --env production"
    for page in ["README.md", "docs/ci.md", "docs/secret-states.md"] {
      #expect(try String(contentsOf: PackageFolder.url(page), encoding: .utf8).contains(recipe), "\(page)")
    }
    let words = recipe.split(separator: " ").dropFirst().map(String.init)
    let run = run([words[0], folder.path] + words.dropFirst())
    #expect(run.status == .clean, "\(run.output)\(run.errors)")
    #expect(
      run.output.contains("wrangler.json, as wrangler says\n✔ production  shop-production  ready\n"),
      "\(run.output)"
    )
    #expect(!stateExists)
    #expect(
      calls() == [
        "versions list --name shop-production --json", "deployments list --name shop-production --json",
        "versions view v1 --name shop-production --json",
      ]
    )
  }

  @Test func allEnvironmentsAreAsked() throws {
    try folder.write(SavedWorkers.file(["shop": SavedWorkers.worker("STALE")]), to: "paddock.state.json")
    let run = run(["ready", folder.path, "--from-wrangler", "--max-age", "1h"])
    #expect(run.status == .findings, "\(run.output)\(run.errors)")
    #expect(run.output.contains("✔ (top level)") && run.output.contains("✔ production"), "\(run.output)")
    #expect(run.output.contains("error[required/first-deploy]") && !run.output.contains("state capture"))
    #expect(calls().count { $0.hasPrefix("versions list") } == 3)
  }

  @Test func jsonSaysTheSame() throws {
    let run = run(["ready", folder.path, "--from-wrangler", "--env", "production", "--format", "json"])
    #expect(run.output.contains("\"verdict\" : \"ready\"") && !run.output.contains("\"state\""), "\(run.output)")
    #expect(run.output.contains("\"capture\" : [\n\n  ]") || run.output.contains("\"capture\" : []"), "\(run.output)")
  }

  /// A gate that cannot ask does not open.
  @Test func failuresAreFailures() {
    let refused = run(["ready", folder.path, "--from-wrangler"], variables: ["STAND_IN_FAILS": "1"])
    #expect(refused.status == .failure && refused.output.isEmpty)
    #expect(refused.errors.contains("`wrangler versions list --name shop --json` was refused"), "\(refused.errors)")
    let missing = run(["ready", folder.path, "--from-wrangler"], variables: ["PATH": folder.path])
    #expect(missing.status == .failure && missing.errors.contains("wrangler was not found"))
    let both = run(["ready", folder.path, "--from-wrangler", "--state", "x.json"])
    #expect(both.status == .failure && both.errors.contains("exclude each other"))
  }

  /// What `ready` prints where it does not know can be typed as it is, and then it knows.
  @Test func whatIsPrintedIsEnough() throws {
    for options in [["--env", "production"], ["--env", "production", "--max-age", "7d"], []] {
      try? FileManager.default.removeItem(atPath: folder.path + "/paddock.state.json")
      let old = SavedWorkers.worker("PAY_KEY", capturedAt: "2020-01-02T03:04:05Z")
      if options.contains("--max-age") {
        try folder.write(SavedWorkers.file(["shop-production": old]), to: "paddock.state.json")
      }
      let before = run(["ready", folder.path] + options)
      #expect(before.status == .findings)
      let commands = before.output.split(separator: "\n").filter { $0.contains("$ paddock ") }
      #expect(commands.count == 1, "\(before.output)")
      let words = try #require(commands.first).split(separator: " ").dropFirst(2).map(String.init)
      let capture = run(words)
      #expect(capture.status == .clean, "\(words): \(capture.errors)")
      let after = run(["ready", folder.path] + options)
      #expect(!after.output.contains("not known"), "\(after.output)")
      if options.contains("production") { #expect(after.status == .clean) }
    }
  }

  @Test func capturesByEnvironment() throws {
    let arguments = ["state", "capture", "--from-wrangler", "--project", folder.path]
    let some = run(arguments + ["--env", "production", "--env", "staging", "--env", "production"])
    #expect(some.status == .clean, "\(some.errors)")
    #expect(some.errors.contains("Worker shop-production (environment production): 1 version"), "\(some.errors)")
    #expect(some.errors.contains("there is no Worker shop-staging"))
    #expect(
      calls().filter { $0.hasPrefix("versions list") }.map { $0.dropFirst(21) } == [
        "shop-production --json", "shop-staging --json",
      ]
    )
    #expect(stateExists)
    let absent = run(arguments + ["--env", "prodution"])
    #expect(absent.status == .failure)
    #expect(absent.errors.contains("the configuration has no environment `prodution`; did you mean `production`?"))
    let named = run(arguments + ["--worker", "a", "--env", "x", "--env", "y"])
    #expect(named.status == .failure && named.errors.contains("about one Worker"))
    try folder.write("", to: "empty/none")
    let nowhere = run(["state", "capture", "--from-wrangler", "--project", folder.path + "/empty"])
    #expect(nowhere.status == .failure && nowhere.errors.contains("there is no wrangler configuration in"))
  }
}
