extension TOMLDocumentReader {
  enum KeyReading {
    case read
    /// Not a key; the position is where it stops being one.
    case broken
    /// Too many parts; all are skipped, the first ones kept.
    case tooDeep
  }

  /// Reads a key of one or more parts, separated by dots, into `parts`.
  mutating func readKey() -> KeyReading {
    parts.removeAll(keepingCapacity: true)
    let start = reader.position
    while true {
      reader.skipBlanks()
      guard let part = readKeyPart() else { return .broken }
      if parts.count < Self.depthLimit {
        parts.append(part)
      } else {
        reportDepth(Region(start: start, end: part.region.end))
      }
      let end = reader.position
      reader.skipBlanks()
      guard reader.current == Byte.dot else {
        reader.position = end
        return parts.count < Self.depthLimit ? .read : .tooDeep
      }
      reader.position += 1
    }
  }

  private mutating func readKeyPart() -> TOMLKeyPart? {
    let start = reader.position
    guard let first = reader.current else { return nil }
    if first == Byte.quote || first == Byte.apostrophe {
      // A key is on one line.
      if reader.byte(at: start + 1) == first, reader.byte(at: start + 2) == first { return nil }
      let text = TOMLString.readLine(&reader, quote: first)
      return TOMLKeyPart(text: text, region: Region(start: start, end: reader.position))
    }
    var end = start
    while end < reader.bytes.count, Byte.isBareKey(reader.bytes[end]) { end += 1 }
    guard end > start else { return nil }
    reader.position = end
    return TOMLKeyPart(text: reader.text(start..<end), region: Region(start: start, end: end))
  }

  /// Reads a key with its value into a table; `stops` returns which bytes end it in an inline table.
  mutating func readMember(into table: TOMLTableBuilder, depth: Int, stops: (UInt8) -> Bool) {
    let start = reader.position
    let errorCount = reader.errors.count
    let reading = readKey()
    let isTooDeep = reading == .tooDeep || depth + parts.count >= Self.depthLimit
    if isTooDeep { reportDepth(Region(start: start, end: max(start + 1, reader.position))) }
    guard
      skipEquals(
        isTooDeep ? .read : reading,
        start: start,
        hasReported: reader.errors.count > errorCount,
        stops: stops
      ),
      let last = parts.last
    else { return }
    let equals = Region(start: reader.position - 1, end: reader.position)
    if isTooDeep {
      reader.skipBlanks()
      _ = readMemberValue(depth: Self.depthLimit, after: equals, stops: stops)
      return
    }
    let valueDepth = depth + parts.count
    let parent = self.parent(of: last, from: table, start: start)
    reader.skipBlanks()
    guard let item = readMemberValue(depth: valueDepth, after: equals, stops: stops) else { return }
    if let problem = parent.problem { reader.report(Region(start: start, end: last.region.end), problem) }
    parent.table.append(last, item)
  }

  /// The table that a key's last part is a member of, and what is wrong with it.
  private mutating func parent(
    of last: TOMLKeyPart,
    from table: TOMLTableBuilder,
    start: Int
  ) -> TOMLTableBuilder.Step {
    var table = table
    var problem: String?
    for part in parts.dropLast() {
      let step = table.stepThroughKey(part, region: Region(start: start, end: part.region.end))
      problem = problem ?? step.problem
      table = step.table
    }
    if problem == nil, table.item(last.text) != nil {
      problem = "this key is already defined above; remove one of the two"
    }
    return TOMLTableBuilder.Step(table: table, problem: problem)
  }

  /// Moves past the `=` of a member, whatever precedes it; false if there is none.
  private mutating func skipEquals(
    _ reading: KeyReading,
    start: Int,
    hasReported: Bool,
    stops: (UInt8) -> Bool
  ) -> Bool {
    let keyEnd = reader.position
    reader.skipBlanks()
    if reading == .read {
      switch reader.current {
      case Byte.equals:
        reader.position += 1
        return true
      case Byte.colon:
        reader.reportCurrent("expected `=` between key and value")
        reader.position += 1
        return true
      case Byte.quote, Byte.apostrophe:
        // The value has its own place; the byte before the position serves as the `=`.
        reader.reportCurrent("expected `=` between key and value")
        return true
      default: break
      }
      if hasReported {
        // An unclosed quoted key has taken the rest of the line.
        reader.position = keyEnd
        return false
      }
    }
    reader.position = start
    let region = reader.skipBareText(comment: Byte.hash) { $0 == Byte.equals || stops($0) }
    guard reader.current == Byte.equals else {
      reader.report(region, "expected a key, `=` and a value; write `#` before a comment")
      return false
    }
    reader.position += 1
    if region.isEmpty {
      reader.report(Region(start: start, end: start + 1), "expected a key before `=`")
    } else if !hasReported {
      reader.report(region, "expected a key; put one with characters other than A-Z a-z 0-9 _ - in quotes")
    }
    parts = [TOMLKeyPart(text: reader.text(region.range), region: region)]
    return true
  }
}
