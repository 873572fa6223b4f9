/// Reads a JSONC document: the root value, what may surround it, and the values in it.
struct JSONCDocumentReader {
  /// How deep objects and arrays may be nested.
  static let depthLimit = 128

  /// Where to continue after an unclosed bracket.
  enum Unwinding {
    case none
    /// In the nearest enclosing object.
    case toObject
    /// In the nearest enclosing array.
    case toArray
  }

  /// Whether a comma must, may or must not come next.
  enum Separator {
    case required
    case optional
    case misplaced
  }

  var reader: SyntaxReader
  var duplicateKeys: [DuplicateKey] = []
  var unwinding = Unwinding.none
  /// Objects and arrays that the position is in.
  var openObjects = 0
  var openArrays = 0
  private var hasReportedDepth = false

  init(_ bytes: [UInt8]) {
    self.init(SyntaxReader(bytes))
  }

  init(_ reader: SyntaxReader) {
    self.reader = reader
  }

  mutating func readDocument(from start: Int) -> Node {
    reader.position = start
    var errorCount: Int?
    while true {
      skipSpace()
      guard let byte = reader.current else { break }
      if startsValue(byte), reader.placeholderEnd() == nil {
        if let root = readValue(depth: 0) {
          reportRest()
          return root
        }
        break
      }
      // Skip what is not a value at the top of the document, such as a template's `{{#if}}`.
      let start = reader.position
      var region = reader.skipBareText(comment: Byte.slash) { _ in false }
      if region.isEmpty {
        reader.position = start + 1
        region = Region(start: start, end: start + 1)
      }
      if errorCount == nil { reader.report(region, "expected `{`; remove what stands before the document") }
      errorCount = reader.errors.count
    }
    let end = reader.bytes.count
    if reader.errors.isEmpty {
      let region = Region(start: end, end: end)
      reader.report(region, "the file is empty; write at least `{}`")
    }
    return Node(region: Region(start: start, end: end), value: .table(Table()))
  }

  /// Reports text after the root value, once.
  private mutating func reportRest() {
    skipSpace()
    guard !reader.isAtEnd else { return }
    let start = reader.position
    var end = reader.lineEnd(from: start)
    while end > start, Byte.isBlank(reader.bytes[end - 1]) { end -= 1 }
    let message = "expected nothing behind the end of the document; remove it or check the brackets above"
    reader.report(Region(start: start, end: end), message)
  }

  // MARK: Space

  /// Skips white space and comments; returns whether there was a line ending.
  @discardableResult
  mutating func skipSpace() -> Bool {
    var hasLineEnding = false
    while let byte = reader.current {
      switch byte {
      case Byte.space, Byte.tab, Byte.carriageReturn: reader.position += 1
      case Byte.newline:
        hasLineEnding = true
        reader.position += 1
      case Byte.slash:
        if reader.byte(at: reader.position + 1) == Byte.slash {
          skipLineComment()
        } else if reader.byte(at: reader.position + 1) == Byte.star {
          skipBlockComment()
        } else {
          return hasLineEnding
        }
      default: return hasLineEnding
      }
    }
    return hasLineEnding
  }

  private mutating func skipLineComment() {
    // A carriage return alone ends it too, for wrangler as in JavaScript.
    while let byte = reader.current, byte != Byte.newline, byte != Byte.carriageReturn { reader.position += 1 }
  }

  private mutating func skipBlockComment() {
    let start = reader.position
    var offset = start + 2
    while offset + 1 < reader.bytes.count {
      if reader.bytes[offset] == Byte.star, reader.bytes[offset + 1] == Byte.slash {
        reader.position = offset + 2
        return
      }
      offset += 1
    }
    reader.position = reader.bytes.count
    reader.hasSwallowedText = true
    reader.report(Region(start: start, end: start + 2), "expected `*/` to close this comment; add it")
  }

  // MARK: Values

  /// Whether a byte is the first of some JSON value.
  func startsValue(_ byte: UInt8) -> Bool {
    switch byte {
    case Byte.quote, Byte.apostrophe, Byte.openBrace, Byte.openBracket, Byte.minus: true
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"): true
    default: Byte.isDigit(byte)
    }
  }

  /// Whether a byte ends text that is not a value.
  static func endsValue(_ byte: UInt8) -> Bool {
    byte == Byte.comma || byte == Byte.closeBrace || byte == Byte.closeBracket
  }

  /// Reads a value, which must not start with a byte that ends one; `nil` if it is nested too deep.
  mutating func readValue(depth: Int) -> Node? {
    let start = reader.position
    switch reader.current {
    case Byte.quote, Byte.apostrophe:
      let text = JSONCString.read(&reader).text
      return Node(region: Region(start: start, end: reader.position), value: .string(text))
    case Byte.openBracket:
      return enterBracket(depth: depth) ? readArray(from: start, depth: depth) : nil
    case Byte.openBrace where reader.placeholderEnd() == nil:
      return enterBracket(depth: depth) ? readObject(from: start, depth: depth) : nil
    default:
      return readWord()
    }
  }

  /// Moves past an opening bracket; false if it is too deep and its content was skipped.
  private mutating func enterBracket(depth: Int) -> Bool {
    guard depth < Self.depthLimit else {
      if !hasReportedDepth {
        hasReportedDepth = true
        reader.reportCurrent("expected at most \(Self.depthLimit) levels of nesting; write flatter objects")
      }
      reader.skipBracketed(comment: Byte.slash)
      return false
    }
    reader.position += 1
    return true
  }

  /// Reads a number, `true`, `false` or `null`; anything else as a string.
  private mutating func readWord() -> Node {
    let start = reader.position
    var end = start
    while let byte = reader.byte(at: end),
      Byte.isBareKey(byte) || byte == Byte.plus || byte == Byte.dot
    {
      end += 1
    }
    if end > start, isWordEnd(end), let value = Self.plainValue(reader.bytes, start..<end) {
      reader.position = end
      return Node(region: Region(start: start, end: end), value: value)
    }
    let first = reader.bytes[start]
    let region = reader.skipBareText(comment: Byte.slash, until: Self.endsValue)
    let message =
      Byte.isDigit(first) || first == Byte.minus || first == Byte.plus || first == Byte.dot
      ? "expected a valid number; put text in double quotes" : "expected a value; put text in double quotes"
    reader.report(region, message)
    return Node(region: region, value: .string(reader.text(region.range)))
  }

  /// The value of a number, `true`, `false` or `null`; `nil` for another word.
  static func plainValue(_ bytes: [UInt8], _ range: Range<Int>) -> Value? {
    let word = bytes[range]
    switch bytes[range.lowerBound] {
    case UInt8(ascii: "t"): return word.elementsEqual("true".utf8) ? .boolean(true) : nil
    case UInt8(ascii: "f"): return word.elementsEqual("false".utf8) ? .boolean(false) : nil
    case UInt8(ascii: "n"): return word.elementsEqual("null".utf8) ? .null : nil
    default: return JSONNumber.read(bytes, range)
    }
  }

  /// Whether a word may end at an offset: before white space, a comment, or what separates values.
  private func isWordEnd(_ offset: Int) -> Bool {
    guard let byte = reader.byte(at: offset) else { return true }
    switch byte {
    case Byte.space, Byte.tab, Byte.newline, Byte.carriageReturn, Byte.colon: return true
    case Byte.quote, Byte.openBrace, Byte.openBracket: return true
    case Byte.slash:
      let next = reader.byte(at: offset + 1)
      return next == Byte.slash || next == Byte.star
    default: return Self.endsValue(byte)
    }
  }

  /// Reports an unclosed bracket, unless something else has swallowed its closing bracket.
  mutating func reportUnclosed(_ open: Int, closing: String) {
    if reader.hasSwallowedText {
      reader.hasSwallowedText = reader.isAtEnd
      return
    }
    // At the end of the document the enclosing brackets are unclosed, too: one error is enough.
    reader.hasSwallowedText = reader.isAtEnd
    reader.report(Region(start: open, end: open + 1), "expected `\(closing)` to close this bracket; add it")
  }
}
