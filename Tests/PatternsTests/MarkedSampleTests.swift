import Patterns
import Testing

@Suite struct MarkedSampleTests {
  @Test(
    arguments: [
      ("", "", []), ("abc", "abc", []), ("a«b»c", "abc", [1..<2]), ("«a»«bc»", "abc", [0..<1, 1..<3]),
      ("«a«b»»", "ab", [0..<2, 1..<2]), ("é«»x", "éx", [2..<2]),
    ] as [(String, String, [Range<Int>])]
  )
  func `marks are taken out`(text: String, plain: String, ranges: [Range<Int>]) throws {
    let sample = try #require(MarkedSample(text))
    #expect(sample.text == plain)
    #expect(sample.marked == ranges)
  }

  @Test(arguments: ["«", "»", "»«", "«a", "a»b«"])
  func `marks must pair up`(text: String) {
    #expect(MarkedSample(text) == nil)
  }
}
