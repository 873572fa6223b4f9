import Documents

extension ShellWords {
  /// A command with those inside of its words: `$(…)`, backticks, `bash -c '…'` and `eval '…'`, which run first.
  ///
  /// The words of inner commands stand where the word stands that holds them.
  static func expanded(_ words: [ShellWord], depth: Int = 0) -> [[ShellWord]] {
    // No person nests deeper, and a file may not make the work grow without end.
    guard depth < 4 else { return [words] }
    var inner: [[ShellWord]] = []
    for text in innerTexts(of: words) {
      let bytes = Array(text.text.utf8)
      guard bytes.firstOccurrence(of: "wrangler".utf8) != nil || bytes.firstOccurrence(of: "WRANGLER".utf8) != nil
      else { continue }
      for command in commands(in: bytes[...]) {
        let placed = command.map {
          ShellWord(text: $0.text, region: text.region, hasUnknownPart: $0.hasUnknownPart)
        }
        inner += expanded(placed, depth: depth + 1)
      }
    }
    return inner + [words]
  }

  private static let shells: Set<String> = ["sh", "bash", "zsh", "dash", "ash", "ksh"]

  private static func innerTexts(of words: [ShellWord]) -> [(text: String, region: Region)] {
    var texts: [(text: String, region: Region)] = []
    for word in words where word.hasUnknownPart {
      texts += substitutions(in: Array(word.text.utf8)).map { ($0, word.region) }
    }
    if let shell = words.firstIndex(where: { shells.contains(name($0.text)) }) {
      let option = words[shell...].firstIndex {
        $0.text.hasPrefix("-") && !$0.text.hasPrefix("--") && $0.text.hasSuffix("c")
      }
      if let option, option + 1 < words.count { texts.append((words[option + 1].text, words[option + 1].region)) }
    }
    if words.first?.text == "eval" { texts += words.dropFirst().map { ($0.text, $0.region) } }
    return texts
  }

  private static func name(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// What stands in `$(…)` and between backticks.
  private static func substitutions(in bytes: [UInt8]) -> [String] {
    var texts: [String] = []
    var index = 0
    while index < bytes.count {
      let start: Int
      let closing: UInt8
      if bytes[index] == UInt8(ascii: "`") {
        (start, closing) = (index + 1, UInt8(ascii: "`"))
      } else if bytes[index] == UInt8(ascii: "$"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "(") {
        (start, closing) = (index + 2, UInt8(ascii: ")"))
      } else {
        index += 1
        continue
      }
      let end = bytes[start...].firstIndex(of: closing) ?? bytes.count
      texts.append(String(decoding: bytes[start..<end], as: UTF8.self))
      index = end + 1
    }
    return texts
  }
}
