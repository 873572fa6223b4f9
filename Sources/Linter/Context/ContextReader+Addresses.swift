/// Reads credentials that no name announces: in URLs, headers and command lines.
extension ContextReader {
  /// The password, or the lone user, of a URL whose `://` stands at a place (RFC 3986 §3.2.1).
  func userInfo(at place: Int) -> ContextCandidate? {
    guard self[place - 1].isASCIILetterOrDigit else { return nil }
    let start = place + 3
    var colon: Int?
    var end = start
    let limit = min(bytes.count, start + 256)
    while end < limit {
      let byte = bytes[end]
      if byte == UInt8(ascii: "@") { break }
      if !byte.isASCIILetterOrDigit {
        if byte <= 0x20 || byte >= 0x7F || "/?#\"'`\\<>,()".utf8.contains(byte) { return nil }
        if byte == UInt8(ascii: ":"), colon == nil { colon = end }
      }
      end += 1
    }
    guard end < limit, self[end + 1].isASCIILetterOrDigit || self[end + 1] == UInt8(ascii: "[") else { return nil }
    let value = (colon.map { $0 + 1 } ?? start)..<end
    guard !value.isEmpty else { return nil }
    return ContextCandidate(form: .url, name: start..<(colon ?? start), value: value, isQuoted: true)
  }

  /// The host of a URL after the `@` that ends its user info.
  func host(after at: Int) -> Range<Int> {
    var end = at + 1
    while end - at < 256,
      self[end].isASCIILetterOrDigit || self[end] == UInt8(ascii: ".") || self[end] == UInt8(ascii: "-")
    {
      end += 1
    }
    return (at + 1)..<end
  }

  /// What follows `Bearer ` or `Basic ` (RFC 6750 §2.1, RFC 7617 §2), when it is a literal.
  func credentials(afterScheme end: Int, schemeStart: Int) -> ContextCandidate? {
    let before = self[schemeStart - 1]
    guard
      isQuote(before) || before == 0x20 || before == UInt8(ascii: ":") || before == UInt8(ascii: "=")
        || before == UInt8(ascii: ">") || before == UInt8(ascii: ",")
    else { return nil }
    let value = credentials(from: end)
    guard value.count >= 8 else { return nil }
    let isQuoted = isQuote(self[value.upperBound])
    return ContextCandidate(form: .header, name: schemeStart..<(end - 1), value: value, isQuoted: isQuoted)
  }

  /// The characters of a token in a header.
  private func credentials(from place: Int) -> Range<Int> {
    var end = place
    while end - place < Self.valueReach, self[end].isASCIILetterOrDigit || "._~+/=-:".utf8.contains(self[end]) {
      end += 1
    }
    // `Bearer ${token}` and `Bearer abc{…}` are templates.
    if "${%<(".utf8.contains(self[end]) { return place..<place }
    return place..<end
  }

  /// The value without the scheme a header starts with.
  func withoutScheme(_ value: Range<Int>) -> Range<Int>? {
    for scheme in ["bearer ", "basic ", "token ", "apikey ", "key "] where starts(with: scheme, at: value.lowerBound) {
      let start = value.lowerBound + scheme.utf8.count
      return start < value.upperBound ? start..<value.upperBound : nil
    }
    return nil
  }

  // MARK: Commands

  /// The password given to a program whose name stands at a place, and how far the command was read.
  ///
  /// `curl -u user:pass`, `mysql -psecret`, `sshpass -p secret`, `docker login -p secret`, `redis-cli -a secret`.
  func commandPassword(_ program: Range<Int>) -> (candidate: ContextCandidate?, end: Int) {
    let isCurl = starts(with: "curl", at: program.lowerBound)
    let isMySQL = starts(with: "mysql", at: program.lowerBound)
    let isRedis = starts(with: "redis", at: program.lowerBound)
    let isOpenSSL = starts(with: "openssl", at: program.lowerBound)
    let flag = UInt8(ascii: isCurl ? "u" : isRedis ? "a" : isOpenSSL ? "k" : "p")
    var place = program.upperBound - 1
    let limit = min(bytes.count, place + 400)
    while place < limit {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\n"), self[place - 1] != UInt8(ascii: "\\") { return (nil, place) }
      if byte == UInt8(ascii: "|") || byte == UInt8(ascii: ";") { return (nil, place) }
      guard byte == 0x20, self[place + 1] == UInt8(ascii: "-") else {
        place += 1
        continue
      }
      var start: Int?
      if self[place + 2] == flag {
        if self[place + 3] == 0x20 {
          start = isMySQL ? nil : skipBlanks(place + 3)
        } else if !isOpenSSL {
          start = place + 3
        }
      } else if isCurl, starts(with: "-user", at: place + 2),
        self[place + 7] == 0x20 || self[place + 7] == UInt8(ascii: "=")
      {
        start = place + 8
      }
      place += 2
      guard let start, var candidate = argument(of: program, from: start) else { continue }
      if isCurl {
        guard
          let colon = firstIndex(of: UInt8(ascii: ":"), from: candidate.value.lowerBound, limit: candidate.value.count),
          colon + 1 < candidate.value.upperBound
        else { continue }
        candidate.name = candidate.value.lowerBound..<colon
        candidate.value = (colon + 1)..<candidate.value.upperBound
      }
      return (candidate, candidate.value.upperBound)
    }
    return (nil, limit)
  }

  private func argument(of program: Range<Int>, from place: Int) -> ContextCandidate? {
    var start = place
    let mark = quote(at: start)
    if let mark { start += mark.length }
    var end = start
    while end - start < 128, self[end] > 0x20, !isQuote(self[end]), !"|;)\\<>".utf8.contains(self[end]) { end += 1 }
    guard end > start else { return nil }
    return ContextCandidate(form: .command, name: program, value: start..<end, isQuoted: mark != nil)
  }
}
