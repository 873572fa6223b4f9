/// Decodes the escapes of one encoding in a part of a text.
struct EscapedText {
  let reader: EscapeReader

  init(_ encoding: TextEncoding) { reader = EscapeReader(encoding: encoding) }

  /// How many bytes around an escaped run are decoded with it: a rule may look at the words around a token.
  private static let reach = 200

  /// The parts of a text to decode: runs with their surroundings.
  func windows(around runs: [Range<Int>], in text: Span<UInt8>) -> [Range<Int>] {
    var windows: [Range<Int>] = []
    for run in runs where holdsEscape(run, in: text) {
      let window = Self.window(around: run, in: text)
      if let last = windows.last, window.lowerBound <= last.upperBound {
        windows[windows.count - 1] = last.lowerBound..<max(last.upperBound, window.upperBound)
      } else {
        windows.append(window)
      }
    }
    return windows
  }

  /// Whether an escape denotes a character of tokens.
  private func holdsEscape(_ range: Range<Int>, in text: Span<UInt8>) -> Bool {
    range.contains { text[$0] == reader.sign && reader.meaning(at: $0, in: text)?.isText ?? false }
  }

  /// A run with its surroundings on the line.
  private static func window(around range: Range<Int>, in text: Span<UInt8>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start > 0, range.lowerBound - start < reach, text[start - 1] != Byte.newline { start -= 1 }
    while end < text.count, end - range.upperBound < reach, text[end] != Byte.newline { end += 1 }
    return start..<end
  }

  func decode(_ range: Range<Int>, of text: Span<UInt8>) -> DecodedText {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    var escapes: [DecodedText.Escape] = []
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = text[place]
      guard byte == reader.sign, let meaning = reader.meaning(at: place, in: text) else {
        bytes.append(byte)
        place += 1
        continue
      }
      let start = bytes.count
      let length: Int
      switch meaning {
      case .byte(let value, let count):
        bytes.append(value)
        length = count
      case .scalar(let code, let count):
        bytes += UTF8.encode(Unicode.Scalar(code) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter
        length = count
      }
      escapes.append(DecodedText.Escape(decoded: start..<bytes.count, place: place..<place + length))
      place += length
    }
    return DecodedText(reader.encoding, bytes, from: range.lowerBound, escapes: escapes)
  }
}
