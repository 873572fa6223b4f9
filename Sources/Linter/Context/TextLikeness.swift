import Patterns
import RuleData

/// Tells text that people wrote from chance: by pairs of characters, and by words.
struct TextLikeness: Sendable {
  /// The tables of `rules/letter-pairs.txt` and `rules/common-words.txt`.
  static let standard = TextLikeness(
    pairs: RuleFile.text(named: "letter-pairs.txt"),
    words: RuleFile.text(named: "common-words.txt")
  )

  private static let symbolCount = 30
  /// Half bits for each pair of symbols.
  private let pairs: [UInt8]
  /// The hashes of the words: no value needs to be taken apart into new arrays to look them up.
  private let words: Set<UInt64>
  /// One bit for the last bits of every word's hash: nearly all other letters end here.
  private var marks = [UInt64](repeating: 0, count: 1024)

  init(pairs: String, words: String) {
    self.pairs = Self.lines(pairs).flatMap { $0.map { $0 &- 0x41 } }
    self.words = Set(Self.lines(words).flatMap { $0.split(separator: 0x20).map(Self.hash) })
    for hash in self.words { marks[Int(hash >> 6 & 1023)] |= 1 << (hash & 63) }
    precondition(self.pairs.count == Self.symbolCount * Self.symbolCount, "letter-pairs.txt has another size")
  }

  private static func lines(_ text: String) -> [ArraySlice<UInt8>] {
    Array(text.utf8).split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }
  }

  // MARK: Pairs

  /// How many bits more it takes to write the value as text than as a string of chance: above zero it looks random.
  func surprise(of value: ArraySlice<UInt8>) -> Double {
    var halfBits = 0
    var (lower, upper, digits, others) = (0, 0, 0, 0)
    var last = Self.edge
    var lastIsLower = false
    for byte in value {
      let isUpper = (0x41...0x5A).contains(byte)
      if isUpper, lastIsLower {
        halfBits += cost(last, Self.separator)
        last = Self.separator
      }
      let symbol = Self.symbol(byte)
      halfBits += cost(last, symbol)
      last = symbol
      lastIsLower = (0x61...0x7A).contains(byte)
      if isUpper {
        upper += 1
      } else if lastIsLower {
        lower += 1
      } else if symbol == Self.digit {
        digits += 1
      } else {
        others += 1
      }
    }
    halfBits += cost(last, Self.edge)
    // The alphabet a random value of these kinds would be drawn from.
    let isHex = value.allSatisfy { Self.isHexadecimal($0) }
    let cases = (lower > 0 ? 1 : 0) + (upper > 0 ? 1 : 0)
    let size = (isHex ? 6 : 26) * cases + (digits > 0 ? 10 : 0) + (others > 0 ? 8 : 0)
    // A character carries the bits of the whole alphabet, less those of its own kind, which the pairs do not tell apart.
    var random = Double(value.count) * Entropy.bits(size)
    if lower + upper > 0 { random -= Double(lower + upper) * Entropy.bits(cases) }
    if digits > 0 { random -= Double(digits) * Entropy.bits(10) }
    if others > 0 { random -= Double(others) * Entropy.bits(8) }
    return Double(halfBits) / 2 - random
  }

  private func cost(_ first: Int, _ second: Int) -> Int { Int(pairs[first * Self.symbolCount + second]) }

  private static let digit = 26
  private static let separator = 27
  private static let other = 28
  private static let edge = 29

  private static func symbol(_ byte: UInt8) -> Int {
    switch byte {
    case 0x61...0x7A: Int(byte) - 0x61
    case 0x41...0x5A: Int(byte) - 0x41
    case 0x30...0x39: digit
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"), 0x20: separator
    default: other
    }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) || (0x41...0x46).contains(byte)
  }

  // MARK: Words

  /// The share of the letters that belong to words, from 0 to 1; 0 when there is no letter.
  func wordShare(of value: ArraySlice<UInt8>) -> Double {
    var (letters, inWords) = (0, 0)
    for part in Self.parts(of: value) {
      letters += part.count
      inWords += lettersInWords(part)
    }
    return letters == 0 ? 0 : Double(inWords) / Double(letters)
  }

  /// The letters of a part that words cover, as many as words without overlap can.
  private func lettersInWords(_ part: [UInt8]) -> Int {
    guard part.count >= 4, part.count <= 40 else { return 0 }
    // `best[i]`: the most letters of the first i that are covered.
    var best = [Int](repeating: 0, count: part.count + 1)
    for start in part.indices {
      best[start + 1] = max(best[start + 1], best[start])
      var hash = Self.emptyHash
      for end in start..<min(part.count, start + Self.longestWord) {
        hash = Self.hash(hash, part[end])
        let length = end + 1 - start
        guard length >= 4, isWord(hash) else { continue }
        best[end + 1] = max(best[end + 1], best[start] + length)
        // A word with a usual ending, at the end of the part.
        let rest = part[(end + 1)...]
        if Self.endings.contains(where: { rest.elementsEqual($0) }) {
          best[part.count] = max(best[part.count], best[start] + length + rest.count)
        }
      }
    }
    return best[part.count]
  }

  private func isWord(_ hash: UInt64) -> Bool {
    marks[Int(hash >> 6 & 1023)] >> (hash & 63) & 1 != 0 && words.contains(hash)
  }

  private static let longestWord = 14
  private static let endings: [[UInt8]] = ["s", "es", "ed", "d", "ing", "er", "ly"].map { Array($0.utf8) }

  // FNV-1a.
  static let emptyHash: UInt64 = 0xcbf2_9ce4_8422_2325
  static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  static func hash(_ word: ArraySlice<UInt8>) -> UInt64 { word.reduce(emptyHash) { hash($0, $1) } }

  /// The runs of letters of a value in lower case, split where the case rises.
  static func parts(of value: ArraySlice<UInt8>) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    var current: [UInt8] = []
    var lastIsLower = false
    for byte in value {
      let isUpper = (0x41...0x5A).contains(byte)
      let isLower = (0x61...0x7A).contains(byte)
      if !(isUpper || isLower) || isUpper && lastIsLower {
        if !current.isEmpty { parts.append(current) }
        current = []
      }
      if isUpper || isLower { current.append(byte.asciiLowercased) }
      lastIsLower = isLower
    }
    if !current.isEmpty { parts.append(current) }
    return parts
  }
}

extension RuleFile {
  /// The text of an embedded file that is no rule file; empty when there is none.
  static func text(named name: String) -> String { embedded.first { $0.name == name }?.text ?? "" }
}
