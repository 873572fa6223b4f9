package import Documents

/// A comment that silences rules: `paddock:ignore RULE -- reason` and its forms.
package struct Suppression: Sendable {
  /// What a comment reaches.
  package enum Reach: Sendable, Hashable {
    case line(Int)
    case lines(ClosedRange<Int>)
    case file
  }

  /// The rule ids or groups named; empty: every rule.
  package let rules: [String]
  package let reach: Reach
  /// The reason given after `--`.
  package let reason: String?
  /// Where the comment is written.
  package let region: Region
  package let line: Int

  /// Whether it silences a rule on any of the lines of a finding.
  func covers(_ rule: Rule.ID, lines: ClosedRange<Int>) -> Bool {
    switch reach {
    case .line(let line): guard lines.contains(line) else { return false }
    case .lines(let range): guard range.overlaps(lines) else { return false }
    case .file: break
    }
    return rules.isEmpty || rules.contains { RuleSelector($0).selects(rule) }
  }
}

extension Suppression {
  /// What every comment of ours starts with.
  package static let marker = "paddock:ignore"

  /// Comments of other scanners, honoured when `compat-comments` is set; each silences its own line.
  package static let compatible = [
    "gitleaks:allow", "betterleaks:allow", "kingfisher:ignore", "kingfisher:allow", "trufflehog:ignore",
    "pragma: allowlist secret", "pragma: whitelist secret", "secretlint-disable-line",
  ]
  /// The same for the line that follows.
  package static let compatibleNextLine = ["pragma: allowlist nextline secret", "secretlint-disable-next-line"]

  /// Reads the comments of a source.
  ///
  /// `paddock:ignore`, `paddock:ignore-next-line`, `paddock:ignore-start` … `paddock:ignore-end` and
  /// `paddock:ignore-file`, each with rule ids or groups after it and a reason after `--`. An open block reaches to the
  /// end of the file.
  package static func read(_ source: Source, compatComments: Bool) -> [Suppression] {
    var found: [Suppression] = []
    var open: [Suppression] = []
    for line in 1...source.lines.lineCount {
      guard let region = source.lines.region(ofLine: line) else { continue }
      let bytes = source.bytes[region.range]
      if let start = bytes.firstOccurrence(of: marker.utf8) {
        let written = Comment(bytes[start.upperBound...])
        let place = Region(start: start.lowerBound, end: written.end)
        func suppression(_ reach: Reach) -> Suppression {
          Suppression(rules: written.rules, reach: reach, reason: written.reason, region: place, line: line)
        }
        switch written.form {
        case "": found.append(suppression(.line(line)))
        case "-next-line": found.append(suppression(.line(line + 1)))
        case "-file": found.append(suppression(.file))
        case "-start": open.append(suppression(.line(line)))
        case "-end":
          if let last = open.popLast() { found.append(last.closed(at: line)) }
        default: continue
        }
      } else if compatComments {
        for (words, offset) in compatible.map({ ($0, 0) }) + compatibleNextLine.map({ ($0, 1) }) {
          guard let start = bytes.firstOccurrence(of: words.utf8) else { continue }
          found.append(
            Suppression(
              rules: ["token", "known-value", "vars"],
              reach: .line(line + offset),
              reason: nil,
              region: Region(start),
              line: line
            )
          )
          break
        }
      }
    }
    return (found + open.map { $0.closed(at: source.lines.lineCount) }).sorted { $0.region < $1.region }
  }

  private func closed(at line: Int) -> Suppression {
    Suppression(
      rules: rules,
      reach: .lines(self.line...max(self.line, line)),
      reason: reason,
      region: region,
      line: self.line
    )
  }

  /// What follows the marker on its line: form, rules, reason.
  private struct Comment {
    var form = ""
    var rules: [String] = []
    var reason: String?
    var end: Int

    init(_ rest: ArraySlice<UInt8>) {
      var index = rest.startIndex
      func isWord(_ byte: UInt8) -> Bool {
        byte.isASCIILetterOrDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
          || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_")
      }
      while index < rest.endIndex, rest[index] == UInt8(ascii: "-") || rest[index].isASCIILetterOrDigit { index += 1 }
      form = String(decoding: rest[..<index], as: UTF8.self)
      end = index
      while index < rest.endIndex {
        while index < rest.endIndex, [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ",")].contains(rest[index]) {
          index += 1
        }
        let start = index
        while index < rest.endIndex, isWord(rest[index]) { index += 1 }
        let word = String(decoding: rest[start..<index], as: UTF8.self)
        if word == "--" {
          let text = String(decoding: rest[index...], as: UTF8.self)
          reason = Self.withoutCommentEnd(text)
          end = rest.endIndex
          return
        }
        // `*/` and `-->` end a comment; they are no rules.
        if word.isEmpty || word.hasPrefix("*") || word.hasPrefix("--") { return }
        rules.append(word)
        end = index
      }
    }

    private static func withoutCommentEnd(_ text: String) -> String? {
      var text = Substring(text)
      for ending in ["*/", "-->", "#}", "%>"] {
        if let place = text.utf8.firstOccurrence(of: ending.utf8) { text = text[..<place.lowerBound] }
      }
      let trimmed = text.drop { $0 == " " || $0 == "\t" }
      let last = trimmed.lastIndex { $0 != " " && $0 != "\t" && $0 != "\r" }
      return last.map { String(trimmed[...$0]) }
    }
  }
}
