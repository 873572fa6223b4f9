/// Tells values that stand for a secret from secrets: `changeme`, `<your-token>`, `${TOKEN}`, `xxxx…`.
///
/// Source: the idioms of false-positives.md §2.
package enum Placeholder {
  /// Words that, as a whole word of a value, say that it is no secret.
  private static let words: Set<String> = [
    "example", "sample", "dummy", "fake", "mock", "stub", "placeholder", "redacted", "removed", "masked", "hidden",
    "censored", "sanitized", "obfuscated", "changeme", "replaceme", "todo", "fixme", "tbd", "notreal", "bogus",
    "invalid", "insert", "foo", "bar", "baz", "lorem", "ipsum", "xxx", "test", "testing", "demo", "your", "my",
  ]

  /// Whole values, without separators and in lower case, that say nothing.
  private static let wholeValues: Set<String> = [
    "", "string", "secret", "token", "password", "passwd", "key", "value", "apikey", "bearer", "none", "null", "nil",
    "undefined", "true", "false", "empty", "default", "na", "changeme", "changethis", "changeit", "replaceme",
    "secretkey", "mysecret", "mytoken", "mypassword", "accesstoken", "secrettoken", "abc", "abc123", "abcdef",
    "qwerty", "asdf", "admin", "root", "user", "pass", "unset", "notset", "setme", "fillin", "fillme", "updateme",
    "tobedefined", "123456", "12345678", "123456789", "1234567890",
  ]

  /// Whether a value of a variable stands for one that is filled in elsewhere.
  package static func isPlaceholder(_ value: String) -> Bool {
    let trimmed = value.drop { $0 == " " }
    if trimmed.isEmpty || isReference(String(trimmed)) { return true }
    let bytes = Array(trimmed.utf8)
    if wholeValues.contains(String(decoding: bytes.filter(\.isASCIILetterOrDigit), as: UTF8.self).lowercased()) {
      return true
    }
    if isFiller(bytes[...]) { return true }
    let parts = asWords(bytes)
    if parts.contains(where: { words.contains($0) }) { return true }
    let joined = parts.joined(separator: "-")
    return ["change-me", "change-this", "replace-with", "replace-me", "goes-here", "not-a-real", "fill-in", "put-your"]
      .contains { joined.contains($0) }
  }

  /// Whether the text of a token-shaped match is only an illustration: elided, of one repeated character, or with the
  /// vendors' EXAMPLE mark.
  ///
  /// Random tokens contain short words by chance, so no word list here.
  package static func isPlaceholder(token: ArraySlice<UInt8>) -> Bool {
    if isFiller(token) || hasLongRun(token) { return true }
    let upper = String(decoding: token, as: UTF8.self).uppercased()
    if upper.hasSuffix("EXAMPLE") || upper.hasSuffix("EXAMPLEKEY") { return true }
    return [
      "EXAMPLE", "YOUR_", "YOUR-", "REDACTED", "PLACEHOLDER", "CHANGEME", "DUMMY", "0123456789ABCDEF", "1234567890",
    ]
    .contains { upper.contains($0) }
  }

  /// Whether a value is read from elsewhere: `${X}`, `$X`, `{{x}}`, `<x>`, `env.X`, `op://…`.
  package static func isReference(_ value: String) -> Bool {
    let text = value.lowercased()
    if text.hasPrefix("<") && text.hasSuffix(">") { return true }
    if text.hasPrefix("{") && text.hasSuffix("}") && !text.contains("\"") { return true }
    if text.hasPrefix("[") && text.hasSuffix("]") && !text.contains(",") { return true }
    if text.hasPrefix("%") && text.hasSuffix("%") || text.hasPrefix("@@") || text.hasPrefix("((") { return true }
    if text.hasPrefix("__") && text.hasSuffix("__") { return true }
    if text.hasPrefix("$") && text.count > 1 && !text.hasPrefix("$2") && !text.hasPrefix("$argon") { return true }
    let prefixes = [
      "process.env", "import.meta.env", "env.", "c.env.", "deno.env", "os.environ", "op://", "vault:", "doppler://",
      "ssm:", "arn:aws:secretsmanager", "enc[", "sops", "secret://", "{{", "<%",
    ]
    return prefixes.contains { text.hasPrefix($0) } || text.contains("${{") || text.contains("{{")
  }

  /// Whether hardly anything but one filler character, or a plain sequence, makes up the value.
  static func isFiller(_ value: ArraySlice<UInt8>) -> Bool {
    let significant = value.filter(\.isASCIILetterOrDigit)
    guard let first = significant.first else {
      // Only punctuation, such as `***` or `...`.
      return value.allSatisfy { $0 < 0x80 }
    }
    if significant.allSatisfy({ $0.asciiLowercased == first.asciiLowercased }) { return true }
    return Set(significant).count <= 3 && significant.count >= 8
  }

  /// Whether six equal characters stand in a row, which practically no random token has.
  private static func hasLongRun(_ value: ArraySlice<UInt8>) -> Bool {
    var run = 0
    var previous: UInt8?
    for byte in value {
      run = byte == previous ? run + 1 : 1
      // Runs of A and = are ordinary in base64 of zero bytes.
      if run >= 6, byte != UInt8(ascii: "A"), byte != UInt8(ascii: "=") { return true }
      previous = byte
    }
    return false
  }

  /// The value in lower-case words, split at anything but letters and digits.
  private static func asWords(_ bytes: [UInt8]) -> [String] {
    bytes.split { !$0.isASCIILetterOrDigit }.map { String(decoding: $0, as: UTF8.self).lowercased() }
  }
}

extension UInt8 {
  var isASCIILetterOrDigit: Bool {
    (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
  }
}
