import Documents
import Patterns

/// A secret that a single value shows by its form, whatever its name: a token, a private key, a web token, a password in
/// a URL.
package struct ValueSecret: Sendable {
  /// Where it stands, as UTF-8 offsets in the value.
  package let range: Range<Int>
  /// What it is, for messages: "Stripe secret key (sk_live_…, 32 chars)".
  package let words: String
  /// How bad it is where it must not be: a note for a password of this machine, milder for a failed checksum.
  package let severity: Severity
  package let confidence: Confidence
  /// Whether it is made to be public, such as a publishable key.
  package let isPublic: Bool
  package let identity: Identity

  /// The worst secret of a value; of equally bad ones the first.
  package static func worst(in text: String, tokens: TokenScanner) -> ValueSecret? {
    // Of equal elements `max` keeps the first.
    find(in: text, tokens: tokens).max { ($0.isPublic ? 0 : 1, $0.severity) < ($1.isPublic ? 0 : 1, $1.severity) }
  }

  /// Every secret of a value, by its place.
  package static func find(in text: String, tokens: TokenScanner) -> [ValueSecret] {
    guard text.utf8.count >= 8 else { return [] }
    let bytes = Array(text.utf8)
    let passwords = ConnectionPassword.find(in: text)
    // What is known of the host counts more than what a token rule knows of the URL.
    let harmless = passwords.filter { $0.isReference || $0.isPlaceholder || $0.isLocal }
    let known = tokens.scan(text).matches
      .filter { match in !harmless.contains { $0.whole.overlaps(match.secret) } }
      .map { of($0, in: bytes, tokens: tokens) }
    let shapes =
      passwords.filter { !$0.isReference }.map(ValueSecret.init) + privateKeys(in: bytes)
      + webTokens(in: bytes, today: tokens.today)
    let unknown = shapes.filter { shape in !known.contains { $0.range.overlaps(shape.range) } }
    return (known + unknown).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static func of(_ match: TokenMatch, in bytes: [UInt8], tokens: TokenScanner) -> ValueSecret {
    let entry = tokens.entries[match.entry]
    let isDoubtful = match.checksum == .failed
    let doubt = isDoubtful ? "; its checksum is wrong" : match.hasExpired ? "; it has expired" : ""
    return ValueSecret(
      range: match.secret,
      words: "\(entry.rule.noun) (\(match.redaction)\(doubt))",
      severity: entry.rule.isPublic || match.hasExpired ? .note : isDoubtful ? entry.severity.lowered : entry.severity,
      confidence: match.checksum == .verified ? .high : isDoubtful ? entry.confidence.lowered : entry.confidence,
      isPublic: entry.rule.isPublic,
      identity: .secret(bytes[match.secret])
    )
  }

  private init(
    range: Range<Int>,
    words: String,
    severity: Severity,
    confidence: Confidence,
    isPublic: Bool,
    identity: Identity
  ) {
    self.range = range
    self.words = words
    self.severity = severity
    self.confidence = confidence
    self.isPublic = isPublic
    self.identity = identity
  }

  private init(_ password: ConnectionPassword) {
    let length = Redaction.describe(password.password)
    let words: String
    if password.isPlaceholder {
      words = "URL with a placeholder for the password"
    } else if password.isLocal {
      words = "URL with the password of a local service (\(length))"
    } else {
      words = "URL with a password (\(length))"
    }
    self.init(
      range: password.range,
      words: words,
      severity: password.isPlaceholder || password.isLocal ? .note : .error,
      confidence: .high,
      isPublic: false,
      identity: .secret(password.password)
    )
  }

  // MARK: Private keys

  private static func privateKeys(in bytes: [UInt8]) -> [ValueSecret] {
    let text = bytes[...]
    var found: [ValueSecret] = []
    var from = 0
    while found.count < 100, let begin = text[from...].firstOccurrence(of: "-----BEGIN ".utf8)?.lowerBound {
      from = begin + 11
      guard let labelEnd = text[from...].firstOccurrence(of: "-----".utf8)?.lowerBound else { break }
      let label = String(decoding: bytes[from..<labelEnd], as: UTF8.self)
      from = labelEnd + 5
      guard label.hasSuffix("PRIVATE KEY") || label.hasSuffix("PRIVATE KEY BLOCK"), label.utf8.count < 40 else {
        continue
      }
      let end = text[from...].firstOccurrence(of: "-----END".utf8)?.lowerBound ?? bytes.count
      // Enough different characters, so that an elided or repeated body is no key.
      let body = bytes[from..<end].filter { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "+") }
      from = end
      guard body.count >= 40, Entropy(of: body[...]).distinctCount >= 16 else { continue }
      let isEncrypted = label.hasPrefix("ENCRYPTED")
      found.append(
        ValueSecret(
          range: begin..<end,
          words: isEncrypted ? "encrypted private key in PEM form" : "private key in PEM form",
          severity: isEncrypted ? .warning : .error,
          confidence: .high,
          isPublic: false,
          identity: .secret(body)
        )
      )
    }
    return found
  }

  // MARK: Web tokens

  private static func webTokens(in bytes: [UInt8], today: Int?) -> [ValueSecret] {
    func isTokenByte(_ byte: UInt8) -> Bool { byte.isASCIILetterOrDigit || "-_.".utf8.contains(byte) }
    var found: [ValueSecret] = []
    var index = 0
    while found.count < 100, let start = bytes[index...].firstIndex(where: isTokenByte) {
      let end = bytes[start...].firstIndex { !isTokenByte($0) } ?? bytes.count
      index = end
      let token = bytes[start..<end]
      guard token.starts(with: "eyJ".utf8), token.count >= 40, !DocumentedExamples.contains(token),
        Checksum.jwt.verify(secret: token, body: nil, check: nil)
      else { continue }
      let claims = WebToken(token)
      let isPublic = claims?.isPublic ?? false
      let hasExpired = claims?.hasExpired(by: today) ?? false
      found.append(
        ValueSecret(
          range: start..<end,
          words: "JSON Web Token (\(Redaction.describe(token))\(hasExpired ? "; it has expired" : ""))",
          severity: isPublic || hasExpired ? .note : .error,
          confidence: .medium,
          isPublic: isPublic,
          identity: .secret(token)
        )
      )
    }
    return found
  }
}
