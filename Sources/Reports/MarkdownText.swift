/// Text inside a Markdown table, where names out of a checkout must not become markup.
enum MarkdownText {
  /// Text shown as it is.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in TerminalText.safe(text).unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "#", "&", "@": escaped += "\\"
      default: break
      }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }

  /// Text whose pairs of backticks mark code, as in messages and help.
  static func withCode(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    // An odd number of backticks is no markup.
    guard parts.count % 2 == 1 else { return escaped(text) }
    return parts.enumerated().map { index, part in
      if index % 2 == 0 { return escaped(String(part)) }
      // In the code of a table cell only the bar has a meaning; an empty pair of backticks would open a longer span.
      let code = TerminalText.safe(String(part)).replacing("|", with: "\\|")
      return code.isEmpty ? "" : "`\(code)`"
    }.joined()
  }
}
