/// Whether a line looks like a TOML statement: something left open above ends before it.
enum TOMLStatementForm {
  /// Whether a key and `=` are at an offset.
  static func isMember(_ reader: SyntaxReader, at offset: Int) -> Bool {
    guard let key = endOfKey(reader, from: offset) else { return false }
    return reader.byte(at: blanksEnd(reader, from: key.end)) == Byte.equals
  }

  /// Whether a header is alone on the line at an offset.
  ///
  /// An array such as `[1]`, `["a"]` or `[true]` is not one.
  static func isHeader(_ reader: SyntaxReader, at offset: Int) -> Bool {
    guard reader.byte(at: offset) == Byte.openBracket else { return false }
    let isElement = reader.byte(at: offset + 1) == Byte.openBracket
    let start = blanksEnd(reader, from: offset + (isElement ? 2 : 1))
    guard let first = reader.byte(at: start), Byte.isLetter(first) || first == Byte.underscore,
      let key = endOfKey(reader, from: start)
    else { return false }
    var end = blanksEnd(reader, from: key.end)
    for _ in 0..<(isElement ? 2 : 1) {
      guard reader.byte(at: end) == Byte.closeBracket else { return false }
      end += 1
    }
    end = blanksEnd(reader, from: end)
    guard end == reader.bytes.count || reader.isLineEnding(at: end) || reader.bytes[end] == Byte.hash else {
      return false
    }
    return !key.hasOnePart || !["true", "false", "inf", "nan"].contains(reader.text(start..<key.end))
  }

  private static func blanksEnd(_ reader: SyntaxReader, from offset: Int) -> Int {
    var end = offset
    while let byte = reader.byte(at: end), Byte.isBlank(byte) { end += 1 }
    return end
  }

  private static func endOfKey(_ reader: SyntaxReader, from offset: Int) -> (end: Int, hasOnePart: Bool)? {
    guard var end = endOfPart(reader, from: offset) else { return nil }
    var hasOnePart = true
    while true {
      let dot = blanksEnd(reader, from: end)
      guard reader.byte(at: dot) == Byte.dot else { return (end, hasOnePart) }
      guard let part = endOfPart(reader, from: blanksEnd(reader, from: dot + 1)) else { return nil }
      end = part
      hasOnePart = false
    }
  }

  private static func endOfPart(_ reader: SyntaxReader, from offset: Int) -> Int? {
    guard let first = reader.byte(at: offset) else { return nil }
    var end = offset
    if first == Byte.quote || first == Byte.apostrophe {
      end += 1
      while let byte = reader.byte(at: end), byte != Byte.newline {
        if byte == first { return end + 1 }
        end += byte == Byte.backslash && first == Byte.quote ? 2 : 1
      }
      return nil
    }
    while let byte = reader.byte(at: end), Byte.isBareKey(byte) { end += 1 }
    return end > offset ? end : nil
  }
}
