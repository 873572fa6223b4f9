import Patterns
import Testing

@Suite struct PatternTests {
  private func match(
    _ source: String,
    in text: String,
    from: Int = 0,
    to: Int? = nil,
    anchored: Bool = false
  ) throws -> PatternMatch? {
    var matcher = Matcher()
    let bytes = Array(text.utf8)
    return try matcher.match(Pattern(source), in: bytes.span, from: from, to: to ?? bytes.count, anchored: anchored)
  }

  @Test(
    arguments: [
      ("b+", "aabbbc", 2..<5),
      ("^c", "a\nc", nil),
      ("(?m)^c", "a\nc", 2..<3),
      ("a.c", "a\nc a-c", 4..<7),
      ("\\w+", "\u{e9}t\u{e9}", 2..<3),
      ("(?i)KEY", "my_Key", 3..<6),
      ("x*", "abc", 0..<0),
      ("q", "abc", nil),
    ] as [(String, String, Range<Int>?)]
  )
  func `finds the first match as byte range`(source: String, text: String, expected: Range<Int>?) throws {
    #expect(try match(source, in: text)?.range == expected)
  }

  @Test func `an empty subject can match`() throws {
    #expect(try match("^$", in: "")?.range == 0..<0)
    #expect(try match("a", in: "") == nil)
  }

  @Test func `the subject may hold any bytes`() throws {
    var matcher = Matcher()
    let bytes: [UInt8] = [0, 0xff, 0xfe, 0x80, 0]
    #expect(try matcher.match(Pattern("\\xff.\\x80"), in: bytes.span, from: 0, to: 5)?.range == 1..<4)
  }

  @Test func `anchored matches only at the start position`() throws {
    #expect(try match("b+", in: "abb", from: 0, anchored: true) == nil)
    #expect(try match("b+", in: "abb", from: 1, anchored: true)?.range == 1..<3)
    #expect(try match("a|b+", in: "cabb", from: 0, anchored: true) == nil)
  }

  @Test func `lookbehind sees the bytes before the start position`() throws {
    #expect(try match("(?<=a)b", in: "ab", from: 1)?.range == 1..<2)
    #expect(try match("\\bb", in: "ab", from: 1) == nil)
    #expect(try match("^b", in: "ab", from: 1) == nil)
  }

  @Test func `the subject ends at the end position`() throws {
    #expect(try match("b+$", in: "abbb", to: 3)?.range == 1..<3)
    #expect(try match("b(?=c)", in: "abc", to: 2) == nil)
  }

  @Test func `groups are found by number and name`() throws {
    let pattern = try Pattern("(?<prefix>x)?(?<secret>a+)(b)")
    #expect(pattern.groupCount == 3)
    #expect(pattern.groupIndex(named: "prefix") == 1)
    #expect(pattern.groupIndex(named: "none") == nil)
    #expect(pattern.secretGroup == 2)
    #expect(try Pattern("(a)").secretGroup == 0)

    let found = try #require(try match(pattern.source, in: "-aab"))
    #expect(found.range(ofGroup: 0) == 1..<4)
    #expect(found.range(ofGroup: 1) == nil)
    #expect(found.range(ofGroup: 2) == 1..<3)
    #expect(found.range(ofGroup: 3) == 3..<4)
    #expect(found.range(ofGroup: 4) == nil)
    #expect(found.range(ofGroup: -1) == nil)
  }

  @Test func `more groups than fit inline and more than the first result buffer holds`() throws {
    let source = String(repeating: "(.)", count: 40)
    let text = String(repeating: "ab", count: 20)
    let found = try #require(try match(source, in: text))
    for group in 1...40 { #expect(found.range(ofGroup: group) == (group - 1)..<group) }
    #expect(found.range(ofGroup: 41) == nil)
  }

  @Test func `lengths are known before matching`() throws {
    let pattern = try Pattern("(?<=abc)x{20}y?")
    #expect(pattern.maxLookbehind == 3)
    #expect(pattern.minLength == 20)
  }

  @Test(arguments: [("a(b", 3), ("a[b", 3), ("*", 0), ("(?<a>x)(?<a>y)", 12), ("\\C", 2), ("(*UTF)a", 6)])
  func `a bad pattern says what is wrong and where`(source: String, offset: Int) throws {
    let error = try #require(throws: PatternError.self) { try Pattern(source) }
    #expect(error.offset == offset)
    #expect(!error.message.isEmpty)
    #expect(error.description.contains("byte \(offset)"))
  }

  @Test(arguments: ["(a+)+$", "^(a|aa)+$", "(?:a*)*[bc]", "(*LIMIT_MATCH=4000000000)(a+)+$", "(*NO_JIT)(a+)+$"])
  func `a pattern that backtracks without end gives up`(source: String) {
    #expect(throws: MatchError.limit) {
      _ = try match(source, in: String(repeating: "a", count: 5_000) + "!")
    }
  }

  @Test func `a matcher goes on after it gave up`() throws {
    var matcher = Matcher()
    let bytes = Array((String(repeating: "a", count: 200) + "!").utf8)
    let slow = try Pattern("^(a|aa)+$")
    #expect(throws: MatchError.limit) { _ = try matcher.match(slow, in: bytes.span, from: 0, to: bytes.count) }
    #expect(try matcher.match(Pattern("a!"), in: bytes.span, from: 0, to: bytes.count)?.range == 199..<201)
  }

  @Test func `threads share a pattern`() async throws {
    let pattern = try Pattern("k(?<secret>[0-9]+)")
    await withTaskGroup(of: Range<Int>?.self) { group in
      for _ in 0..<16 {
        group.addTask {
          var matcher = Matcher()
          let bytes = Array("--k123-".utf8)
          return try? matcher.match(pattern, in: bytes.span, from: 0, to: 7)?.range(ofGroup: pattern.secretGroup)
        }
      }
      for await range in group { #expect(range == 3..<6) }
    }
  }
}
