import Documents
import Patterns

/// Tells values that stand for a secret from secrets: `changeme`, `<your-token>`, `${TOKEN}`, `xxxx…`.
///
/// Source: the idioms of docs/facts/false-positives.md §2.
package enum Placeholder {
  /// Words that, as a whole word of a value, say that it is no secret.
  private static let certainWords: Set<String> = [
    "example", "sample", "dummy", "fake", "placeholder", "redacted", "removed", "masked", "hidden", "censored",
    "sanitized", "obfuscated", "changeme", "replaceme", "todo", "fixme", "tbd", "notreal", "bogus", "lorem", "ipsum",
    "yourtoken", "yourkey", "yourapikey", "yoursecret", "yourpassword",
  ]

  /// Words that say so only where nothing else in the value looks random.
  private static let likelyWords: Set<String> = [
    "mock", "stub", "invalid", "insert", "foo", "bar", "baz", "xxx", "test", "testing", "demo", "your", "my", "our",
    "here", "some", "enter", "paste", "replace", "change", "changethis",
  ]

  /// Whole values, without separators and in lower case, that say nothing.
  private static let wholeValues: Set<String> = [
    "", "string", "secret", "token", "password", "passwd", "key", "value", "apikey", "bearer", "none", "null", "nil",
    "undefined", "true", "false", "empty", "default", "na", "changeme", "changethis", "changeit", "replaceme",
    "secretkey", "mysecret", "mytoken", "mypassword", "accesstoken", "secrettoken", "abc", "abc123", "abcdef",
    "qwerty", "asdf", "admin", "root", "user", "pass", "unset", "notset", "setme", "fillin", "fillme", "updateme",
    "tobedefined", "1234", "123456", "12345678", "123456789", "1234567890", "supersecret", "topsecret", "deadbeef",
    "passw0rd", "password1", "password123", "secret123", "test123", "admin123", "foobar", "local", "development",
    "encrypted", "configured", "required", "optional", "secretvalue", "insecure", "notasecret", "notsecret",
  ]

  private static let phrases = [
    "change-me", "change-this", "change-it", "replace-with", "replace-me", "replace-this", "goes-here", "not-a-real",
    "not-real", "fill-in", "put-your", "set-me", "set-in", "set-via", "update-me", "use-wrangler", "wrangler-secret",
    "see-dashboard", "add-your", "to-be-set", "do-not-use", "stored-in", "set-by",
  ].map { Array($0.utf8) }

  /// No word or whole value above is longer.
  private static let longestWord = certainWords.union(likelyWords).union(wholeValues).map(\.utf8.count).max() ?? 0

  /// Whether a value of a variable stands for one that is filled in elsewhere.
  package static func isPlaceholder(_ value: String) -> Bool { isPlaceholder(Array(value.utf8)[...]) }

  static func isPlaceholder(_ value: ArraySlice<UInt8>) -> Bool {
    let trimmed = value.trimmingSpaces
    if trimmed.isEmpty || isReference(trimmed) { return true }
    // The words in small letters, a dash between any two.
    var joined: [UInt8] = []
    for byte in trimmed {
      if byte.isASCIILetterOrDigit {
        joined.append(byte.asciiLowercased)
      } else if let last = joined.last, last != dash {
        joined.append(dash)
      }
    }
    if joined.last == dash { joined.removeLast() }
    // Text without any Latin letter or digit may be a pass phrase, but `***` and `...` are none.
    if joined.isEmpty, !trimmed.allSatisfy({ $0 < 0x80 }) { return trimmed.elementsEqual("…".utf8) }
    if isWord(joined.filter { $0 != dash }, of: wholeValues) || isFiller(trimmed) || isElided(trimmed)
      || isSequence(trimmed)
    {
      return true
    }
    let parts = joined.split(separator: dash)
    if parts.contains(where: { isWord($0, of: certainWords) }) { return true }
    if parts.count > 1, phrases.contains(where: { joined.firstOccurrence(of: $0) != nil }) { return true }
    return parts.contains { isWord($0, of: likelyWords) } && !parts.contains(where: isRandom)
  }

  private static let dash = UInt8(ascii: "-")

  private static func isWord(_ letters: some Collection<UInt8>, of words: Set<String>) -> Bool {
    letters.count <= longestWord && words.contains(String(decoding: letters, as: UTF8.self))
  }

  /// Whether the text of a token-shaped match is only an illustration: elided, of one repeated character, or with the
  /// vendors' EXAMPLE mark.
  ///
  /// Random tokens contain short words by chance, so no word list here.
  package static func isPlaceholder(token: ArraySlice<UInt8>) -> Bool {
    if isFiller(token) || hasLongRun(token) { return true }
    let marksByStart = marksByStart
    for place in token.indices {
      for mark in marksByStart[Int(token[place])] where token[place...].startsIgnoringCase(mark) { return true }
    }
    return false
  }

  private static let illustrationMarks = [
    "example", "your_", "your-", "redacted", "placeholder", "changeme", "dummy", "0123456789abcdef", "1234567890",
  ].map { Array($0.utf8) }

  /// By byte, the marks that start with it, in either case.
  private static let marksByStart = (0...255).map { byte in
    illustrationMarks.filter { $0[0] == UInt8(byte).asciiLowercased }
  }

  /// Whether a value is read from elsewhere: `${X}`, `$X`, `{{x}}`, `<x>`, `env.X`, `op://…`.
  package static func isReference(_ value: String) -> Bool { isReference(Array(value.utf8)[...]) }

  static func isReference(_ value: ArraySlice<UInt8>) -> Bool {
    let text = value.map(\.asciiLowercased)
    for mark in enclosingMarks
    where text.count > mark.open.count + mark.close.count && text.starts(with: mark.open)
      && text.suffix(mark.close.count).elementsEqual(mark.close)
    {
      // `@a!b@` is a password; a name between the marks is a reference.
      let inside = text.dropFirst(mark.open.count).dropLast(mark.close.count)
      if inside.allSatisfy({ $0.isASCIILetterOrDigit || " _-./:".utf8.contains($0) || $0 >= 0x80 }) { return true }
    }
    let hasQuote = text.contains(UInt8(ascii: "\""))
    switch (text.first, text.last) {
    case (UInt8(ascii: "{"), UInt8(ascii: "}")) where !hasQuote: return true
    case (UInt8(ascii: "["), UInt8(ascii: "]")) where !hasQuote && !text.contains(UInt8(ascii: ",")): return true
    case (UInt8(ascii: "$"), _) where text.count > 1 && isShellRead(value.dropFirst()): return true
    default: break
    }
    return referencePrefixes.contains { text.starts(with: $0) } || text.firstOccurrence(of: "{{".utf8) != nil
  }

  private static let enclosingMarks = [
    ("<", ">"), ("%", "%"), ("__", "__"), ("!", "!"), ("@", "@"), ("&lt;", "&gt;"),
  ].map { (open: Array($0.utf8), close: Array($1.utf8)) }

  private static let referencePrefixes = [
    "process.env", "import.meta.env", "env.", "c.env.", "deno.env", "bun.env", "os.environ", "op://", "vault:",
    "doppler://", "ssm:", "arn:aws:secretsmanager", "enc[", "sops", "secret://", "{{", "{%", "<%", "#{", "@@", "((",
    "encrypted:",
  ].map { Array($0.utf8) }

  /// Whether what follows a `$` is a variable or a command: `{X}`, `(cmd)`, `NAME`, `env:NAME`.
  private static func isShellRead(_ rest: ArraySlice<UInt8>) -> Bool {
    if rest.first == UInt8(ascii: "{") || rest.first == UInt8(ascii: "(") || rest.starts(with: "env:".utf8) {
      return true
    }
    // `$ecret1` is a password, `$2b$…` a hash.
    guard let first = rest.first, (0x41...0x5A).contains(first) || first == UInt8(ascii: "_") else { return false }
    return rest.allSatisfy {
      (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
    }
  }

  /// Whether hardly anything but one filler character makes up the value.
  static func isFiller(_ value: ArraySlice<UInt8>) -> Bool {
    // The first three different letters or digits; a fourth settles it.
    var kinds: [UInt8] = []
    var count = 0
    for byte in value where byte.isASCIILetterOrDigit {
      count += 1
      if kinds.contains(byte) { continue }
      if kinds.count == 3 { return false }
      kinds.append(byte)
    }
    guard let first = kinds.first else {
      // Only punctuation, such as `***` or `...`.
      return value.allSatisfy { $0 < 0x80 }
    }
    return count >= 8 || kinds.allSatisfy { $0.asciiLowercased == first.asciiLowercased }
  }

  /// Whether a part was left out: `sk-...abcd`, `ghp_****`, `AKIAxxxxxxxx`.
  private static func isElided(_ value: ArraySlice<UInt8>) -> Bool {
    if value.firstOccurrence(of: "…".utf8) != nil { return true }
    var run = 0
    var previous: UInt8?
    for byte in value {
      run = byte == previous ? run + 1 : 1
      previous = byte
      let isMark = byte == UInt8(ascii: ".") || byte == UInt8(ascii: "*")
      if isMark && run >= 3 || byte.asciiLowercased == UInt8(ascii: "x") && run >= 4 { return true }
    }
    return false
  }

  /// Whether the value counts: `1234`, `abcdefghijkl`, `0123456789abcdef`.
  private static func isSequence(_ value: ArraySlice<UInt8>) -> Bool {
    let sequence = Entropy.longestSequence(of: value)
    return sequence >= 4 && sequence == value.count || sequence >= 8 && sequence * 2 >= value.count
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

  /// Whether a word cannot be one: long, of letters and digits.
  private static func isRandom(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count >= 10 else { return false }
    let digits = word.count { (0x30...0x39).contains($0) }
    return digits >= 2 && digits < word.count || word.count >= 24
  }
}

extension UInt8 {
  var isASCIILetterOrDigit: Bool {
    (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
  }
}

extension ArraySlice<UInt8> {
  /// The bytes without white space at both ends.
  fileprivate var trimmingSpaces: ArraySlice<UInt8> {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    let start = firstIndex { !isSpace($0) } ?? endIndex
    let end = lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start
    return self[start..<Swift.max(start, end)]
  }
}
