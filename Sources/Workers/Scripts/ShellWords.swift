package import Documents

/// One word of a shell command, with quotes and escapes removed.
package struct ShellWord: Sendable, Hashable {
  package let text: String
  /// The word as written, in the file it stands in.
  package let region: Region
  /// Whether it holds a variable or a command whose value is not known: `$ENV`, `${{ matrix.env }}`, `$(date)`.
  package let hasUnknownPart: Bool

  package init(text: String, region: Region, hasUnknownPart: Bool) {
    self.text = text
    self.region = region
    self.hasUnknownPart = hasUnknownPart
  }
}

/// Splits shell text into simple commands, without running any of it.
///
/// Enough of the grammar for scripts and workflow steps: quotes, escapes, comments, line continuation, and the operators
/// that separate commands. Variables stay as written and mark their word as unknown.
package enum ShellWords {
  package static func commands(in bytes: ArraySlice<UInt8>) -> [[ShellWord]] {
    var reader = Reader(bytes: bytes, index: bytes.startIndex)
    return reader.commands()
  }

  private struct Reader {
    let bytes: ArraySlice<UInt8>
    var index: Int
    /// Up to where the line is known not to hold some bytes.
    var lacking: [[UInt8]: Int] = [:]

    var current: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

    func peek(_ distance: Int) -> UInt8? { index + distance < bytes.endIndex ? bytes[index + distance] : nil }

    mutating func commands() -> [[ShellWord]] {
      var all: [[ShellWord]] = []
      var words: [ShellWord] = []
      func isOperator(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\n") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "&")
          || byte == UInt8(ascii: "|")
          || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
      }
      while let byte = current {
        if isOperator(byte) {
          index += 1
          if !words.isEmpty { all.append(words) }
          words = []
        } else if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r") {
          index += 1
        } else if byte == UInt8(ascii: "\\"), peek(1) == UInt8(ascii: "\n") {
          index += 2
        } else if byte == UInt8(ascii: "\\"), peek(1) == UInt8(ascii: "\r"), peek(2) == UInt8(ascii: "\n") {
          index += 3
        } else if byte == UInt8(ascii: "#") {
          while let next = current, next != UInt8(ascii: "\n") {
            _ = next
            index += 1
          }
        } else {
          words.append(word())
        }
      }
      if !words.isEmpty { all.append(words) }
      return all
    }

    mutating func word() -> ShellWord {
      let start = index
      var text: [UInt8] = []
      var isUnknown = false
      var quote: UInt8?
      scan: while let byte = current {
        switch (byte, quote) {
        case (UInt8(ascii: "'"), nil), (UInt8(ascii: "\""), nil):
          quote = byte
        case (_, .some(let open)) where byte == open:
          quote = nil
        case (UInt8(ascii: "\\"), nil), (UInt8(ascii: "\\"), .some(UInt8(ascii: "\""))):
          guard let next = peek(1), next != UInt8(ascii: "\n") else { break scan }
          text.append(next)
          index += 1
        case (UInt8(ascii: "$"), nil), (UInt8(ascii: "$"), .some(UInt8(ascii: "\""))),
          (UInt8(ascii: "`"), nil), (UInt8(ascii: "`"), .some(UInt8(ascii: "\""))):
          isUnknown = true
          // `${{ a || b }}` and `$(a; b)` are one part of the word, blanks and operators included.
          let closing: [UInt8]? =
            peek(1) == UInt8(ascii: "{")
            ? Array((peek(2) == UInt8(ascii: "{") ? "}}" : "}").utf8)
            : peek(1) == UInt8(ascii: "(") ? Array(")".utf8) : nil
          if let closing, let end = self.end(of: closing) {
            text += bytes[index..<end]
            index = end - 1
          } else {
            text.append(byte)
          }
        case (UInt8(ascii: " "), nil), (UInt8(ascii: "\t"), nil), (UInt8(ascii: "\n"), nil), (UInt8(ascii: "\r"), nil),
          (UInt8(ascii: ";"), nil), (UInt8(ascii: "&"), nil), (UInt8(ascii: "|"), nil), (UInt8(ascii: "("), nil),
          (UInt8(ascii: ")"), nil):
          break scan
        default:
          text.append(byte)
        }
        index += 1
      }
      if index == start { index += 1 }
      return ShellWord(
        text: String(decoding: text, as: UTF8.self),
        region: Region(start: start, end: index),
        hasUnknownPart: isUnknown
      )
    }

    /// The end of the first occurrence of some bytes on this line.
    mutating func end(of closing: [UInt8]) -> Int? {
      // What a line lacks from one place on it lacks from every later place.
      if let known = lacking[closing], index < known { return nil }
      var at = index
      while at + closing.count <= bytes.endIndex, bytes[at] != UInt8(ascii: "\n") {
        if bytes[at..<at + closing.count].elementsEqual(closing) { return at + closing.count }
        at += 1
      }
      lacking[closing] = at
      return nil
    }
  }
}
