import Patterns
import Testing

@Suite struct LiteralScannerTests {
  private typealias Literal = LiteralScanner.Literal

  private func scan(_ literals: [LiteralScanner.Literal], _ bytes: [UInt8], from: Int, to: Int) -> [LiteralHit] {
    var hits: [LiteralHit] = []
    LiteralScanner(literals).scan(bytes.span, from: from, to: to, into: &hits)
    return hits
  }

  private func lowercased(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    bytes.map { $0 >= 0x41 && $0 <= 0x5a ? $0 + 0x20 : $0 }
  }

  /// The same answer in the most obvious way.
  private func naive(_ literals: [LiteralScanner.Literal], _ bytes: [UInt8], from: Int, to: Int) -> [LiteralHit] {
    var hits: [LiteralHit] = []
    for position in from..<max(from, to) {
      for (index, literal) in literals.enumerated() where position + literal.bytes.count <= to {
        let piece = Array(bytes[position..<(position + literal.bytes.count)])
        let isEqual =
          literal.ignoresCase ? lowercased(piece) == lowercased(literal.bytes) : piece == literal.bytes
        if isEqual { hits.append(LiteralHit(literal: Int32(index), position: position)) }
      }
    }
    return hits
  }

  @Test func `finds literals in order of position, also overlapping ones`() {
    let literals = [Literal("token"), Literal("oke"), Literal("TOKEN", ignoresCase: true), Literal("ken_sec")]
    let hits = scan(literals, Array("a Token_secret token".utf8), from: 0, to: 20)
    let expected: [(Int32, Int)] = [(2, 2), (1, 3), (3, 4), (0, 15), (2, 15), (1, 16)]
    #expect(hits == expected.map { LiteralHit(literal: $0.0, position: $0.1) })
  }

  @Test func `hits are appended to what is there`() {
    var hits = [LiteralHit(literal: 9, position: 99)]
    let bytes = Array("abcd".utf8)
    LiteralScanner([Literal("bcd")]).scan(bytes.span, from: 0, to: 4, into: &hits)
    #expect(hits == [LiteralHit(literal: 9, position: 99), LiteralHit(literal: 0, position: 1)])
  }

  @Test(arguments: 0...40)
  func `a literal is found at every offset of every short text`(length: Int) {
    for literal in ["abc", "abcd", "abcdefgh", "xxxxabcdjqz"] where literal.utf8.count <= length {
      for offset in 0...(length - literal.utf8.count) {
        var bytes = [UInt8](repeating: 0x2e, count: length)
        bytes.replaceSubrange(offset..<(offset + literal.utf8.count), with: literal.utf8)
        #expect(
          scan([Literal(literal)], bytes, from: 0, to: length) == [LiteralHit(literal: 0, position: offset)]
        )
        // Not a hit if its first or last byte lies outside the range.
        #expect(scan([Literal(literal)], bytes, from: offset + 1, to: length).isEmpty)
        #expect(scan([Literal(literal)], bytes, from: 0, to: offset + literal.utf8.count - 1).isEmpty)
      }
    }
  }

  @Test func `only letters have case`() {
    let literals = [Literal("a_[@", ignoresCase: true), Literal("0key", ignoresCase: true)]
    #expect(scan(literals, Array("A_[@".utf8), from: 0, to: 4).count == 1)
    #expect(scan(literals, Array("a\u{7f}[@ a_{@ a_[` \u{10}key".utf8), from: 0, to: 19).isEmpty)
    #expect(scan([Literal("Key:")], Array("key: KEY: Key\u{1a} Key:".utf8), from: 0, to: 19).count == 1)
  }

  @Test(arguments: 0..<120)
  func `agrees with a naive search over random bytes`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    // Few different bytes make many occurrences; all of them make the rest of the table work.
    let alphabet: [UInt8] =
      seed % 3 == 0 ? Array("abAB".utf8) : seed % 3 == 1 ? Array("aA_\u{7f}[{0\u{10}".utf8) : Array(0...255)
    func bytes(_ count: Int) -> [UInt8] {
      (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 }
    }
    var text = bytes(Int.random(in: 0...400, using: &random))
    var literals: [LiteralScanner.Literal] = []
    for _ in 0..<Int.random(in: 1...60, using: &random) {
      let length = Int.random(in: 3...(seed % 2 == 0 ? 5 : 80), using: &random)
      let literal = bytes(length)
      literals.append(LiteralScanner.Literal(bytes: literal, ignoresCase: .random(using: &random)))
      // Long literals and those of all bytes do not occur by chance.
      if length <= text.count, .random(using: &random) {
        let place = Int.random(in: 0...(text.count - length), using: &random)
        text.replaceSubrange(place..<(place + length), with: literal)
      }
    }
    let from = Int.random(in: 0...min(20, text.count), using: &random)
    let to = Int.random(in: max(from, text.count - 20)...text.count, using: &random)
    #expect(scan(literals, text, from: 0, to: text.count) == naive(literals, text, from: 0, to: text.count))
    #expect(scan(literals, text, from: from, to: to) == naive(literals, text, from: from, to: to))
  }

  @Test func `ten thousand literals are all found`() {
    let literals = (10_000..<20_000).map { Literal("k\($0)_") }
    var text: [UInt8] = []
    for literal in literals { text += literal.bytes }
    #expect(
      scan(literals, text, from: 0, to: text.count)
        == literals.indices.map { LiteralHit(literal: Int32($0), position: 7 * $0) }
    )
  }
}
