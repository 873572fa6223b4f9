/// Tells from a variable's name whether its value ought to be secret.
///
/// The whole name is looked at, word by word: `API_KEY` and `stripeSecret` are secret, `PUBLIC_KEY`, `KEY_ID`,
/// `TOKEN_URL` and `MONKEY` are not (false-positives.md §5).
package enum SecretName {
  /// Names that make their value a secret by themselves.
  private static let strongWords: Set<String> = [
    "secret", "secrets", "password", "passwd", "passwort", "pwd", "passphrase", "passcode", "apikey", "apisecret",
    "authtoken", "accesstoken", "refreshtoken", "privatekey", "secretkey", "token", "credential", "credentials", "pat",
    "bearer", "apitoken", "clientsecret", "signingkey", "encryptionkey", "masterkey", "webhooksecret", "accesskey",
  ]

  /// Words before KEY that make it a secret one.
  private static let keyQualifiers: Set<String> = [
    "api", "private", "secret", "access", "signing", "encryption", "master", "service", "admin", "auth", "license",
    "deploy", "hmac", "jwt", "session", "cookie", "crypt", "aes", "rsa", "ssh", "server", "role", "account", "app",
  ]

  /// Words that, anywhere in the name, make it public.
  private static let publicWords: Set<String> = [
    "public", "publishable", "pub", "anon", "site", "sitekey", "example", "csrf", "xsrf", "placeholder", "foreign",
    "primary", "partition", "sort", "cache", "hot", "idempotency", "turnstilesitekey",
  ]

  /// Last words that say the value is about a secret, not the secret.
  private static let endings: Set<String> = [
    "id", "ids", "name", "names", "type", "types", "url", "uri", "endpoint", "path", "file", "ref", "regex", "pattern",
    "length", "len", "count", "size", "limit", "expiry", "expires", "ttl", "age", "label", "field", "header", "policy",
    "prefix", "suffix", "algorithm", "alg", "host", "hostname", "port", "region", "version", "enabled", "required",
    "issuer", "audience", "aud", "domain", "format", "timeout", "seconds", "minutes", "days", "hours", "interval",
    "rotation", "mode", "kind", "provider", "store", "binding", "namespace", "scope", "scopes", "hint", "validity",
    "duration", "lifetime", "window", "min", "max", "cost", "rounds", "strength", "email", "user", "username", "login",
    "status", "state", "date", "at", "time", "source", "method", "location", "title", "description", "text", "message",
  ]

  /// Whether a value under this name ought to be a secret.
  package static func isSecret(_ name: String) -> Bool {
    let words = self.words(of: name)
    guard let last = words.last, !words.contains(where: { publicWords.contains($0) }) else { return false }
    if endings.contains(last) { return false }
    if words.contains(where: { strongWords.contains($0) }) {
      // MAX_TOKENS and TOKENIZER are about counting; "token" alone counts only as a late word.
      if words.contains("max") || words.contains("num") { return false }
      return strongWords.contains(last) || words.dropLast().contains { $0 != "token" && strongWords.contains($0) }
        || ["key", "value", "base64", "pem", "prod", "production", "staging", "dev", "live", "test"].contains(last)
    }
    // FOO_API_KEY, PRIVATE_KEY_PEM
    for (index, word) in words.enumerated() where word == "key" || word == "keys" {
      if index > 0, keyQualifiers.contains(words[index - 1]) { return true }
    }
    let joined = words.joined()
    return strongWords.contains(joined) || joined == "databasepassword"
  }

  /// Whether the value is usually a URL that may carry a password: `DATABASE_URL`, `REDIS_URI`.
  package static func isConnectionString(_ name: String) -> Bool {
    let words = Set(self.words(of: name))
    let isURL = !words.isDisjoint(with: ["url", "uri", "dsn", "connection", "conn"])
    let isStore = [
      "database", "db", "postgres", "postgresql", "pg", "mysql", "mongo", "mongodb", "redis", "amqp", "rabbitmq",
      "direct", "connection", "string", "neon", "turso", "planetscale", "hyperdrive",
    ]
    return isURL && !words.isDisjoint(with: isStore)
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
}
