/// A JSON value that knows whether it stands in one line.
///
/// `JSONEncoder` gives every brace a line of its own and sorts members by name; here an entry such as a share of a
/// deployment stays in one line, and what a thing is called comes first.
indirect enum StateText {
  case text(String)
  case number(Double)
  case flag(Bool)
  case null
  /// One element in a line.
  case list([StateText])
  /// One member in a line.
  case object([Member])
  /// All elements in one line.
  case shortList([StateText])
  /// All members in one line.
  case shortObject([Member])

  typealias Member = (key: String, value: StateText)

  /// The document, with a line break at its end.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes, indent: 0)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  private func write(to bytes: inout [UInt8], indent: Int) {
    switch self {
    case .text(let string): Self.quote(string, to: &bytes)
    case .number(let number):
      // Whole numbers without a fraction; others with the fewest digits that give them back.
      bytes += (Int64(exactly: number).map { "\($0)" } ?? "\(number)").utf8
    case .flag(let flag): bytes += (flag ? "true" : "false").utf8
    case .null: bytes += "null".utf8
    case .list(let elements):
      Self.lines(elements, "[]", to: &bytes, indent: indent) { $0.write(to: &$1, indent: $2) }
    case .object(let members):
      Self.lines(members, "{}", to: &bytes, indent: indent) { member, bytes, indent in
        Self.quote(member.key, to: &bytes)
        bytes += ": ".utf8
        member.value.write(to: &bytes, indent: indent)
      }
    case .shortList(let elements):
      bytes += "[".utf8
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes += ", ".utf8 }
        element.write(to: &bytes, indent: indent)
      }
      bytes += "]".utf8
    case .shortObject(let members):
      bytes += "{ ".utf8
      for (index, member) in members.enumerated() {
        if index > 0 { bytes += ", ".utf8 }
        Self.quote(member.key, to: &bytes)
        bytes += ": ".utf8
        member.value.write(to: &bytes, indent: indent)
      }
      bytes += " }".utf8
    }
  }

  private static func lines<Element>(
    _ elements: [Element],
    _ brackets: String,
    to bytes: inout [UInt8],
    indent: Int,
    _ write: (Element, inout [UInt8], Int) -> Void
  ) {
    bytes += brackets.utf8.prefix(1)
    for (index, element) in elements.enumerated() {
      bytes += (index > 0 ? ",\n" : "\n").utf8
      bytes += repeatElement(UInt8(ascii: " "), count: indent + 2)
      write(element, &bytes, indent + 2)
    }
    if !elements.isEmpty {
      bytes += "\n".utf8
      bytes += repeatElement(UInt8(ascii: " "), count: indent)
    }
    bytes += brackets.utf8.suffix(1)
  }

  /// A JSON string; control characters are escaped, so that no text of others moves a terminal's cursor.
  private static func quote(_ string: String, to bytes: inout [UInt8]) {
    bytes += "\"".utf8
    let isPlain = string.utf8.allSatisfy {
      $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    if isPlain {
      bytes += string.utf8
    } else {
      for scalar in string.unicodeScalars { append(scalar, to: &bytes) }
    }
    bytes += "\"".utf8
  }

  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar {
    case "\"": bytes += "\\\"".utf8
    case "\\": bytes += "\\\\".utf8
    case "\n": bytes += "\\n".utf8
    case "\r": bytes += "\\r".utf8
    case "\t": bytes += "\\t".utf8
    default:
      if scalar.properties.generalCategory == .control {
        let digits = String(scalar.value, radix: 16)
        bytes += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
      } else {
        bytes += String(scalar).utf8
      }
    }
  }
}
