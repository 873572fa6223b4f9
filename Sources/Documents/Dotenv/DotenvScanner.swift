/// The character classes that dotenv's grammar rests on, over UTF-8 bytes.
///
/// White space and line ends are those of ECMAScript: besides ASCII also U+00A0, U+FEFF, U+2028 and others.
struct DotenvScanner {
  let bytes: [UInt8]

  var end: Int { bytes.count }

  /// The number of bytes of the white space character at an offset, 0 if there is none; CR LF is one character.
  func whiteSpaceLength(at offset: Int) -> Int {
    guard offset < bytes.count else { return 0 }
    switch bytes[offset] {
    case UInt8(ascii: "\r"): return byte(at: offset + 1) == UInt8(ascii: "\n") ? 2 : 1
    case 0x09...0x0C, UInt8(ascii: " "): return 1
    case 0xC2: return byte(at: offset + 1) == 0xA0 ? 2 : 0
    case 0xE1, 0xE2, 0xE3, 0xEF:
      switch (bytes[offset], byte(at: offset + 1), byte(at: offset + 2)) {
      case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF),
        (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):
        return 3
      default: return 0
      }
    default: return 0
    }
  }

  /// The number of bytes of the line end at an offset, 0 if there is none.
  func lineEndLength(at offset: Int) -> Int {
    guard offset < bytes.count else { return 0 }
    switch bytes[offset] {
    case UInt8(ascii: "\n"): return 1
    case UInt8(ascii: "\r"): return byte(at: offset + 1) == UInt8(ascii: "\n") ? 2 : 1
    case 0xE2 where byte(at: offset + 1) == 0x80 && (0xA8...0xA9).contains(byte(at: offset + 2)): return 3
    default: return 0
    }
  }

  func byte(at offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  static func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"):
      return true
    default: return false
    }
  }

  func skipWhiteSpace(from offset: Int) -> Int {
    var offset = offset
    while true {
      let length = whiteSpaceLength(at: offset)
      guard length > 0 else { return offset }
      offset += length
    }
  }

  func skipKey(from offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count, Self.isKeyByte(bytes[offset]) { offset += 1 }
    return offset
  }

  /// The offset of the next line end, or the end of the file.
  func lineEnd(from offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count, lineEndLength(at: offset) == 0 { offset += 1 }
    return offset
  }

  /// Whether a line ends within a run of white space.
  func hasLineEnd(in range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    while offset < range.upperBound {
      if lineEndLength(at: offset) > 0 { return true }
      offset += max(1, whiteSpaceLength(at: offset))
    }
    return false
  }

  /// A range without the white space at both ends; an empty range stays at its lower bound.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    let start = skipWhiteSpace(from: range.lowerBound)
    guard start < range.upperBound else { return range.lowerBound..<range.lowerBound }
    var end = range.upperBound
    while end > start {
      // White space characters have up to three bytes. Longest first: CR LF is one.
      let length = [3, 2, 1].first { end - $0 >= start && whiteSpaceLength(at: end - $0) == $0 }
      guard let length else { break }
      end -= length
    }
    return start..<end
  }

  func starts(with text: StaticString, at offset: Int) -> Bool {
    var offset = offset
    for unit in text.description.utf8 {
      guard byte(at: offset) == unit, offset < bytes.count else { return false }
      offset += 1
    }
    return true
  }

  /// Whether a range contains a text.
  func contains(_ text: StaticString, in range: Range<Int>) -> Bool {
    firstOffset(of: text, in: range) != nil
  }

  func firstOffset(of text: StaticString, in range: Range<Int>) -> Int? {
    let length = text.utf8CodeUnitCount
    guard range.count >= length else { return nil }
    let needle = Array(text.description.utf8)
    return (range.lowerBound...(range.upperBound - length)).first { offset in
      bytes[offset] == needle[0] && bytes[offset..<(offset + length)].elementsEqual(needle)
    }
  }
}
