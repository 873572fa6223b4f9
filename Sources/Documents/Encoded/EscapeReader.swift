/// Reads the escapes of one encoding.
struct EscapeReader {
  let encoding: TextEncoding

  /// What an escape means, and how long it is.
  enum Meaning {
    case byte(UInt8, length: Int)
    case scalar(UInt32, length: Int)

    /// Whether it is an ASCII character of text: tokens have no others.
    var isText: Bool {
      switch self {
      case .byte(let byte, _): Self.isText(UInt32(byte))
      case .scalar(let scalar, _): Self.isText(scalar)
      }
    }

    private static func isText(_ code: UInt32) -> Bool { 0x20..<0x7F ~= code || 0x09...0x0D ~= code }
  }

  /// The character every escape starts with.
  var sign: UInt8 {
    switch encoding {
    case .percent: Byte.percent
    case .backslash: Byte.backslash
    default: UInt8(ascii: "&")
    }
  }

  /// What the escape at a place means; `nil` when it is not one.
  func meaning(at place: Int, in text: Span<UInt8>) -> Meaning? {
    switch encoding {
    case .percent:
      return Self.hexadecimal(place + 1, count: 2, in: text).map { .byte(UInt8($0), length: 3) }
    case .backslash: return Self.backslashed(place, in: text)
    default: return Self.entity(place, in: text)
    }
  }

  private static func byte(_ place: Int, in text: Span<UInt8>) -> UInt8? { place < text.count ? text[place] : nil }

  /// A number of exactly `count` digits.
  private static func hexadecimal(_ place: Int, count: Int, in text: Span<UInt8>) -> UInt32? {
    guard place + count <= text.count else { return nil }
    var number: UInt32 = 0
    for digit in place..<place + count {
      guard let value = Byte.hexadecimalValue(text[digit]) else { return nil }
      number = number << 4 | value
    }
    return number
  }

  // MARK: Backslashes

  private static func backslashed(_ place: Int, in text: Span<UInt8>) -> Meaning? {
    switch byte(place + 1, in: text) {
    case Byte.quote, Byte.apostrophe, Byte.backslash, Byte.slash: return .byte(text[place + 1], length: 2)
    case UInt8(ascii: "n"): return .byte(Byte.newline, length: 2)
    case UInt8(ascii: "r"): return .byte(Byte.carriageReturn, length: 2)
    case UInt8(ascii: "t"): return .byte(Byte.tab, length: 2)
    case UInt8(ascii: "b"): return .byte(0x08, length: 2)
    case UInt8(ascii: "f"): return .byte(0x0C, length: 2)
    case UInt8(ascii: "x"): return hexadecimal(place + 2, count: 2, in: text).map { .scalar($0, length: 4) }
    case UInt8(ascii: "u"): return unicode(place, in: text)
    default: return octal(place, in: text)
    }
  }

  /// `\057`, as in C (C23 §6.4.4.5), and `\57`; `\0057`, as for `echo` and `%b` (POSIX.1-2017, printf).
  private static func octal(_ place: Int, in text: Span<UInt8>) -> Meaning? {
    var digits: [UInt32] = []
    while digits.count < 4, let digit = byte(place + 1 + digits.count, in: text), 0x30...0x37 ~= digit {
      digits.append(UInt32(digit - 0x30))
    }
    // Fewer digits, except for a printable character, are not an escape, or the number of a group.
    if digits.count < 3 {
      return digits.count == 2 && digits[0] >= 4 ? .byte(UInt8(digits[0] << 3 | digits[1]), length: 3) : nil
    }
    let code = digits[0] << 6 | digits[1] << 3 | digits[2]
    // A control character followed by a digit is much rarer than a shell's notation for a character.
    if code < 0x20, digits.count == 4 { return .byte(UInt8(code << 3 | digits[3]), length: 5) }
    return code < 0x100 ? .byte(UInt8(code), length: 4) : nil
  }

  private static func unicode(_ place: Int, in text: Span<UInt8>) -> Meaning? {
    if byte(place + 2, in: text) == Byte.openBrace { return braced(place, in: text) }
    guard let unit = hexadecimal(place + 2, count: 4, in: text) else { return nil }
    if 0xD800...0xDBFF ~= unit, byte(place + 6, in: text) == Byte.backslash,
      byte(place + 7, in: text) == UInt8(ascii: "u"), let next = hexadecimal(place + 8, count: 4, in: text),
      0xDC00...0xDFFF ~= next
    {
      return .scalar(0x10000 + (unit - 0xD800) << 10 + (next - 0xDC00), length: 12)
    }
    return .scalar(unit, length: 6)
  }

  /// `\u{2F}`, with up to six digits.
  private static func braced(_ place: Int, in text: Span<UInt8>) -> Meaning? {
    var end = place + 3
    while end - place < 10, let digit = byte(end, in: text), Byte.hexadecimalValue(digit) != nil { end += 1 }
    guard end > place + 3, end - place < 10, byte(end, in: text) == Byte.closeBrace,
      let code = hexadecimal(place + 3, count: end - place - 3, in: text)
    else { return nil }
    return .scalar(code, length: end + 1 - place)
  }

  // MARK: Entities

  /// The names of ASCII characters that occur in and around tokens and URLs (HTML, §13.5).
  private static let names: [(name: [UInt8], byte: UInt8)] =
    ([
      ("amp;", 0x26), ("quot;", 0x22), ("apos;", 0x27), ("lt;", 0x3C), ("gt;", 0x3E), ("sol;", 0x2F), ("colon;", 0x3A),
      ("commat;", 0x40), ("equals;", 0x3D), ("plus;", 0x2B), ("lowbar;", 0x5F), ("period;", 0x2E), ("num;", 0x23),
      ("percnt;", 0x25), ("quest;", 0x3F), ("dollar;", 0x24), ("excl;", 0x21), ("nbsp;", 0x20), ("NewLine;", 0x0A),
      ("Tab;", 0x09),
    ] as [(String, UInt8)]).map { (Array($0.0.utf8), $0.1) }

  private static func entity(_ place: Int, in text: Span<UInt8>) -> Meaning? {
    if byte(place + 1, in: text) == Byte.hash { return number(place, in: text) }
    for entry in names {
      let length = entry.name.count
      guard place + length < text.count else { continue }
      if (0..<length).allSatisfy({ text[place + 1 + $0] == entry.name[$0] }) {
        return .byte(entry.byte, length: length + 1)
      }
    }
    return nil
  }

  /// `&#47;` or `&#x2F;`, with any leading zeros.
  private static func number(_ place: Int, in text: Span<UInt8>) -> Meaning? {
    let isHexadecimal = byte(place + 2, in: text).map { $0 | 0x20 } == UInt8(ascii: "x")
    let start = place + (isHexadecimal ? 3 : 2)
    var end = start
    var code: UInt32 = 0
    while end - start < 8, let digit = byte(end, in: text), let value = Byte.hexadecimalValue(digit) {
      guard isHexadecimal || value < 10 else { return nil }
      code = code * (isHexadecimal ? 16 : 10) + value
      end += 1
    }
    guard end > start, byte(end, in: text) == UInt8(ascii: ";") else { return nil }
    return .scalar(code, length: end + 1 - place)
  }
}
