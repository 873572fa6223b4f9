import Crypto

/// The stable name of a finding across runs: 128 bits of a SHA-256, as 32 hexadecimal digits.
///
/// It is made of the rule, the path, and the secret or, where there is none, the name in the configuration, with a count
/// of equal earlier ones in that file. So it stays when lines move and changes when the secret does.
package struct Fingerprint: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let text: String

  package init(text: String) { self.text = text }

  init(rule: Rule.ID, path: String, identity: Identity, occurrence: Int) {
    var hash = SHA256()
    hash.update(data: Array("\(rule.text)\u{0}\(path)\u{0}".utf8))
    hash.update(data: identity.digest)
    hash.update(data: Array("\u{0}\(occurrence)".utf8))
    text = String(hexadecimal: hash.finalize().prefix(16))
  }

  package var description: String { text }

  package static func < (left: Fingerprint, right: Fingerprint) -> Bool { left.text < right.text }
}

/// What a finding is about, hashed at once so that a secret is never kept.
package struct Identity: Sendable, Hashable {
  let digest: [UInt8]

  /// A finding about a name: a key, a file, an environment.
  package static func name(_ name: String) -> Identity {
    Identity(digest: Array(SHA256.hash(data: Array("name\u{0}\(name)".utf8))))
  }

  /// A finding about a secret value.
  package static func secret(_ bytes: some Collection<UInt8>) -> Identity {
    var hash = SHA256()
    hash.update(data: Array("secret\u{0}".utf8))
    hash.update(data: Array(bytes))
    return Identity(digest: Array(hash.finalize()))
  }

  package static func secret(_ text: String) -> Identity { secret(text.utf8) }
}

extension String {
  /// Bytes as lower-case hexadecimal digits.
  init(hexadecimal bytes: some Sequence<UInt8>) {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    self.init(decoding: text, as: UTF8.self)
  }
}
