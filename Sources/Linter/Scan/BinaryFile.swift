import Workers

/// Tells files that hold no text, which are skipped.
enum BinaryFile {
  /// How many bytes are looked at, as in git.
  private static let sample = 8000

  /// Whether a file is skipped: it has zero bytes, and neither its name nor the rest of it says that it is text.
  ///
  /// A single zero in a script must not hide what is in it. Without zeros everything is text.
  ///
  /// - Parameter mustSearch: whether the file is searched whatever it holds.
  static func isSkipped(_ bytes: [UInt8], path: String, mustSearch: Bool = false) -> Bool {
    guard holdsZero(bytes), !mustSearch else { return false }
    return !TextFileName.matches(path) && !SecretFileName.matches(path) && !isMostlyText(bytes)
  }

  /// The same for bytes of which no name is known.
  static func isSkipped(_ bytes: [UInt8]) -> Bool { holdsZero(bytes) && !isMostlyText(bytes) }

  private static func holdsZero(_ bytes: [UInt8]) -> Bool {
    // Not `contains`, which stops at the first: this looks at many bytes at once.
    !bytes.isEmpty && bytes.prefix(sample).reduce(UInt8.max, min) == 0
  }

  /// Whether at most one byte in fifty is one that no text has.
  private static func isMostlyText(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(sample)
    let strange = start.count { $0 < 0x20 && !(0x08...0x0D).contains($0) && $0 != 0x1B }
    return strange <= 1 + start.count / 50
  }
}
