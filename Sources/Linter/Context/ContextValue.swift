import Documents
import Patterns

/// What a value looks like, whatever its name: the facts that ``ContextModel`` weighs.
struct ContextValue: Sendable {
  let bytes: ArraySlice<UInt8>
  let lower: Int
  let upper: Int
  let digits: Int
  /// Characters that are neither letters nor digits.
  let symbols: Int
  let likeness: TextLikeness

  init(_ bytes: ArraySlice<UInt8>, likeness: TextLikeness = .standard) {
    self.bytes = bytes
    var (lower, upper, digits) = (0, 0, 0)
    for byte in bytes {
      switch byte {
      case 0x61...0x7A: lower += 1
      case 0x41...0x5A: upper += 1
      case 0x30...0x39: digits += 1
      default: break
      }
    }
    self.lower = lower
    self.upper = upper
    self.digits = digits
    symbols = bytes.count - lower - upper - digits
    self.likeness = likeness
  }

  // Worked out anew each time: most values are refused before anybody asks.

  var entropy: Entropy { Entropy(of: bytes) }
  /// Bits by which it looks random, see ``TextLikeness/surprise(of:)``.
  var surprise: Double { likeness.surprise(of: bytes) }
  /// The share of its letters that belong to words.
  var wordShare: Double { likeness.wordShare(of: bytes) }

  var count: Int { bytes.count }
  var letters: Int { lower + upper }
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether letters and digits are mixed, as in most passwords that people make.
  var isMixed: Bool { letters > 0 && digits > 0 }

  /// Whether hexadecimal digits make it up, after `0x` or without.
  var isHexadecimal: Bool {
    (bytes.starts(with: "0x".utf8) ? bytes.dropFirst(2) : bytes).allSatisfy(Self.isHexadecimal)
  }

  // MARK: Shapes that are no secrets

  /// Why the value cannot be a secret, whatever its name; `nil` when it can.
  ///
  /// - Parameter isInURL: whether it stands between the user and the host of a URL, where nothing but a password does:
  ///   it may hold blanks, slashes, brackets and letters of any language.
  func refusal(isQuoted: Bool, isInURL: Bool = false) -> ContextGate? {
    if isInURL { return refusalInURL }
    if bytes.contains(where: { $0 < 0x20 || $0 >= 0x80 }) || isForeignInPercents { return .valueForeign }
    if isText { return .valuePhrase }
    if isReference(isQuoted: isQuoted) { return .valueReference }
    if Placeholder.isPlaceholder(bytes) || Placeholder.isPlaceholder(token: bytes) || isPlaceholderRoot
      || DocumentedExamples.contains(bytes)
    {
      return .valuePlaceholder
    }
    let text = self.text
    if isAddress(text) { return .valueAddress }
    if isIdentifierOfThings { return .valueIdentifier }
    if isNumber { return .valueNumber }
    if SecretValue.isPublicByDesign(text) || isDigest(text) || WebToken.isHarmless(bytes) { return .valuePublic }
    if isCode(isQuoted: isQuoted) { return .valueCode }
    return nil
  }

  private var refusalInURL: ContextGate? {
    if isForeignInPercents || bytes.contains(where: { $0 < 0x20 }) { return .valueForeign }
    if Placeholder.isReference(bytes) || isFilledIn { return .valueReference }
    if Placeholder.isPlaceholder(bytes) || Placeholder.isPlaceholder(token: bytes) || isPlaceholderRoot
      || DocumentedExamples.contains(bytes)
    {
      return .valuePlaceholder
    }
    return SecretValue.isPublicByDesign(text) ? .valuePublic : nil
  }

  /// Whether hardly anything is left of a template without its holes: `${user}x`, `{password}`, `<token>`, `%s`.
  private var isFilledIn: Bool {
    if bytes.first == UInt8(ascii: "$"), bytes.dropFirst().allSatisfy({ $0.isASCIILetterOrDigit || $0 == 0x5F }) {
      return digits == 0 || wordShare > 0.5
    }
    if ["%s", "%d", "%v", "%@", "%(", "#{", "<%", "\\("].contains(where: { bytes.firstOccurrence(of: $0.utf8) != nil })
    {
      return count < 16 || surprise < 0
    }
    var left = 0
    var depth = 0
    var holes = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "<"), UInt8(ascii: "("):
        depth += 1
        holes += 1
      case UInt8(ascii: "}"), UInt8(ascii: ">"), UInt8(ascii: ")"): depth = max(0, depth - 1)
      case UInt8(ascii: "$") where depth == 0: break
      default: if depth == 0 { left += 1 }
      }
    }
    return holes > 0 && depth == 0 && left < 4
  }

  /// Whether characters of another script stand there in percent-encoding (RFC 3986 §2.1): `%E3%83%92:%E3%82%AD`.
  private var isForeignInPercents: Bool {
    let percents = zip(bytes, bytes.dropFirst()).count { $0 == UInt8(ascii: "%") && "CDEcde".utf8.contains($1) }
    return percents > 1 && percents * 12 > count
  }

  /// Blanks separate words of a sentence or of a command.
  private var isText: Bool {
    guard bytes.contains(0x20) || bytes.contains(0x09) else { return false }
    if isAppPassword { return false }
    // The salts of WordPress are printable characters of any kind, blanks among them.
    return count < 32 || symbols < 8 || digits < 2 || wordShare > 0.3
  }

  /// Four times four letters, as Google shows the password it makes for an application.
  private var isAppPassword: Bool {
    count == 19 && lower == 16 && zip(0..., bytes).allSatisfy { ($0 % 5 == 4) == ($1 == 0x20) } && wordShare < 0.5
  }

  private func isReference(isQuoted: Bool) -> Bool {
    if Placeholder.isReference(bytes) { return true }
    guard let first = bytes.first else { return true }
    let second = bytes.dropFirst().first ?? 0
    switch first {
    case UInt8(ascii: "$"):
      // `$name`, `$this->x`; `$ecr3t!` is a password.
      if second == UInt8(ascii: "(") || second == UInt8(ascii: "{") { return true }
      if bytes.dropFirst().allSatisfy({ $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "_") }) {
        return !isQuoted || wordShare > 0.5 || digits == 0
      }
      return !isQuoted
    case UInt8(ascii: "|"),
      UInt8(ascii: ">") where !isQuoted, UInt8(ascii: "\\"):
      return true
    case UInt8(ascii: "!") where !isQuoted, UInt8(ascii: "*") where !isQuoted, UInt8(ascii: "&") where !isQuoted:
      // `!vault`, `*anchor`, `&anchor` of YAML.
      if wordShare > 0.4 || digits == 0 { return true }
    case UInt8(ascii: "%"), UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: "<"),
      UInt8(ascii: "{"):
      // `%s`, `:name`, `@name`, `#ref`, `<name`
      let isName = bytes.dropFirst().allSatisfy { $0.isASCIILetterOrDigit || "_-.".utf8.contains($0) }
      if isName && (digits == 0 || wordShare > 0.4) || bytes.dropFirst().contains(where: { "{}<>".utf8.contains($0) }) {
        return true
      }
    default: break
    }
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let pair = (bytes[index], bytes[index + 1])
      switch pair {
      case (UInt8(ascii: "$"), UInt8(ascii: "{")), (UInt8(ascii: "$"), UInt8(ascii: "(")),
        (UInt8(ascii: "#"), UInt8(ascii: "{")), (UInt8(ascii: "%"), UInt8(ascii: "(")),
        (UInt8(ascii: "{"), UInt8(ascii: "}")), (UInt8(ascii: "\\"), UInt8(ascii: "(")),
        (UInt8(ascii: "<"), UInt8(ascii: "%")), (UInt8(ascii: "%"), UInt8(ascii: "{")),
        (UInt8(ascii: "\\"), UInt8(ascii: "n")), (UInt8(ascii: "\\"), UInt8(ascii: "u")):
        return true
      case (UInt8(ascii: "&"), UInt8(ascii: "#")): return true
      case (UInt8(ascii: "%"), UInt8(ascii: "s")), (UInt8(ascii: "%"), UInt8(ascii: "d")):
        if bytes.count < 12 || surprise < 0 { return true }
      default: break
      }
      index += 1
    }
    // `{name}` and `<name>` inside of a text.
    if let open = bytes.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "<") }),
      let close = bytes[open...].firstIndex(where: { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: ">") }),
      close > open + 1,
      bytes[(open + 1)..<close].allSatisfy({ $0.isASCIILetterOrDigit || "_-. :,#".utf8.contains($0) })
    {
      return true
    }
    return false
  }

  /// A value that says what ought to stand there once leading and trailing decoration is gone: `test123`, `P@ssw0rd!`.
  private var isPlaceholderRoot: Bool {
    var root: [UInt8] = []
    let plain: [UInt8: UInt8] = [
      UInt8(ascii: "0"): UInt8(ascii: "o"), UInt8(ascii: "1"): UInt8(ascii: "i"), UInt8(ascii: "3"): UInt8(ascii: "e"),
      UInt8(ascii: "4"): UInt8(ascii: "a"), UInt8(ascii: "5"): UInt8(ascii: "s"), UInt8(ascii: "7"): UInt8(ascii: "t"),
      UInt8(ascii: "@"): UInt8(ascii: "a"), UInt8(ascii: "$"): UInt8(ascii: "s"), UInt8(ascii: "!"): UInt8(ascii: "i"),
    ]
    let trimmed = Array(bytes.reversed().drop { !Self.isLetter($0) }.reversed().drop { !Self.isLetter($0) })
    for byte in trimmed {
      let letter = byte.asciiLowercased
      if (0x61...0x7A).contains(letter) { root.append(letter) } else if let letter = plain[byte] { root.append(letter) }
    }
    guard !root.isEmpty else { return false }
    let word = String(decoding: root, as: UTF8.self)
    let letters = String(decoding: trimmed.map(\.asciiLowercased).filter { (0x61...0x7A).contains($0) }, as: UTF8.self)
    let isRoot = Self.placeholderRoots.contains(word) || Self.placeholderRoots.contains(letters)
    return isRoot && (letters.utf8.count < 4 || !hasOwnNumber)
  }

  /// Whether a number of three digits or more is in the value that does not count, repeat or name a size, as in
  /// `Admin7391!`: somebody made it up, so that the word is no stand-in.
  var hasOwnNumber: Bool {
    bytes.split { !(0x30...0x39).contains($0) }.contains { number in
      guard number.count >= 3 else { return false }
      let entropy = Entropy(of: number)
      return entropy.longestSequence < 3 && entropy.longestRun < 3
        && !Self.sizes.contains { number.elementsEqual($0.utf8) }
    }
  }

  /// Numbers in the names of algorithms.
  private static let sizes = ["128", "192", "224", "256", "384", "512", "1024", "2048", "4096"]

  /// A path, a URL, a host, an e-mail address.
  private func isAddress(_ text: String) -> Bool {
    if text.contains("://") { return true }
    guard let first = bytes.first else { return false }
    if first == UInt8(ascii: "/") || first == UInt8(ascii: "~") || first == UInt8(ascii: ".") {
      let longest = bytes.split(separator: UInt8(ascii: "/")).map(\.count).max() ?? 0
      if longest <= 24, surprise < 12 { return true }
    }
    for prefix in ["arn:", "urn:", "did:", "data:", "projects/", "mailto:", "file:", "s3:", "jdbc:", "http:", "https:"]
    where text.hasPrefix(prefix) {
      return true
    }
    if Self.hasFileSuffix(bytes) || isFileName { return true }
    let parts = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    if parts.count == 2, HostName.isHost(parts[1]), !parts[0].isEmpty { return true }
    return parts.count == 1 && HostName.isHost(bytes) && surprise < 8
  }

  private static let fileSuffixes = [
    ".json", ".js", ".ts", ".py", ".pem", ".key", ".txt", ".yml", ".yaml", ".xml", ".html", ".php", ".rb", ".go",
    ".java",
    ".conf", ".cfg", ".ini", ".crt", ".cer", ".p12", ".jks", ".md", ".sh", ".env", ".log", ".png", ".svg", ".jpg",
    ".css",
    ".db", ".sql", ".toml", ".properties", ".tsx", ".jsx", ".pub", ".asc", ".gpg", ".pfx", ".keystore", ".dat", ".zip",
  ]

  private static func hasFileSuffix(_ bytes: ArraySlice<UInt8>) -> Bool {
    fileSuffixes.contains { bytes.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  /// Words, a dot, and a few letters.
  private var isFileName: Bool {
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), (3...5).contains(bytes.endIndex - dot) else { return false }
    return bytes[(dot + 1)...].allSatisfy { (0x61...0x7A).contains($0) } && likeness.wordShare(of: bytes[..<dot]) > 0.3
  }

  /// Whether the value has the form of a UUID (RFC 9562 §4).
  var isUUID: Bool {
    guard count == 36 else { return false }
    let groups = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return groups.map(\.count) == [8, 4, 4, 4, 12] && groups.allSatisfy { $0.allSatisfy(Self.isHexadecimal) }
  }

  /// A UUID, an address of a chain, a version, a date, a colour, a MAC address.
  private var isIdentifierOfThings: Bool {
    // The address of an account or a contract (EIP-55).
    if isUUID || bytes.count == 42 && bytes.starts(with: "0x".utf8) && bytes.dropFirst(2).allSatisfy(Self.isHexadecimal)
    {
      return true
    }
    if bytes.first == UInt8(ascii: "#"), bytes.count <= 9, bytes.dropFirst().allSatisfy(Self.isHexadecimal) {
      return true
    }
    // `12px`, `3.5rem`, `1h30m`
    if digits > 0, lower <= 3, upper == 0, count <= 6, bytes.last.map({ "pxremshd%".utf8.contains($0) }) ?? false,
      bytes.first.map({ (0x30...0x39).contains($0) }) ?? false, !isMixedWell
    {
      return true
    }
    // `1.2.3-beta.1`, `2024-01-31T10:00:00Z`
    let body = bytes.drop { $0 == UInt8(ascii: "v") || "~^=><".utf8.contains($0) }
    let numbers = body.prefix { (0x30...0x39).contains($0) || ".-:T".utf8.contains($0) }
    let dots = numbers.count { !(0x30...0x39).contains($0) }
    return dots >= 2 && numbers.count * 2 > bytes.count && numbers.count >= 5
  }

  /// Whether letters and digits change places more often than in a number with its unit.
  private var isMixedWell: Bool {
    var changes = 0
    for (first, second) in zip(bytes, bytes.dropFirst())
    where (0x30...0x39).contains(first) != (0x30...0x39).contains(second) {
      changes += 1
    }
    return changes > 3
  }

  private var isNumber: Bool {
    if letters == 0, symbols == 0 { return false }
    return letters == 0 && bytes.allSatisfy { (0x30...0x39).contains($0) || "., :+-_/()".utf8.contains($0) }
  }

  /// Hashes that name their algorithm, public keys, ciphertext (docs/facts/false-positives.md §3).
  private func isDigest(_ text: String) -> Bool {
    let prefixes = [
      "sha1-", "sha256-", "sha384-", "sha512-", "sha1:", "sha256:", "sha512:", "md5:", "h1:", "$2a$", "$2b$", "$2y$",
      "$argon2", "$1$", "$5$", "$6$", "pbkdf2", "{sha}", "{ssha}", "{md5}", "bcrypt:", "scrypt:", "ssh-", "AAAAB3NzaC1",
      "AAAAC3NzaC1", "ecdsa-", "MIIBIjAN", "MIIBCgK", "MIGfMA0", "MFkwEwYH", "MIICIjAN", "-----BEGIN", "ENC[", "ENC(",
      "AQICAH", "django-insecure-", "vault:", "encrypted:", "iVBORw0KGgo", "/9j/", "R0lGOD", "d09GMg", "AAEAAAA",
      "JVBERi0", "UEsDB", "H4sI",
      "PHN2Zy", "AGFzbQ", "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS", "LS0tLS1CRUdJTiBQVUJMSUM", "kms:",
    ]
    // `kubeseal` makes long texts that begin with the length of a key.
    return prefixes.contains(where: text.hasPrefix) || count >= 200 && text.hasPrefix("Ag")
  }

  /// An expression: a call, an index, a chain of names.
  private func isCode(isQuoted: Bool) -> Bool {
    if let open = bytes.firstIndex(of: UInt8(ascii: "(")), open > bytes.startIndex,
      bytes[..<open].allSatisfy({ $0.isASCIILetterOrDigit || "_.:$>-".utf8.contains($0) }),
      !isQuoted || bytes.last == UInt8(ascii: ")")
    {
      return true
    }
    if let open = bytes.firstIndex(of: UInt8(ascii: "[")), open > bytes.startIndex, bytes.last == UInt8(ascii: "]") {
      return true
    }
    // `$.items[-1].id`, `Jobs[-1].Id`
    if bytes.contains(UInt8(ascii: "[")), bytes.contains(UInt8(ascii: "]")), bytes.contains(UInt8(ascii: ".")),
      wordShare > 0.3
    {
      return true
    }
    if text.contains("&lt;") || text.contains("&quot;") || text.contains("&gt;") { return true }
    // A flag of a command.
    if bytes.first == UInt8(ascii: "-"), bytes.count < 16, bytes.allSatisfy({ $0.isASCIILetterOrDigit || $0 == 0x2D }) {
      return true
    }
    // A set of characters or a pattern.
    if isQuoted, bytes.contains(UInt8(ascii: "|")), bytes.contains(UInt8(ascii: "(")) { return true }
    if isQuoted, bytes.first == UInt8(ascii: "["), bytes.contains(UInt8(ascii: "]")) { return true }
    if bytes.contains(UInt8(ascii: "\\")), bytes.contains(where: { "dwsSbW.".utf8.contains($0) }), symbols > 2 {
      return true
    }
    if bytes.starts(with: "^".utf8) && bytes.last == UInt8(ascii: "$") { return true }
    if !isQuoted, bytes.contains(where: { "()[]{};<>".utf8.contains($0) }) { return true }
    if text.contains("->") || text.contains("::") || text.contains("=>") || text.contains("</") { return true }
    return false
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte.asciiLowercased) }

  static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte.asciiLowercased)
  }
}
