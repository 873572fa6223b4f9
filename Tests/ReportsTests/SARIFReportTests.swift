import Documents
import Foundation
import Linter
import TestSupport
import Testing

@testable import Reports

struct SARIFReportTests {
  private func sarif(_ result: ScanResult, _ change: (inout ReportContext) -> Void = { _ in }) throws -> String {
    try Report(result, context: Sample.context(change)).render(.sarif)
  }

  /// What a test reads of a log; wrong names or kinds fail the decoding.
  private struct Log: Decodable {
    let version: String
    let runs: [Run]

    struct Run: Decodable {
      let columnKind: String
      let automationDetails: Details
      let tool: Tool
      let invocations: [Invocation]
      let results: [Result]
    }
    struct Details: Decodable { let id: String }
    struct Tool: Decodable { let driver: Driver }
    struct Driver: Decodable {
      let name, semanticVersion: String
      let rules: [Rule]
    }
    struct Rule: Decodable {
      let id: String
      let fullDescription, help: Message
      let properties: [String: Property]
    }
    enum Property: Decodable, Equatable {
      case text(String), list([String])
      init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let text = try? value.decode(String.self) {
          self = .text(text)
        } else {
          self = .list(try value.decode([String].self))
        }
      }
    }
    struct Message: Decodable {
      let text: String
      let markdown: String?
    }
    struct Invocation: Decodable {
      let executionSuccessful: Bool
      let exitCode: Int
      let toolExecutionNotifications: [Notification]
    }
    struct Notification: Decodable {
      let level: String
      let message: Message
      let locations: [Location]?
    }
    struct Result: Decodable {
      let ruleId, level: String
      let ruleIndex: Int?
      let message: Message
      let locations: [Location]
      let relatedLocations: [Location]?
      let partialFingerprints: [String: String]
      let suppressions: [Suppression]?
      let fixes: [Fix]?
    }
    struct Suppression: Decodable {
      let kind: String
      let justification: String?
    }
    struct Location: Decodable {
      let id: Int?
      let physicalLocation: Physical
      let message: Message?
    }
    struct Physical: Decodable {
      let artifactLocation: Artifact
      let region: Region?
    }
    struct Artifact: Decodable { let uri, uriBaseId: String }
    struct Region: Decodable, Equatable { let startLine, startColumn, endLine, endColumn: Int }
    struct Fix: Decodable { let artifactChanges: [Change] }
    struct Change: Decodable {
      let artifactLocation: Artifact
      let replacements: [Replacement]
    }
    struct Replacement: Decodable {
      let deletedRegion: Region
      let insertedContent: Message
    }
  }

  private func run(_ result: ScanResult, _ change: (inout ReportContext) -> Void = { _ in }) throws -> Log.Run {
    let log = try JSONDecoder().decode(Log.self, from: Data(sarif(result, change).utf8))
    #expect(log.version == "2.1.0")
    return try #require(log.runs.first)
  }

  @Test func resultsAreCompleteAndTheMostSevereFirst() throws {
    let run = try run(Sample.full) { $0.checkedFolder = "apps/api" }
    #expect(run.columnKind == "unicodeCodePoints")
    #expect(run.automationDetails.id == "paddock/apps/api/")
    #expect(run.results.map(\.level) == ["error", "warning", "note"])
    #expect(run.results.map { $0.ruleIndex.map { run.tool.driver.rules[$0].id } } == run.results.map(\.ruleId))
    let first = try #require(run.results.first)
    #expect(
      first.message.text == """
        var API_KEY holds a token (tok_…, 32 chars). run `wrangler secret put API_KEY`

        See [the same value \\[1\\]](1), [and here](2).
        """
    )
    #expect(first.locations.map(\.physicalLocation.artifactLocation.uri) == ["wrangler.jsonc"])
    #expect(first.locations.map(\.physicalLocation.artifactLocation.uriBaseId) == ["%SRCROOT%"])
    #expect(
      first.locations.first?.physicalLocation.region
        == Log.Region(startLine: 7, startColumn: 5, endLine: 7, endColumn: 10)
    )
    #expect(first.relatedLocations?.map(\.id) == [1, 2])
    #expect(first.relatedLocations?.map(\.message?.text) == ["the same value [1]", "and here"])
    #expect(
      first.partialFingerprints == [
        "primaryLocationLineHash": "abc:1", "paddock/v1": "0123456789abcdef0123456789abcdef",
      ]
    )
    let changes = try #require(first.fixes?.first?.artifactChanges)
    #expect(changes.map(\.artifactLocation.uri) == [".dev.vars", "wrangler.jsonc"])
    #expect(changes.flatMap(\.replacements).map(\.insertedContent.text) == ["'", ""])
    #expect(run.results[1].fixes == nil)
    #expect(run.results[1].partialFingerprints["primaryLocationLineHash"] == "0123456789abcdef:1")
  }

  @Test func rulesWithResultsAreThereInAFixedOrder() throws {
    let driver = try run(Sample.full).tool.driver
    #expect(driver.semanticVersion == "1.2.3")
    #expect(driver.rules.map(\.id) == ["config/name", "git/tracked", "vars/secret-value"])
    #expect(driver.rules.allSatisfy { $0.fullDescription.text.count <= 1024 })
    #expect(driver.rules[0].help.text.count == 1650)
    #expect(driver.rules[2].help.markdown?.hasSuffix("\n\nSee <https://example.com/vars>.") == true)
    let expected = [
      ("4.0", "medium", "warning"), ("2.0", "very-high", "recommendation"), ("8.5", "very-high", "error"),
    ]
    for (rule, (severity, precision, problem)) in zip(driver.rules, expected) {
      #expect(rule.properties["security-severity"] == .text(severity))
      #expect(rule.properties["precision"] == .text(precision))
      #expect(rule.properties["problem.severity"] == .text(problem))
      #expect(rule.properties["tags"] == .list(["security", String(rule.id.prefix { $0 != "/" })]))
    }
  }

  /// GitHub would show them as open alerts.
  @Test func suppressedFindingsAreOnlyThereWhenAskedFor() throws {
    #expect(try run(Sample.full).results.allSatisfy { $0.suppressions == nil })
    let results = try run(Sample.full) { $0.isVerbose = true }.results
    #expect(results.count == 5)
    #expect(results.compactMap { $0.suppressions?.first?.kind } == ["inSource", "external"])
    #expect(results[3].suppressions?.first?.justification == "old")
  }

  @Test func invocationIsHonest() throws {
    let failed = try #require(try run(Sample.full).invocations.first)
    #expect(!failed.executionSuccessful)
    #expect(failed.exitCode == 2)
    #expect(failed.toolExecutionNotifications.map(\.level) == ["note", "error", "note"])
    #expect(failed.toolExecutionNotifications.map { $0.locations?.count } == [1, nil, nil])
    let clean = try #require(try run(ScanResult()).invocations.first)
    #expect(clean.executionSuccessful)
    #expect(clean.exitCode == 0)
    #expect(try run(Sample.result([Sample.finding(.warning)])).invocations.first?.exitCode == 1)
    #expect(try run(Sample.result([Sample.finding(.note)])).invocations.first?.exitCode == 0)
  }

  @Test func moreResultsThanGitHubTakesAreLeftOut() throws {
    var findings = Array(repeating: Sample.finding(.note), count: SARIFReport.limit)
    findings.append(Sample.finding(.error))
    let suppressed = SuppressedFinding(finding: Sample.finding(), reason: .settings(justification: nil))
    let run = try run(Sample.result(findings, suppressed: [suppressed])) { $0.isVerbose = true }
    #expect(run.results.count == 25_000)
    #expect(run.results.first?.level == "error")
    #expect(
      run.invocations.first?.toolExecutionNotifications.map(\.message.text) == [
        "2 results, the least severe, were left out: GitHub takes 25000 in a run."
      ]
    )
  }

  @Test func noSnippetIsEverWritten() throws {
    #expect(try !sarif(Sample.full).contains("snippet"))
    #expect(try !sarif(Sample.full).contains("••••"))
  }

  @Test(arguments: [
    ("a/b.ts", "a/b.ts"), ("a b", "a%20b"), ("100%.ts", "100%25.ts"), ("a:b", "a%3Ab"), ("a\nb", "a%0Ab"),
    ("\u{1B}", "%1B"), ("ü", "%C3%BC"), ("🔑", "%F0%9F%94%91"), ("[id]/(x)?#", "%5Bid%5D/%28x%29%3F%23"),
    ("~-._", "~-._"),
  ])
  func pathsBecomeURIs(_ path: String, _ uri: String) {
    #expect(SARIFReport.uri(path) == uri)
  }

  @Test(.enabled(if: JSONSchema.isAvailable, "needs python3 with jsonschema"))
  func everyReportFollowsTheOfficialSchema() throws {
    let schema = JSONSchema.sarif
    let valid = try sarif(Sample.full) { $0.isVerbose = true }
    let documents = [
      valid, try sarif(Sample.full), try sarif(ScanResult()),
      try Report(Sample.full, context: ReportContext(toolVersion: "1.2.3", rules: .builtIn)).render(.sarif),
    ]
    #expect(try JSONSchema.violations(of: documents, against: schema) == [[], [], [], []])
    // The schema does say no.
    let broken = valid.replacing("\"startColumn\" : 5", with: "\"startColumn\" : 0")
    #expect(try JSONSchema.violations(of: [broken], against: schema).first?.isEmpty == false)
  }
}
