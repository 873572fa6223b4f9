import Documents
import Foundation
import Linter
import Reports
import TestSupport
import Testing
import Workers

struct JSONReportTests {
  static let schema = PackageFolder.url("docs/report.schema.json")

  private func json(_ result: ScanResult, _ change: (inout ReportContext) -> Void = { _ in }) throws -> String {
    try Report(result, context: Sample.context(change)).render(.json)
  }

  @Test func wholeDocument() throws {
    var result = Sample.result(
      [Sample.finding(at: Sample.location("a/b\u{1B}.toml", 7, 5), worker: "api")],
      suppressed: [],
      notices: [Notice(path: "c", message: "gone", isFailure: true)]
    )
    result.statistics.skipped = [.tooLarge: 2]
    #expect(
      try json(result) { $0.seconds = 0.01234 } == #"""
        {
          "findings" : [
            {
              "confidence" : "high",
              "endColumn" : 10,
              "endLine" : 7,
              "fingerprint" : "0123456789abcdef0123456789abcdef",
              "help" : "run `wrangler secret put API_KEY`",
              "message" : "var API_KEY holds a token (tok_…, 32 chars)",
              "path" : "a/b\u001b.toml",
              "related" : [

              ],
              "ruleId" : "vars/secret-value",
              "severity" : "error",
              "startColumn" : 5,
              "startLine" : 7,
              "worker" : "api"
            }
          ],
          "notices" : [
            {
              "failure" : true,
              "message" : "gone",
              "path" : "c"
            }
          ],
          "schemaVersion" : 1,
          "summary" : {
            "environments" : 2,
            "error" : 1,
            "files" : 5,
            "note" : 0,
            "projects" : 1,
            "scanned" : 3,
            "seconds" : 0.012,
            "skipped" : 2,
            "skippedByReason" : {
              "too-large" : 2
            },
            "suppressed" : 0,
            "trackedDespiteIgnore" : 0,
            "warning" : 0
          },
          "suppressed" : [

          ],
          "tool" : {
            "name" : "paddock",
            "version" : "1.2.3"
          }
        }

        """#
    )
  }

  @Test func fixesSuppressionsAndRelatedPlaces() throws {
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(json(Sample.full).utf8)) as? [String: Any]
    )
    let findings = try #require(document["findings"] as? [[String: Any]])
    #expect(findings.map { $0["severity"] as? String } == ["warning", "error", "note"])
    let fix = try #require(findings[1]["fix"] as? [String: Any])
    let edits = try #require(fix["edits"] as? [[String: Any]])
    #expect(edits.map { $0["replacement"] as? String } == ["'", ""])
    #expect(edits.map { $0["path"] as? String } == [".dev.vars", "wrangler.jsonc"])
    let related = try #require(findings[1]["related"] as? [[String: Any]])
    #expect(related.map { $0["message"] as? String } == ["the same value [1]", "and here"])
    let suppressed = try #require(document["suppressed"] as? [[String: Any]])
    let reasons = try #require(suppressed.map { $0["suppression"] } as? [[String: Any]])
    #expect(reasons.map { $0["kind"] as? String } == ["comment", "settings"])
    #expect(reasons[0]["line"] as? Int == 8)
    #expect(reasons[0]["reason"] as? String == "old")
    #expect((document["summary"] as? [String: Any])?["seconds"] == nil)
  }

  @Test func fixThatWouldShowASecretIsLeftOut() throws {
    let fix = LocatedFix(title: "Quote", isSafe: true, edits: Sample.fix.edits, holdsSecret: true)
    for format in ReportFormat.allCases where format != .text {
      let text = try Report(Sample.result([Sample.finding(fix: fix)]), context: Sample.context()).render(format)
      #expect(!text.contains("Quote"), "\(format.rawValue)")
    }
  }

  @Test(.enabled(if: JSONSchema.isAvailable, "needs python3 with jsonschema"))
  func everyReportFollowsTheSchema() throws {
    let documents = [
      try json(Sample.full) { $0.seconds = 1 }, try json(Sample.full), try json(ScanResult()),
      try json(Sample.result(Sample.full.findings)),
    ]
    #expect(try JSONSchema.violations(of: documents, against: Self.schema) == [[], [], [], []])
  }

  /// What to replace in a valid report so that it no longer is one.
  @Test(
    .enabled(if: JSONSchema.isAvailable, "needs python3 with jsonschema"),
    arguments: [
      ("\"startLine\" : 7", "\"startLine\" : 0"), ("\"ruleId\" :", "\"rule\" :"), ("\"safe\" :", "\"isSafe\" :"),
      ("\"kind\" : \"settings\"", "\"kind\" : \"settings\", \"line\" : 3"), ("\"failure\" :", "\"isFailure\" :"),
      ("\"too-large\"", "\"tooLarge\""), ("\"severity\" : \"error\"", "\"severity\" : \"fatal\""),
      ("\"help\" :", "\"secret\" : \"x\", \"help\" :"), ("\"schemaVersion\" : 1", "\"schemaVersion\" : 2"),
    ]
  )
  func schemaIsStrict(_ text: String, _ replacement: String) throws {
    let valid = try json(Sample.full)
    let broken = valid.replacing(text, with: replacement)
    #expect(valid != broken)
    let violations = try JSONSchema.violations(of: [broken], against: Self.schema)
    #expect(violations.first?.isEmpty == false)
  }
}
