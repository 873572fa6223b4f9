import Documents

/// Escapes that end where a value starts.
enum EscapeBefore {
  /// The byte that an escape of letters or digits stands for, 0 for other characters; `nil` where there is none.
  static func byte(_ before: ArraySlice<UInt8>) -> UInt8? {
    if before.suffix(2).first == UInt8(ascii: "\\"), let last = before.last, "nrtbfvae0s".utf8.contains(last) {
      return 0
    }
    // Mail writes "=" so.
    if before.suffix(3).elementsEqual("=3D".utf8) { return UInt8(ascii: "=") }
    let digits = before.suffix(2)
    guard digits.count == 2, let byte = UInt8(hexadecimal: digits) else { return nil }
    var rest = before.dropLast(2)
    if rest.suffix(2).elementsEqual("\\x".utf8) { return byte }
    if rest.suffix(2).elementsEqual("00".utf8), rest.dropLast(2).suffix(2).elementsEqual("\\u".utf8) { return byte }
    if rest.suffix(4).starts(with: "\\u".utf8) { return 0 }
    if let octal = octal(before) { return octal }
    // A percent sign may be escaped in turn.
    while rest.suffix(2).elementsEqual("25".utf8) { rest = rest.dropLast(2) }
    return rest.last == UInt8(ascii: "%") ? byte : nil
  }

  /// `\042`.
  private static func octal(_ before: ArraySlice<UInt8>) -> UInt8? {
    let escape = before.suffix(4)
    guard escape.count == 4, escape.first == UInt8(ascii: "\\") else { return nil }
    return EscapeAfter.octal(escape.dropFirst())
  }

  /// `ESC[32m`, however it is written.
  static func isColor(_ before: ArraySlice<UInt8>) -> Bool {
    guard before.last == UInt8(ascii: "m") else { return false }
    let start = before.dropLast().reversed().drop { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ";") }
    guard start.first == UInt8(ascii: "[") else { return false }
    let mark = Array(start.dropFirst().prefix(6).reversed())
    return mark.last == 0x1B
      || ["\\e", "\\x1b", "\\x1B", "\\033", "\\u001b", "\\u001B"].contains {
        mark.suffix($0.utf8.count).elementsEqual($0.utf8)
      }
  }
}

/// Escapes that start where a value ends.
enum EscapeAfter {
  /// The byte that an escape stands for, 0 for other characters; `nil` where there is none.
  static func byte(_ after: ArraySlice<UInt8>) -> UInt8? {
    var rest = after.dropFirst()
    switch after.first {
    case UInt8(ascii: "%"):
      while rest.starts(with: "25".utf8) { rest = rest.dropFirst(2) }
      return UInt8(hexadecimal: rest.prefix(2))
    case UInt8(ascii: "\\"):
      if rest.first == UInt8(ascii: "x") { return UInt8(hexadecimal: rest.dropFirst().prefix(2)) }
      if rest.starts(with: "u00".utf8) { return UInt8(hexadecimal: rest.dropFirst(3).prefix(2)) }
      return octal(rest.prefix(3)) ?? 0
    default: return nil
    }
  }

  static func octal(_ digits: ArraySlice<UInt8>) -> UInt8? {
    guard digits.count == 3, digits.allSatisfy({ (0x30...0x37).contains($0) }) else { return nil }
    let value = digits.reduce(0) { $0 * 8 + Int($1 - 0x30) }
    return UInt8(exactly: value)
  }
}

extension UInt8 {
  var isHexadecimalDigit: Bool {
    (0x30...0x39).contains(self) || (0x61...0x66).contains(self | 0x20)
  }

  /// The value of two digits.
  init?(hexadecimal digits: ArraySlice<UInt8>) {
    guard digits.count == 2, digits.allSatisfy(\.isHexadecimalDigit) else { return nil }
    self = digits.reduce(0) { $0 << 4 | ($1 <= 0x39 ? $1 - 0x30 : ($1 | 0x20) - 0x61 + 10) }
  }
}
