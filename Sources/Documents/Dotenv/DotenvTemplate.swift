/// A `$NAME` or `${NAME…}` found in a text.
struct DotenvTemplate {
  enum Operation {
    case none
    /// `:-` or `-`: the value when the name is not set.
    case otherwise
    /// `:+` or `+`: the value when the name is set.
    case instead
  }

  let range: Range<Int>
  let name: String
  let operation: Operation
  let alternative: [UInt8]

  /// The first one at or after an offset that has no backslash before it, in time linear in the text.
  static func first(in text: [UInt8], from start: Int) -> DotenvTemplate? {
    var offset = start
    while offset + 1 < text.count {
      guard text[offset] == UInt8(ascii: "$"), offset == 0 || text[offset - 1] != UInt8(ascii: "\\") else {
        offset += 1
        continue
      }
      if text[offset + 1] == UInt8(ascii: "{") {
        var end = offset + 2
        while end < text.count, text[end] != UInt8(ascii: "{"), text[end] != UInt8(ascii: "}") { end += 1 }
        if end < text.count, text[end] == UInt8(ascii: "}"), end > offset + 2 {
          return DotenvTemplate(range: offset..<(end + 1), expression: text[(offset + 2)..<end])
        }
        // Between here and the brace only a template without braces can begin; look for that.
        offset += 1
        continue
      }
      var end = offset + 1
      while end < text.count, isNameByte(text[end]), end > offset + 1 || !(0x30...0x39).contains(text[end]) { end += 1 }
      if end > offset + 1 {
        return DotenvTemplate(range: offset..<end, expression: text[(offset + 1)..<end])
      }
      offset += 1
    }
    return nil
  }

  private init(range: Range<Int>, expression: ArraySlice<UInt8>) {
    self.range = range
    let sign = expression.firstIndex { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    guard let sign else {
      // dotenv-expand splits at the operator it found; without one, at the word "null" (JavaScript's `split(null)`).
      let null = Self.rangeOfNull(in: expression)
      name = String(decoding: expression[..<(null?.lowerBound ?? expression.endIndex)], as: UTF8.self)
      operation = .none
      alternative = null.map { Array(expression[$0.upperBound...]) } ?? []
      return
    }
    let hasColon = sign > expression.startIndex && expression[sign - 1] == UInt8(ascii: ":")
    name = String(decoding: expression[..<(hasColon ? sign - 1 : sign)], as: UTF8.self)
    operation = expression[sign] == UInt8(ascii: "-") ? .otherwise : .instead
    alternative = Array(expression[(sign + 1)...])
  }

  private static func rangeOfNull(in expression: ArraySlice<UInt8>) -> Range<Int>? {
    let word = Array("null".utf8)
    guard expression.count >= word.count else { return nil }
    return (expression.startIndex...(expression.endIndex - word.count))
      .first { expression[$0..<($0 + word.count)].elementsEqual(word) }
      .map { $0..<($0 + word.count) }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      return true
    default: return false
    }
  }
}
