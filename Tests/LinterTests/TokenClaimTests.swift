import Linter
import Patterns
import Testing

/// Formats of different providers overlap, but a token is reported once, and as what it is.
struct TokenClaimTests {
  private static let scanner = TokenScanner(RuleSet.withExamples.rules)

  @Test(arguments: scanner.entries.map(\.id.text))
  func noOtherRuleTakesAnExample(of id: String) throws {
    let entry = try #require(Self.scanner.entries.first { $0.id.text == id })
    for sample in entry.rule.samples where sample.isMatch {
      var text = SampleText(seed: "\(id)/\(sample.line)/claim")
      let marked = try #require(MarkedSample(Array(text.fill(sample.template).utf8)))
      var scratch = TokenScanner.Scratch()
      let found = Self.scanner.scan(marked.bytes, scratch: &scratch).matches
      #expect(
        found.map { Self.scanner.entries[$0.entry].id.text } == marked.marked.map { _ in id },
        "line \(sample.line)"
      )
      #expect(found.map(\.secret) == marked.marked, "line \(sample.line)")
    }
  }
}
