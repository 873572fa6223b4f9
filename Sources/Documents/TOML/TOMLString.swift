/// The four kinds of TOML strings: basic and literal, each on one line or on several.
enum TOMLString {
  /// Reads the string whose opening quote is at the reader's position, and moves past it.
  ///
  /// An unclosed single-line string ends with its line, a multi-line one before the first line that looks like a member
  /// or header, so that the rest of the document is still read.
  static func read(_ reader: inout SyntaxReader) -> String {
    let quote = reader.bytes[reader.position]
    let next = reader.position + 1
    if reader.byte(at: next) == quote, reader.byte(at: next + 1) == quote {
      return readLines(&reader, quote: quote)
    }
    return readLine(&reader, quote: quote)
  }

  /// Reads a single-line string, or the quoted part of a key.
  static func readLine(_ reader: inout SyntaxReader, quote: UInt8) -> String {
    let start = reader.position
    var text = QuotedText(start: start + 1)
    var offset = start + 1
    while offset < reader.bytes.count {
      let byte = reader.bytes[offset]
      if byte == quote {
        reader.position = offset + 1
        return text.finish(&reader, end: offset)
      }
      if byte == Byte.backslash, quote == Byte.quote, !reader.isLineEnding(at: offset + 1) {
        offset = readEscape(&reader, at: offset, into: &text, continuesLines: false)
      } else if byte >= 0x80 {
        text.isASCII = false
        offset += 1
      } else if Byte.isControl(byte) {
        if reader.isLineEnding(at: offset) { break }
        reportControl(&reader, at: offset, in: &text)
        offset += 1
      } else {
        offset += 1
      }
    }
    reader.position = offset
    reader.hasSwallowedText = true
    text.reportOnce(
      &reader,
      Region(start: start, end: offset),
      "expected a closing quote before the end of the line"
    )
    return text.finish(&reader, end: offset)
  }

  private static func readLines(_ reader: inout SyntaxReader, quote: UInt8) -> String {
    let opening = reader.position
    let end = endOfLines(reader, quote: quote)
    var offset = opening + 3
    // A line ending directly after the opening quotes is not part of the text.
    if reader.isLineEnding(at: offset) { offset += reader.bytes[offset] == Byte.newline ? 1 : 2 }
    var text = QuotedText(start: offset)
    while offset < end.text {
      let byte = reader.bytes[offset]
      if byte == Byte.backslash, quote == Byte.quote {
        offset = readEscape(&reader, at: offset, into: &text, continuesLines: true)
      } else if byte == Byte.carriageReturn, reader.isLineEnding(at: offset) {
        text.drop(offset..<offset + 1, in: reader.bytes)
        offset += 1
      } else {
        if byte >= 0x80 { text.isASCII = false }
        if Byte.isControl(byte), byte != Byte.newline { reportControl(&reader, at: offset, in: &text) }
        offset += 1
      }
    }
    reader.position = end.string
    if end.string == end.text {
      reader.hasSwallowedText = true
      let quotes = String(repeating: quote == Byte.quote ? "\"" : "'", count: 3)
      reader.report(Region(start: opening, end: opening + 3), "expected \(quotes) to close this text; add it")
    }
    return text.finish(&reader, end: max(offset, end.text))
  }

  /// Where the text of a multi-line string ends, and where the string does: the same if it is unclosed.
  private static func endOfLines(_ reader: SyntaxReader, quote: UInt8) -> (text: Int, string: Int) {
    var offset = reader.position + 3
    var quotes = 0
    while offset < reader.bytes.count {
      let byte = reader.bytes[offset]
      if byte == quote {
        quotes += 1
        if quotes == 3 {
          // Up to two quotes more are part of the text.
          for _ in 0..<2 where reader.byte(at: offset + 1) == quote { offset += 1 }
          return (offset - 2, offset + 1)
        }
      } else {
        quotes = 0
        if byte == Byte.backslash, quote == Byte.quote { offset += 1 }
      }
      offset += 1
    }
    var line = reader.lineEnd(from: reader.position)
    while line < reader.bytes.count {
      var start = line
      while start < reader.bytes.count, Byte.isBlank(reader.bytes[start]) || reader.isLineEnding(at: start) {
        start += 1
      }
      if TOMLStatementForm.isMember(reader, at: start) || TOMLStatementForm.isHeader(reader, at: start) { break }
      line = reader.lineEnd(from: max(start, line + 1))
    }
    return (line, line)
  }

  private static func reportControl(_ reader: inout SyntaxReader, at offset: Int, in text: inout QuotedText) {
    text.reportOnce(
      &reader,
      Region(start: offset, end: offset + 1),
      "expected no control character in a string; write it as an escape such as \\u0000"
    )
  }

  /// Reads the escape at an offset and returns where it ends.
  ///
  /// An unknown one stays as written.
  private static func readEscape(
    _ reader: inout SyntaxReader,
    at offset: Int,
    into text: inout QuotedText,
    continuesLines: Bool
  ) -> Int {
    let letter = reader.byte(at: offset + 1)
    let codePoint: UInt32
    var end = offset + 2
    switch letter {
    case Byte.quote, Byte.backslash: codePoint = UInt32(letter ?? 0)
    case UInt8(ascii: "b"): codePoint = 0x08
    case UInt8(ascii: "t"): codePoint = 0x09
    case UInt8(ascii: "n"): codePoint = 0x0A
    case UInt8(ascii: "f"): codePoint = 0x0C
    case UInt8(ascii: "r"): codePoint = 0x0D
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let digits = letter == UInt8(ascii: "u") ? 4 : 8
      var value: UInt32 = 0
      while end < offset + 2 + digits, let digit = reader.byte(at: end).flatMap(Byte.hexadecimalValue) {
        value = value << 4 | digit
        end += 1
      }
      guard end == offset + 2 + digits, Unicode.Scalar(value) != nil else {
        let message = "expected \(digits) hexadecimal digits that name a character; write a single \\ as \\\\"
        text.reportOnce(&reader, Region(start: offset, end: end), message)
        return end
      }
      codePoint = value
    default:
      if continuesLines, let end = endOfLineContinuation(reader, at: offset) {
        text.drop(offset..<end, in: reader.bytes)
        return end
      }
      let message = "expected an escape such as \\n or \\u00E9; write a single \\ as \\\\"
      // The byte after the backslash may be a quote that ends a literal, or outside ASCII: it is read next.
      let following = reader.characterRegion(at: offset + 1)
      text.reportOnce(&reader, Region(start: offset, end: following.end), message)
      return offset + 1
    }
    text.replace(offset..<end, with: codePoint, in: reader.bytes)
    return end
  }

  /// The end of a backslash at the end of a line, with all blanks and line endings after it.
  private static func endOfLineContinuation(_ reader: SyntaxReader, at offset: Int) -> Int? {
    var end = offset + 1
    while let byte = reader.byte(at: end), Byte.isBlank(byte) { end += 1 }
    guard reader.isLineEnding(at: end) else { return nil }
    while let byte = reader.byte(at: end), Byte.isBlank(byte) || reader.isLineEnding(at: end) {
      end += byte == Byte.carriageReturn ? 2 : 1
    }
    return end
  }
}
