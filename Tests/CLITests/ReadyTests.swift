import DeployState
import Foundation
import Linter
import Reports
import TestSupport
import Testing

@testable import CLI

/// The deploy gate from the command line: the status is a contract, and what is printed can be copied.
struct ReadyTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let situation: String
    var files: [String: String] = [:]
    var workers: [String: RemoteWorker]?
    var isComplete = false
    var arguments: [String] = []
    var environment: [String: String] = [:]
    let status: Linter.ExitStatus
    /// What standard output, or with status 2 standard error, holds.
    var shows: [String] = []
    var hides: [String] = []

    var testDescription: String { situation }

    /// Lays the project out in a folder and runs the gate on it.
    func run(in folder: TemporaryFolder, _ options: [String] = []) throws -> CommandRun {
      for (path, text) in files { try folder.write(text, to: path) }
      if let workers { try folder.write(SavedWorkers.file(workers, isComplete: isComplete), to: "paddock.state.json") }
      let arguments = arguments.map { $0.replacingOccurrences(of: "@", with: folder.path) }
      return CommandRun(
        ["ready", folder.path] + arguments + options,
        environment: environment.merging(["COLUMNS": "200"]) { $1 }
      )
    }
  }

  static let config = """
    {
      "name": "shop", "main": "a.ts",
      "env": {
        "staging": { "secrets": { "required": ["PAY_KEY", "MAIL_KEY"] } },
        "production": { "secrets": { "required": ["PAY_KEY"] } }
      }
    }
    """
  static let simple = #"{ "name": "shop", "main": "a.ts", "secrets": { "required": ["PAY_KEY"] } }"#
  static let project = ["wrangler.json": config]

  static let rows: [Row] = [
    Row(
      situation: "everything is there",
      files: project,
      workers: [
        "shop": SavedWorkers.worker(), "shop-staging": SavedWorkers.worker("PAY_KEY", "MAIL_KEY"),
        "shop-production": SavedWorkers.worker("PAY_KEY", "MAIL_KEY"),
      ],
      status: .clean,
      shows: ["✔ staging      shop-staging     ready", "3 environments: 3 ready", "with paddock.state.json"]
    ),
    Row(
      situation: "one environment lacks a secret",
      files: project,
      workers: [
        "shop": SavedWorkers.worker(), "shop-staging": SavedWorkers.worker("PAY_KEY"),
        "shop-production": SavedWorkers.worker("PAY_KEY"),
      ],
      status: .findings,
      shows: [
        "✘ staging", "✔ production", "error[required/not-on-latest]:",
        "$ npx wrangler secret put MAIL_KEY --env staging",
      ]
    ),
    Row(
      situation: "only the other environment is asked for",
      files: project,
      workers: [
        "shop-staging": SavedWorkers.worker("PAY_KEY"), "shop-production": SavedWorkers.worker("PAY_KEY"),
      ],
      arguments: ["--env", "production"],
      status: .clean,
      hides: ["staging"]
    ),
    Row(
      situation: "nobody looked",
      files: ["wrangler.json": simple],
      workers: [:],
      status: .findings,
      shows: ["? (top level)", "unknown[state/unknown]:", "$ paddock state capture --from-wrangler --project @\n"],
      hides: ["npx wrangler versions list"]
    ),
    Row(
      situation: "nobody looked, and that is allowed",
      files: ["wrangler.json": simple],
      workers: [:],
      arguments: ["--allow-unknown"],
      status: .clean,
      shows: ["1 not known"]
    ),
    Row(
      situation: "no state at all",
      files: ["wrangler.json": simple],
      status: .findings,
      shows: ["without a state", "$ paddock state capture --from-wrangler --project @\n", "ready --from-wrangler"]
    ),
    Row(
      situation: "no state, and nothing that depends on it",
      files: ["wrangler.json": #"{ "name": "shop", "main": "a.ts" }"#],
      status: .clean,
      shows: ["✔ (top level)"]
    ),
    Row(
      situation: "a first deploy",
      files: ["wrangler.json": simple],
      workers: [:],
      isComplete: true,
      status: .findings,
      shows: ["error[required/first-deploy]:", "$ npx wrangler deploy --secrets-file secrets.json"]
    ),
    Row(
      situation: "a first deploy with all it needs",
      files: ["wrangler.json": simple, "s.json": #"{ "PAY_KEY": "x" }"#],
      workers: [:],
      isComplete: true,
      arguments: ["--secrets-file", "@/s.json"],
      status: .clean
    ),
    Row(
      situation: "a file of secrets that is read as something else",
      files: ["wrangler.json": simple, "s.json": "{\n  \"PAY_KEY\": \"x\", // the key\n}\n"],
      workers: ["shop": SavedWorkers.worker("PAY_KEY")],
      arguments: ["--secrets-file", "@/s.json"],
      status: .findings,
      shows: ["error[state/bulk-file-shape]:", "this is no strict JSON"]
    ),
    Row(
      situation: "several obstacles get one order",
      files: [
        "wrangler.json":
          #"{ "name": "shop", "main": "a.ts", "vars": { "OLD": "x" }, "secrets": { "required": ["PAY_KEY"] } }"#
      ],
      workers: ["shop": SavedWorkers.worker("OLD")],
      status: .findings,
      shows: [
        "in this order:\n      - remove OLD from `vars` of the configuration\n      $ npx wrangler secret put PAY_KEY\n"
          + "      $ npx wrangler deploy\n"
      ]
    ),
    Row(
      situation: "a secret while the latest version is not deployed",
      files: ["wrangler.json": simple],
      workers: [
        "shop": SavedWorkers.worker([("v1", ["PAY_KEY"]), ("v2", ["PAY_KEY"])], live: [[("v1", 100)]])
      ],
      arguments: ["--for", "secret put PAY_KEY"],
      status: .findings,
      shows: ["$ npx wrangler versions deploy v2@100 -y", "$ npx wrangler versions secret put PAY_KEY"]
    ),
    Row(
      situation: "all of the traffic to a version without its secret",
      files: ["wrangler.json": simple],
      workers: ["shop": SavedWorkers.worker([("v1", ["PAY_KEY"]), ("v2", [])], live: [[("v1", 100)]])],
      arguments: ["--for", "versions-deploy"],
      status: .findings,
      shows: ["a version that would serve traffic lacks PAY_KEY"]
    ),
    Row(
      situation: "a rollback without any earlier deployment",
      files: ["wrangler.json": simple],
      workers: ["shop": SavedWorkers.worker("PAY_KEY")],
      arguments: ["--for", "rollback"],
      status: .findings,
      shows: ["error[state/refused]:"]
    ),
    Row(
      situation: "an upload of a version",
      files: ["wrangler.json": simple],
      workers: ["shop": SavedWorkers.worker("PAY_KEY")],
      arguments: ["--for", "versions-upload", "-v"],
      status: .clean,
      shows: ["note[state/latest-undeployed]:"]
    ),
    Row(
      situation: "a state that is too old",
      files: ["wrangler.json": simple],
      workers: ["shop": SavedWorkers.worker("PAY_KEY", capturedAt: "2020-01-02T03:04:05Z")],
      arguments: ["--max-age", "7d"],
      status: .findings,
      shows: [
        "unknown[state/capture-unusable]:", "at most 7 days", "$ paddock state capture --from-wrangler --project @\n",
      ],
      hides: ["npx wrangler"]
    ),
    Row(
      situation: "one environment whose state is too old",
      files: project,
      workers: ["shop-production": SavedWorkers.worker("PAY_KEY", capturedAt: "2020-01-02T03:04:05Z")],
      arguments: ["--env", "production", "--max-age", "7d"],
      status: .findings,
      shows: ["$ paddock state capture --from-wrangler --project @ --env production\n"]
    ),
    Row(
      situation: "two environments that nobody has looked at",
      files: project,
      workers: [:],
      arguments: ["--env", "production", "--env", ""],
      status: .findings,
      shows: ["$ paddock state capture --from-wrangler --project @ --env '' --env production\n"]
    ),
    Row(
      situation: "a project below, with the state at the top",
      files: ["api/wrangler.json": simple],
      workers: [:],
      status: .findings,
      shows: ["$ paddock state capture --from-wrangler --project @/api --output @/paddock.state.json\n"]
    ),
    Row(
      situation: "an old state without a limit",
      files: ["wrangler.json": simple],
      workers: ["shop": SavedWorkers.worker("PAY_KEY", capturedAt: "2020-01-02T03:04:05Z")],
      status: .clean
    ),
    Row(
      situation: "a limit from the environment",
      files: ["wrangler.json": simple],
      workers: ["shop": SavedWorkers.worker("PAY_KEY")],
      environment: ["PADDOCK_MAX_AGE": "1h"],
      status: .findings,
      shows: ["does not say when shop was looked at"]
    ),
    Row(
      situation: "a state at the top of the folder",
      files: ["api/wrangler.json": simple],
      workers: ["shop": SavedWorkers.worker("PAY_KEY")],
      status: .clean,
      shows: ["api/wrangler.json, with paddock.state.json"]
    ),
    Row(
      situation: "an environment that the file does not define, where it defines none",
      files: ["wrangler.json": simple],
      workers: ["shop-beta": SavedWorkers.worker("PAY_KEY")],
      arguments: ["--env", "beta"],
      status: .clean,
      shows: ["✔ beta  shop-beta  ready"]
    ),
    Row(
      situation: "the name that a build gives the Worker",
      files: ["wrangler.json": simple],
      workers: ["shop-7": SavedWorkers.worker("PAY_KEY")],
      environment: ["WRANGLER_CI_OVERRIDE_NAME": "shop-7"],
      status: .clean
    ),
    Row(
      situation: "the age of the Worker that is meant",
      files: ["wrangler.json": simple],
      workers: ["shop-7": SavedWorkers.worker("PAY_KEY", capturedAt: "2020-01-02T03:04:05Z")],
      arguments: ["--max-age", "7d"],
      environment: ["WRANGLER_CI_OVERRIDE_NAME": "shop-7"],
      status: .findings,
      shows: ["? (top level)  shop-7", "what is known of shop-7 is", "--from-wrangler --project @ --worker shop-7\n"]
    ),
    Row(
      situation: "a Pages project",
      files: ["wrangler.json": #"{ "name": "site", "pages_build_output_dir": "dist" }"#],
      status: .clean,
      shows: ["a Pages project, whose deploys check no secrets"]
    ),
    Row(situation: "no project", status: .failure, shows: ["there is no wrangler configuration"]),
    Row(
      situation: "an environment nobody defines",
      files: project,
      arguments: ["--env", "prod"],
      status: .failure,
      shows: ["no wrangler configuration has an environment `prod`"]
    ),
    Row(
      situation: "a damaged state",
      files: ["wrangler.json": simple, "paddock.state.json": "{ \"schemaVersion\": 1, \"workers\": 3 }"],
      status: .failure,
      shows: ["paddock.state.json:1:34: `workers` must be an object"]
    ),
    Row(
      situation: "a state that cannot be read",
      files: ["wrangler.json": simple, "paddock.state.json/file": "x"],
      status: .failure,
      shows: ["paddock.state.json:1:1: it is a folder"]
    ),
    Row(
      situation: "a state that is not there",
      files: project,
      arguments: ["--state", "@/none.json"],
      status: .failure,
      shows: ["none.json: no such file or folder"]
    ),
    Row(
      situation: "a goal that is no command",
      files: project,
      arguments: ["--for", "types"],
      status: .failure,
      shows: ["it changes no version and no secret, so there is nothing to judge"]
    ),
    Row(
      situation: "a goal without a name",
      files: project,
      arguments: ["--for", "secret put"],
      status: .failure,
      shows: ["--for: name the secret to put"]
    ),
    Row(
      situation: "an age nobody understands",
      files: project,
      arguments: ["--max-age", "soon"],
      status: .failure,
      shows: ["soon is no age"]
    ),
  ]

  @Test(arguments: rows + targetRows + goalRows)
  func verdictIsAsExpected(_ row: Row) throws {
    let folder = try TemporaryFolder()
    let run = try row.run(in: folder)
    let output = (row.status == .failure ? run.errors : run.output).replacingOccurrences(
      of: folder.path + "/",
      with: ""
    )
    #expect(run.status == row.status, "output: \(run.output)\nerrors: \(run.errors)")
    for words in row.shows {
      let words = words.replacingOccurrences(of: " @", with: " " + folder.path)
        .replacingOccurrences(of: folder.path + "/paddock", with: "paddock")
        .replacingOccurrences(of: folder.path + "/api", with: "api")
      #expect(output.contains(words), "no \(words) in: \(output)")
    }
    for words in row.hides { #expect(!output.contains(words), "\(words) in: \(output)") }
  }

  /// A literal that a script pipes into wrangler is in no report.
  @Test func valuesInScriptsStayHidden() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.simple, to: "wrangler.json")
    try folder.write(
      "echo 'correct horse battery' | wrangler secret put OTHER_KEY\nwrangler secret put OTHER_KEY <<< 'staple-17-x'\n",
      to: "deploy.sh"
    )
    try folder.write(SavedWorkers.file(["shop": SavedWorkers.worker("OTHER_KEY=plain_text")]), to: "paddock.state.json")
    for format in ReportFormat.allCases.map(\.rawValue) {
      let run = CommandRun(["check", folder.path, "--format", format])
      #expect(run.output.contains("state/name-taken"))
      #expect(!run.output.contains("battery") && !run.output.contains("staple"), "\(run.output)")
    }
    let plan = CommandRun(["state", "plan", "--project", folder.path, "--script", "\(folder.path)/deploy.sh"])
    #expect(plan.output.contains("wrangler secret put OTHER_KEY"))
    #expect(!plan.output.contains("battery") && !plan.output.contains("staple"))
  }

  /// All formats tell the same verdicts.
  @Test func formatsAgree() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.simple, to: "wrangler.json")
    try folder.write(SavedWorkers.file(["shop": SavedWorkers.worker("OLD_KEY")]), to: "paddock.state.json")
    struct Document: Decodable {
      struct Environment: Decodable {
        struct Obstacle: Decodable {
          let ruleId, severity: String
          let names: [String]
        }
        let worker, verdict: String
        let obstacles: [Obstacle]
      }
      let ready: Bool
      let environments: [Environment]
    }
    let json = CommandRun(["ready", folder.path, "--format", "json"])
    let document = try JSONDecoder().decode(Document.self, from: Data(json.output.utf8))
    #expect(!document.ready)
    #expect(document.environments.map(\.verdict) == ["not-ready"])
    let found = document.environments.flatMap(\.obstacles)
    #expect(found.map(\.ruleId) == ["required/not-on-latest", "state/orphan-secret"])
    #expect(found.map(\.names) == [["PAY_KEY"], ["OLD_KEY"]])
    let gitHub = CommandRun(["ready", folder.path, "--format", "github"])
    #expect(gitHub.output.hasPrefix("::error file=wrangler.json,line=1,endLine=1,"))
    #expect(gitHub.output.contains("title=required/not-on-latest"))
    let sarif = CommandRun(["ready", folder.path, "--format", "sarif"])
    #expect(sarif.output.contains("\"ruleId\" : \"required/not-on-latest\""))
    let junit = CommandRun(["ready", folder.path, "--format", "junit"])
    #expect(junit.output.contains(#"tests="2" failures="1" errors="0" skipped="1""#))
    #expect([json, gitHub, sarif, junit].allSatisfy { $0.status == .findings })
  }
}
