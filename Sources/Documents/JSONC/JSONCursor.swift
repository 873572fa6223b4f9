/// Steps through a JSONC document member by member, without a tree of what it holds.
///
/// For documents of megabytes whose reader knows what to expect: building nodes with their regions takes several times as
/// long as what they say. The first syntax error ends the walk; `JSONCParser` then tells what is wrong and where. A value
/// that is not asked for must be passed over with `skip`.
package struct JSONCursor {
  /// What kind of value stands somewhere.
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
  /// Whether a comma has to stand before the next member or element.
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

  /// The kind of the value that comes next, and moves to it; `nil` when there is none.
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

  /// Passes over a value, whatever it is.
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

  /// Whether nothing but space is left.
  package mutating func isAtEnd() -> Bool {
    skipSpace()
    return !isDamaged && reader.isAtEnd
  }

  // MARK: Objects and arrays

  /// Moves into the object or array that comes next.
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

  /// Moves to the value of the next member of the object that is open; `nil` behind the last one, where the object is
  /// closed.
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

  /// Passes over the next member when it is written like one before, which the caller has read; whether it is.
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

  /// Moves to the next element of the array that is open; false behind the last one, where the array is closed.
  package mutating func nextElement() -> Bool { next(before: Byte.closeBracket) }

  /// Passes over the comma where one has to be, or over the closing bracket; whether something comes.
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
    // What needs a closer look, such as an escape.
    let text = JSONCString.read(&reader)
    if !text.isClosed || !reader.errors.isEmpty { isDamaged = true }
    return text.text
  }

  /// Whether a byte of a string stands for itself, whatever is around it.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= Byte.space && byte < 0x80 && byte != Byte.quote && byte != Byte.backslash
  }

  /// The number or word that comes next.
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

  /// Passes over a comment as `JSONCParser` does; false when there is none.
  private mutating func skipComment() -> Bool {
    var document = JSONCDocumentReader(reader)
    let start = reader.position
    document.skipSpace()
    reader = document.reader
    return reader.position > start && reader.errors.isEmpty
  }
}
