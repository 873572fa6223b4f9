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
  var text: String {
    var text = ""
    write(to: &text, indent: "")
    return text + "\n"
  }

  private func write(to text: inout String, indent: String) {
    switch self {
    case .text(let string): Self.quote(string, to: &text)
    case .number(let number):
      // Whole numbers without a fraction; others with the fewest digits that give them back.
      if let whole = Int64(exactly: number) { text += "\(whole)" } else { text += "\(number)" }
    case .flag(let flag): text += flag ? "true" : "false"
    case .null: text += "null"
    case .list(let elements):
      Self.lines(elements, "[", "]", to: &text, indent: indent) { $0.write(to: &$1, indent: $2) }
    case .object(let members):
      Self.lines(members, "{", "}", to: &text, indent: indent) { member, text, indent in
        Self.quote(member.key, to: &text)
        text += ": "
        member.value.write(to: &text, indent: indent)
      }
    case .shortList(let elements):
      text += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { text += ", " }
        element.write(to: &text, indent: indent)
      }
      text += "]"
    case .shortObject(let members):
      text += "{ "
      for (index, member) in members.enumerated() {
        if index > 0 { text += ", " }
        Self.quote(member.key, to: &text)
        text += ": "
        member.value.write(to: &text, indent: indent)
      }
      text += " }"
    }
  }

  private static func lines<Element>(
    _ elements: [Element],
    _ open: String,
    _ close: String,
    to text: inout String,
    indent: String,
    _ write: (Element, inout String, String) -> Void
  ) {
    text += open
    if elements.isEmpty {
      text += close
      return
    }
    let inner = indent + "  "
    for (index, element) in elements.enumerated() {
      text += index > 0 ? ",\n\(inner)" : "\n\(inner)"
      write(element, &text, inner)
    }
    text += "\n\(indent)\(close)"
  }

  /// A JSON string; control characters are escaped, so that no text of others moves a terminal's cursor.
  private static func quote(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default:
        if scalar.properties.generalCategory == .control {
          let digits = String(scalar.value, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
  }
}
