import Documents
import Patterns

/// Judges whether a value that stands under a secret's name can be the secret itself.
///
/// The name says what ought to be there; the value often shows that it is not: a number, a switch, an address, a public
/// key, or the name of something else (docs/facts/false-positives.md §4, §5).
package enum SecretValue {
  /// Whether a value may be a secret.
  package static func isPlausible(_ value: String) -> Bool {
    let bytes = Array(value.utf8)
    guard bytes.count >= 8, !Placeholder.isPlaceholder(value), !DocumentedExamples.contains(bytes[...]) else {
      return false
    }
    if isWords(bytes) { return isSeedPhrase(bytes) || value.hasPrefix("Bearer ") || value.hasPrefix("Basic ") }
    return !isNumber(bytes) && !isAddress(value) && !isPublicByDesign(value) && !isName(bytes)
  }

  /// Whether blanks separate words: a text, not a value.
  private static func isWords(_ bytes: [UInt8]) -> Bool {
    bytes.contains { $0 == 0x20 || $0 == 0x09 } && !bytes.contains(UInt8(ascii: "="))
  }

  /// Twelve to twenty-four lower-case words are the seed of a wallet.
  private static func isSeedPhrase(_ bytes: [UInt8]) -> Bool {
    let words = bytes.split(separator: 0x20)
    return [12, 15, 18, 21, 24].contains(words.count)
      && words.allSatisfy { (3...8).contains($0.count) && $0.allSatisfy { (0x61...0x7A).contains($0) } }
      && Set(words).count > 6
  }

  private static func isNumber(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { (0x30...0x39).contains($0) || ".,:-+_/".utf8.contains($0) }
  }

  /// A URL without a password, a path, a host, an e-mail address, an Ethereum address.
  private static func isAddress(_ value: String) -> Bool {
    if value.contains("://") {
      return ConnectionPassword.find(in: value).allSatisfy { $0.isReference || $0.isPlaceholder }
    }
    // Base64 may start with a slash, but its parts are longer than those of a path.
    if value.hasPrefix("/"), value.utf8.split(separator: UInt8(ascii: "/")).allSatisfy({ $0.count <= 20 }) {
      return true
    }
    if ["./", "../", "~/", "projects/", "urn:", "did:", "data:", "sha256-", "sha256:"].contains(
      where: value.hasPrefix
    ) {
      return true
    }
    let bytes = Array(value.utf8)
    if value.hasPrefix("0x"), bytes.count == 42 { return true }
    let afterAt = bytes.lastIndex(of: UInt8(ascii: "@")).map { bytes[($0 + 1)...] } ?? bytes[...]
    return HostName.isHost(afterAt)
  }

  /// Keys that vendors make for browsers (docs/facts/false-positives.md §5), certificates and public keys.
  static func isPublicByDesign(_ value: String) -> Bool {
    let prefixes = [
      "pk_live_", "pk_test_", "pk.eyJ", "phc_", "sb_publishable_", "NRJS-", "GTM-", "UA-", "sub-c-", "pub-c-",
      "ssh-rsa ", "ssh-ed25519 ", "ecdsa-sha2-", "-----BEGIN CERTIFICATE", "-----BEGIN PUBLIC", "-----BEGIN RSA PUBLIC",
    ]
    if prefixes.contains(where: value.hasPrefix) { return true }
    // The public half of a pair for web push, an uncompressed point in base64url; the secret half has 43 characters.
    if value.utf8.count == 87, Base64.decode(value.utf8, .urlSafe)?.first == 4 { return true }
    // A Turnstile site key has 24 characters, its secret 35; 1x, 2x and 3x with zeros are for tests.
    if value.hasPrefix("0x4"), value.utf8.count == 24 { return true }
    return ["1x0000", "2x0000", "3x0000"].contains(where: value.hasPrefix)
  }

  /// Whether words of a language make up the value: `stripe-secret-key`, `X-Auth-Token`, `us-east-1`, `nodejs_compat`.
  private static func isName(_ bytes: [UInt8]) -> Bool {
    let parts = bytes.split { "-_./:,".utf8.contains($0) }
    guard !parts.isEmpty else { return true }
    return parts.allSatisfy { part in
      if part.allSatisfy({ (0x30...0x39).contains($0) }) { return part.count <= 4 }
      return camelWords(of: part).allSatisfy(isWord)
    }
  }

  /// The parts of a camel-case word; `nil` characters other than letters make one part of all.
  private static func camelWords(of part: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var words: [ArraySlice<UInt8>] = []
    var start = part.startIndex
    for index in part.indices.dropFirst()
    where (0x41...0x5A).contains(part[index]) && (0x61...0x7A).contains(part[index - 1]) {
      words.append(part[start..<index])
      start = index
    }
    return words + [part[start...]]
  }

  /// Whether letters can be read: with a vowel in every stretch of five, and not longer than words are.
  private static func isWord(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count <= 14, word.allSatisfy({ (0x61...0x7A).contains($0.asciiLowercased) }) else { return false }
    let isUniform = word.dropFirst().allSatisfy { $0 >= 0x61 } || word.allSatisfy { $0 < 0x61 }
    var consonants = 0
    for letter in word {
      consonants = "aeiouy".utf8.contains(letter.asciiLowercased) ? 0 : consonants + 1
      if consonants > 4 { return false }
    }
    return isUniform
  }
}
