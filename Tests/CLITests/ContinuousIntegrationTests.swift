import Foundation
import Linter
import TestSupport
import Testing

@testable import CLI

/// What a job of a CI server gets without asking for it.
struct ContinuousIntegrationTests {
  let project: GitProject

  /// A branch with one leak on top of `main`, as a job sees it.
  init() throws {
    project = try GitProject()
    try project.git("update-ref", "refs/remotes/origin/main", "HEAD")
    try project.git("checkout", "-q", "-b", "topic")
    try project.write(["src/new.ts": GitProject.leak()])
    try project.commit("leak")
  }

  private static let actions = ["GITHUB_ACTIONS": "true"]

  @Test func gitHubActionsGetTextAndAnnotations() throws {
    let summary = project.path + "/summary.md"
    let run = project.check(environment: Self.actions.merging(["GITHUB_STEP_SUMMARY": summary]) { $1 })
    #expect(run.status == .findings)
    let lines = run.output.split(separator: "\n")
    let text = try #require(lines.firstIndex { $0.contains("error[\(GitProject.leakRule)]") })
    let annotation = try #require(lines.firstIndex { $0.hasPrefix("::error file=src/new.ts,line=1,") })
    #expect(text < annotation)
    #expect(try String(contentsOfFile: summary, encoding: .utf8).contains("| error |"))
  }

  /// Whoever says what they want gets that and nothing else.
  @Test(arguments: [
    (["--format", "text"], [:]), (["--output", "text:-"], [:]), ([], ["PADDOCK_FORMAT": "text"]),
    ([], ["GITHUB_ACTIONS": "false"]),
  ])
  func noAnnotationsWhereSomethingElseIsAskedFor(_ arguments: [String], _ variables: [String: String]) {
    let environment = Self.actions.merging(variables) { $1 }
    let run = CommandRun(["check", project.path] + arguments, environment: environment)
    #expect(run.output.contains("error[\(GitProject.leakRule)]"))
    #expect(!run.output.contains("::error"))
  }

  @Test func fileNamesTellTheFormat() throws {
    let run = CommandRun([
      "check", project.path, "--output", "\(project.path)/r.xml", "--output", "\(project.path)/r.html", "--output",
      "gitlab:\(project.path)/r.json",
    ])
    #expect(run.status == .findings, "\(run.errors)")
    let starts = ["r.xml": "<?xml ", "r.html": "<!DOCTYPE html>", "r.json": "[\n"]
    for (file, start) in starts {
      #expect(try String(contentsOfFile: "\(project.path)/\(file)", encoding: .utf8).hasPrefix(start))
    }
  }

  // MARK: --diff pull-request

  @Test func theBaseOfAPullRequestIsTold() throws {
    let base = try project.git("rev-parse", "main").trimmingCharacters(in: .newlines)
    for variables in [["GITHUB_BASE_REF": "main"], ["CI_MERGE_REQUEST_DIFF_BASE_SHA": base]] {
      let run = project.check("--diff", "pull-request", environment: variables)
      #expect(run.output.contains("src/new.ts:1:"), "\(run.errors)")
      #expect(run.output.contains("1 file"))
    }
  }

  /// A job that looked at nothing must not pass.
  @Test func withoutABaseNothingIsGuessed() {
    let untold = project.check("--diff", "pull-request")
    #expect(untold.status == .failure)
    #expect(untold.errors.contains("neither GITHUB_BASE_REF nor CI_MERGE_REQUEST_DIFF_BASE_SHA"))
    let missing = project.check("--diff", "pull-request", environment: ["GITHUB_BASE_REF": "release"])
    #expect(missing.status == .failure)
    #expect(missing.errors.contains("`refs/remotes/origin/release` names no commit"))
  }

  // MARK: The action

  /// Runs a step of `action.yml`.
  ///
  /// - Returns: the run, and the outputs of the step.
  private func action(_ step: String, _ inputs: [String: String]) throws -> (run: ProgramRun, outputs: String) {
    let runner = try TemporaryFolder()
    let run = try ProgramRun(
      ["sh", PackageFolder.url("scripts/action").path, step],
      in: project.path,
      searchPath: [URL(filePath: try GitProject.program()).deletingLastPathComponent().path],
      environment: [
        "GITHUB_ACTIONS": "true", "GITHUB_ACTION_PATH": PackageFolder.url.path, "RUNNER_TEMP": runner.path,
        "GITHUB_OUTPUT": runner.path + "/outputs", "GITHUB_STEP_SUMMARY": runner.path + "/summary", "SOURCE": "",
        "INPUT_PATH": ".", "INPUT_ARGS": "", "INPUT_FAIL_ON": "", "INPUT_VERSION": "",
      ].merging(inputs) { $1 }
    )
    let outputs = try? String(contentsOfFile: runner.path + "/outputs", encoding: .utf8)
    return (run, outputs?.replacingOccurrences(of: runner.path, with: "TEMP") ?? "")
  }

  @Test func theActionReportsEverywhere() throws {
    let (run, outputs) = try action("check", [:])
    #expect(run.status == 1, "\(run.text)")
    #expect(run.text.contains("src/new.ts:1:"))
    #expect(run.text.contains("\n::error file=src/new.ts,line=1,"))
    #expect(outputs == "sarif=TEMP/paddock.sarif\n")
    #expect(try action("check", ["INPUT_FAIL_ON": "never"]).run.status == 0)
    #expect(try action("check", ["INPUT_ARGS": "--diff main --ignore token,source"]).run.status == 0)
  }

  /// Arguments are words: no shell looks into them.
  @Test func inputsAreNoCommands() throws {
    let (run, outputs) = try action("check", ["INPUT_PATH": "$(touch owned); *", "INPUT_ARGS": "--env `touch owned`"])
    #expect(run.status == 2)
    #expect(outputs == "")
    #expect(!FileManager.default.fileExists(atPath: project.path + "/owned"))
    #expect(try action("find", ["INPUT_VERSION": "--upload-pack=touch"]).run.status == 2)
  }

  @Test func anInstalledProgramIsNotBuiltAgain() throws {
    let (run, outputs) = try action("find", [:])
    #expect(run.status == 0, "\(run.text)")
    #expect(outputs == "")
  }
}
