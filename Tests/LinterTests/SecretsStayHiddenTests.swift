import Documents
import Linter
import Patterns
import Testing
import Workers

/// What a finding carries besides its message never shows a secret.
struct SecretsStayHiddenTests {
  /// A line is shown for one finding; what rules that are switched off would have found on it is masked as well.
  @Test func ruleThatIsSwitchedOffStillMasks() throws {
    var sample = SampleText(seed: "masks")
    let password = sample.fill("k3{alnum-lower:14}9")
    let known = sample.fill("q7{alnum-lower:20}")
    let token = sample.fill("glpat-{base62:20}")
    let named = Base64.encode(sample.fill("db_password = w5{alnum-lower:14}8").utf8)
    let encoded = String(decoding: named, as: UTF8.self)
    var settings = Settings()
    settings.select = [RuleSelector("token")]
    let result = Scan(rules: .builtIn, settings: settings).run(
      on: FileTree(texts: [
        ".dev.vars": "PARTNER_TOKEN=\(known)\n",
        "a.js": "f(\"\(token)\", { password: \"\(password)\" }, \"\(known)\", \"\(encoded)\");\n",
      ]),
      tracked: nil
    )
    let text = try #require(result.findings.first?.excerpt?.text)
    #expect(result.findings.count == 1)
    for secret in [token, password, known, encoded] { #expect(!text.contains(secret)) }
  }

  private func findings(_ text: String, rules: [Rule] = []) -> [Finding] {
    let scan = Scan(rules: RuleSet(RuleSet.builtIn.rules + rules), settings: Settings())
    return scan.run(on: FileTree(texts: ["a.ts": text]), tracked: nil).findings
  }

  @Test func unusedIgnoreShowsOnlyItsComment() throws {
    let found = findings("const key = 'hunter2 hunter2'; /* paddock:ignore vars */ const more = 'hunter3';\n")
    let unused = try #require(found.first { $0.rule == "config/unused-ignore" })
    let excerpt = try #require(unused.excerpt)
    #expect(excerpt.text.contains("paddock:ignore vars"))
    #expect(!excerpt.text.contains("hunter"))
  }

  /// A rule that quotes what stands between the bars; what it writes there, and whether that shows the secret.
  @Test(arguments: [("'hunter2'", true), ("HUNTER", false), ("", false)])
  func fixThatRepeatsASecretIsMarked(_ replacement: String, _ holdsSecret: Bool) throws {
    let region = Region(start: 4, end: 11)
    let rule = Rule(
      id: "vars/sample",
      title: "Sample",
      severity: .error,
      help: "Quote it.",
      check: .checkout { _ in
        let edits = [Fix.Edit(path: "a.ts", region: region, replacement: replacement)]
        return [
          Match(
            path: "a.ts",
            region: region,
            message: "sample",
            identity: .name("sample"),
            secret: region,
            fix: Fix(title: "Quote", isSafe: true, edits: edits)
          )
        ]
      }
    )
    let finding = try #require(findings("k = hunter2\n", rules: [rule]).first { $0.rule == "vars/sample" })
    #expect(finding.fix?.holdsSecret == holdsSecret)
    #expect(finding.excerpt?.text == "k = ••••••••")
  }

  @Test func lineHashDoesNotDependOnTheSecret() {
    func hash(_ value: String) -> String? {
      let region = Region(start: 4, end: 4 + value.utf8.count)
      let rule = Rule(
        id: "vars/sample",
        title: "Sample",
        severity: .error,
        help: "Move it.",
        check: .checkout { _ in
          [Match(path: "a.ts", region: region, message: "sample", identity: .secret(value), secret: region)]
        }
      )
      return findings("k = \(value)\nnext\n", rules: [rule]).first { $0.rule == "vars/sample" }?.lineHash
    }
    #expect(hash("hunter2") != nil)
    #expect(hash("hunter2") == hash("another one"))
  }
}
