import Foundation
import Linter
import TestSupport
import Testing

@testable import CLI

/// `paddock state capture` from files with wrangler's output.
struct StateCaptureTests {
  private let folder: TemporaryFolder
  private var output: String { folder.path + "/paddock.state.json" }

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      #"[{ "id": "v1", "number": 1, "metadata": {} }, { "id": "v2", "number": 2, "metadata": {} }]"#,
      to: "versions.json"
    )
    try folder.write(
      """
      { "id": "v2", "number": 2, "resources": { "bindings": [
        { "type": "secret_text", "name": "PAYMENT_KEY" },
        { "type": "plain_text", "name": "MODE", "text": "a-plain-value" }
      ] } }
      """,
      to: "view.json"
    )
    try folder.write(
      #"[{ "id": "d1", "versions": [{ "version_id": "v2", "percentage": 100 }] }]"#,
      to: "deployments.json"
    )
    try folder.write("", to: "empty.json")
  }

  private func capture(_ arguments: String..., to output: String? = nil) -> CommandRun {
    let paths = arguments.map { $0.hasSuffix(".json") ? "\(folder.path)/\($0)" : $0 }
    return CommandRun(["state", "capture", "--output", output ?? self.output] + paths)
  }

  private func saved() throws -> String { try String(contentsOfFile: output, encoding: .utf8) }

  private func worker(_ name: String) throws -> [String: Any]? {
    let document = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: output))) as? [String: Any]
    let entries = (document?["workers"] as? [String: Any])?["entries"] as? [String: Any]
    return entries?[name] as? [String: Any]
  }

  @Test func recordsWhatFilesTell() throws {
    let run = capture(
      "--worker",
      "shop",
      "--env",
      "staging",
      "--versions",
      "versions.json",
      "--version",
      "view.json",
      "--deployments",
      "deployments.json",
      "--captured-at",
      "2026-01-02T03:04:05Z"
    )
    #expect(run.status == .clean, "\(run.errors)")
    #expect(run.output.isEmpty)
    #expect(
      run.errors.hasPrefix(
        "\(output): Worker shop (environment staging): 2 versions, all of them; 2 bindings of the latest, all of them; "
          + "deployed v2 at 100 %; captured "
      ),
      "\(run.errors)"
    )
    #expect(run.errors.hasSuffix(" days ago\n"))
    let captures = try #require(try worker("shop")?["captures"] as? [[String: String]])
    #expect(
      captures.map { $0["command"] } == ["deployments list --json", "versions list --json", "versions view v2 --json"]
    )
    #expect(captures.allSatisfy { $0["time"] == "2026-01-02T03:04:05Z" && $0["environment"] == "staging" })
    #expect(try !saved().contains("a-plain-value"))
  }

  @Test func saysWhatIsUnknown() throws {
    let run = capture("--worker", "shop", "--versions", "versions.json")
    #expect(run.status == .clean)
    #expect(run.errors.contains("bindings of the latest unknown; deployment unknown; captured now"), "\(run.errors)")
    #expect(run.errors.contains("to know what is deployed, add `wrangler deployments list --json`"))
    #expect(run.errors.contains("to know what the latest version binds, add `wrangler versions view v2 --json`"))
  }

  @Test func keepsOtherWorkersAndParts() throws {
    #expect(capture("--worker", "api", "--versions", "versions.json").status == .clean)
    let api = try worker("api") as NSDictionary?
    #expect(capture("--worker", "shop", "--version", "view.json").status == .clean)
    #expect(capture("--worker", "shop", "--versions", "versions.json").status == .clean)
    #expect(try worker("api") as NSDictionary? == api)
    let versions = try #require((try worker("shop")?["versions"] as? [String: Any])?["entries"] as? [[String: Any]])
    #expect(versions.count == 2)
    #expect(versions[1]["bindings"] != nil)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count { $0.contains("state") } == 1)
  }

  @Test func writesTheSameBytesAgain() throws {
    for _ in 0..<2 {
      let arguments = ["state", "capture", "--worker", "shop", "--versions", folder.path + "/versions.json"]
      let run = CommandRun(arguments + ["--captured-at", "2026-01-02T03:04:05Z", "-o", "-"])
      #expect(run.status == .clean)
      #expect(run.output.hasPrefix("{\n  \"schemaVersion\": 1,\n"))
      #expect(run.errors.hasPrefix("standard output: Worker shop: "))
    }
  }

  @Test(arguments: [
    ("{ \"schemaVersion\": 1,", "paddock.state.json:1:"), ("{}", "this is no saved state"),
    (#"{ "schemaVersion": 9 }"#, "a newer Paddock wrote"), (#"{ "schemaVersion": 1, "x": 1 }"#, "unknown key `x`"),
  ])
  func leavesADamagedFileAsItIs(text: String, message: String) throws {
    try folder.write(text, to: "paddock.state.json")
    let run = capture("--worker", "shop", "--versions", "versions.json")
    #expect(run.status == .failure)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(try saved() == text)
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let message: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  @Test(arguments: [
    Row(arguments: [], message: "There is nothing to record"),
    Row(arguments: ["--worker", "shop"], message: "There is nothing to record"),
    Row(arguments: ["--versions", "versions.json"], message: "say which one it is about with --worker NAME"),
    Row(arguments: ["--worker", "", "--versions", "versions.json"], message: "A name must not be empty"),
    Row(arguments: ["--worker", "shop", "--versions", "none.json"], message: "no such file"),
    Row(arguments: ["--worker", "shop", "--secret-list", "versions.json"], message: "give it with --versions"),
    Row(arguments: ["--worker", "shop", "--versions", "empty.json"], message: "nothing was recorded"),
    Row(
      arguments: ["--worker", "shop", "--versions", "versions.json", "--captured-at", "today"],
      message: "--captured-at must be a time"
    ),
    Row(arguments: ["--from-wrangler"], message: "name the Worker with --worker NAME"),
    Row(arguments: ["--versions", "-", "--version", "-"], message: "Only one file can be standard input"),
    Row(arguments: ["--stores", "--versions", "versions.json"], message: "need --from-wrangler"),
    Row(arguments: ["--from-wrangler", "--worker", "shop", "--timeout", "0"], message: "--timeout must be 1 or more"),
  ])
  func refuses(_ row: Row) throws {
    let paths = row.arguments.map { $0.hasSuffix(".json") ? "\(folder.path)/\($0)" : $0 }
    let run = CommandRun(["state", "capture", "--output", output] + paths)
    #expect(run.status == .failure)
    #expect(run.errors.contains(row.message), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: output))
  }

  @Test func saysWhenAFileIsEmpty() throws {
    let run = capture("--worker", "shop", "--versions", "versions.json", "--deployments", "empty.json")
    #expect(run.status == .clean)
    #expect(run.errors.contains("empty.json: the file is empty, so nothing is known from it"))
    #expect(run.errors.contains("deployment unknown"))
  }

  /// No name of anybody's steers the terminal.
  @Test func printsNoControlCharacters() throws {
    try folder.write(#"[{ "id": "\u001b[2Jv", "number": 1, "metadata": {} }]"#, to: "odd.json")
    let run = capture("--worker", "shop", "--versions", "odd.json")
    #expect(run.errors.contains(#"wrangler versions view \x1b[2Jv --json"#), "\(run.errors)")
    try folder.write(#"[{ "id": "w", "number": 1, "metadata": {} }]"#, to: "other.json")
    #expect(
      capture("--worker", "shop", "--versions", "other.json").errors.contains(#"version \x1b[2Jv, which is known"#)
    )
    try folder.write(#"{ "schemaVersion": 1, "\u001b[2J": 1 }"#, to: "paddock.state.json")
    #expect(capture("--worker", "shop", "--versions", "other.json").errors.contains(#"unknown key `\x1b[2J`"#))
  }

  @Test func saysWhereItCannotWrite() throws {
    let run = capture("--worker", "shop", "--versions", "versions.json", to: folder.path + "/none/state")
    #expect(run.status == .failure)
    #expect(run.errors.contains("none/state: the state cannot be written there: no such folder"), "\(run.errors)")
  }

  @Test(arguments: [
    (-5, "now"), (0, "now"), (59, "now"), (60, "1 minute ago"), (3599, "59 minutes ago"), (3600, "1 hour ago"),
    (86_399, "23 hours ago"), (172_800, "2 days ago"),
  ])
  func saysHowOld(seconds: Int, words: String) {
    #expect(CaptureSummary.words(forAge: seconds) == words)
  }
}
