import Testing

@testable import Reports

struct TerminalTextTests {
  @Test(arguments: [
    ("abc", 3), ("ü", 1), ("u\u{308}", 1), ("日本語", 6), ("ｱ", 1), ("Ａ", 2), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2),
    ("🔑", 2), ("🇩🇪", 2), ("☃", 1), ("⌚", 2), ("👍🏽", 4), ("…•", 2), ("\u{200B}", 0), ("e\u{20DD}", 1), ("「」", 4),
    ("\u{AD}", 1), ("עברית", 5), ("𠮷", 2), ("", 0),
  ])
  func widthIsThatOfATerminal(_ text: String, _ columns: Int) {
    #expect(TerminalText.width(of: text.unicodeScalars) == columns)
  }

  @Test func safeTextIsUnchangedAndTheRestSpelledOut() {
    #expect(TerminalText.safe("plain ü 日本 🔑") == "plain ü 日本 🔑")
    #expect(TerminalText.safe("\u{0}\u{7F}\u{85}\u{200D}\u{FEFF}\u{E0041}") == "\\x00\\x7f\\x85\\u200d\\ufeff\\ue0041")
  }

  @Test func styleIsOnlyAddedToText() {
    #expect(TerminalText.styled("a", .bold, .red, when: true) == "\u{1B}[1;31ma\u{1B}[0m")
    #expect(TerminalText.styled("a", .bold, when: false) == "a")
    #expect(TerminalText.styled("", .bold, when: true) == "")
  }
}
