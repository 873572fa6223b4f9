/// Reads values whose name stands in a comment, in a column of a table, or in another attribute.
extension ContextReader {
  /// The value on the line of a comment that ends with the name, or on the line after it: `x = "value" // API token`.
  func commentedValue(_ name: Range<Int>) -> ContextCandidate? {
    guard syntax != .prose, syntax != .markup, let mark = commentStart(before: name.lowerBound) else { return nil }
    // All of `encryption key` is the name.
    var words = mark
    while words < name.lowerBound, !self[words].isASCIILetterOrDigit { words += 1 }
    let name = words..<name.upperBound
    var end = mark
    while mark - end < 64, " \t".utf8.contains(self[end - 1]) { end -= 1 }
    if end > 0, self[end - 1] != UInt8(ascii: "\n") { return lastValue(name, before: end) }
    var line = name.upperBound
    while self[line] == UInt8(ascii: "\r") || self[line] == UInt8(ascii: "\n") { line += 1 }
    // The value of the next line, behind the first operator.
    var place = line
    while place - line < 96, self[place] >= 0x20, self[place] != UInt8(ascii: "="), self[place] != UInt8(ascii: ":"),
      !isQuote(self[place]), self[place] != UInt8(ascii: "(")
    {
      place += 1
    }
    guard self[place] == UInt8(ascii: "=") || self[place] == UInt8(ascii: ":") else { return nil }
    let operatorEnd = self[place] == UInt8(ascii: ":") && self[place + 1] == UInt8(ascii: "=") ? place + 2 : place + 1
    var candidate = value(.assignment, name, after: operatorEnd, mustBeQuoted: bareWordsAreCode)
    candidate?.form = .comment
    return candidate
  }

  /// Where the comment starts whose last words end at a place: only letters and blanks lie between.
  private func commentStart(before place: Int) -> Int? {
    var start = place
    let limit = max(1, place - 32)
    while start > limit {
      let byte = bytes[start - 1]
      guard byte.isASCIILetterOrDigit || byte == 0x20 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") else {
        break
      }
      start -= 1
    }
    switch self[start - 1] {
    case UInt8(ascii: "/"): return self[start - 2] == UInt8(ascii: "/") ? start - 2 : nil
    case UInt8(ascii: "#"): return start - 1
    default: return nil
    }
  }

  /// The literal, or the bare value of an assignment, that ends at a place.
  private func lastValue(_ name: Range<Int>, before place: Int) -> ContextCandidate? {
    var end = place
    while place - end < 8, ";,)".utf8.contains(self[end - 1]) { end -= 1 }
    let mark = self[end - 1]
    guard isQuote(mark) || !bareWordsAreCode else { return nil }
    let close = isQuote(mark) ? end - 1 : place
    var start = close
    while close - start < Self.valueReach, self[start - 1] >= 0x20 {
      if isQuote(mark) ? self[start - 1] == mark : self[start - 1] == UInt8(ascii: "=") { break }
      start -= 1
    }
    guard start < close, isQuote(mark) ? self[start - 1] == mark : self[start - 1] == UInt8(ascii: "=") else {
      return nil
    }
    return ContextCandidate(form: .comment, name: name, value: start..<close, isQuoted: isQuote(mark))
  }

  /// Whether only the marks of a comment stand before the name in its line.
  func startsComment(_ name: Range<Int>) -> Bool {
    var start = name.lowerBound
    var hasMark = false
    while name.lowerBound - start < 24 {
      switch self[start - 1] {
      case 0x20, 0x09: break
      case UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "*"): hasMark = true
      case UInt8(ascii: "\n"): return hasMark
      default: return hasMark && start == 0
      }
      start -= 1
    }
    return false
  }

  /// The value that a sentence ends with, such as `The password is value`.
  ///
  /// Most sentences say something about the password: only a word with letters and digits can be it, or one in quotation
  /// marks.
  func statedValue(_ name: Range<Int>, at place: Int) -> ContextCandidate? {
    guard syntax == .prose, starts(with: "is", at: place), " :".utf8.contains(self[place + 2]),
      ["password", "passwd", "passwort", "passphrase", "passcode"].contains(where: {
        $0.utf8.count == name.count && starts(with: $0, at: name.lowerBound)
      })
    else { return nil }
    let start = skipBlanks(self[place + 2] == UInt8(ascii: ":") ? place + 3 : place + 2)
    if quote(at: start) != nil { return value(.statement, name, after: start, mustBeQuoted: true) }
    var end = start
    while end - start < 64, self[end] > 0x20, !isQuote(self[end]) { end += 1 }
    let next = skipBlanks(end)
    while end > start, ".,;)".utf8.contains(self[end - 1]) { end -= 1 }
    guard self[end] == UInt8(ascii: ".") || self[end] == UInt8(ascii: ",") || next >= bytes.count || self[next] < 0x20
    else { return nil }
    let word = ContextValue(bytes[start..<end])
    guard word.digits > 0, word.letters > 2, !Self.isMethod(bytes[start..<end]) else { return nil }
    // In prose a bare word is as good as a quoted one where a sentence announces it.
    return ContextCandidate(form: .statement, name: name, value: start..<end, isQuoted: true)
  }

  /// Whether a word names a way to hash, to encrypt or to encode: `is SHA-256`.
  private static func isMethod(_ word: ArraySlice<UInt8>) -> Bool {
    let letters = String(decoding: word.filter(\.isASCIILetterOrDigit).map(\.asciiLowercased), as: UTF8.self)
    return ["md4", "md5", "sha", "aes", "base64", "utf", "pbkdf2", "argon2", "rc4", "ripemd", "ntlm", "oauth", "x509"]
      .contains { letters.hasPrefix($0) }
  }

  /// The cell beside a name, when it holds one word: `| Password | value |`.
  func tableCell(_ name: Range<Int>, _ place: Int) -> ContextCandidate? {
    var start = skipBlanks(place + 1)
    let isQuoted = self[start] == UInt8(ascii: "`")
    if isQuoted { start += 1 }
    var end = start
    while end - start < Self.valueReach, self[end] > 0x20, !"|`".utf8.contains(self[end]) { end += 1 }
    guard end > start, self[skipBlanks(isQuoted ? end + 1 : end)] == UInt8(ascii: "|") else { return nil }
    return ContextCandidate(form: .member, name: name, value: start..<end, isQuoted: isQuoted)
  }

  /// The `value="…"` of a field for passwords: `<input type="password" name="a" value="…">`.
  func inputValue(_ name: Range<Int>, from place: Int) -> ContextCandidate? {
    guard ends(with: "type=", before: name.lowerBound - 1) else { return nil }
    var index = place
    while index - place < 200, self[index] >= 0x20, self[index] != UInt8(ascii: ">") {
      if self[index] == 0x20, starts(with: "value=", at: index + 1) {
        return value(.pair, name, after: index + 7, mustBeQuoted: true)
      }
      index += 1
    }
    return nil
  }

  /// The value of the first secret column of `INSERT INTO table (columns) VALUES (values)`.
  func insertedValue(after place: Int) -> ContextCandidate? {
    guard let open = firstIndex(of: UInt8(ascii: "("), from: place, limit: 96),
      let close = firstIndex(of: UInt8(ascii: ")"), from: open, limit: 400)
    else { return nil }
    let values = skipSpace(close + 1)
    guard starts(with: "values", at: values) else { return nil }
    var next = skipSpace(values + 6)
    guard self[next] == UInt8(ascii: "(") else { return nil }
    next += 1
    for column in bytes[(open + 1)..<close].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      let name = column.filter { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "_") }
      if let kind = ContextName(String(decoding: name, as: UTF8.self)), kind != .weak, kind != .key {
        let place = column.startIndex..<column.endIndex
        let candidate = value(.position, place, after: skipSpace(next), mustBeQuoted: true)
        // Tables hold hashes of passwords.
        return candidate.flatMap { bytes[$0.value].allSatisfy(ContextValue.isHexadecimal) ? nil : $0 }
      }
      guard let comma = endOfArgument(from: next) else { return nil }
      next = comma + 1
    }
    return nil
  }
}
