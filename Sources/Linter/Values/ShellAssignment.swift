import Workers

/// A variable that a command line sets with a known value: `API_KEY=abc npm run build`.
struct ShellAssignment: Sendable {
  let name: String
  let value: String

  /// Every assignment of a command line, wherever it stands; those whose value the shell fills in are left out.
  static func all(in text: String) -> [ShellAssignment] {
    let bytes = Array(text.utf8)
    return ShellWords.commands(in: bytes[...]).flatMap(\.self).compactMap { word in
      guard !word.hasUnknownPart, let equals = word.text.utf8.firstIndex(of: UInt8(ascii: "=")) else { return nil }
      let name = word.text[..<equals]
      guard !name.isEmpty, name.utf8.allSatisfy({ $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "_") }) else {
        return nil
      }
      return ShellAssignment(name: String(name), value: String(word.text[word.text.utf8.index(after: equals)...]))
    }
  }
}
