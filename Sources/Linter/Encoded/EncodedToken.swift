import Documents

/// A token that stands encoded in a file, such as in base64.
struct EncodedToken: Sendable {
  /// The token in the decoded text.
  let token: TokenMatch
  /// Its secret, decoded.
  let value: [UInt8]
  /// The bytes of the file that its secret is encoded in.
  let place: Range<Int>
  /// What is not shown with it: all digits around it, as nobody sees what else they hold.
  let hidden: Range<Int>
  /// How it is encoded, from the outside in; empty for a token that stands as it is, behind an escape whose last letter
  /// would make it part of a word.
  let encodings: [TextEncoding]

  /// Whether a run reports it: of what is encoded, only tokens that can hardly be anything else, and that are secret.
  func isSure(in scanner: TokenScanner) -> Bool {
    let entry = scanner.entries[token.entry]
    if entry.rule.isPublic || token.checksum == .failed { return false }
    return token.checksum == .verified || entry.confidence == .high
  }

  /// How it is encoded, to follow the name of the token: " in base64".
  var words: String { encodings.reversed().map { " \($0.words)" }.joined() }
}
