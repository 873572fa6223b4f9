/// Checks of tokens that hold readable data (docs/facts/token-checksums.md §5).
enum DecodedToken {
  /// Whether a text is a JSON web token with a signature.
  static func isJWT(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(separator: 0x2e, omittingEmptySubsequences: false)
    guard parts.count == 3, let header = json(parts[0]), json(parts[1]) != nil else { return false }
    guard let algorithm = header.strings["alg"], algorithm.lowercased() != "none" else { return false }
    return Base64.decode(parts[2], .urlSafe).map { !$0.isEmpty } == true
  }

  /// Whether base64 text after a prefix, which may be missing, decodes to JSON with these keys.
  static func hasKeys(_ keys: [String], in text: ArraySlice<UInt8>, after prefix: String) -> Bool {
    guard let object = json(dropping(prefix, from: text)) else { return false }
    return keys.allSatisfy(object.contains)
  }

  /// Whether a text is a tunnel token: account (32 hex digits), tunnel (UUID) and a secret of at least 32 bytes.
  static func isCloudflareTunnel(_ text: ArraySlice<UInt8>) -> Bool {
    guard let object = json(text), object.names.sorted() == ["a", "s", "t"] else { return false }
    guard let account = object.strings["a"], let tunnel = object.strings["t"], let secret = object.strings["s"] else {
      return false
    }
    let tunnelParts = tunnel.split(separator: "-", omittingEmptySubsequences: false)
    guard tunnelParts.map(\.utf8.count) == [8, 4, 4, 4, 12] else { return false }
    guard account.utf8.count == 32, (account + tunnelParts.joined()).allSatisfy(\.isHexDigit) else { return false }
    // In JSON a slash may be escaped.
    let bytes = secret.utf8.filter { $0 != 0x5c }
    return Base64.decode(bytes, .any).map { $0.count >= 32 } == true
  }

  /// Whether a text is a Sentry organization token.
  static func isSentryOrganization(_ text: ArraySlice<UInt8>) -> Bool {
    let rest = dropping("sntrys_", from: text)
    guard let separator = rest.lastIndex(of: 0x5f), rest.endIndex - separator == 44 else { return false }
    guard rest[(separator + 1)...].allSatisfy(isBase64Digit) else { return false }
    return hasKeys(["iat", "org"], in: rest[..<separator], after: "")
  }

  /// Whether the first of three segments is base64 of a number of 17 to 20 digits.
  static func isDiscordBot(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(separator: 0x2e, omittingEmptySubsequences: false)
    guard parts.count == 3, let number = Base64.decode(parts[0], .any) else { return false }
    return (17...20).contains(number.count) && number.allSatisfy(isDigit)
  }

  /// Whether a text is a macaroon of version 2 for pypi.org.
  static func isPyPI(_ text: ArraySlice<UInt8>) -> Bool {
    let encoded = dropping("pypi-", from: text)
    // Only the start matters, and the pattern may have cut the end; four digits are three bytes.
    guard let bytes = Base64.decode(encoded.prefix(encoded.count / 4 * 4), .urlSafe) else { return false }
    return bytes.starts(with: [2, 1, 8] + Array("pypi.org".utf8))
  }

  /// Whether a text is base64 of `reftkn:`, a version, an expiry time and random text, separated by colons.
  static func isJFrogReference(_ text: ArraySlice<UInt8>) -> Bool {
    guard let bytes = Base64.decode(text, .any) else { return false }
    let parts = bytes.split(separator: 0x3a, omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0].elementsEqual("reftkn".utf8), !parts[3].isEmpty else { return false }
    return !parts[1].isEmpty && !parts[2].isEmpty && (parts[1] + parts[2]).allSatisfy(isDigit)
  }

  /// Whether a text is base64 of 33 bytes of which the first is the version number 4.
  static func isSESPassword(_ text: ArraySlice<UInt8>) -> Bool {
    guard let bytes = Base64.decode(text) else { return false }
    return bytes.count == 33 && bytes[0] == 4
  }

  /// Whether the part after `pk_live_` or `pk_test_` is base64 of a host name and `$`.
  static func isClerkPublishable(_ text: ArraySlice<UInt8>) -> Bool {
    let encoded = dropping("pk_test_", from: dropping("pk_live_", from: text))
    guard let bytes = Base64.decode(encoded, .any), bytes.last == 0x24 else { return false }
    return bytes.count > 4 && bytes.dropLast().allSatisfy { isDigit($0) || isLetter($0) || $0 == 0x2d || $0 == 0x2e }
  }

  /// Whether the part after the pipe is base64 JSON with `v2`.
  static func isConvex(_ text: ArraySlice<UInt8>) -> Bool {
    let start = text.lastIndex(of: 0x7c).map { $0 + 1 } ?? text.startIndex
    return hasKeys(["v2"], in: text[start...], after: "")
  }

  /// Whether a text is base64 of digits, a colon and more bytes.
  static func isAtlassianDataCenter(_ text: ArraySlice<UInt8>) -> Bool {
    guard let bytes = Base64.decode(dropping("BBDC-", from: text)), let colon = bytes.firstIndex(of: 0x3a) else {
      return false
    }
    return colon > 0 && bytes[..<colon].allSatisfy(isDigit) && colon + 1 < bytes.count
  }

  /// Whether a text is base64 of 20 characters, a colon and 22 characters.
  static func isElastic(_ text: ArraySlice<UInt8>) -> Bool {
    guard let bytes = Base64.decode(text), bytes.count == 43, bytes[20] == 0x3a else { return false }
    return (bytes[..<20] + bytes[21...]).allSatisfy { isDigit($0) || isLetter($0) || $0 == 0x2d || $0 == 0x5f }
  }

  private static func json(_ text: ArraySlice<UInt8>) -> JSONKeys? {
    Base64.decode(text, .any).flatMap { JSONKeys($0) }
  }

  private static func dropping(_ prefix: String, from text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    text.starts(with: prefix.utf8) ? text.dropFirst(prefix.utf8.count) : text
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte | 0x20) }

  private static func isBase64Digit(_ byte: UInt8) -> Bool {
    isDigit(byte) || isLetter(byte) || [0x2b, 0x2f, 0x2d].contains(byte)
  }
}
