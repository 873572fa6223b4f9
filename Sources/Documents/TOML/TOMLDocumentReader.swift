/// Reads a TOML document line by line: headers, members, comments.
struct TOMLDocumentReader {
  /// How deep tables, keys and values may be nested in all.
  static let depthLimit = 128

  var reader: SyntaxReader
  let root: TOMLTableBuilder
  /// The parts of the key read last.
  var parts: [TOMLKeyPart] = []
  /// Whether an unclosed array or inline table has ended the statement.
  var isUnwinding = false
  /// Inline tables that the position is in.
  var openInlineTables = 0
  private var table: TOMLTableBuilder
  private var tableDepth = 0
  private var hasReportedDepth = false

  init(_ bytes: [UInt8]) {
    reader = SyntaxReader(bytes)
    root = TOMLTableBuilder(region: Region(start: 0, end: bytes.count), origin: .header)
    table = root
  }

  mutating func readDocument(from start: Int) {
    reader.position = start
    while true {
      reader.skipBlanks()
      guard let byte = reader.current else { return }
      if reader.isLineEnding(at: reader.position) {
        skipLineEnding()
        continue
      }
      isUnwinding = false
      reader.hasSwallowedText = false
      switch byte {
      case Byte.hash: break
      case Byte.openBracket: readHeader()
      default: readMember(into: table, depth: tableDepth, stops: { _ in false })
      }
      if !isUnwinding { finishLine() }
    }
  }

  mutating func skipLineEnding() {
    reader.position += reader.bytes[reader.position] == Byte.newline ? 1 : 2
  }

  /// Skips a comment, whose `#` is at the position.
  mutating func skipComment() {
    let start = reader.position
    let end = reader.lineEnd(from: start)
    reader.position = end
    var isASCII = true
    for offset in start..<end {
      let byte = reader.bytes[offset]
      if byte >= 0x80 {
        isASCII = false
      } else if Byte.isControl(byte) {
        let message = "expected no control character in a comment; remove it"
        reader.report(Region(start: offset, end: offset + 1), message)
        return
      }
    }
    if !isASCII { reader.reportInvalidUTF8(in: start..<end) }
  }

  /// Skips the end of a line, after a header or member.
  private mutating func finishLine() {
    reader.skipBlanks()
    guard let byte = reader.current else { return }
    if !reader.isLineEnding(at: reader.position), byte != Byte.hash {
      let region = reader.skipBareText(comment: Byte.hash) { _ in false }
      reader.report(region, "expected the end of the line; write one header or key per line")
    }
    if reader.current == Byte.hash { skipComment() }
    // An unclosed text may end at something other than a line ending.
    if !reader.isAtEnd, reader.isLineEnding(at: reader.position) { skipLineEnding() }
  }

  /// Reports that something is nested too deep, once.
  mutating func reportDepth(_ region: Region) {
    guard !hasReportedDepth else { return }
    hasReportedDepth = true
    reader.report(region, "expected at most \(Self.depthLimit) levels of nesting; write flatter tables")
  }

  // MARK: Headers

  private mutating func readHeader() {
    let start = reader.position
    let isElement = reader.startsWith(Byte.openBracket, Byte.openBracket)
    let brackets = isElement ? 2 : 1
    reader.position += brackets
    let key = readKey()
    var isBroken = false
    if key != .read || !skipClosingBrackets(brackets) {
      isBroken = true
      recoverHeader(from: start, brackets: brackets, key: key)
    }
    let header = Region(start: start, end: trimmedEnd(from: start))
    open(header, isElement: isElement, reports: !isBroken)
  }

  private mutating func skipClosingBrackets(_ count: Int) -> Bool {
    let start = reader.position
    reader.skipBlanks()
    for _ in 0..<count {
      guard reader.current == Byte.closeBracket else {
        reader.position = start
        return false
      }
      reader.position += 1
    }
    return true
  }

  /// Finds the end of a malformed header, and makes a key of it.
  private mutating func recoverHeader(from start: Int, brackets: Int, key: KeyReading) {
    if key == .tooDeep {
      reader.position = reader.lineEnd(from: start)
      return
    }
    let keyEnd = reader.position
    reader.skipBlanks()
    let isAtLineEnd =
      reader.isAtEnd || reader.isLineEnding(at: reader.position) || reader.current == Byte.hash
      || reader.current == Byte.closeBracket
    if key == .read, isAtLineEnd {
      // Two brackets at the start, at most one at the end, or none at all.
      if reader.current == Byte.closeBracket { reader.position += 1 } else { reader.position = keyEnd }
      let region = Region(start: start, end: reader.position)
      reader.report(region, "expected `\(brackets == 2 ? "]]" : "]")` at the end of the header; add it")
      return
    }
    reader.position = start + brackets
    let region = reader.skipBareText(comment: Byte.hash) { $0 == Byte.closeBracket }
    parts = [TOMLKeyPart(text: reader.text(region.range), region: region)]
    reader.position = region.end
    reader.skipClosingBracketsLeniently(brackets)
    let message = "expected a name in the header; put names with characters other than A-Z a-z 0-9 _ - in quotes"
    reader.report(Region(start: start, end: reader.position), message)
  }

  private func trimmedEnd(from start: Int) -> Int {
    var end = reader.position
    while end > start + 1, Byte.isBlank(reader.bytes[end - 1]) { end -= 1 }
    return end
  }

  private mutating func open(_ header: Region, isElement: Bool, reports: Bool) {
    guard let last = parts.last else { return }
    var problem: String?
    table = root
    for part in parts.dropLast() {
      let step = table.stepThroughHeader(part, header: header)
      problem = problem ?? step.problem
      table = step.table
    }
    let step = isElement ? table.openElement(last, header: header) : table.openTable(last, header: header)
    table = step.table
    tableDepth = parts.count
    if reports, let problem = problem ?? step.problem { reader.report(header, problem) }
  }
}

extension SyntaxReader {
  /// Skips up to `count` closing brackets.
  fileprivate mutating func skipClosingBracketsLeniently(_ count: Int) {
    skipBlanks()
    for _ in 0..<count where current == Byte.closeBracket { position += 1 }
  }
}
