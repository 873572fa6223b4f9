/// Reads a dotenv file in one pass, in time proportional to its length.
///
/// dotenv's parser is one regular expression, applied repeatedly from the end of the last match. This does the same by
/// hand: white space may span lines, the first `#` ends an unquoted value, a quoted value may only be followed by a
/// comment, and a line that does not match is dropped.
struct DotenvParser {
  private let scanner: DotenvScanner
  private var entries: [DotenvEntry] = []
  private var ignoredLines: [IgnoredDotenvLine] = []
  /// The first byte of an unquoted value that continues on the next line: `-` (PEM), `{` or `[`.
  private var openBlock: UInt8?

  init(_ bytes: [UInt8]) {
    scanner = DotenvScanner(bytes: bytes)
  }

  mutating func parse() -> DotenvDocument {
    var offset = scanner.skipWhiteSpace(from: 0)
    while offset < scanner.end {
      if let assignment = assignment(at: offset) {
        append(assignment)
        offset = scanner.skipWhiteSpace(from: assignment.rawEnd)
        // What follows on the line can only be a comment.
        if scanner.byte(at: offset) == UInt8(ascii: "#") { offset = scanner.lineEnd(from: offset) }
      } else {
        let lineEnd = scanner.lineEnd(from: offset)
        if scanner.byte(at: offset) != UInt8(ascii: "#") { appendIgnoredLine(offset..<lineEnd) }
        offset = lineEnd
      }
      offset = scanner.skipWhiteSpace(from: offset)
    }
    return DotenvDocument(entries: entries, ignoredLines: ignoredLines)
  }

  // MARK: Assignments

  private func assignment(at offset: Int) -> DotenvAssignment? {
    var found: DotenvAssignment?
    if let key = keyAfterExport(at: offset) { found = keyAndSeparator(at: key, hasExport: true) }
    // `export=x` and `export =x` set a key of that name.
    guard var assignment = found ?? keyAndSeparator(at: offset, hasExport: false) else { return nil }

    let start = scanner.skipWhiteSpace(from: assignment.rawStart)
    if DotenvEntry.Quote(rawValue: scanner.byte(at: start)) != nil, let close = closingQuote(of: start) {
      assignment.raw = start..<(close + 1)
      assignment.rawEnd = close + 1
      assignment.isQuoted = true
      return assignment
    }
    var end = assignment.rawStart
    while end < scanner.end, !Self.endsUnquotedValue(scanner.bytes[end]) { end += 1 }
    assignment.raw = scanner.trimmed(assignment.rawStart..<end)
    if assignment.raw.isEmpty { assignment.raw = assignment.separatorEnd..<assignment.separatorEnd }
    assignment.rawEnd = end
    return assignment
  }

  private static func endsUnquotedValue(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "#") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private func keyAfterExport(at offset: Int) -> Int? {
    guard scanner.starts(with: "export", at: offset) else { return nil }
    let end = offset + 6
    let key = scanner.skipWhiteSpace(from: end)
    return key > end ? key : nil
  }

  private func keyAndSeparator(at offset: Int, hasExport: Bool) -> DotenvAssignment? {
    let keyEnd = scanner.skipKey(from: offset)
    guard keyEnd > offset else { return nil }
    let equals = scanner.skipWhiteSpace(from: keyEnd)
    if scanner.byte(at: equals) == UInt8(ascii: "=") {
      return DotenvAssignment(
        key: offset..<keyEnd,
        separator: .equals,
        separatorEnd: equals + 1,
        rawStart: equals + 1,
        hasExport: hasExport
      )
    }
    guard scanner.byte(at: keyEnd) == UInt8(ascii: ":") else { return nil }
    let space = scanner.whiteSpaceLength(at: keyEnd + 1)
    guard space > 0 else { return nil }
    return DotenvAssignment(
      key: offset..<keyEnd,
      separator: .colon,
      separatorEnd: keyEnd + 1,
      rawStart: keyEnd + 1 + space,
      hasExport: hasExport
    )
  }

  /// The quote that closes the one at `start`, if only a comment or nothing follows it on its line.
  ///
  /// The first one without a backslash before it, or else the last of those that have one. A search never goes beyond
  /// another unescaped quote of its kind, where the next search could begin: all searches together are linear.
  private func closingQuote(of start: Int) -> Int? {
    let quote = scanner.bytes[start]
    var escaped: [Int] = []
    var offset = start + 1
    while offset < scanner.end {
      if scanner.bytes[offset] == quote {
        guard scanner.bytes[offset - 1] == UInt8(ascii: "\\") else {
          if isFollowedByLineEnd(offset) { return offset }
          break
        }
        escaped.append(offset)
      }
      offset += 1
    }
    return escaped.last(where: isFollowedByLineEnd)
  }

  private func isFollowedByLineEnd(_ quote: Int) -> Bool {
    let next = scanner.skipWhiteSpace(from: quote + 1)
    return next == scanner.end || scanner.bytes[next] == UInt8(ascii: "#")
      || scanner.hasLineEnd(in: (quote + 1)..<next)
  }

  // MARK: Results

  private mutating func append(_ assignment: DotenvAssignment) {
    let isContinuation = openBlock != nil
    let inspection = DotenvInspection(scanner: scanner, assignment: assignment)
    var problems = inspection.problems()
    if isContinuation {
      problems = []
      closeBlock(in: assignment.key.lowerBound..<scanner.lineEnd(from: assignment.rawEnd))
    } else {
      openBlock = inspection.openBlock(goesOn: goesOn(after: assignment))
      if openBlock != nil { problems.append(DotenvProblem(.multilineUnquoted, Region(assignment.raw))) }
    }
    let raw = assignment.raw
    let quote =
      raw.count >= 2 && scanner.bytes[raw.lowerBound] == scanner.bytes[raw.upperBound - 1]
      ? DotenvEntry.Quote(rawValue: scanner.bytes[raw.lowerBound]) : nil
    entries.append(
      DotenvEntry(
        key: String(decoding: scanner.bytes[assignment.key], as: UTF8.self),
        keyRegion: Region(assignment.key),
        valueRegion: Region(raw),
        contentRegion: quote == nil ? Region(raw) : Region(start: raw.lowerBound + 1, end: raw.upperBound - 1),
        value: DotenvValue.decoded(scanner.bytes[raw]),
        quote: quote,
        separator: assignment.separator,
        hasExport: assignment.hasExport,
        hashCut: inspection.hashCut(),
        isContinuation: isContinuation,
        problems: problems
      )
    )
  }

  /// Whether the line below an assignment is neither an assignment nor a comment.
  private func goesOn(after assignment: DotenvAssignment) -> Bool {
    let next = scanner.skipWhiteSpace(from: assignment.rawEnd)
    guard next < scanner.end, scanner.bytes[next] != UInt8(ascii: "#") else { return false }
    return keyAndSeparator(at: keyAfterExport(at: next) ?? next, hasExport: false)?.separator != .equals
  }

  private mutating func closeBlock(in line: Range<Int>) {
    guard let open = openBlock, let first = line.first.map({ scanner.bytes[$0] }) else { return }
    switch open {
    case UInt8(ascii: "-"): if scanner.contains("-----END", in: line) { openBlock = nil }
    case UInt8(ascii: "{"): if first == UInt8(ascii: "}") { openBlock = nil }
    default: if first == UInt8(ascii: "]") { openBlock = nil }
    }
  }

  private mutating func appendIgnoredLine(_ range: Range<Int>) {
    let line = scanner.trimmed(range)
    guard openBlock == nil else {
      ignoredLines.append(IgnoredDotenvLine(region: Region(line), reason: .continuation, key: nil))
      closeBlock(in: line)
      return
    }
    let (reason, key) = classify(line)
    let text = key.map { String(decoding: scanner.bytes[scanner.trimmed($0)], as: UTF8.self) }
    ignoredLines.append(
      IgnoredDotenvLine(region: Region(line), reason: reason, key: text.flatMap { $0.utf8.count <= 64 ? $0 : nil })
    )
  }

  private func classify(_ line: Range<Int>) -> (IgnoredDotenvLine.Reason, key: Range<Int>?) {
    let start = min(keyAfterExport(at: line.lowerBound) ?? line.lowerBound, line.upperBound)
    let keyEnd = min(scanner.skipKey(from: start), line.upperBound)
    if keyEnd > start {
      if scanner.byte(at: keyEnd) == UInt8(ascii: ":") { return (.colonWithoutSpace, start..<keyEnd) }
      let next = scanner.skipWhiteSpace(from: keyEnd)
      if next < line.upperBound, scanner.bytes[next] == UInt8(ascii: ":") {
        return (.spaceBeforeColon, start..<keyEnd)
      }
    }
    guard let equals = scanner.bytes[line].firstIndex(of: UInt8(ascii: "=")) else { return (.missingEquals, nil) }
    let isSet = scanner.starts(with: "set", at: start) && scanner.whiteSpaceLength(at: start + 3) > 0
    if isSet {
      let key = scanner.skipWhiteSpace(from: start + 3)
      if key < equals, scanner.skipWhiteSpace(from: scanner.skipKey(from: key)) == equals {
        return (.setPrefix, key..<equals)
      }
    }
    return (.badKey, start..<max(start, equals))
  }
}
