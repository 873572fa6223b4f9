import Foundation
import Linter
import TestSupport
import Testing

@testable import CLI

/// What `ready` and `state plan` print as JSON follows the schemas in `docs/`, by the word of Python's `jsonschema`.
@Suite(.enabled(if: JSONSchema.isAvailable, "needs python3 with jsonschema"))
struct DeploySchemaTests {
  private static let ready = PackageFolder.url("docs/ready.schema.json")
  private static let plan = PackageFolder.url("docs/plan.schema.json")

  private static func check(_ documents: [(name: String, text: String)], against schema: URL) throws {
    let violations = try JSONSchema.violations(of: documents.map(\.text), against: schema)
    for (document, violations) in zip(documents, violations) {
      #expect(violations.isEmpty, "\(document.name): \(violations)\n\(document.text)")
    }
  }

  @Test func everyVerdictFollowsTheSchema() throws {
    var documents: [(String, String)] = []
    for row in ReadyTests.rows + ReadyTests.targetRows + ReadyTests.goalRows where row.status != .failure {
      let run = try row.run(in: try TemporaryFolder(), ["--format", "json"])
      #expect(run.status == row.status, "\(row.situation): \(run.errors)")
      documents.append((row.situation, run.output))
    }
    #expect(documents.count > 20)
    try Self.check(documents, against: Self.ready)
  }

  /// Projects that were not made for the gate.
  @Test func everyFixtureFollowsTheSchema() throws {
    var documents: [(String, String)] = []
    for fixture in Fixture.all {
      let (folder, project, _) = try fixture.laidOut()
      defer { withExtendedLifetime(folder) {} }
      let run = CommandRun(["ready", project.path, "--format", "json", "--allow-unknown"])
      if run.status != .failure { documents.append((fixture.name, run.output)) }
    }
    #expect(documents.count > 40)
    try Self.check(documents, against: Self.ready)
  }

  @Test func everyPlanFollowsTheSchema() throws {
    var documents: [(String, String)] = []
    var states: [(String, String)] = []
    for row in StatePlanTests.rows {
      let output = try row.run(in: try TemporaryFolder()).output
      documents.append((row.situation, output))
      let document = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
      let final = try JSONSerialization.data(withJSONObject: try #require(document["final"]))
      states.append((row.situation, String(decoding: final, as: UTF8.self)))
    }
    #expect(documents.count > 10)
    try Self.check(documents, against: Self.plan)
    try Self.check(states, against: PackageFolder.url("docs/state.schema.json"))
  }

  private static let notReady = ReadyTests.Row(
    situation: "",
    files: ["wrangler.json": ReadyTests.simple],
    workers: ["shop": SavedWorkers.worker("OLD_KEY")],
    status: .findings
  )
  private static let refused = StatePlanTests.Row(
    situation: "",
    arguments: ["--", "versions upload", "secret put D", "rollback"],
    steps: []
  )

  /// What to replace in a document of ours so that it no longer is one.
  @Test(arguments: [
    ("\"verdict\" : \"not-ready\"", "\"verdict\" : \"not ready\""),
    ("\"goal\" : \"wrangler deploy\"", "\"goal\" : \"\""),
    ("\"verdict\" : \"not-ready\"", "\"verdict\" : \"ready\""), ("\"certain\" : true", "\"certain\" : \"yes\""),
    ("\"severity\" : \"error\"", "\"severity\" : \"fatal\""), ("\"worker\" :", "\"value\" :"),
    ("\"obstacles\" :", "\"findings\" :"), ("\"schemaVersion\" : 1", "\"schemaVersion\" : 2"),
    ("\"command\" : \"wrangler secret put PAY_KEY\"", "\"step\" : \"x\""),
    ("\"ruleId\" : \"required/not-on-latest\"", "\"ruleId\" : \"not-on-latest\""),
  ])
  func schemaOfVerdictsIsStrict(_ text: String, _ replacement: String) throws {
    let valid = try Self.notReady.run(in: try TemporaryFolder(), ["--format", "json"]).output
    let broken = valid.replacing(text, with: replacement)
    #expect(valid != broken, "\(valid)")
    #expect(try JSONSchema.violations(of: [broken], against: Self.ready).first?.isEmpty == false)
  }

  @Test(arguments: [
    ("\"refused\": true", "\"refused\": false"), ("\"refused\": true", "\"refused\": 1"),
    ("\"outcome\": \"refused\"", "\"outcome\": \"ok\""), ("\"outcome\": \"ok\"", "\"outcome\": \"fine\""),
    ("\"code\": 10215", "\"code\": \"10215\""), ("\"final\":", "\"state\":"),
    ("\"schemaVersion\": 1", "\"schemaVersion\": 0"), ("\"percentage\": 100", "\"percentage\": 101"),
    ("\"command\":", "\"line\":"), ("\"live\":", "\"deployed\":"),
  ])
  func schemaOfPlansIsStrict(_ text: String, _ replacement: String) throws {
    let valid = try Self.refused.run(in: try TemporaryFolder()).output
    let broken = valid.replacing(text, with: replacement)
    #expect(valid != broken, "\(valid)")
    #expect(try JSONSchema.violations(of: [broken], against: Self.plan).first?.isEmpty == false)
  }
}
