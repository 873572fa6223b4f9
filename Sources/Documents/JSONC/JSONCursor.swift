/// Steps through a JSONC document member by member, without building a tree.
///
/// For documents of megabytes with a known structure: building nodes with regions takes several times as long as
/// reading them. The first syntax error ends the walk; `JSONCParser` then says what is wrong and where. A value that is
/// not wanted must be skipped with `skip`.
package struct JSONCursor {
  /// The kind of a value.
  package enum Kind: Sendable {
    case object, array, string, number, boolean, null

    /// As a word for messages, as of `Node.kindInWords`.
    package var inWords: String {
      switch self {
      case .object: "an object"
      case .array: "an array"
      case .string: "a string"
      case .number: "a number"
      case .boolean: "a boolean"
      case .null: "null"
      }
    }
  }

  private var reader: SyntaxReader
  /// Whether a comma must precede the next member or element.
  private var needsComma = false
  private var depth = 0
  /// Whether there is a syntax error at the position, or before it.
  package private(set) var isDamaged = false

  package init(_ bytes: [UInt8]) {
    reader = SyntaxReader(bytes)
    let mark = ByteOrderMark(bytes)
    reader.position = mark?.length ?? 0
    isDamaged = mark?.refusal(byteCount: bytes.count) != nil
  }

  package var position: Int { reader.position }

  // MARK: Values

  /// Moves to the next value and returns its kind; `nil` when there is none.
  package mutating func kind() -> Kind? {
    skipSpace()
    guard !isDamaged, let byte = reader.current else { return damaged() }
    switch byte {
    case Byte.quote: return .string
    case Byte.openBrace: return .object
    case Byte.openBracket: return .array
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
    case UInt8(ascii: "n"): return .null
    default: return Byte.isDigit(byte) || byte == Byte.minus ? .number : damaged()
    }
  }

  /// Reads a string.
  package mutating func string() -> String? {
    guard kind() == .string else { return damaged() }
    defer { needsComma = true }
    return text()
  }

  /// Reads a number.
  package mutating func number() -> Double? {
    switch scalar() {
    case .integer(let number): Double(number)
    case .float(let number): number
    default: damaged()
    }
  }

  /// Reads a number; `nil` for one with a fraction, too.
  package mutating func integer() -> Int64? {
    switch scalar() {
    case .integer(let number): number
    case .float: nil
    default: damaged()
    }
  }

  package mutating func boolean() -> Bool? {
    if case .boolean(let flag) = scalar() { return flag }
    return damaged()
  }

  /// Skips a value of any kind.
  package mutating func skip() {
    switch kind() {
    case .object:
      open()
      while nextKey() != nil { skip() }
    case .array:
      open()
      while nextElement() { skip() }
    case .string: _ = string()
    case .number, .boolean, .null: _ = scalar()
    case nil: break
    }
  }

  /// Whether only white space is left.
  package mutating func isAtEnd() -> Bool {
    skipSpace()
    return !isDamaged && reader.isAtEnd
  }

  // MARK: Objects and arrays

  /// Enters the next object or array.
  package mutating func open() {
    skipSpace()
    guard !isDamaged, let byte = reader.current, byte == Byte.openBrace || byte == Byte.openBracket,
      depth < JSONCDocumentReader.depthLimit
    else {
      isDamaged = true
      return
    }
    reader.position += 1
    depth += 1
    needsComma = false
  }

  /// Moves to the value of the open object's next member and returns its key; `nil` closes the object.
  package mutating func nextKey() -> (key: String, start: Int)? {
    guard next(before: Byte.closeBrace) else { return nil }
    guard reader.current == Byte.quote else { return damaged() }
    let start = reader.position
    let key = text()
    skipSpace()
    guard reader.current == Byte.colon else { return damaged() }
    reader.position += 1
    return (key, start)
  }

  /// Skips the next member if it is written exactly like an earlier one that the caller has read; whether it is.
  ///
  /// - Parameter earlier: a member of this document, from its key to the end of its value, which is no number.
  package mutating func skipMember(ifWrittenLike earlier: Range<Int>) -> Bool {
    skipComma()
    let start = reader.position
    guard !isDamaged, !needsComma, reader.bytes.count - start >= earlier.count else { return false }
    for offset in 0..<earlier.count where reader.bytes[start + offset] != reader.bytes[earlier.lowerBound + offset] {
      return false
    }
    reader.position += earlier.count
    needsComma = true
    return true
  }

  /// Moves to the open array's next element; false after the last, which closes the array.
  package mutating func nextElement() -> Bool { next(before: Byte.closeBracket) }

  /// Skips the comma if one is due, or the closing bracket; returns whether something follows.
  private mutating func next(before close: UInt8) -> Bool {
    skipComma()
    guard !isDamaged, let byte = reader.current else {
      isDamaged = true
      return false
    }
    if byte == close {
      reader.position += 1
      depth -= 1
      needsComma = true
      return false
    }
    if needsComma { isDamaged = true }
    return !isDamaged
  }

  private mutating func skipComma() {
    skipSpace()
    if needsComma, reader.current == Byte.comma {
      reader.position += 1
      needsComma = false
      skipSpace()
    }
  }

  // MARK: Text

  private mutating func damaged<Value>() -> Value? {
    isDamaged = true
    return nil
  }

  /// The string at the position.
  private mutating func text() -> String {
    let start = reader.position + 1
    var end = start
    while end < reader.bytes.count, Self.isPlain(reader.bytes[end]) { end += 1 }
    if end < reader.bytes.count, reader.bytes[end] == Byte.quote {
      reader.position = end + 1
      return reader.text(start..<end)
    }
    // Needs a closer look, such as an escape.
    let text = JSONCString.read(&reader)
    if !text.isClosed || !reader.errors.isEmpty { isDamaged = true }
    return text.text
  }

  /// Whether a byte of a string means itself in any context.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= Byte.space && byte < 0x80 && byte != Byte.quote && byte != Byte.backslash
  }

  /// The next number or word.
  private mutating func scalar() -> Value? {
    skipSpace()
    let start = reader.position
    var end = start
    while let byte = reader.byte(at: end), Byte.isBareKey(byte) || byte == Byte.plus || byte == Byte.dot { end += 1 }
    guard !isDamaged, end > start, let value = JSONCDocumentReader.plainValue(reader.bytes, start..<end) else {
      return damaged()
    }
    reader.position = end
    needsComma = true
    return value
  }

  private mutating func skipSpace() {
    while reader.position < reader.bytes.count {
      let byte = reader.bytes[reader.position]
      if byte == Byte.space || byte == Byte.newline {
        reader.position += 1
      } else if byte == Byte.tab || byte == Byte.carriageReturn {
        reader.position += 1
      } else if byte == Byte.slash {
        guard skipComment() else {
          isDamaged = true
          return
        }
      } else {
        return
      }
    }
  }

  /// Skips a comment as `JSONCParser` does; false when there is none.
  private mutating func skipComment() -> Bool {
    var document = JSONCDocumentReader(reader)
    let start = reader.position
    document.skipSpace()
    reader = document.reader
    return reader.position > start && reader.errors.isEmpty
  }
}
