extension JSONCDocumentReader {
  // MARK: Arrays

  /// Reads an array from after its opening bracket.
  mutating func readArray(from open: Int, depth: Int) -> Node {
    openArrays += 1
    defer { openArrays -= 1 }
    var nodes: [Node] = []
    var separator = Separator.misplaced
    reading: while true {
      skipSpace()
      guard let byte = reader.current else {
        reportUnclosed(open, closing: "]")
        break
      }
      switch byte {
      case Byte.closeBracket:
        reader.position += 1
        break reading
      case Byte.comma:
        if separator == .misplaced { reader.reportCurrent("expected a value before `,`; remove the comma") }
        reader.position += 1
        separator = .misplaced
      case Byte.closeBrace where openObjects > 0:
        reportUnclosed(open, closing: "]")
        unwinding = .toObject
        break reading
      case Byte.closeBrace, Byte.colon:
        reader.reportCurrent("expected a value or `]`")
        reader.position += 1
        separator = .optional
      default:
        let start = reader.position
        if separator == .required, skipNonValue(byte) { continue }
        let errorCount = reader.errors.count
        let node = readValue(depth: depth + 1)
        if isKeyInstead(byte) {
          reader.position = start
          reportUnclosed(open, closing: "]")
          unwinding = .toObject
          break reading
        }
        if separator == .required {
          reader.report(reader.characterRegion(at: start), "expected `,` between two values; add it")
        }
        if let node { nodes.append(node) }
        if unwinding == .toArray { unwinding = .none }
        if unwinding == .toObject { break reading }
        // After an error it is unclear what should have been here.
        separator = reader.errors.count > errorCount ? .optional : .required
      }
    }
    return Node(region: Region(start: open, end: trimmedPosition(after: open)), value: .array(nodes))
  }

  /// Whether the string just read as an element is the key of a member of the enclosing object.
  private mutating func isKeyInstead(_ first: UInt8) -> Bool {
    guard openObjects > 0, unwinding == .none, first == Byte.quote else { return false }
    skipSpace()
    return reader.current == Byte.colon
  }

  /// Whether what follows a value without a comma is not a value either; it is reported and skipped.
  private mutating func skipNonValue(_ first: UInt8) -> Bool {
    if startsValue(first), reader.placeholderEnd() == nil { return false }
    let region = reader.skipBareText(comment: Byte.slash, until: Self.endsValue)
    reader.report(region, "expected `,` or a closing bracket after a value")
    return true
  }

  // MARK: Objects

  /// Reads an object from after its opening brace.
  mutating func readObject(from open: Int, depth: Int) -> Node {
    openObjects += 1
    defer { openObjects -= 1 }
    var members: [Member] = []
    var index = KeyIndex()
    var separator = Separator.misplaced
    reading: while true {
      skipSpace()
      guard let byte = reader.current else {
        reportUnclosed(open, closing: "}")
        break
      }
      switch byte {
      case Byte.closeBrace:
        reader.position += 1
        break reading
      case Byte.comma:
        if separator == .misplaced { reader.reportCurrent("expected a member before `,`; remove the comma") }
        reader.position += 1
        separator = .misplaced
      case Byte.closeBracket where openArrays > 0:
        reportUnclosed(open, closing: "}")
        unwinding = .toArray
        break reading
      case Byte.closeBracket:
        reader.reportCurrent("expected a key in double quotes or `}`; remove the bracket")
        reader.position += 1
      default:
        if let end = reader.placeholderEnd(), !isKey(endingAt: end) {
          let region = Region(start: reader.position, end: end)
          reader.report(region, "expected a key in double quotes; move the placeholder into a string")
          reader.position = end
          separator = .optional
          continue
        }
        if separator == .required {
          let isQuote = byte == Byte.quote || byte == Byte.apostrophe
          if !isQuote, !isNewLine(reader.position), skipNonValue(Byte.colon) { continue }
          reader.reportCurrent("expected `,` between two members; add it")
        }
        let errorCount = reader.errors.count
        if let member = readMember(depth: depth) {
          keep(member, in: &members, index: &index)
        }
        if unwinding == .toObject { unwinding = .none }
        if unwinding == .toArray { break reading }
        separator = reader.errors.count > errorCount ? .optional : .required
      }
    }
    let region = Region(start: open, end: trimmedPosition(after: open))
    return Node(region: region, value: .table(Table(members: members)))
  }

  private mutating func keep(_ member: Member, in members: inout [Member], index: inout KeyIndex) {
    let first =
      members.count <= KeyIndex.linearLimit
      ? members.firstIndex { KeyIndex.areSame($0.key, member.key) } : index.position(of: member.key)
    if let first {
      let firstRegion = members[first].keyRegion
      duplicateKeys.append(DuplicateKey(key: member.key, region: member.keyRegion, firstRegion: firstRegion))
    }
    members.append(member)
    guard members.count > KeyIndex.linearLimit else { return }
    let firstMissing = members.count == KeyIndex.linearLimit + 1 ? 0 : members.count - 1
    for position in firstMissing..<members.count { index.setFirst(members[position].key, position) }
  }

  /// Whether a placeholder that ends at an offset is in place of a key, before a colon.
  private func isKey(endingAt end: Int) -> Bool {
    var offset = end
    while let byte = reader.byte(at: offset), Byte.isBlank(byte) { offset += 1 }
    return reader.byte(at: offset) == Byte.colon
  }

  /// Whether only blanks precede an offset on its line.
  private func isNewLine(_ offset: Int) -> Bool {
    var start = offset
    while start > 0, Byte.isBlank(reader.bytes[start - 1]) { start -= 1 }
    return start == 0 || reader.bytes[start - 1] == Byte.newline
  }

  /// The end of what has been read, without white space after it.
  private func trimmedPosition(after open: Int) -> Int {
    var end = min(reader.position, reader.bytes.count)
    while end > open + 1, Byte.isBlank(reader.bytes[end - 1]) || reader.isLineEnding(at: end - 1) { end -= 1 }
    return end
  }
}
