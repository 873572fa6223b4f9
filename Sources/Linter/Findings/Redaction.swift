/// Describes a secret without giving it away: a public prefix and the length, "sk_live_…, 32 chars".
package enum Redaction {
  /// - Parameters:
  ///   - secret: the value.
  ///   - prefix: the part of it that is public, such as the anchor of the rule that found it; ignored when the value
  ///     does not start with it or hardly anything else remains.
  package static func describe(_ secret: some Collection<UInt8>, prefix: String? = nil) -> String {
    // Of the bytes of a character, all but the first look like 10xxxxxx.
    let length = secret.count { $0 & 0xC0 != 0x80 }
    let characters = length == 1 ? "1 char" : "\(length) chars"
    guard let prefix, !prefix.isEmpty, secret.starts(with: prefix.utf8), length >= prefix.utf8.count + 8 else {
      return characters
    }
    return "\(prefix)…, \(characters)"
  }

  package static func describe(_ secret: String, prefix: String? = nil) -> String {
    describe(Array(secret.utf8), prefix: prefix)
  }
}
