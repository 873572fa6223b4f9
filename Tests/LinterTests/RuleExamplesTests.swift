import Linter
import Testing

/// Every rule carries examples; here they run.
struct RuleExamplesTests {
  @Test(arguments: RuleSet.builtIn.rules.map(\.id.text))
  func examplesHold(of id: String) throws {
    let rule = try #require(RuleSet.withExamples[Rule.ID(id)])
    let outcome = RuleExamples.run(rule, among: .builtIn)
    let isOnlyOfHistory = if case .history = rule.check { true } else { false }
    #expect(outcome.count > 0 || isOnlyOfHistory, "rule \(id) has no examples")
    #expect(outcome.failures == [])
  }

  /// The records made when the package is built say what the rule files say.
  @Test func embeddedRulesAreThoseOfTheFiles() throws {
    #expect(RuleSet.builtIn.rules.map(\.id) == RuleSet.withExamples.rules.map(\.id))
    for (rule, read) in zip(RuleSet.builtIn.rules, RuleSet.withExamples.rules) {
      #expect(RuleDocumentation.text(rule) == RuleDocumentation.text(read))
      #expect((rule.severity, rule.confidence, rule.since) == (read.severity, read.confidence, read.since))
      guard case .token(let token) = rule.check, case .token(let other) = read.check else { continue }
      #expect(token.pattern.source == other.pattern.source)
      #expect(token.anchors == other.anchors && token.keywords == other.keywords)
      #expect((token.before, token.after, token.near) == (other.before, other.after, other.near))
      #expect((token.checksum, token.checksumMismatch) == (other.checksum, other.checksumMismatch))
      #expect((token.ignoresCase, token.isPublic, token.entropy) == (other.ignoresCase, other.isPublic, other.entropy))
    }
  }
}
