/// Digits of base64 or hexadecimal digits that stand for bytes, on one line or on several of the same length.
struct DigitRun: Sendable {
  let encoding: TextEncoding
  /// Where the first digit stands.
  private let start: Int
  /// How many digits a line has, and how many bytes lie between two lines.
  private let width: Int
  private let gap: Int
  /// How many digits there are.
  let count: Int
  /// How many of them lie before the first that is decoded, as what stands before encoded text can look like it.
  private var skipped = 0
  /// Whether they stand for text in UTF-16 with the low byte first, as in commands that are handed to PowerShell.
  private var isUTF16 = false

  /// The digits in a range, and those on the lines below that continue them.
  ///
  /// - Parameter end: the end of the run the range is a part of; only its last digits can be continued.
  init(_ range: Range<Int>, _ encoding: TextEncoding, of text: Span<UInt8>) {
    self.encoding = encoding
    start = range.lowerBound
    width = range.count
    let gap = Self.lineBreak(at: range.upperBound, of: text)
    var (count, end) = (width, range.upperBound)
    while gap > 0, count.isMultiple(of: width), Self.isSame(gap, at: end, range.upperBound, of: text) {
      let line = end + gap
      var next = line
      while next < text.count, next - line < width, EncodedRuns.isDigit(text[next], of: encoding) {
        next += 1
      }
      if next == line { break }
      // A longer line is another text.
      if next < text.count, EncodedRuns.isDigit(text[next], of: encoding) { break }
      count += next - line
      end = next
    }
    self.gap = gap
    self.count = count
  }

  /// The length of a line break with the indentation of the line below; 0 where there is none.
  private static func lineBreak(at place: Int, of text: Span<UInt8>) -> Int {
    var end = place
    if end < text.count, text[end] == Byte.carriageReturn { end += 1 }
    guard end < text.count, text[end] == Byte.newline else { return 0 }
    end += 1
    while end < text.count, Byte.isBlank(text[end]) { end += 1 }
    return end - place
  }

  private static func isSame(_ gap: Int, at place: Int, _ first: Int, of text: Span<UInt8>) -> Bool {
    guard place + gap <= text.count else { return false }
    return (0..<gap).allSatisfy { text[place + $0] == text[first + $0] }
  }

  /// Where all of them stand.
  var range: Range<Int> { start..<place(ofDigit: count - 1) + 1 }

  private func place(ofDigit index: Int) -> Int {
    count == width ? start + index : start + index + index / width * gap
  }

  private var bitsPerDigit: Int { encoding == .hexadecimal ? 4 : 6 }

  /// How many bytes of text the digits stand for.
  var byteCount: Int { (count - skipped) * bitsPerDigit / 8 / stride }

  /// How many bytes there are for one of text.
  private var stride: Int { isUTF16 ? 2 : 1 }

  /// The ways to read the digits: from the first on, and from those after it.
  var readings: [DigitRun] {
    let alignments = encoding == .hexadecimal ? 2 : 4
    var readings = (0..<alignments).map { alignment in
      var reading = self
      reading.skipped = alignment
      return reading
    }
    readings.append(self)
    readings[alignments].isUTF16 = true
    return readings
  }

  /// One byte of the text.
  func byte(_ index: Int, in text: Span<UInt8>) -> UInt8 { encodedByte(index * stride, in: text) }

  private func encodedByte(_ index: Int, in text: Span<UInt8>) -> UInt8 {
    let bit = index * 8
    if encoding == .hexadecimal {
      let first = value(ofDigit: index * 2, in: text)
      return first << 4 | value(ofDigit: index * 2 + 1, in: text)
    }
    let first = bit / 6
    let digits = UInt16(value(ofDigit: first, in: text)) << 6 | UInt16(value(ofDigit: first + 1, in: text))
    return UInt8(truncatingIfNeeded: digits >> UInt16(4 - bit % 6))
  }

  private func value(ofDigit index: Int, in text: Span<UInt8>) -> UInt8 {
    let digit = text[place(ofDigit: index + skipped)]
    if encoding == .hexadecimal { return UInt8(Byte.hexadecimalValue(digit) ?? 0) }
    return switch digit {
    case 0x41...0x5A: digit &- 0x41
    case 0x61...0x7A: digit &- 0x61 &+ 26
    case 0x30...0x39: digit &- 0x30 &+ 52
    case 0x2B, 0x2D: 62
    default: 63
    }
  }

  func place(ofBytes range: Range<Int>) -> Range<Int> {
    let first = range.lowerBound * stride * 8 / bitsPerDigit + skipped
    let last = (range.upperBound * stride * 8 - 1) / bitsPerDigit + skipped
    return place(ofDigit: first)..<place(ofDigit: last) + 1
  }

  /// The parts of what the digits stand for that are text of ASCII characters, in order.
  ///
  /// - Parameter minimum: the least length of a part. Images and keys of random bytes have hardly a part as long as a
  ///   token, and only every so-many-th of their bytes is looked at.
  func textRanges(minimum: Int, in text: Span<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    let byteCount = byteCount
    var start = 0
    while start + minimum <= byteCount {
      var place = start + minimum - 1
      while place >= start, isText(place, in: text) { place -= 1 }
      if place >= start {
        start = place + 1
        continue
      }
      var end = start + minimum
      while end < byteCount, isText(end, in: text) { end += 1 }
      ranges.append(start..<end)
      start = end + 1
    }
    return ranges
  }

  private func isText(_ index: Int, in text: Span<UInt8>) -> Bool {
    let byte = byte(index, in: text)
    let isText = byte &- 0x20 < 0x5F || byte == Byte.newline || byte == Byte.tab || byte == Byte.carriageReturn
    return isText && (!isUTF16 || encodedByte(index * 2 + 1, in: text) == 0)
  }
}
