/// Text inside XML and HTML, where nothing out of a checkout may become markup.
enum MarkupText {
  /// Text shown as it is, as content or in an attribute with double quotes.
  ///
  /// Control characters, which XML 1.0 does not allow even as references (§2.2), are spelled out.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in TerminalText.safe(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Text whose pairs of backticks mark code, as in messages and help, for HTML.
  static func withCode(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    // An odd number of backticks is no markup.
    guard parts.count % 2 == 1 else { return escaped(text) }
    return parts.enumerated().map { index, part in
      index % 2 == 0 ? escaped(String(part)) : "<code>\(escaped(String(part)))</code>"
    }.joined()
  }
}
