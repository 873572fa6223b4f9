/// User and password in front of the host of a URL, as a person reads them: up to the last `@` before the host.
///
/// A URL forbids `@`, `/`, `:`, `?`, `#`, quotes and blanks in a password (RFC 3986 §3.2.1), and people write them there
/// all the same; so do generators of passwords, and many drivers accept them.
package struct URLUserInfo: Sendable, Hashable {
  /// From the scheme to the end, as far as it is read.
  package let url: Range<Int>
  /// Where the user's name stands; empty when there is none.
  package let user: Range<Int>
  /// Where the password stands; empty when there is none.
  package let password: Range<Int>
  /// The `@` before the host.
  package let at: Int
  /// The host without the port; of several the first.
  package let host: Range<Int>

  /// As long as user and password may be.
  private static let reach = 256

  /// - Parameters:
  ///   - place: where `://` stands.
  ///   - limit: where the text ends at the latest: that of the line, or of the literal.
  ///   - isWhole: whether nothing but the URL stands up to the limit, so that blanks belong to it.
  package init?(at place: Int, in bytes: [UInt8], limit: Int, isWhole: Bool = false) {
    func byte(_ index: Int) -> UInt8 { index >= 0 && index < bytes.count ? bytes[index] : 0 }
    let start = place + 3
    let scheme = bytes[..<place].reversed().prefix(24).prefix { $0.isASCIILetterOrDigit || "+.-".utf8.contains($0) }
      .count
    guard scheme > 0, start < limit else { return nil }
    let reach = min(limit, start + Self.reach)
    // The user: up to a colon; what else may stand there ends the authority.
    var colon: Int?
    var index = start
    while index < reach {
      let next = bytes[index]
      if next == UInt8(ascii: ":") {
        colon = index
        break
      }
      // A mail address may be the user: `smtp://nora@shop.dev:password@host`.
      if next == UInt8(ascii: "@"),
        bytes[(index + 1)..<reach].prefix(while: { $0 > 0x20 && !"/?#\"'`".utf8.contains($0) }).contains(next)
      {
        index += 1
        continue
      }
      if next == UInt8(ascii: "@") || "/?#\"'`<>,()\\".utf8.contains(next) || next <= 0x20 { break }
      index += 1
    }
    // A URL within a URL: `view-source:https://…`.
    if colon == nil, byte(index) != UInt8(ascii: "@") || index == start { return nil }
    if byte(index + 1) == UInt8(ascii: "/"), byte(index + 2) == UInt8(ascii: "/") { return nil }
    let end = isWhole ? reach : Self.end(ofURLFrom: start, quotedBy: byte(place - scheme - 1), in: bytes, limit: reach)
    url = (place - scheme)..<end
    let name = String(decoding: bytes[(place - scheme)..<place], as: UTF8.self).lowercased()
    let isWeb = name.hasSuffix("http") || name.hasSuffix("https") || name == "ws" || name == "wss" || name == "ftp"
    guard let at = Self.at(from: start, colon: colon, to: end, isWeb: isWeb, in: bytes) else { return nil }
    if let colon, colon < at {
      user = start..<colon
      password = (colon + 1)..<at
    } else {
      user = start..<at
      password = at..<at
    }
    self.at = at
    host = Self.host(after: at, in: bytes)
  }

  /// The end of a URL: in a literal its closing mark, elsewhere the next blank.
  private static func end(ofURLFrom start: Int, quotedBy mark: UInt8, in bytes: [UInt8], limit: Int) -> Int {
    let isQuoted = mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") || mark == UInt8(ascii: "`")
    var index = start
    while index < limit {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return index }
      if isQuoted {
        // A mark inside of the password is followed by more of it.
        if byte == mark, index + 1 >= limit || !bytes[index + 1].isASCIILetterOrDigit { return index }
        if byte == UInt8(ascii: "\\") { index += 1 }
      } else if byte <= 0x20 {
        return index
      }
      index += 1
    }
    return min(index, limit)
  }

  private static func at(from start: Int, colon: Int?, to end: Int, isWeb: Bool, in bytes: [UInt8]) -> Int? {
    let authorityEnd = bytes[start..<end].firstIndex { "/?#\\".utf8.contains($0) || $0 <= 0x20 } ?? end
    let inAuthority = bytes[start..<authorityEnd].lastIndex(of: UInt8(ascii: "@"))
    guard let colon else { return inAuthority }
    // `host:8080/@user`
    if inAuthority == nil, bytes[(colon + 1)..<authorityEnd].allSatisfy({ (0x30...0x39).contains($0) }) { return nil }
    if let inAuthority, inAuthority < colon { return inAuthority }
    if let inAuthority, isWeb, isNamed(host(after: inAuthority, in: bytes), in: bytes) { return inAuthority }
    // The last one that a host follows.
    var index = end - 1
    while index > colon {
      if bytes[index] == UInt8(ascii: "@"), inAuthority == index || leadsToHost(index, from: colon, to: end, in: bytes)
      {
        return index
      }
      index -= 1
    }
    return inAuthority
  }

  /// Whether a host stands behind an `@` that a slash, a question mark or a blank comes before.
  private static func leadsToHost(_ at: Int, from colon: Int, to end: Int, in bytes: [UInt8]) -> Bool {
    let host = host(after: at, in: bytes)
    guard !host.isEmpty, host.upperBound <= end else { return false }
    // Nothing but a port, a path, a query or the end may follow it.
    let next = host.upperBound < end ? bytes[host.upperBound] : 0
    guard host.upperBound == end || ":/?,#;)&".utf8.contains(next) || next <= 0x20 || next == UInt8(ascii: "<") else {
      return false
    }
    // A mail address in a query, or in a sentence: `?to=nora@shop.dev`
    let before = bytes[(colon + 1)..<at]
    if let blank = before.firstIndex(where: { $0 <= 0x20 }), before[blank...].contains(UInt8(ascii: ":")) {
      return false
    }
    return isNamed(host, in: bytes) || next == UInt8(ascii: ":") || next == UInt8(ascii: "/") || host.upperBound == end
  }

  /// Whether a host has a domain, or is an address or this machine.
  private static func isNamed(_ host: Range<Int>, in bytes: [UInt8]) -> Bool {
    let name = bytes[host]
    return name.contains(UInt8(ascii: ".")) && name.first != UInt8(ascii: ".") || name.elementsEqual("localhost".utf8)
      || name.first == UInt8(ascii: "[") || host.upperBound < bytes.count && bytes[host.upperBound] == UInt8(ascii: ":")
  }

  private static func host(after at: Int, in bytes: [UInt8]) -> Range<Int> {
    var end = at + 1
    if end < bytes.count, bytes[end] == UInt8(ascii: "[") {
      let close = bytes[end...].prefix(64).firstIndex(of: UInt8(ascii: "]"))
      return end..<(close.map { $0 + 1 } ?? end)
    }
    while end < bytes.count, end - at < 256, bytes[end].isASCIILetterOrDigit || ".-_".utf8.contains(bytes[end]) {
      end += 1
    }
    return (at + 1)..<end
  }
}
