/// Tells from a variable's name whether its value ought to be secret.
///
/// The whole name is looked at, word by word: `API_KEY` and `stripeSecret` are secret, `PUBLIC_KEY`, `KEY_ID`,
/// `TOKEN_URL` and `MONKEY` are not (docs/facts/false-positives.md §5).
package enum SecretName {
  /// Whether a value under this name ought to be a secret.
  package static func isSecret(_ name: String) -> Bool {
    let words = significantWords(of: name)
    guard let last = words.last else { return false }
    if isPublic(words) || endings.contains(last) { return false }
    let before = words.dropLast().last ?? ""
    switch last {
    case "token":
      return !publicTokens.contains(before)
    case "tokens":
      return listedTokens.contains(before)
    case "key", "keys":
      if isKey(before) { return true }
    case "pwd" where words.count == 1:
      // The shell's working directory.
      return false
    case "hash", "sha256":
      // The hash of a random key gives nothing away, that of a password may be tried out.
      return before == "password" || before == "passwd"
    case "auth":
      return before == "basic"
    case "phrase":
      return before == "seed" || before == "recovery"
    case "jwk":
      return before == "private"
    default:
      break
    }
    if strongWords.contains(last) || strongSuffixes.contains(where: { last.hasSuffix($0) && last != "non\($0)" }) {
      return true
    }
    // PASSWORD_HASH, SECRET_SAUCE, but not TOKEN_ADDRESS; and API_KEY_STRIPE.
    if words.dropLast().contains(where: { strongWords.contains($0) }) { return true }
    let isKeyInside = words.indices.dropLast().contains {
      words[$0] == "key" && $0 > 0 && keyQualifiers.contains(words[$0 - 1])
    }
    return isKeyInside || strongWords.contains(words.joined())
  }

  /// Whether the value is usually a URL that may carry a password: `DATABASE_URL`, `REDIS_URI`.
  package static func isConnectionString(_ name: String) -> Bool {
    let words = significantWords(of: name)
    guard let last = words.last, !hasPublicPrefix(name) else { return false }
    switch last {
    case "url", "uri", "dsn": return words.contains { stores.contains($0) }
    case "string": return words.dropLast().last == "connection" || words.dropLast().last == "conn"
    case "connectionstring", "databaseurl": return true
    default: return false
    }
  }

  /// Whether a build tool writes a variable of this name into browser code (docs/facts/wrangler.md §12.13).
  package static func hasPublicPrefix(_ name: String) -> Bool {
    publicPrefixes.contains { name.hasPrefix($0) && name.utf8.count > $0.utf8.count }
  }

  /// The name without the prefix that makes it public; the name itself when it has none.
  package static func withoutPublicPrefix(_ name: String) -> String {
    let prefix = publicPrefixes.first { name.hasPrefix($0) } ?? ""
    return String(name.dropFirst(prefix.count))
  }

  /// A name in lower-case words: "stripeSecretKey", "STRIPE_SECRET_KEY" and "stripe-secret-key" give the same three.
  package static func words(of name: String) -> [String] {
    var words: [String] = []
    var current: [UInt8] = []
    var previousIsLower = false
    let bytes = Array(name.utf8)
    for (index, byte) in bytes.enumerated() {
      let isUpper = (0x41...0x5A).contains(byte)
      let nextIsLower = index + 1 < bytes.count && (0x61...0x7A).contains(bytes[index + 1])
      let startsWord = isUpper && (previousIsLower || (nextIsLower && current.count > 1))
      if !byte.isASCIILetterOrDigit || startsWord {
        if !current.isEmpty { words.append(String(decoding: current, as: UTF8.self)) }
        current = []
      }
      if byte.isASCIILetterOrDigit { current.append(byte.asciiLowercased) }
      previousIsLower = (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }
    if !current.isEmpty { words.append(String(decoding: current, as: UTF8.self)) }
    return words
  }

  /// The words of a name without those at its end that tell the stage, the encoding or a number: `API_KEY_PROD_2`.
  private static func significantWords(of name: String) -> [String] {
    var words = self.words(of: name)
    while words.count > 1, let last = words.last,
      trailingWords.contains(last) || last.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    {
      words.removeLast()
    }
    return words
  }

  /// Whether a name says that its value is for everybody, such as that of a browser's key.
  static func isPublic(_ name: String) -> Bool { isPublic(significantWords(of: name)) }

  private static func isPublic(_ words: [String]) -> Bool {
    if words.contains(where: { publicWords.contains($0) }) { return true }
    if words.first == "vite" || words.first == "public" || words.first == "gatsby" { return true }
    if let second = words.dropFirst().first {
      if second == "public", ["next", "nuxt", "expo"].contains(words[0]) { return true }
      if second == "app", words[0] == "react" { return true }
    }
    if let last = words.last, last == "key" || last == "keys", let before = words.dropLast().last,
      publicKeys.contains(before)
    {
      return true
    }
    return words.contains { publicVendors.contains($0) } && !words.contains { neverPublic.contains($0) }
  }

  private static func isKey(_ before: String) -> Bool {
    keyQualifiers.contains(before) || keyVendors.contains(before)
  }
}
