import Documents
import Linter
import TestSupport
import Testing

/// `docs/settings.schema.json` and the reader of `paddock.toml` agree.
@Suite(.enabled(if: JSONSchema.isAvailable, "needs python3 with jsonschema"))
struct SettingsSchemaTests {
  private static let schema = PackageFolder.url("docs/settings.schema.json")

  /// The same settings as TOML and as JSON, and whether they are right.
  @Test(arguments: [
    ("", "{}", true),
    (
      """
      select = ["token", "vars/secret-value"]
      exclude = ["fixtures/"]
      rules = ["my-rules/"]
      fail-on = "never"
      confidence = "low"
      environments = ["", "production"]
      compat-comments = true
      archives = true
      max-file-size = 1
      [severity]
      "dotenv/dollar" = "note"
      [[ignore]]
      rule = "token"
      path = "docs/**"
      fingerprint = "00"
      reason = "known"
      expires = 2027-01-31
      """,
      """
      {"select": ["token", "vars/secret-value"], "exclude": ["fixtures/"], "rules": ["my-rules/"],
       "fail-on": "never", "confidence": "low", "environments": ["", "production"], "compat-comments": true, "archives": true,
       "max-file-size": 1, "severity": {"dotenv/dollar": "note"},
       "ignore": [{"rule": "token", "path": "docs/**", "fingerprint": "00", "reason": "known", "expires": "2027-01-31"}]}
      """, true
    ),
    (#"ignore = ["token"]"#, #"{"ignore": ["token"]}"#, true),
    (#"selct = ["token"]"#, #"{"selct": ["token"]}"#, false),
    (#"fail-on = "info""#, #"{"fail-on": "info"}"#, false),
    (#"confidence = "sure""#, #"{"confidence": "sure"}"#, false),
    (#"select = "token""#, #"{"select": "token"}"#, false),
    (#"compat-comments = "yes""#, #"{"compat-comments": "yes"}"#, false),
    ("archives = 1", #"{"archives": 1}"#, false),
    ("max-file-size = 0", #"{"max-file-size": 0}"#, false),
    ("max-file-size = 1099511627777", #"{"max-file-size": 1099511627777}"#, false),
    ("ignore = [1]", #"{"ignore": [1]}"#, false),
    ("[[ignore]]\nreason = 'x'", #"{"ignore": [{"reason": "x"}]}"#, false),
    ("[[ignore]]\nrule = 'x'\nwhy = 'x'", #"{"ignore": [{"rule": "x", "why": "x"}]}"#, false),
    ("[[ignore]]\nrule = 'x'\nexpires = 'soon'", #"{"ignore": [{"rule": "x", "expires": "soon"}]}"#, false),
    ("[severity]\ntoken = 'fatal'", #"{"severity": {"token": "fatal"}}"#, false),
    ("severity = 'note'", #"{"severity": "note"}"#, false),
  ])
  func schemaAndReaderAgree(_ toml: String, _ json: String, _ isRight: Bool) throws {
    let violations = try JSONSchema.violations(of: [json], against: Self.schema).flatMap(\.self)
    #expect(violations.isEmpty == isRight, "\(violations)")
    var isRead = true
    do throws(FileErrors) { _ = try SettingsFile.read(Source(path: "paddock.toml", text: toml)) } catch {
      isRead = false
    }
    #expect(isRead == isRight)
  }
}
