/// Tells what may be shown without asking: words, names, numbers, code.
enum PlainText {
  /// Whether a value reads like text, a name or a number rather than like chance.
  static func isPlain(_ value: ArraySlice<UInt8>) -> Bool {
    if value.count < 6 { return true }
    if Placeholder.isPlaceholder(value) { return true }
    if value.count > 512 { return false }
    let looks = ContextValue(value)
    if looks.isUUID { return true }
    if looks.letters == 0 { return value.allSatisfy { $0 < 0x80 } }
    let pieces = value.split { !$0.isASCIILetterOrDigit && $0 < 0x80 }
    return pieces.allSatisfy(isPlainPiece) && !looksMade(value, looks)
  }

  /// Words with symbols in place of letters and digits behind: `Tr0ub4dor&3`, `p@ss!W0rd9`.
  private static func looksMade(_ value: ArraySlice<UInt8>, _ looks: ContextValue) -> Bool {
    guard looks.digits > 0, looks.letters > 1 else { return false }
    return value.contains { "!#$%^*~\\".utf8.contains($0) || $0 >= 0x80 } && !looks.hasOnlyJoints
      && looks.wordShare < 0.7
  }

  /// A run of letters and digits.
  private static func isPlainPiece(_ piece: ArraySlice<UInt8>) -> Bool {
    if piece.count < 6 { return true }
    let value = ContextValue(piece)
    if value.letters == 0 { return true }
    if value.digits == 0 {
      // A word, or several: `compatibilityDate`, `xyzzy`.
      return value.wordShare > 0.5 || value.surprise < (piece.count < 16 ? 6 : 3)
    }
    // `base64`, `utf8`, `v2`, `0x1F`: digits at one place among words.
    var changes = 0
    for (first, second) in zip(piece, piece.dropFirst())
    where (0x30...0x39).contains(first) != (0x30...0x39).contains(second) {
      changes += 1
    }
    if changes <= 2, value.wordShare > 0.5 { return true }
    if piece.count < 8, changes <= 2 { return true }
    return value.surprise < (piece.count < 12 ? 1 : 0)
  }

  /// Whether a value as a whole says where the real one is read from: `$NAME`, `${{ secrets.NAME }}`, `process.env.NAME`.
  ///
  /// Stricter than that of ``Placeholder``, for which any part that is filled in will do.
  static func isReference(_ value: ArraySlice<UInt8>) -> Bool {
    guard let first = value.first else { return true }
    func isPath(_ bytes: ArraySlice<UInt8>) -> Bool {
      isPlain(bytes) && bytes.allSatisfy { $0.isASCIILetterOrDigit || "_-. /:|[]\"'?()!#=*@,".utf8.contains($0) }
    }
    for (open, close) in [("${{", "}}"), ("{{", "}}"), ("${", "}"), ("$(", ")"), ("#{", "}"), ("<", ">"), ("%", "%")]
    where value.count > open.utf8.count + close.utf8.count && value.starts(with: open.utf8)
      && value.suffix(close.utf8.count).elementsEqual(close.utf8)
    {
      return isPath(value.dropFirst(open.utf8.count).dropLast(close.utf8.count))
    }
    if first == UInt8(ascii: "$") {
      let name = value.dropFirst()
      return name.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_") }
    }
    return references.contains { value.starts(with: $0.utf8) } && isPath(value)
  }

  private static let references = [
    "process.env.", "import.meta.env.", "env.", "c.env.", "Deno.env.", "Bun.env.", "os.environ", "op://", "vault:",
    "doppler://", "ssm:", "arn:aws:secretsmanager", "secrets.", "this.", "self.", "ctx.", "context.", "$env:",
  ]

  /// `true`, `null`, `4096`: what is written without quotes where values have some.
  static func isLiteralWord(_ value: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: value, as: UTF8.self).lowercased()
    if ["true", "false", "null", "undefined", "none", "nil", "inherit", ""].contains(text) { return true }
    return value.count < 6 && value.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
  }

  /// Whether letters alone make it up.
  static func isWord(_ value: ArraySlice<UInt8>) -> Bool {
    value.allSatisfy { (0x61...0x7A).contains($0.asciiLowercased) || ",.;:-'".utf8.contains($0) }
  }

  /// `STRIPE_SECRET_KEY`: the name of a variable, as calls take it.
  static func isNameOfVariable(_ value: ArraySlice<UInt8>) -> Bool {
    guard let first = value.first, value.count <= 64, !(0x30...0x39).contains(first) else { return false }
    let isUpper = value.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
    return isUpper && isPlain(value)
  }
}
