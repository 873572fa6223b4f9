extension SyntaxReader {
  /// The text of a range, with U+FFFD where the bytes are not UTF-8.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The text of a range with bytes outside ASCII; reports the first one that is not UTF-8.
  mutating func checkedText(_ range: Range<Int>) -> String {
    if let text = String(validating: bytes[range], as: UTF8.self) { return text }
    reportInvalidUTF8(in: range)
    return text(range)
  }

  /// Reports the first byte of a range that is not UTF-8, if there is one.
  mutating func reportInvalidUTF8(in range: Range<Int>) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let length = bytes[offset] < 0x80 ? 1 : UTF8Length.ofCodePoint(in: bytes[offset..<range.upperBound])
      if length == 1, bytes[offset] >= 0x80 {
        report(Region(start: offset, end: offset + 1), "expected UTF-8 text; save the file as UTF-8")
        return
      }
      offset += length
    }
  }

  /// The end of a template placeholder such as `{{name}}`, `{% if %}`, `<%= name %>` or `${NAME}` at the position.
  ///
  /// None of them can begin a value or key of TOML or JSON. An unclosed one takes the rest of its line.
  func placeholderEnd() -> Int? {
    guard position + 1 < bytes.count else { return nil }
    let end: (first: UInt8, second: UInt8?)
    switch (bytes[position], bytes[position + 1]) {
    case (Byte.openBrace, Byte.openBrace): end = (Byte.closeBrace, Byte.closeBrace)
    case (Byte.openBrace, Byte.percent): end = (Byte.percent, Byte.closeBrace)
    case (Byte.less, Byte.percent): end = (Byte.percent, Byte.greater)
    case (Byte.dollar, Byte.openBrace): end = (Byte.closeBrace, nil)
    default: return nil
    }
    var offset = position + 2
    while offset < bytes.count, bytes[offset] != Byte.newline {
      if bytes[offset] == end.first {
        guard let second = end.second else { return offset + 1 }
        if byte(at: offset + 1) == second { return offset + 2 }
      }
      offset += 1
    }
    return lineEnd(from: position)
  }

  /// Skips text that is not a value or key, up to the line end, a comment after a blank, or a byte for which `stops` is
  /// true; a template placeholder is skipped as a whole.
  ///
  /// The region has no blanks at its end.
  mutating func skipBareText(comment: UInt8, until stops: (UInt8) -> Bool) -> Region {
    let start = position
    while position < bytes.count {
      if let end = placeholderEnd() {
        // An unclosed one has taken the rest of its line, closing brackets included.
        if bytes[end - 1] != Byte.closeBrace, bytes[end - 1] != Byte.greater { hasSwallowedText = true }
        position = end
        continue
      }
      let byte = bytes[position]
      if byte == Byte.newline || stops(byte) { break }
      if isComment(comment, at: position), position == start || Byte.isBlank(bytes[position - 1]) { break }
      position += 1
    }
    var end = position
    while end > start, Byte.isBlank(bytes[end - 1]) || bytes[end - 1] == Byte.carriageReturn { end -= 1 }
    return Region(start: start, end: end > start ? end : position)
  }

  /// Skips a bracketed part of any content, without recursion.
  mutating func skipBracketed(comment: UInt8) {
    var depth = 0
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case Byte.openBracket, Byte.openBrace: depth += 1
      case Byte.closeBracket, Byte.closeBrace: depth -= 1
      case Byte.quote, Byte.apostrophe: skipQuoted(byte)
      case comment where isComment(comment, at: position): position = lineEnd(from: position) - 1
      default: break
      }
      position += 1
      if depth == 0 { return }
    }
    position = bytes.count
    hasSwallowedText = true
  }

  /// Moves to the closing quote of the string at the position, or to the last byte before the line ending.
  private mutating func skipQuoted(_ quote: UInt8) {
    position += 1
    while position < bytes.count, bytes[position] != quote, bytes[position] != Byte.newline {
      position += bytes[position] == Byte.backslash && quote == Byte.quote ? 2 : 1
    }
    position = min(position, bytes.count)
  }

  /// Whether a comment starts at an offset: with `#` alone, or with `//` or `/*`.
  private func isComment(_ marker: UInt8, at offset: Int) -> Bool {
    guard bytes[offset] == marker else { return false }
    if marker == Byte.hash { return true }
    let next = byte(at: offset + 1)
    return next == Byte.slash || next == Byte.star
  }

  /// Appends the UTF-8 form of a code point; U+FFFD for an invalid number.
  static func append(codePoint: UInt32, to text: inout [UInt8]) {
    let scalar = Unicode.Scalar(codePoint) ?? "\u{FFFD}"
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
