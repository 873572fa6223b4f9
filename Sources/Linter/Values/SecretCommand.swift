/// The commands a finding tells the reader to type.
enum SecretCommand {
  /// A word as a shell takes it, in single quotes where it needs them.
  static func shellWord(_ text: String) -> String {
    let isPlain =
      !text.isEmpty && text.utf8.allSatisfy { $0.isASCIILetterOrDigit || "-_./:@%+=,".utf8.contains($0) || $0 >= 0x80 }
    if isPlain { return text }
    let escaped = text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#)
    return "'\(escaped)'"
  }
}
