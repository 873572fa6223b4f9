/// The members of a JSON object, read just far enough to recognise a decoded token.
///
/// Strict (RFC 8259) except that escapes in strings are validated but kept as written, and bytes need not be UTF-8.
package struct JSONKeys: Sendable {
  /// The names of the members in order, escapes as written.
  package private(set) var names: [String] = []

  /// The values of those members that are strings, escapes as written; of equal names the last one.
  package private(set) var strings: [String: String] = [:]

  /// The values of those members that are numbers.
  package private(set) var numbers: [String: Double] = [:]

  /// Arrays and objects nested deeper than this are refused.
  package static let maxDepth = 64

  private let bytes: [UInt8]
  private var position = 0

  /// Reads a text; nil if it is not one JSON object, with nothing but white space around it.
  package init?(_ text: some Sequence<UInt8>) {
    bytes = Array(text)
    skipSpace()
    guard readObject(depth: 0) else { return nil }
    skipSpace()
    guard position == bytes.count else { return nil }
  }

  /// Whether a member with this name exists.
  package func contains(_ name: String) -> Bool {
    names.contains(name)
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x0a, 0x0d, 0x09].contains(byte) { position += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  private mutating func readObject(depth: Int) -> Bool {
    guard take(0x7b) else { return false }
    skipSpace()
    if take(0x7d) { return true }
    repeat {
      skipSpace()
      guard let name = readString() else { return false }
      skipSpace()
      guard take(0x3a) else { return false }
      skipSpace()
      let start = position
      guard readValue(depth: depth + 1) else { return false }
      if depth == 0 {
        names.append(name)
        // Without the quotes.
        strings[name] =
          bytes[start] == 0x22 ? String(decoding: bytes[(start + 1)..<(position - 1)], as: UTF8.self) : nil
        numbers[name] = Double(String(decoding: bytes[start..<position], as: UTF8.self))
      }
      skipSpace()
    } while take(0x2c)
    return take(0x7d)
  }

  private mutating func readArray(depth: Int) -> Bool {
    guard take(0x5b) else { return false }
    skipSpace()
    if take(0x5d) { return true }
    repeat {
      skipSpace()
      guard readValue(depth: depth + 1) else { return false }
      skipSpace()
    } while take(0x2c)
    return take(0x5d)
  }

  private mutating func readValue(depth: Int) -> Bool {
    guard depth <= Self.maxDepth, let byte = next else { return false }
    switch byte {
    case 0x7b: return readObject(depth: depth)
    case 0x5b: return readArray(depth: depth)
    case 0x22: return readString() != nil
    case 0x74: return readWord("true")
    case 0x66: return readWord("false")
    case 0x6e: return readWord("null")
    default: return readNumber()
    }
  }

  private mutating func readWord(_ word: String) -> Bool {
    guard bytes[position...].starts(with: word.utf8) else { return false }
    position += word.utf8.count
    return true
  }

  private mutating func readString() -> String? {
    guard take(0x22) else { return nil }
    let start = position
    while let byte = next, byte >= 0x20 {
      position += 1
      if byte == 0x22 { return String(decoding: bytes[start..<(position - 1)], as: UTF8.self) }
      if byte == 0x5c {
        guard let escaped = next else { return nil }
        position += 1
        if escaped == 0x75 {
          for _ in 0..<4 {
            guard let digit = next, Character(Unicode.Scalar(digit)).isHexDigit else { return nil }
            position += 1
          }
        } else if !"\"\\/bfnrt".utf8.contains(escaped) {
          return nil
        }
      }
    }
    return nil
  }

  private mutating func readNumber() -> Bool {
    _ = take(0x2d)
    if !take(0x30), !readDigits() { return false }
    if take(0x2e), !readDigits() { return false }
    if take(0x65) || take(0x45) {
      if !take(0x2b) { _ = take(0x2d) }
      return readDigits()
    }
    return true
  }

  private mutating func readDigits() -> Bool {
    let start = position
    while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
    return position > start
  }
}
