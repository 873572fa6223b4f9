/// Digits of base64 or hexadecimal digits that stand for bytes, on one line or on several of the same length.
struct DigitRun: Sendable {
  let encoding: TextEncoding
  /// Where the first digit is.
  private let start: Int
  /// How many digits a line has, and how many bytes are between two lines.
  private let width: Int
  private let gap: Int
  /// How many digits there are.
  let count: Int
  /// How many of them to skip before decoding: what precedes encoded text can look like digits.
  private var skipped = 0
  /// Whether they encode little-endian UTF-16, as in commands passed to PowerShell.
  private var isUTF16 = false

  /// The digits in a range, and those on the lines below that continue them.
  init(_ range: Range<Int>, _ encoding: TextEncoding, of text: Span<UInt8>) {
    self.encoding = encoding
    start = range.lowerBound
    width = range.count
    let digit: EncodedRuns.Character = encoding == .hexadecimal ? .hexadecimalDigit : .base64Digit
    gap = Self.lineBreak(at: range.upperBound, of: text)
    guard gap > 0 else {
      count = width
      return
    }
    let characters = EncodedRuns.characters
    var (count, end) = (width, range.upperBound)
    while count.isMultiple(of: width), Self.isSame(gap, at: end, range.upperBound, of: text) {
      let line = end + gap
      var next = line
      while next < text.count, next - line < width, characters[Int(text[next])].contains(digit) {
        next += 1
      }
      if next == line { break }
      // A longer line belongs to another text.
      if next < text.count, characters[Int(text[next])].contains(digit) { break }
      count += next - line
      end = next
    }
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

  /// Where all of them are.
  var range: Range<Int> { start..<place(ofDigit: count - 1) + 1 }

  private func place(ofDigit index: Int) -> Int {
    count == width ? start + index : start + index + index / width * gap
  }

  private var bitsPerDigit: Int { encoding == .hexadecimal ? 4 : 6 }

  /// How many bytes of text the digits encode.
  var byteCount: Int { (count - skipped) * bitsPerDigit / 8 / stride }

  /// How many encoded bytes there are for one of text.
  private var stride: Int { isUTF16 ? 2 : 1 }

  /// How many ways to read the digits: from each of the first few on, and as UTF-16.
  var readingCount: Int { encoding == .hexadecimal ? 3 : 5 }

  func reading(_ index: Int) -> DigitRun {
    var reading = self
    if index == readingCount - 1 { reading.isUTF16 = true } else { reading.skipped = index }
    return reading
  }

  /// One byte of the text.
  func byte(_ index: Int, in text: Span<UInt8>) -> UInt8 { encodedByte(index * stride, in: text) }

  private func encodedByte(_ index: Int, in text: Span<UInt8>) -> UInt8 {
    if encoding == .hexadecimal {
      let first = index * 2 + skipped
      return Self.hexadecimalValue(digit(first, in: text)) << 4 | Self.hexadecimalValue(digit(first + 1, in: text))
    }
    let (first, bit) = (index * 8 / 6 + skipped, index * 8 % 6)
    let high = UInt16(Self.base64Value(digit(first, in: text)))
    let low = UInt16(Self.base64Value(digit(first + 1, in: text)))
    return UInt8(truncatingIfNeeded: (high << 6 | low) >> UInt16(4 - bit))
  }

  private func digit(_ index: Int, in text: Span<UInt8>) -> UInt8 { text[place(ofDigit: index)] }

  /// The value of a byte that is such a digit.
  private static func hexadecimalValue(_ digit: UInt8) -> UInt8 { digit & 15 &+ digit >> 6 &* 9 }

  /// The value of a byte that is such a digit.
  static func base64Value(_ digit: UInt8) -> UInt8 {
    switch digit {
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

  /// The parts of the decoded bytes that are ASCII text, in order.
  ///
  /// - Parameter minimum: the least length of a part. Images and random keys hardly ever have a part as long as a
  ///   token, so only every `minimum`-th of their bytes is examined.
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
