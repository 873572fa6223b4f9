import Foundation
import Linter
import TestSupport
import Testing

@testable import CLI

/// `paddock state capture --from-wrangler`, with a stand-in for wrangler that prints recorded shapes.
struct StateFromWranglerTests {
  private let folder: TemporaryFolder
  private var output: String { folder.path + "/paddock.state.json" }

  init() throws {
    folder = try TemporaryFolder()
  }

  /// Puts a shell script on the PATH that also notes how it is called.
  private func install(_ script: String, as name: String = "wrangler") throws {
    try folder.standIn(for: name, script: script)
  }

  private func run(_ arguments: String..., variables: [String: String] = [:]) -> CommandRun {
    CommandRun(
      ["state", "capture", "--from-wrangler", "--output", output] + arguments,
      environment: ["PATH": "\(folder.path)/bin:/usr/bin:/bin"].merging(variables) { $1 }
    )
  }

  private func saved() throws -> String { try String(contentsOfFile: output, encoding: .utf8) }

  /// Answers for a Worker with two live versions, of which the latest binds a store secret.
  private static let answers = #"""
    case "$*" in
      "versions list --name shop --json")
        echo '[{ "id": "v1", "number": 1, "metadata": {} }, { "id": "v2", "number": 2, "metadata": {} }]' ;;
      "deployments list --name shop --json")
        echo '[{ "id": "d1", "versions": [{ "version_id": "v1", "percentage": 90 },
          { "version_id": "v2", "percentage": 10 }] }]' ;;
      "versions view v1 --name shop --json")
        echo '{ "id": "v1", "number": 1, "resources": { "bindings": [
          { "type": "secret_text", "name": "KEY" }, { "type": "plain_text", "name": "MODE", "text": "a-plain-value" }] } }' ;;
      "versions view v2 --name shop --json")
        echo '{ "id": "v2", "number": 2, "resources": { "bindings": [
          { "type": "secrets_store_secret", "name": "SHARED", "store_id": "abcd", "secret_name": "key_1" }] } }' ;;
      "secrets-store store list --remote")
        printf '│ Name │ ID │ AccountID │\n├──┼──┼──┤\n│ main │ abcd │ 0a │\n└──┴──┴──┘\n' ;;
      "secrets-store secret list abcd --remote --per-page 100")
        echo '🔐 Listing secrets... (store-id: abcd, page: 1, per-page: 100)'
        printf '│ Name │ ID │ Comment │ Scopes │ Status │\n├──┼──┼──┼──┼──┤\n'
        printf '│ key_1 │ s1 │  │ workers │ active  │\n└──┴──┴──┴──┴──┘\n' ;;
      "pages secret list --project-name site --env "*)
        printf 'The "%s" environment of your Pages project "site" has access to the following secrets:\n' "$7"
        echo '  - KEY: Value Encrypted' ;;
      *) echo "unexpected: $*" >&2; exit 9 ;;
    esac
    """#

  @Test func asksWhatItNeeds() throws {
    try install(Self.answers)
    let run = run("--worker", "shop", "--env", "staging")
    #expect(run.status == .clean, "\(run.errors)")
    #expect(run.errors.contains("deployed v1 at 90 %, v2 at 10 %; captured now"), "\(run.errors)")
    #expect(run.errors.contains("store main: 1 secret, all of them"))
    #expect(
      try folder.calls() == [
        "versions list --name shop --json", "deployments list --name shop --json",
        "versions view v2 --name shop --json", "versions view v1 --name shop --json",
        "secrets-store store list --remote", "secrets-store secret list abcd --remote --per-page 100",
      ]
    )
    #expect(try saved().contains("\"KEY\": \"secret_text\""))
    #expect(try !saved().contains("a-plain-value"))
    // Versions never change: the second time they are not asked for again.
    #expect(self.run("--worker", "shop", "--env", "staging").status == .clean)
    #expect(try folder.calls().count { $0.hasPrefix("versions view") } == 2)
  }

  @Test func asksForPagesProjects() throws {
    try install(Self.answers)
    let run = run("--pages-project", "site")
    #expect(run.status == .clean, "\(run.errors)")
    #expect(
      run.errors.contains("Pages project site: production 1 secret, preview 1 secret; captured now"),
      "\(run.errors)"
    )
  }

  /// Variables that would change the answer, or write elsewhere, are taken away.
  @Test func setsTheVariablesThatMatter() throws {
    try install(#"env > "$top/seen"; echo '[]'"#)
    let variables = [
      "WRANGLER_LOG": "none", "WRANGLER_OUTPUT_FILE_PATH": "/tmp/nowhere", "FORCE_COLOR": "1", "MY_OWN": "kept",
    ]
    #expect(run("--worker", "shop", variables: variables).status == .clean)
    let seen = try String(contentsOfFile: folder.path + "/seen", encoding: .utf8).split(separator: "\n")
    #expect(seen.contains("WRANGLER_LOG=log"))
    #expect(seen.contains("FORCE_COLOR=0"))
    #expect(seen.contains("MY_OWN=kept"))
    #expect(!seen.contains { $0.hasPrefix("WRANGLER_OUTPUT_FILE_PATH") })
  }

  @Test func fallsBackToNpx() throws {
    try install("shift; shift; shift\n" + Self.answers, as: "npx")
    let run = run("--worker", "shop", variables: ["PATH": "\(folder.path)/bin"])
    #expect(run.status == .clean, "\(run.errors)")
    #expect(try folder.calls().first == "--no-install --offline wrangler versions list --name shop --json")
  }

  @Test func recordsThatThereIsNoWorker() throws {
    try install(#"echo '✘ [ERROR] This Worker does not exist. [code: 10007]' >&2; exit 1"#)
    let run = run("--worker", "shop")
    #expect(run.status == .clean, "\(run.errors)")
    #expect(run.errors.contains("there is no Worker shop"))
    #expect(try saved().contains("\"shop\": null"))
  }

  struct Failure: Sendable, CustomTestStringConvertible {
    let script: String
    let message: String
    var testDescription: String { message }
  }

  @Test(arguments: [
    Failure(
      script: "echo \"It's necessary to set a CLOUDFLARE_API_TOKEN environment variable\" >&2; exit 1",
      message: "wrangler is not logged in; run `wrangler login`, or set CLOUDFLARE_API_TOKEN"
    ),
    Failure(script: "echo 'You are not authenticated' >&2; exit 1", message: "wrangler is not logged in"),
    Failure(
      script: "echo 'Authentication error [code: 10000]' >&2; exit 1",
      message: "`wrangler versions list --name shop --json` was refused: this login or token may not read it"
    ),
    Failure(
      script: "echo 'Unknown argument: json' >&2; exit 1",
      message: "is not known to this wrangler; update wrangler"
    ),
    Failure(
      script: "echo 'hidden-value [code: 12345]' >&2; exit 3",
      message: "failed with status 3 and code 12345; run it to see what it says"
    ),
    Failure(script: "echo 'npm error code ENOTCACHED' >&2; exit 1", message: "wrangler was not found"),
    Failure(script: "echo '[{'", message: "`wrangler versions list --name shop --json`:1:1: the JSON that starts here"),
    Failure(script: "echo 'hidden-value'", message: "this is not the output of `wrangler versions list --json`"),
    Failure(script: "sleep 20", message: "`wrangler versions list --name shop --json` has not ended within 1 s"),
    Failure(script: "exec 1>&-; sleep 20", message: "has not ended within 1 s"),
  ])
  func failsWithASentence(_ failure: Failure) throws {
    try install(failure.script)
    try folder.write(#"{ "schemaVersion": 1 }"#, to: "paddock.state.json")
    let start = ContinuousClock.now
    // What ends by itself has all the time it needs on a busy machine.
    let run = run("--worker", "shop", "--timeout", failure.script.contains("sleep") ? "1" : "60")
    #expect(ContinuousClock.now - start < .seconds(15))
    #expect(run.status == .failure)
    #expect(run.errors.contains(failure.message), "\(run.errors)")
    #expect(!run.errors.contains("hidden-value"))
    #expect(try saved() == #"{ "schemaVersion": 1 }"#)
  }

  @Test func saysWhenThereIsNoWrangler() throws {
    let run = run("--worker", "shop", variables: ["PATH": folder.path])
    #expect(run.status == .failure)
    #expect(run.errors.contains("wrangler was not found, neither on the PATH nor through npx"))
  }
}
