extension TOMLDocumentReader {
  /// Reads the value of a member; an inline table is kept, so that later additions to it are detected.
  mutating func readMemberValue(
    depth: Int,
    after equals: Region,
    stops: (UInt8) -> Bool
  ) -> TOMLTableBuilder.Item? {
    if reader.current == Byte.openBrace, reader.placeholderEnd() == nil {
      return readInlineTable(depth: depth).map { .table($0) }
    }
    return readValue(depth: depth, after: equals, stops: stops).map { .value($0) }
  }

  /// Reads a value.
  ///
  /// If there is none, the error is at `place`.
  mutating func readValue(depth: Int, after place: Region, stops: (UInt8) -> Bool) -> Node? {
    let start = reader.position
    guard let byte = reader.current, byte != Byte.hash, !stops(byte), !reader.isLineEnding(at: start) else {
      reader.report(place, "expected a value after `=`; put text in quotes")
      return nil
    }
    switch byte {
    case Byte.quote, Byte.apostrophe:
      let text = TOMLString.read(&reader)
      return Node(region: Region(start: start, end: reader.position), value: .string(text))
    case Byte.openBracket:
      return readArray(depth: depth)
    case Byte.openBrace where reader.placeholderEnd() == nil:
      return readInlineTable(depth: depth)?.node()
    default:
      return readWord(stops: stops)
    }
  }

  /// Reads a value without quotes or brackets.
  private mutating func readWord(stops: (UInt8) -> Bool) -> Node {
    let start = reader.position
    var end = endOfWord(from: start)
    if end > start, TOMLDate.hasFormOfDate(reader.bytes, start..<end), reader.byte(at: end) == Byte.space,
      let digit = reader.byte(at: end + 1), Byte.isDigit(digit)
    {
      end = endOfWord(from: end + 1)
    }
    if end > start, isValueEnd(end) {
      let region = Region(start: start, end: end)
      if let value = plainValue(region) {
        reader.position = end
        return Node(region: region, value: value)
      }
    }
    let first = reader.bytes[start]
    let region = reader.skipBareText(comment: Byte.hash, until: stops)
    let isNumberLike = Byte.isDigit(first) || first == Byte.plus || first == Byte.minus || first == Byte.dot
    reader.report(
      region,
      isNumberLike
        ? "expected a valid number or date; put text in quotes" : "expected a value after `=`; put text in quotes"
    )
    return Node(region: region, value: .string(reader.text(region.range)))
  }

  private mutating func plainValue(_ region: Region) -> Value? {
    switch TOMLNumber.read(reader.bytes, region.range) {
    case .value(let value): return value
    case .outOfRange(let value):
      reader.report(region, "expected an integer of at most 64 bits; write a float or put text in quotes")
      return .float(value)
    case .none: break
    }
    if reader.bytes[region.range].elementsEqual("true".utf8) { return .boolean(true) }
    if reader.bytes[region.range].elementsEqual("false".utf8) { return .boolean(false) }
    return TOMLDate.isDate(reader.bytes, region.range) ? .date(reader.text(region.range)) : nil
  }

  private func endOfWord(from start: Int) -> Int {
    var end = start
    while end < reader.bytes.count {
      let byte = reader.bytes[end]
      guard Byte.isBareKey(byte) || byte == Byte.plus || byte == Byte.dot || byte == Byte.colon else { break }
      end += 1
    }
    return end
  }

  /// Whether a value may end here: before a blank, the line's end, a comment, or what separates values.
  private func isValueEnd(_ offset: Int) -> Bool {
    guard let byte = reader.byte(at: offset) else { return true }
    switch byte {
    case Byte.space, Byte.tab, Byte.newline, Byte.hash, Byte.comma, Byte.closeBracket, Byte.closeBrace: return true
    default: return reader.isLineEnding(at: offset)
    }
  }
}
