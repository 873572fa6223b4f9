import Linter
import Testing

/// Every rule carries examples; here they run.
struct RuleExamplesTests {
  @Test(arguments: RuleSet.builtIn.rules.map(\.id.text))
  func examplesHold(of id: String) throws {
    let rule = try #require(RuleSet.builtIn[Rule.ID(id)])
    let outcome = RuleExamples.run(rule, among: .builtIn)
    #expect(outcome.count > 0, "rule \(id) has no examples")
    #expect(outcome.failures == [])
  }
}
