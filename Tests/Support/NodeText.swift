package import Documents

extension Node {
  /// The value on one line, to be read and compared: `{name: "x", list: [1, 2.5, true, null, @2024-01-01]}`.
  package var compactText: String {
    switch value {
    case .string(let text): Self.quoted(text)
    case .integer(let number): "\(number)"
    case .float(let number): "\(number)"
    case .boolean(let flag): "\(flag)"
    case .null: "null"
    case .date(let text): "@\(text)"
    case .array(let nodes): "[\(nodes.map(\.compactText).joined(separator: ", "))]"
    case .table(let table):
      "{\(table.members.map { "\(Self.keyText($0.key)): \($0.node.compactText)" }.joined(separator: ", "))}"
    }
  }

  /// The value in a form that does not depend on the order of members or on how numbers are printed.
  ///
  /// Floats are the digits of their bits, dates are left to a function.
  package func canonicalText(date: (String) -> String = { $0 }) -> String {
    switch value {
    case .string(let text): Self.quoted(text)
    case .integer(let number): "\(number)"
    case .float(let number): number.isNaN ? "nan" : "f\(String(number.bitPattern, radix: 16))"
    case .boolean(let flag): "\(flag)"
    case .null: "null"
    case .date(let text): "@\(date(text))"
    case .array(let nodes): "[\(nodes.map { $0.canonicalText(date: date) }.joined(separator: ","))]"
    case .table(let table):
      "{\(table.members.map { "\(Self.quoted($0.key)):\($0.node.canonicalText(date: date))" }.sorted().joined(separator: ","))}"
    }
  }

  /// A string in quotes with everything but plain ASCII as `\uXXXX`.
  package static func quoted(_ text: String) -> String {
    var quoted = "\""
    for unit in text.utf16 {
      if unit >= 0x20, unit < 0x7F, unit != 0x22, unit != 0x5C {
        quoted.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      } else {
        let digits = String(unit, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return quoted + "\""
  }

  private static func keyText(_ key: String) -> String {
    let isBare =
      !key.isEmpty
      && key.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || "0"..."9" ~= $0 || "_-".unicodeScalars.contains($0))
      }
    return isBare ? key : quoted(key)
  }
}
