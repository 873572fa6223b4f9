import Documents
import Linter
import Testing
import Workers

/// What the rules about dotenv files say and offer, beyond the places in their examples.
struct DotenvRulesTests {
  private static let config = #"{ "name": "shop" }"#

  private static func findings(_ rule: Rule.ID, in files: [String: String]) -> [Finding] {
    var settings = Settings()
    settings.minimumConfidence = .low
    settings.select = [RuleSelector(rule.text)]
    return Scan(rules: .builtIn, settings: settings).run(on: FileTree(texts: files), tracked: nil).findings
  }

  struct FixCase: Sendable, CustomTestStringConvertible {
    let rule: Rule.ID
    var path = ".dev.vars"
    let before: String
    /// `nil` when no fix is offered.
    let after: String?
    var isSafe = false

    var testDescription: String { "\(rule) \(before)" }
  }

  @Test(arguments: [
    FixCase(rule: "dotenv/hash-cut", before: "A=x#y\n", after: "A=\"x#y\"\n", isSafe: true),
    FixCase(rule: "dotenv/hash-cut", before: "A=x#y # z\r\nB=1\r\n", after: "A=\"x#y\" # z\r\nB=1\r\n", isSafe: true),
    FixCase(rule: "dotenv/hash-cut", before: "A=x\"#y", after: "A='x\"#y'", isSafe: true),
    FixCase(rule: "dotenv/hash-cut", before: "A=x\\n#y", after: "A='x\\n#y'", isSafe: true),
    FixCase(rule: "dotenv/hash-cut", before: "A=x\"'#y", after: "A=`x\"'#y`", isSafe: true),
    FixCase(rule: "dotenv/hash-cut", before: "A=x\"'`#y", after: nil),
    FixCase(rule: "dotenv/hash-cut", before: "A=8080#the port", after: "A=\"8080#the port\""),
    FixCase(rule: "dotenv/ignored-line", before: "set MODE=x", after: "MODE=x"),
    FixCase(rule: "dotenv/ignored-line", before: "MODE:x", after: "MODE=x"),
    FixCase(rule: "dotenv/ignored-line", before: "MODE : x", after: "MODE = x"),
    FixCase(rule: "dotenv/ignored-line", before: "MODE", after: nil),
    FixCase(rule: "dotenv/ignored-line", before: "A MODE=x", after: nil),
    FixCase(rule: "dotenv/dollar", path: ".env", before: "A=x$y", after: "A=x\\$y"),
    FixCase(rule: "dotenv/dollar", path: ".env", before: "A=x${Y}", after: nil),
    FixCase(
      rule: "dotenv/multiline-unquoted",
      before: "A={\n  \"b\": 1\n}\nB=2\n",
      after: "A='{\n  \"b\": 1\n}'\nB=2\n"
    ),
    FixCase(rule: "dotenv/multiline-unquoted", before: "A={\n  \"b\": 1\n", after: nil),
  ])
  func offersFixes(_ example: FixCase) throws {
    let found = Self.findings(example.rule, in: ["wrangler.jsonc": Self.config, example.path: example.before])
    let finding = try #require(found.first)
    #expect(found.count == 1)
    guard let after = example.after else {
      #expect(finding.fix == nil)
      return
    }
    let fix = try #require(finding.fix)
    var bytes = Array(example.before.utf8)
    for edit in fix.edits.sorted(by: { $0.location.region > $1.location.region }) {
      bytes.replaceSubrange(edit.location.region.range, with: Array(edit.replacement.utf8))
    }
    #expect(String(decoding: bytes, as: UTF8.self) == after)
    #expect(fix.isSafe == example.isSafe)
    // What a fix writes is no longer reported.
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(Self.findings(example.rule, in: ["wrangler.jsonc": Self.config, example.path: text]).isEmpty)
  }

  struct SeverityCase: Sendable, CustomTestStringConvertible {
    let rule: Rule.ID
    let files: [String: String]
    let severity: Severity
    let confidence: Confidence

    var testDescription: String { "\(rule) \(files)" }
  }

  @Test(arguments: [
    SeverityCase(
      rule: "dotenv/both-sources",
      files: ["wrangler.jsonc": config, ".dev.vars": "", ".env": "A=1"],
      severity: .error,
      confidence: .high
    ),
    SeverityCase(
      rule: "dotenv/both-sources",
      files: ["wrangler.jsonc": config, ".dev.vars": "# only a comment\n", ".env": "A=1"],
      severity: .error,
      confidence: .high
    ),
    SeverityCase(
      rule: "dotenv/both-sources",
      files: ["wrangler.jsonc": config, ".dev.vars": "B=1", ".env": "A=1"],
      severity: .warning,
      confidence: .medium
    ),
    SeverityCase(
      rule: "dotenv/both-sources",
      files: ["wrangler.jsonc": #"{ "vars": { "A": "0" } }"#, ".dev.vars": "B=1", ".env": "A=1"],
      severity: .warning,
      confidence: .high
    ),
    SeverityCase(
      rule: "required/missing-local",
      files: ["wrangler.jsonc": #"{ "secrets": { "required": ["A"] } }"#, ".dev.vars": ""],
      severity: .warning,
      confidence: .high
    ),
    SeverityCase(
      rule: "required/missing-local",
      files: ["wrangler.jsonc": #"{ "env": { "x": { "secrets": { "required": ["A"] } } } }"#, ".dev.vars": "B=1"],
      severity: .note,
      confidence: .high
    ),
    SeverityCase(
      rule: "required/missing-local",
      files: [
        "wrangler.jsonc": #"{ "env": { "x": { "secrets": { "required": ["A"] } } } }"#, ".dev.vars.x": "B=1",
      ],
      severity: .warning,
      confidence: .high
    ),
    SeverityCase(
      rule: "dotenv/value-size",
      files: ["wrangler.jsonc": config, ".dev.vars": "A=" + String(repeating: "x", count: 5120)],
      severity: .warning,
      confidence: .high
    ),
    SeverityCase(
      rule: "dotenv/value-size",
      files: ["wrangler.jsonc": config, ".dev.vars": "A=" + String(repeating: "x", count: 5121)],
      severity: .error,
      confidence: .high
    ),
  ])
  func weighs(_ example: SeverityCase) throws {
    let found = Self.findings(example.rule, in: example.files)
    try #require(found.count == 1)
    #expect(found[0].severity == example.severity)
    #expect(found[0].confidence == example.confidence)
  }

  /// Broken files of many kinds, in which every piece of a value carries the same mark.
  @Test(arguments: [
    "A=MARKa#MARKb MARKc\n", "A=\"MARK\n", "A=\"MARK\" MARK\n", "A=\"MARK\" B=\"MARK\"\n", "A=MARK;MARKB=MARK\n",
    "A:MARK\n", "A : MARK\n", "MARK\n", "set A=MARK\n", "A=MARK$MARK${MARKx}\nA=MARK\n", "A B=MARK\n", "aMARK+/b=\n",
    "A=-----BEGIN PRIVATE KEY-----\nMARK\nMARK=MARK\nMARK: MARK\n-----END PRIVATE KEY-----\n",
    "A={\n \"a\": \"MARK\"\n}\n",
    "CLOUDFLARE_API_TOKEN=MARK\nA-B=MARK\nDB=MARK\nSTORE=MARK\nLIMIT=MARK\n", "A=\n\"MARK\"\n",
    "A='-----BEGIN PRIVATE KEY-----\\nMARK\\n-----END PRIVATE KEY-----'\n",
  ])
  func neverShowsAValue(text: String) {
    let config = """
      { "name": "shop", "vars": { "LIMIT": 3 }, "env": { "x": { "secrets": { "required": ["R"] } } },
        "kv_namespaces": [{ "binding": "DB", "id": "1" }],
        "secrets_store_secrets": [{ "binding": "STORE", "store_id": "1", "secret_name": "s" }] }
      """
    var settings = Settings()
    settings.minimumConfidence = .low
    let rules = RuleSet.builtIn.rules.filter { ["dotenv", "required", "store"].contains($0.id.group) }
    var count = 0
    for names in [[".dev.vars"], [".env"], [".dev.vars", ".env"], [".env", ".env.local", ".env.x"], [".dev.vars.y"]] {
      var files = ["wrangler.jsonc": config]
      for name in names { files[name] = text }
      let result = Scan(rules: RuleSet(rules), settings: settings).run(on: FileTree(texts: files), tracked: nil)
      for finding in result.findings {
        count += 1
        #expect(!finding.message.contains("MARK"), "\(finding.rule)")
        #expect(!finding.help.contains("MARK"), "\(finding.rule)")
        #expect(!(finding.excerpt?.text.contains("MARK") ?? false), "\(finding.rule)")
        #expect(!finding.related.contains { $0.message.contains("MARK") }, "\(finding.rule)")
        #expect(!(finding.fix?.edits.contains { $0.replacement.contains("MARK") } ?? false), "\(finding.rule)")
      }
    }
    #expect(count > 0)
  }

  @Test func tellsAboutASharedFileOnce() {
    let files = [
      "wrangler.jsonc": #"{ "name": "shop", "vars": { "A": 1 }, "env": { "x": { "vars": { "A": 2 } } } }"#,
      ".dev.vars": "A=3",
    ]
    #expect(Self.findings("dotenv/changes-type", in: files).count == 1)
  }

  @Test func listsTheKeysOfAllEnvironmentsOnce() {
    let config = #"{ "secrets": { "required": ["A"] }, "env": { "x": {}, "y": {} } }"#
    let files = ["wrangler.jsonc": config, ".dev.vars": "C=1", ".dev.vars.y": "C=1", ".env": "B=1\nA=1"]
    let found = Self.findings("dotenv/both-sources", in: files)
    #expect(
      found.map(\.message).sorted() == [
        "A and B of .env do not reach the Worker, because .dev.vars exists",
        "B and A of .env do not reach the Worker, because .dev.vars.y exists",
      ]
    )
  }

  @Test func looksAtFilesOfTheProjectOnly() {
    let files = ["apps/a/wrangler.jsonc": Self.config, ".dev.vars": "A:x", "apps/.env": "A:x", "apps/a/b/.env": "A:x"]
    #expect(Self.findings("dotenv/ignored-line", in: files).isEmpty)
  }
}
