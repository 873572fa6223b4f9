import Documents
import Linter
import Patterns
import Testing
import Workers

/// Secrets that only their name and their looks give away.
struct ContextTests {
  /// One run over all lines: each is a file of its own.
  @Test(arguments: 0..<5)
  func findsSecretsAndNothingElse(_ round: Int) throws {
    var texts: [String: String] = [:]
    var expected: [String: [Range<Int>]] = [:]
    var lines: [String: Substring] = [:]
    let tables = [
      ContextCases.secrets, ContextCases.others, ContextCases.commandSecrets, ContextCases.commandOthers,
      ContextCases.sentences, ContextCases.otherSentences,
    ]
    for (index, line) in tables.flatMap(ContextCases.lines).enumerated() {
      let bar = try #require(line.firstIndex(of: "|"), "\(line)")
      let path = "case\(index)/" + line[..<bar].dropLast()
      var sample = SampleText(seed: "\(line)/\(round)")
      let text = sample.fill(String(line[bar...].dropFirst(2).map { $0 == "⏎" ? "\n" : $0 }))
      let marked = try #require(MarkedSample(text))
      texts[path] = marked.text + "\n"
      expected[path] = marked.marked
      lines[path] = line
    }
    #expect(texts.count >= 300)
    var settings = Settings()
    // A token rule that knows the value speaks instead.
    settings.select = ["source", "token"].map { RuleSelector($0) }
    let result = Scan(rules: .builtIn, settings: settings).run(
      on: FileTree(texts: texts),
      tracked: TrackedPaths(texts.keys)
    )
    let found = Dictionary(grouping: result.findings, by: \.location.path).mapValues { $0.map(\.location.region.range) }
    for (path, ranges) in expected {
      #expect(found[path] ?? [] == ranges, "\(lines[path] ?? "")")
    }
  }

  @Test func everyGateHasAWeight() {
    #expect(ContextWeights.standard.missing == [])
    #expect(ContextWeights.standard.low < ContextWeights.standard.medium)
  }

  /// What `explain` needs: a value that is no secret comes with the gate that said so.
  @Test(arguments: [
    ("password = 'changeme'", ContextGate.valuePlaceholder), ("password = 'See the docs'", .valuePhrase),
    ("token = '550e8400-e29b-11d4-a716-446655440000'", .valueIdentifier),
    ("apiKey = 'src/keys/api.json'", .valueAddress),
    ("secret = '${SHOP}'", .valueReference), ("password = 'abc'", .valueTiny),
  ])
  func saysWhyNot(_ text: String, _ gate: ContextGate) {
    let found = Self.look(at: text, includesRejected: true)
    #expect(found.count == 1)
    #expect(found.first?.decision.confidence == nil)
    #expect(found.first?.decision.reasons.last?.gate == gate)
  }

  @Test func addsItsReasonsUp() throws {
    var sample = SampleText(seed: "reasons")
    let found = try #require(Self.look(at: sample.fill("db_pass = '{password:14}'")).first)
    let sum = found.decision.reasons.reduce(0) { $0 + $1.points }
    #expect(found.decision.score == sum)
    #expect(found.decision.confidence == .medium)
    #expect(found.decision.reasons.first?.gate == .namePassword)
  }

  /// A line of megabytes, full of anchors, takes no more than time in proportion to its length.
  @Test(arguments: ["password=", "token:'", "curl -u ", "https://", "key", "Bearer ", "auth.", "secret(\"", "<key>"])
  func longLinesStayLinear(_ piece: String) {
    let text = String(repeating: piece, count: 200_000)
    let start = ContinuousClock.now
    _ = Self.look(at: text)
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  private static func look(at text: String, includesRejected: Bool = false) -> [ContextScanner.Found] {
    let bytes = Array(text.utf8)
    var hits: [LiteralHit] = []
    LiteralScanner(ContextAnchors.all.map { .init($0.text, ignoresCase: true) })
      .scan(bytes.span, from: 0, to: bytes.count, into: &hits)
    var names = ContextNames()
    return ContextScanner().scan(
      bytes,
      hits: hits,
      file: ContextFile(path: "a.py"),
      isTest: { false },
      includesRejected: includesRejected,
      names: &names
    ).found
  }

  private static func scan(_ text: String, ignoring rules: [String] = []) -> ScanResult {
    var settings = Settings()
    settings.ignoredRules = rules.map { RuleSelector($0) }
    return Scan(rules: .builtIn, settings: settings).run(on: FileTree(texts: ["a.py": text]), tracked: nil)
  }

  /// What the limits cut off is said, with the file.
  @Test func limitsAreNamed() {
    var sample = SampleText(seed: "limits")
    let few = (0..<200).map { _ in sample.fill("db_password = \"{base62:24}\"\n") }.joined()
    #expect(Self.scan(few).notices == [])
    let many = few + sample.fill("db_password = \"{base62:24}\"\n")
    let result = Self.scan(many)
    #expect(result.findings.count == 200)
    #expect(result.notices.map(\.path) == ["a.py"])
    #expect(result.notices.map(\.isFailure) == [false])
    #expect(result.notices.first?.message.hasPrefix("201 values look like secrets") == true)
    let endless = String(repeating: "password = 'x'\n", count: ContextScanner.effort + 1)
    #expect(
      Self.scan(endless).notices.map(\.message) == [
        "only the first \(ContextScanner.effort) values with names were judged by their context"
      ]
    )
  }

  /// A rule that is off leaves the place to others.
  @Test func aTokenRuleThatIsOffSilencesNothing() {
    var sample = SampleText(seed: "off")
    let text = sample.fill("stripe_secret = \"sk_live_{base62:24}\"\n")
    #expect(Self.scan(text).findings.map(\.rule) == ["token/stripe-secret-key"])
    #expect(Self.scan(text, ignoring: ["token/stripe-secret-key"]).findings.map(\.rule) == ["source/hardcoded-secret"])
    // Nor does it to a rule that knows less.
    let clerk = sample.fill("clerk = \"sk_live_{base62:42}\"\n")
    let claim = Self.scan(clerk).findings.map(\.rule)
    #expect(claim.count == 1 && Self.scan(clerk, ignoring: claim.map(\.text)).findings.count == 1)
    #expect(Self.scan(text, ignoring: ["token"]).findings.map(\.rule) == ["source/hardcoded-secret"])
  }
}

extension ContextCases {
  /// The lines of a table.
  static func lines(_ table: String) -> [Substring] { table.split(separator: "\n") }
}
