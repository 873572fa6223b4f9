/// JSON strings.
enum JSONCString {
  /// Reads the string whose opening quote is at the reader's position, and moves past it.
  ///
  /// An unclosed string ends with its line. Single quotes are an error, but read.
  static func read(_ reader: inout SyntaxReader) -> (text: String, isClosed: Bool) {
    let start = reader.position
    let quote = reader.bytes[start]
    var text = QuotedText(start: start + 1)
    var offset = start + 1
    while offset < reader.bytes.count {
      let byte = reader.bytes[offset]
      if byte == quote {
        reader.position = offset + 1
        if quote == Byte.apostrophe {
          let region = Region(start: start, end: reader.position)
          text.reportOnce(&reader, region, "expected double quotes around text, not single ones")
        }
        return (text.finish(&reader, end: offset), true)
      }
      if byte == Byte.backslash, !reader.isLineEnding(at: offset + 1) {
        offset = readEscape(&reader, at: offset, into: &text)
        continue
      }
      if byte >= 0x80 {
        text.isASCII = false
      } else if byte < 0x20 {
        if reader.isLineEnding(at: offset) { break }
        text.reportOnce(
          &reader,
          Region(start: offset, end: offset + 1),
          "expected no control character in a string; write it as an escape such as \\t"
        )
      }
      offset += 1
    }
    reader.position = offset
    reader.hasSwallowedText = true
    let message = "expected a closing quote before the end of the line"
    text.reportOnce(&reader, Region(start: start, end: offset), message)
    return (text.finish(&reader, end: offset), false)
  }

  /// Reads the escape at an offset and returns where it ends.
  ///
  /// An unknown one stays as written.
  private static func readEscape(_ reader: inout SyntaxReader, at offset: Int, into text: inout QuotedText) -> Int {
    let codePoint: UInt32
    switch reader.byte(at: offset + 1) {
    case Byte.quote: codePoint = 0x22
    case Byte.backslash: codePoint = 0x5C
    case Byte.slash: codePoint = 0x2F
    case UInt8(ascii: "b"): codePoint = 0x08
    case UInt8(ascii: "f"): codePoint = 0x0C
    case UInt8(ascii: "n"): codePoint = 0x0A
    case UInt8(ascii: "r"): codePoint = 0x0D
    case UInt8(ascii: "t"): codePoint = 0x09
    case UInt8(ascii: "u"): return readUnicodeEscape(&reader, at: offset, into: &text)
    default:
      let following = reader.characterRegion(at: offset + 1)
      let message = "expected an escape such as \\n or \\u00e9; write a single \\ as \\\\"
      text.reportOnce(&reader, Region(start: offset, end: following.end), message)
      // The byte after the backslash may be outside ASCII: it is read next, unless it is a quote.
      return reader.byte(at: offset + 1) == Byte.apostrophe ? offset + 2 : offset + 1
    }
    text.replace(offset..<offset + 2, with: codePoint, in: reader.bytes)
    return offset + 2
  }

  private static func readUnicodeEscape(
    _ reader: inout SyntaxReader,
    at offset: Int,
    into text: inout QuotedText
  ) -> Int {
    guard let first = codeUnit(reader, at: offset) else {
      let message = "expected four hexadecimal digits after \\u"
      text.reportOnce(&reader, Region(start: offset, end: offset + 2), message)
      return offset + 2
    }
    if 0xD800...0xDBFF ~= first, let second = codeUnit(reader, at: offset + 6), 0xDC00...0xDFFF ~= second {
      let codePoint = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
      text.replace(offset..<offset + 12, with: codePoint, in: reader.bytes)
      return offset + 12
    }
    // A lone surrogate is not a character: it becomes U+FFFD.
    text.replace(offset..<offset + 6, with: first, in: reader.bytes)
    return offset + 6
  }

  /// The number of the `\u` escape at an offset, if there is one.
  private static func codeUnit(_ reader: SyntaxReader, at offset: Int) -> UInt32? {
    guard reader.byte(at: offset) == Byte.backslash, reader.byte(at: offset + 1) == UInt8(ascii: "u") else {
      return nil
    }
    var value: UInt32 = 0
    for place in offset + 2..<offset + 6 {
      guard let digit = reader.byte(at: place).flatMap(Byte.hexadecimalValue) else { return nil }
      value = value << 4 | digit
    }
    return value
  }
}
