extension TOMLDocumentReader {
  /// Whether a comma must, may or must not come next.
  private enum Separator {
    case required
    case optional
    case misplaced
  }

  // MARK: Arrays

  mutating func readArray(depth: Int) -> Node? {
    let open = reader.position
    guard enterBracket(depth: depth) else { return nil }
    var nodes: [Node] = []
    var separator = Separator.misplaced
    while !isUnwinding {
      if skipArraySpace(), isStatementAhead {
        leaveUnclosed(open, closing: "]")
        break
      }
      guard let byte = reader.current else {
        leaveUnclosed(open, closing: "]")
        break
      }
      switch byte {
      case Byte.closeBracket:
        reader.position += 1
        return Node(region: Region(start: open, end: reader.position), value: .array(nodes))
      case Byte.comma:
        if separator == .misplaced { reader.reportCurrent("expected a value before `,`; remove the comma") }
        reader.position += 1
        separator = .misplaced
      case Byte.closeBrace where openInlineTables > 0:
        // The brace closes the enclosing table: the bracket is missing.
        reader.report(Region(start: open, end: open + 1), "expected `]` to close this array; add it")
        return Node(region: Region(start: open, end: reader.position), value: .array(nodes))
      case Byte.closeBrace:
        reader.reportCurrent("expected a value or `]`; remove the brace")
        reader.position += 1
      default:
        if separator == .required, reportMissingComma(before: byte) { continue }
        let errorCount = reader.errors.count
        let place = reader.characterRegion(at: reader.position)
        if let node = readValue(depth: depth + 1, after: place, stops: Self.endsArrayValue) { nodes.append(node) }
        // After an error it is unclear what should have been here.
        separator = reader.errors.count > errorCount ? .optional : .required
      }
    }
    return Node(region: Region(start: open, end: trimmedPosition(after: open)), value: .array(nodes))
  }

  private static func endsArrayValue(_ byte: UInt8) -> Bool {
    byte == Byte.comma || byte == Byte.closeBracket || byte == Byte.closeBrace
  }

  /// Skips blanks, comments and line endings; returns whether there was a line ending.
  private mutating func skipArraySpace() -> Bool {
    var hasLineEnding = false
    while let byte = reader.current {
      if Byte.isBlank(byte) {
        reader.position += 1
      } else if byte == Byte.hash {
        skipComment()
      } else if reader.isLineEnding(at: reader.position) {
        skipLineEnding()
        hasLineEnding = true
      } else {
        break
      }
    }
    return hasLineEnding
  }

  private var isStatementAhead: Bool {
    TOMLStatementForm.isMember(reader, at: reader.position) || TOMLStatementForm.isHeader(reader, at: reader.position)
  }

  /// Reports a missing comma; true if what is here instead is not a value and was skipped.
  private mutating func reportMissingComma(before byte: UInt8) -> Bool {
    let startsValue =
      byte == Byte.quote || byte == Byte.apostrophe || byte == Byte.openBracket || byte == Byte.openBrace
      || Byte.isDigit(byte) || byte == Byte.minus || byte == Byte.plus
    if startsValue {
      reader.reportCurrent("expected `,` between two values; add it")
      return false
    }
    let region = reader.skipBareText(comment: Byte.hash, until: Self.endsArrayValue)
    reader.report(region, "expected `,` or `]` after a value; put text in quotes")
    return true
  }

  // MARK: Inline tables

  mutating func readInlineTable(depth: Int) -> TOMLTableBuilder? {
    let open = reader.position
    guard enterBracket(depth: depth) else { return nil }
    openInlineTables += 1
    defer { openInlineTables -= 1 }
    let table = TOMLTableBuilder(region: Region(start: open, end: open), origin: .inline)
    var separator = Separator.misplaced
    var comma: Int?
    var hasLineEnding = false
    while !isUnwinding {
      reader.skipBlanks()
      guard let byte = reader.current else {
        leaveUnclosed(open, closing: "}", isReported: hasLineEnding)
        break
      }
      if byte == Byte.hash || reader.isLineEnding(at: reader.position) {
        let end = reader.position
        guard continuesBehindLineEnding(isBehindMember: separator != .misplaced, isOnLines: hasLineEnding) else {
          reader.position = end
          leaveUnclosed(open, closing: "}", isReported: hasLineEnding)
          break
        }
        if !hasLineEnding {
          hasLineEnding = true
          let message = "expected the whole inline table on one line; join its lines or write a `[table]` header"
          reader.report(Region(start: open, end: open + 1), message)
        }
        if separator == .required { separator = .optional }
        continue
      }
      switch byte {
      case Byte.closeBrace:
        if let comma, separator == .misplaced, !hasLineEnding {
          reader.report(Region(start: comma, end: comma + 1), "expected no `,` before `}`; remove the comma")
        }
        reader.position += 1
        table.region = Region(start: open, end: reader.position)
        return table
      case Byte.comma:
        if separator == .misplaced { reader.reportCurrent("expected a key before `,`; remove the comma") }
        comma = separator == .misplaced ? nil : reader.position
        reader.position += 1
        separator = .misplaced
      case Byte.closeBracket:
        reader.reportCurrent("expected a key or `}`; remove the bracket")
        reader.position += 1
      default:
        if separator == .required { reader.reportCurrent("expected `,` or `}` after a value; add it") }
        let errorCount = reader.errors.count
        readMember(into: table, depth: depth, stops: Self.endsInlineValue)
        separator = reader.errors.count > errorCount ? .optional : .required
      }
    }
    table.region = Region(start: open, end: trimmedPosition(after: open))
    return table
  }

  private static func endsInlineValue(_ byte: UInt8) -> Bool {
    byte == Byte.comma || byte == Byte.closeBrace
  }

  /// Skips line endings and comments in an inline table that seems to continue after them.
  private mutating func continuesBehindLineEnding(isBehindMember: Bool, isOnLines: Bool) -> Bool {
    _ = skipArraySpace()
    guard let byte = reader.current else { return false }
    if byte == Byte.closeBrace || byte == Byte.comma { return true }
    // An indented line without a comma before it continues a table that already spans several lines.
    let isIndented = Byte.isBlank(reader.bytes[reader.position - 1])
    return byte != Byte.openBracket && (!isBehindMember || isOnLines && isIndented)
  }

  // MARK: Both

  /// Moves past an opening bracket; false if it is too deep and its content was skipped.
  private mutating func enterBracket(depth: Int) -> Bool {
    guard depth < Self.depthLimit else {
      reportDepth(reader.characterRegion(at: reader.position))
      reader.skipBracketed(comment: Byte.hash)
      return false
    }
    reader.position += 1
    return true
  }

  /// Ends a statement at an unclosed bracket.
  private mutating func leaveUnclosed(_ open: Int, closing: String, isReported: Bool = false) {
    isUnwinding = true
    guard !isReported, !reader.hasSwallowedText else { return }
    reader.report(Region(start: open, end: open + 1), "expected `\(closing)` to close this bracket; add it")
  }

  private func trimmedPosition(after open: Int) -> Int {
    var end = reader.position
    while end > open + 1, Byte.isBlank(reader.bytes[end - 1]) || reader.isLineEnding(at: end - 1) { end -= 1 }
    return end
  }
}
