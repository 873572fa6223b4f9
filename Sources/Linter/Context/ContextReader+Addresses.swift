/// Reads credentials that no name announces: in URLs and headers.
extension ContextReader {
  /// The password, or the lone user, of a URL whose `://` stands at a place (RFC 3986 §3.2.1).
  func userInfo(at place: Int) -> ContextCandidate? {
    guard self[place - 1].isASCIILetterOrDigit, let info = URLUserInfo(at: place, in: bytes, limit: bytes.count),
      !info.host.isEmpty
    else { return nil }
    if info.password.isEmpty {
      // A lone user, or a name alone: `https://token@host`, `https://token:@host`.
      guard self[info.user.upperBound] == UInt8(ascii: "@"), !info.user.isEmpty else { return nil }
      let name = info.user.lowerBound..<info.user.lowerBound
      return ContextCandidate(form: .url, name: name, value: info.user, isQuoted: true)
    }
    return ContextCandidate(form: .url, name: info.user, value: info.password, isQuoted: true)
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
}
