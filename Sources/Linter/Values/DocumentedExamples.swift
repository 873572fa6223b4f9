import Crypto
import RuleData

/// Values that vendors publish in their documentation and that are therefore never reported.
package enum DocumentedExamples {
  /// The first 128 bits of each value's SHA-256, in hexadecimal; see `rules/documented-examples.txt`.
  private static let hashes: Set<Substring> = {
    let text = RuleFile.embedded.first { $0.name == "documented-examples.txt" }?.text ?? ""
    return Set(text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.prefix(32) })
  }()

  /// Whether a value, or for a JSON Web Token its signature, is one of them.
  package static func contains(_ value: ArraySlice<UInt8>) -> Bool {
    if contains(exactly: value) { return true }
    guard let dot = value.lastIndex(of: UInt8(ascii: ".")) else { return false }
    return contains(exactly: value[(dot + 1)...])
  }

  private static func contains(exactly value: ArraySlice<UInt8>) -> Bool {
    hashes.contains(Substring(String(hexadecimal: SHA256.hash(data: Array(value)).prefix(16))))
  }
}
