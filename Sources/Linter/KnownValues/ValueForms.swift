import Documents
import Patterns

/// The forms in which a value can stand in another file.
enum ValueForms {
  /// A sequence of bytes that gives a value away, and how it is written there.
  struct Form: Sendable {
    let bytes: [UInt8]
    let encoding: Encoding
    /// For messages: "in base64"; empty for the value as it is.
    let words: String
    /// How many characters before and after hold bits of the value as well as of its neighbours.
    var shared = (before: 0, after: 0)
  }

  /// What decides where a form ends.
  enum Encoding: Sendable {
    /// The value itself, with escapes or without.
    case text
    case hexadecimal
    /// - Parameter alignment: how many bytes of the first group of three come before the value.
    case base64(alignment: Int)
  }

  /// The value itself, and what it becomes in JSON, in a URL, in hexadecimal digits and in base64.
  static func all(of value: [UInt8]) -> [Form] {
    var forms = [Form(bytes: value, encoding: .text, words: "")]
    func add(_ bytes: [UInt8], _ words: String, _ encoding: Encoding = .text) {
      if forms.contains(where: { $0.bytes == bytes }) { return }
      forms.append(Form(bytes: bytes, encoding: encoding, words: words))
    }
    add(jsonEscaped(value), "with JSON escapes")
    add(percentEscaped(value), "with URL escapes")
    // What is short in itself becomes long in these, but not less likely to occur by chance.
    guard value.count >= 12 else { return forms }
    let hexadecimal = Array(String(hexadecimal: value).utf8)
    add(hexadecimal, "in hexadecimal digits", .hexadecimal)
    add(hexadecimal.map { (0x61...0x66).contains($0) ? $0 & ~0x20 : $0 }, "in hexadecimal digits", .hexadecimal)
    for isURLSafe in [false, true] {
      for alignment in 0..<3 {
        let form = base64(value, alignment: alignment, urlSafe: isURLSafe)
        if !forms.contains(where: { $0.bytes == form.bytes }) { forms.append(form) }
      }
    }
    return forms
  }

  /// The characters of base64 that are the same wherever the value stands in a longer text.
  ///
  /// - Parameter alignment: how many bytes of the last group of three come before the value.
  private static func base64(_ value: [UInt8], alignment: Int, urlSafe: Bool) -> Form {
    let encoded = Base64.encode([UInt8](repeating: 0, count: alignment) + value, urlSafe: urlSafe, padded: false)
    // Every character holds six bits; those that hold a bit of a neighbour are left out.
    let first = (alignment * 8 + 5) / 6
    let last = (alignment + value.count) * 8 / 6
    return Form(
      bytes: Array(encoded[first..<last]),
      encoding: .base64(alignment: alignment),
      words: "in base64",
      shared: (before: alignment == 0 ? 0 : 1, after: encoded.count - last)
    )
  }

  private static func jsonEscaped(_ value: [UInt8]) -> [UInt8] {
    value.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): Array("\\n".utf8)
      case UInt8(ascii: "\r"): Array("\\r".utf8)
      case UInt8(ascii: "\t"): Array("\\t".utf8)
      default: [byte]
      }
    }
  }

  /// As `encodeURIComponent` does it.
  private static func percentEscaped(_ value: [UInt8]) -> [UInt8] {
    value.flatMap { byte -> [UInt8] in
      if byte.isASCIILetterOrDigit || "-_.!~*'()".utf8.contains(byte) { return [byte] }
      let digits = Array("0123456789ABCDEF".utf8)
      return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
}
