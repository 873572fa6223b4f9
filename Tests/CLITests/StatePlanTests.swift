import DeployState
import Foundation
import Linter
import TestSupport
import Testing

@testable import CLI

/// Pipelines played from the command line.
struct StatePlanTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let situation: String
    var files: [String: String] = [:]
    var workers: [String: RemoteWorker] = ["shop": SavedWorkers.worker("A")]
    /// `@` stands for the folder.
    let arguments: [String]
    var environment: [String: String] = [:]
    /// Each step as `outcome command`, with the code of a refusal after the outcome.
    let steps: [String]
    /// The secrets that all of the traffic of `shop` has at the end.
    var live: [String]?

    var testDescription: String { situation }

    /// Lays the project out in a folder and plays the commands.
    func run(in folder: TemporaryFolder) throws -> CommandRun {
      try folder.write(StatePlanTests.config, to: "wrangler.toml")
      for (path, text) in files { try folder.write(text, to: path) }
      try folder.write(SavedWorkers.file(workers), to: "paddock.state.json")
      let arguments = arguments.map { $0.replacingOccurrences(of: "@/", with: folder.path + "/") }
      return CommandRun(
        ["state", "plan", "--project", folder.path, "--format", "json"] + arguments,
        environment: environment
      )
    }
  }

  struct Document: Decodable {
    struct Step: Decodable {
      struct Version: Decodable {
        let version: String
        let percentage: Double
        let secrets: [String]?
      }
      let command, outcome: String
      let code: Int?
      let worker: String?
      let live: [Version]?
      var words: String { "\(outcome)\(code.map { " \($0)" } ?? "") \(command)" }
    }
    let steps: [Step]
  }

  static let config = """
    name = "shop"
    main = "a.ts"
    [env.staging]

    """

  static let rows: [Row] = [
    Row(
      situation: "steps that are written in one line",
      files: [
        "deploy.yml": """
        jobs:
          deploy:
            steps:
              - uses: cloudflare/wrangler-action@v3
                with: { command: deploy --env staging }
              - { name: Put, run: npx wrangler secret put B }
              - { name: Test, run: npm test }
        """
      ],
      arguments: ["--script", "@/deploy.yml"],
      steps: ["unknown wrangler …", "unknown wrangler …"]
    ),
    Row(
      situation: "commands that a workflow is given",
      files: [
        "deploy.yml": """
        jobs:
          deploy:
            steps:
              - run: npx wrangler secret put B
              - uses: cloudflare/wrangler-action@v3
                with: { command: "${{ inputs.command }}" }
              - run: npx wrangler secret list
              - run: npx wrangler $COMMAND
        """
      ],
      arguments: ["--script", "@/deploy.yml"],
      steps: [
        "ok wrangler secret put B", "unknown wrangler …", "unknown wrangler secret list",
        "unknown wrangler $COMMAND",
      ]
    ),
    Row(
      situation: "a secret, an upload and a rollback",
      files: ["f.json": #"{ "B": "x" }"#],
      arguments: ["--", "secret put C", "versions upload --secrets-file f.json", "secret put D", "rollback"],
      steps: [
        "ok wrangler secret put C", "ok wrangler versions upload --secrets-file f.json",
        "refused 10215 wrangler secret put D", "warned wrangler rollback",
      ],
      live: ["A"]
    ),
    Row(
      situation: "an empty account",
      arguments: ["--from-empty", "--", "versions upload", "deploy", "secret put B"],
      steps: ["refused 10007 wrangler versions upload", "ok wrangler deploy", "ok wrangler secret put B"],
      live: ["B"]
    ),
    Row(
      situation: "a shell script with its variables",
      files: ["deploy.sh": "set -e\nnpm ci\nnpx wrangler deploy\nwrangler deploy --env \"$TARGET\"\nwrangler types\n"],
      arguments: ["--script", "@/deploy.sh"],
      steps: ["ok wrangler deploy", "unknown wrangler deploy --env $TARGET"]
    ),
    Row(
      situation: "the scripts for deploying, with those they call",
      files: [
        "package.json": """
        { "scripts": {
          "dev": "wrangler dev", "put": "wrangler secret put B", "predeploy": "npm run put",
          "deploy": "pnpm run deploy:only && echo done", "deploy:only": "wrangler deploy --message \\"a b\\""
        } }
        """
      ],
      arguments: ["--script", "@/package.json"],
      steps: ["ok wrangler secret put B", "ok wrangler deploy --message 'a b'"],
      live: ["A", "B"]
    ),
    Row(
      situation: "one script by its name",
      files: ["package.json": #"{ "scripts": { "deploy": "wrangler deploy", "put": "wrangler secret put B" } }"#],
      arguments: ["--script", "@/package.json:put"],
      steps: ["ok wrangler secret put B"]
    ),
    Row(
      situation: "a make file",
      files: [
        "Makefile":
          "STAGE := x\ndeploy: secrets ## all\n\t@npx wrangler deploy \\\n\t  --strict\nsecrets:\n\twrangler secret put B\n"
      ],
      arguments: ["--script", "@/Makefile"],
      steps: ["ok wrangler secret put B", "ok wrangler deploy --strict"]
    ),
    Row(
      situation: "a GitHub workflow",
      files: [
        ".github/workflows/deploy.yml": """
        jobs:
          second:
            needs: [first]
            env:
              CLOUDFLARE_ENV: staging
            steps:
              - run: |
                  npm ci
                  npx wrangler secret put C
          first:
            steps:
              - uses: actions/checkout@v4
              - name: Deploy
                uses: cloudflare/wrangler-action@v3
                with:
                  command: deploy --strict
                  environment: staging
                  secrets: |
                    A
                    B
                  vars: |
                    MODE
        """
      ],
      workers: [:],
      arguments: ["--from-empty", "--script", "@/.github/workflows/deploy.yml"],
      steps: [
        "warned wrangler secret bulk --env staging", "ok wrangler deploy --strict --var MODE:… --env staging",
        "ok wrangler secret put C",
      ]
    ),
    Row(
      situation: "a GitLab pipeline",
      files: [
        ".gitlab-ci.yml": """
        stages: [build, ship]
        production:
          stage: ship
          script:
            - npm ci
            - "npx wrangler deploy --env production"
        prepare:
          stage: build
          script: wrangler secret put B
        """
      ],
      arguments: ["--script", "@/.gitlab-ci.yml"],
      steps: ["ok wrangler secret put B", "refused wrangler deploy --env production"]
    ),
    Row(
      situation: "the environment of commands that name none",
      arguments: ["--env", "staging", "--", "secret list"],
      steps: ["unknown wrangler secret list"]
    ),
    Row(
      situation: "the same from the shell",
      workers: ["shop-staging": SavedWorkers.worker("A")],
      arguments: ["--", "npx wrangler secret list"],
      environment: ["CLOUDFLARE_ENV": "staging"],
      steps: ["ok wrangler secret list"]
    ),
    Row(
      situation: "several commands in one line, and one that is none of ours",
      arguments: ["--", "wrangler secret put B && wrangler secret delete A", "wrangler tail"],
      steps: ["ok wrangler secret put B", "ok wrangler secret delete A", "ok wrangler tail"],
      live: ["B"]
    ),
  ]

  @Test(arguments: rows)
  func stepsAreAsExpected(_ row: Row) throws {
    let folder = try TemporaryFolder()
    let run = try row.run(in: folder)
    let document = try JSONDecoder().decode(Document.self, from: Data(run.output.utf8))
    #expect(document.steps.map(\.words) == row.steps, "\(run.output)\(run.errors)")
    let isRefused = row.steps.contains { $0.hasPrefix("refused") }
    let isUnknown = row.steps.contains { $0.hasPrefix("unknown") }
    #expect(run.status == (isRefused || isUnknown ? .findings : .clean))
    if let live = row.live {
      let last = document.steps.last { $0.worker == "shop" }?.live
      #expect(last?.map(\.percentage) == [100])
      #expect(last?.first?.secrets == live)
    }
  }

  /// The state at the end can be saved and played on.
  @Test func finalStateIsAState() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.config, to: "wrangler.toml")
    let first = CommandRun([
      "state", "plan", "--project", folder.path, "--from-empty", "--format", "json", "--", "deploy", "secret put A",
    ])
    let document = try #require(try JSONSerialization.jsonObject(with: Data(first.output.utf8)) as? [String: Any])
    let state = try JSONSerialization.data(withJSONObject: try #require(document["final"]))
    try folder.write(state, to: "paddock.state.json")
    let second = CommandRun(["state", "plan", "--project", folder.path, "--", "secret list", "versions upload"])
    #expect(second.status == .clean, "\(second.errors)")
    #expect(second.output.contains("It lists A."))
    #expect(second.output.contains("2 commands: 2 done."))
  }

  @Test func textSaysWhatIsLiveAndWhatHelps() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.config, to: "wrangler.toml")
    try folder.write(SavedWorkers.file(["shop": SavedWorkers.worker("A")]), to: "paddock.state.json")
    let run = CommandRun([
      "state", "plan", "--project", folder.path, "--", "versions secret put B", "secret put C",
      "versions deploy v1@90 new-1@10",
    ])
    #expect(run.status == .findings)
    #expect(
      run.output == """
        1 ✔ wrangler versions secret put B
            The latest version is not the deployed one any more: `secret put` is refused
            until it is.
            live: v1 100%: A
        2 ✘ wrangler secret put C  refused (10215)
            The latest version of shop is not the deployed one, so its secret cannot be
            edited.
            before it:
              npx wrangler versions deploy new-1@100 -y
            or instead of it:
              npx wrangler versions secret put C
        3 ! wrangler versions deploy v1@90 new-1@10
            Two versions are live, and only one of them has B.
            The latest version is not the deployed one any more: `secret put` is refused
            until it is.
            live: v1 90%: A
            live: new-1 10%: A B

        3 commands: 1 done, 1 with a warning, 1 refused.

        """
    )
  }

  @Test(arguments: [
    (["state", "plan"], "Give commands, or --script FILE"),
    (["state", "plan", "--script", "/none.sh"], "/none.sh: no such file or folder"),
    (["state", "plan", "--from-empty", "--state", "x", "--", "deploy"], "exclude each other"),
    (["state", "diff", "/none.json", "/none.json"], "/none.json: no such file or folder"),
    (["state", "show", "/none.json"], "/none.json: no such file or folder"),
  ])
  func mistakesAreSaid(arguments: [String], words: String) {
    let run = CommandRun(arguments)
    #expect(run.status == .failure)
    #expect(run.errors.contains(words), "\(run.errors)")
  }
}
