import Linter
import Patterns
import Testing
import Workers

/// Web tokens that say when they end, on a day of the test's choice.
struct ExpiredTokenTests {
  /// 2027-01-15T08:00:00Z.
  static let end = 1_800_000_000

  @Test(arguments: [
    ("2027-01-14", "exp=\(end)", Severity.warning, false),
    // The day of its end is not over everywhere.
    ("2027-01-15", "exp=\(end)", .warning, false),
    ("2027-01-16", "exp=\(end)", .note, true),
    ("2027-01-16", "sub=42", .warning, false),
    ("2027-01-16", "exp=soon", .warning, false),
    ("2027-01-16", "exp=0", .note, true),
    ("", "exp=\(end)", .warning, false),
  ])
  func severityFollowsTheDay(_ today: String, _ claim: String, _ severity: Severity, _ hasExpired: Bool) throws {
    for path in ["src/a.ts", "wrangler.json"] {
      var sample = SampleText(seed: claim)
      let token = sample.fill("{jwt:iss=https://login.orion.dev,\(claim)}")
      let texts = [
        "src/a.ts": "const t = '\(path == "src/a.ts" ? token : "")';\n",
        "wrangler.json": #"{ "name": "a", "vars": { "T": "\#(path == "src/a.ts" ? "" : token)" } }"#,
      ]
      var settings = Settings()
      settings.today = today
      let findings = Scan(rules: .builtIn, settings: settings).run(on: FileTree(texts: texts), tracked: nil).findings
      let finding = try #require(findings.first { $0.location.path == path }, "\(findings.map(\.message))")
      #expect(hasExpired == finding.message.contains("; it has expired)"), "\(finding.message)")
      if hasExpired || path == "src/a.ts" { #expect(finding.severity == severity, "\(path)") }
    }
  }

  @Test func anonymousTokensAreNoSecretsWhateverTheirEnd() {
    for claim in ["exp=\(Self.end)", "sub=1"] {
      var sample = SampleText(seed: claim)
      let text = sample.fill("const t = '{jwt:iss=supabase,role=anon,\(claim)}';\n")
      let result = Scan(rules: .builtIn, settings: Settings()).run(on: FileTree(texts: ["a.ts": text]), tracked: nil)
      #expect(result.findings.map(\.message) == [])
    }
  }
}
