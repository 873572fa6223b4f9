/// Reads the value after an operator.
extension ContextReader {
  /// The value at or after a place, in quotation marks or, where the syntax allows it, bare.
  func value(
    _ form: ContextCandidate.Form,
    _ name: Range<Int>,
    after place: Int,
    mustBeQuoted: Bool
  ) -> ContextCandidate? {
    var start = skipBlanks(place)
    if self[start] == UInt8(ascii: "\n") || self[start] == UInt8(ascii: "\r") {
      // A long literal often stands on a line of its own, but only where it must be quoted.
      guard mustBeQuoted, form != .member || syntax == .code else { return nil }
      start = skipSpace(start)
      if self[start] == UInt8(ascii: "(") { start = skipSpace(start + 1) }
    } else if mustBeQuoted, self[start] == UInt8(ascii: "("), syntax == .code {
      start = skipSpace(start + 1)
    } else if mustBeQuoted, self[start] == UInt8(ascii: "["), form == .assignment || form == .member {
      // The first of a list.
      start = skipSpace(start + 1)
    }
    if let open = openQuote(at: start) {
      return quoted(form, name, open: open)
    }
    if mustBeQuoted {
      guard let open = argument(at: start) else { return nil }
      var candidate = quoted(form, name, open: open)
      candidate?.isWrapped = true
      return candidate
    }
    return bare(form, name, from: start)
  }

  /// A quotation mark, behind at most two letters that say how to read the literal: `b"`, `@"`, `$"`.
  private func openQuote(at place: Int) -> (content: Int, mark: (byte: UInt8, length: Int), isFormat: Bool)? {
    var index = place
    var isFormat = false
    while index - place < 3 {
      if let mark = quote(at: index) {
        if mark.length == 1, self[index + 1] == mark.byte, self[index + 2] == mark.byte {
          return (index + 3, mark, isFormat)
        }
        return (index + mark.length, mark, isFormat)
      }
      switch self[index] {
      case UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "$"): isFormat = true
      case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "u"), UInt8(ascii: "U"), UInt8(ascii: "r"),
        UInt8(ascii: "R"), UInt8(ascii: "L"), UInt8(ascii: "N"), UInt8(ascii: "q"), UInt8(ascii: "Q"),
        UInt8(ascii: "@"), UInt8(ascii: "&"), UInt8(ascii: "*"):
        break
      default: return nil
      }
      index += 1
    }
    return nil
  }

  /// Calls that hand a literal through: `bytes("…")`, `Some("…")`, `[]byte("…")`.
  private static let transparentCalls: Set<String> = [
    "bytes", "byte", "string", "str", "from", "some", "ptr", "secretstr", "secret", "securestring", "valueof", "b",
    "of", "b64decode", "base64decode", "atob", "unhex", "unhexlify", "fromhex", "text", "u",
    "quote", "literal", "strdup", "std", "new", "password", "plaintext", "sensitive", "qstringliteral", "qstring",
    "qlatin1string",
  ]

  /// The first literal of a call of the list above.
  private func argument(at place: Int) -> (content: Int, mark: (byte: UInt8, length: Int), isFormat: Bool)? {
    var end = place
    // Where its last word starts.
    var start = place
    while self[end] != UInt8(ascii: "(") {
      switch self[end] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"): break
      case UInt8(ascii: "."), 0x20, UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ":"), UInt8(ascii: "&"),
        UInt8(ascii: "<"), UInt8(ascii: ">"):
        start = end + 1
      default: return nil
      }
      end += 1
      if end - place >= 48 { return nil }
    }
    let word = bytes[start..<end].filter { $0 != UInt8(ascii: "_") }.map(\.asciiLowercased)
    guard Self.transparentCalls.contains(String(decoding: word, as: UTF8.self)) else { return nil }
    return openQuote(at: skipBlanks(end + 1))
  }

  private func quoted(
    _ form: ContextCandidate.Form,
    _ name: Range<Int>,
    open: (content: Int, mark: (byte: UInt8, length: Int), isFormat: Bool)
  ) -> ContextCandidate? {
    var end = open.content
    let limit = min(bytes.count, open.content + Self.valueReach)
    while end < limit {
      let byte = bytes[end]
      if byte == open.mark.byte, open.mark.length == 1 { break }
      if byte == UInt8(ascii: "\\") {
        if open.mark.length == 2, self[end + 1] == open.mark.byte { break }
        end += 1
      } else if byte == UInt8(ascii: "\n") {
        return nil
      } else if open.mark.length == 2, byte == open.mark.byte {
        // The outer text ends before the inner one.
        return nil
      }
      end += 1
    }
    guard end < limit, end > open.content else { return nil }
    var candidate = ContextCandidate(form: form, name: name, value: open.content..<end, isQuoted: true)
    candidate.isPartial = open.isFormat || goesOn(after: end + open.mark.length, form: form)
    return candidate
  }

  /// Whether the literal is only a piece of an expression, or a name itself.
  private func goesOn(after place: Int, form: ContextCandidate.Form) -> Bool {
    let next = skipBlanks(place)
    switch self[next] {
    case UInt8(ascii: "+"), UInt8(ascii: "%"): return true
    case UInt8(ascii: "."):
      // `"…".to_string()`, `"…".getBytes()` and `"…".encode()` keep the value.
      let kept = [
        "to_string", "tostring", "tochararray", "getbytes", "encode", "into", "to_owned", "freeze", "strip",
        "utf8", "data(", "b(",
      ]
      return !kept.contains { starts(with: $0, at: next + 1) } && syntax == .code
    case UInt8(ascii: ":"):
      // `("a", "b": c)`: the second is a name, too.
      return form == .argument || form == .comparison && self[next + 1] != 0x20
    case UInt8(ascii: "="):
      return self[next + 1] == UInt8(ascii: ">") || form == .argument
    case UInt8(ascii: "["): return true
    default: return false
    }
  }

  /// A value without quotation marks.
  private func bare(_ form: ContextCandidate.Form, _ name: Range<Int>, from start: Int) -> ContextCandidate? {
    let endsWithLine = syntax == .config && (form == .assignment || form == .member || form == .pair)
    let limit = min(bytes.count, start + Self.valueReach)
    var end = start
    while end < limit {
      let byte = bytes[end]
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
      if byte == UInt8(ascii: "#"), end > start, self[end - 1] == 0x20 { break }
      if form == .fallback, byte == UInt8(ascii: "}") { break }
      if !endsWithLine {
        // `Authorization: token value`
        let isScheme = byte == 0x20 && form == .header && end > start && withoutScheme(start..<(end + 2)) != nil
        if (byte <= 0x20 || isQuote(byte) || byte == UInt8(ascii: ">")) && !isScheme { break }
        if form != .member, syntax != .config, !byte.isASCIILetterOrDigit, ";,)|&".utf8.contains(byte) { break }
      }
      end += 1
    }
    guard end < limit || end == bytes.count else { return nil }
    if end < bytes.count, isQuote(bytes[end]), end > start, form != .header, form != .flag { return nil }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    if form == .statement, end > start, bytes[end - 1] == UInt8(ascii: ";") { end -= 1 }
    if form == .member || form == .assignment, end > start, ",;".utf8.contains(bytes[end - 1]), syntax != .config {
      end -= 1
    }
    guard end > start else { return nil }
    return ContextCandidate(form: form, name: name, value: start..<end, isQuoted: false)
  }

  /// Whether a blank and the next setting stand here: `password=value dbname=shop`.
  private func isSetting(at place: Int) -> Bool {
    guard self[place] == 0x20 else { return false }
    var index = place + 1
    while index - place < 24, self[index].isASCIILetterOrDigit || self[index] == UInt8(ascii: "_") { index += 1 }
    return index > place + 1 && self[index] == UInt8(ascii: "=") && self[index + 1] > 0x20
      && !isQuote(self[index + 1]) && self[index + 1] != UInt8(ascii: "=")
  }

  /// The semicolon before the next setting, on this line: a value may hold quotes, brackets and blanks.
  private func endBeforeSetting(from place: Int) -> Int? {
    var end = place
    while end - place < 128, self[end] >= 0x20, self[end] != UInt8(ascii: ";") { end += 1 }
    guard self[end] == UInt8(ascii: ";") else { return nil }
    var next = end + 1
    while next - end < 32, self[next].isASCIILetterOrDigit || self[next] == 0x20 || self[next] == UInt8(ascii: "_") {
      next += 1
    }
    return next > end + 1 && self[next] == UInt8(ascii: "=") ? end : nil
  }

  /// A value in a list of settings or a query, up to the next separator: `Server=a;Password=value;`.
  func setting(_ name: Range<Int>, after start: Int) -> ContextCandidate? {
    var end = start
    let limit = min(bytes.count, start + 256)
    while end < limit, bytes[end] > 0x20,
      bytes[end].isASCIILetterOrDigit || !";&\"'`<>\\#,(){}[]".utf8.contains(bytes[end])
    {
      end += 1
    }
    let before = self[name.lowerBound - 1]
    if before == UInt8(ascii: ";"), self[end] != UInt8(ascii: ";"), let next = endBeforeSetting(from: end) {
      end = next
    }
    guard end > start, end < limit || end == bytes.count else { return nil }
    let isSeparated = before == UInt8(ascii: "?") || before == UInt8(ascii: "&") || before == UInt8(ascii: ";")
    // Between blanks or quotes it may be an argument of a call: then another setting or the end of the text follows.
    if !isSeparated, !";&\"'`".utf8.contains(self[end]), !isSetting(at: end) { return nil }
    if isQuote(before), ![before, UInt8(ascii: ";"), UInt8(ascii: "&")].contains(self[end]) { return nil }
    return ContextCandidate(form: .setting, name: name, value: start..<end, isQuoted: false)
  }
}
