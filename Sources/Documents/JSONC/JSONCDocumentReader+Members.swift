extension JSONCDocumentReader {
  private struct Key {
    let text: String
    let region: Region
    /// An unclosed string has swallowed the rest of its line.
    let isClosed: Bool
  }

  /// Reads a member of an object; `nil` if it has no key or no value.
  mutating func readMember(depth: Int) -> Member? {
    let key = readKey()
    guard let colon = skipColon(behind: key) else { return nil }
    let hasLineEnding = skipSpace()
    let start = reader.position
    let noValue = "expected a value after `:`; put text in double quotes"
    guard let byte = reader.current, !Self.endsValue(byte) else {
      reader.report(colon, noValue)
      return nil
    }
    let node = readValue(depth: depth + 1)
    if hasLineEnding, byte == Byte.quote, unwinding == .none {
      // A string on the next line followed by a colon is the next member.
      let end = reader.position
      skipSpace()
      if reader.current == Byte.colon {
        reader.position = start
        reader.report(colon, noValue)
        return nil
      }
      reader.position = end
    }
    guard let key, let node else { return nil }
    return Member(key: key.text, keyRegion: key.region, node: node)
  }

  private mutating func readKey() -> Key? {
    let start = reader.position
    if reader.current == Byte.quote || reader.current == Byte.apostrophe {
      let (text, isClosed) = JSONCString.read(&reader)
      return Key(text: text, region: Region(start: start, end: reader.position), isClosed: isClosed)
    }
    let region = reader.skipBareText(comment: Byte.slash) { byte in
      byte == Byte.colon || byte == Byte.openBrace || byte == Byte.openBracket || Self.endsValue(byte)
    }
    guard !region.isEmpty else {
      reader.reportCurrent("expected a key in double quotes")
      return nil
    }
    reader.report(region, "expected a key in double quotes and `:`; put `//` before a comment")
    return Key(text: reader.text(region.range), region: region, isClosed: reader.current == Byte.colon)
  }

  /// Moves past the colon of a member, or to the value if only the colon is missing; `nil` without a value.
  private mutating func skipColon(behind key: Key?) -> Region? {
    let hasLineEnding = skipSpace()
    let place = reader.characterRegion(at: reader.position)
    if reader.current == Byte.colon {
      reader.position += 1
      return place
    }
    guard let key else { return place }
    guard key.isClosed else { return nil }
    let message = "expected `:` and a value after the key"
    guard let byte = reader.current, !Self.endsValue(byte), !hasLineEnding else {
      reader.report(key.region, message)
      return nil
    }
    reader.report(place, message)
    if byte == Byte.equals {
      reader.position += 1
      skipSpace()
    }
    return place
  }
}
