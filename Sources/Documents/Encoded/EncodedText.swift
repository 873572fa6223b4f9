/// Finds and decodes the text that stands encoded in other text.
package enum EncodedText {
  /// The shortest text looked for in digits: few tokens are shorter.
  private static let minimum = 20

  /// Every text that stands encoded in some bytes.
  ///
  /// - Parameter limit: how many bytes to decode at most.
  package static func texts(in bytes: [UInt8], limit: Int) -> [DecodedText] {
    let text = bytes.span
    let runs = EncodedRuns.find(in: text)
    var texts: [DecodedText] = []
    var rest = limit
    for encoding in [TextEncoding.backslash, .percent, .entity] {
      let escaped = EscapedText(encoding)
      for window in escaped.windows(around: runs, in: text) where window.count <= rest {
        rest -= window.count
        texts.append(escaped.decode(window, of: text))
      }
    }
    var covered = (base64: 0, hexadecimal: 0)
    for run in runs where run.longestDigits >= EncodedRuns.minimum {
      for range in digits(.base64, from: max(run.range.lowerBound, covered.base64), to: run.range.upperBound, text) {
        var hexadecimalCount = 0
        let start = max(range.lowerBound, covered.hexadecimal)
        for part in digits(.hexadecimal, from: start, to: range.upperBound, text) {
          hexadecimalCount = max(hexadecimalCount, part.count)
          let digits = DigitRun(part, .hexadecimal, of: text)
          covered.hexadecimal = digits.range.upperBound
          append(digits, to: &texts, rest: &rest, of: text)
        }
        // Text in base64 is never made of hexadecimal digits alone.
        if hexadecimalCount == range.count { continue }
        let digits = DigitRun(range, .base64, of: text)
        covered.base64 = digits.range.upperBound
        append(digits, to: &texts, rest: &rest, of: text)
      }
    }
    return texts
  }

  /// The longest ranges of digits of a kind, of at least ``EncodedRuns/minimum``.
  private static func digits(
    _ encoding: TextEncoding,
    from first: Int,
    to end: Int,
    _ text: Span<UInt8>
  ) -> [Range<Int>] {
    func isDigit(_ place: Int) -> Bool { EncodedRuns.isDigit(text[place], of: encoding) }
    var ranges: [Range<Int>] = []
    var start = first
    while start + EncodedRuns.minimum <= end {
      var place = start + EncodedRuns.minimum - 1
      while place >= start, isDigit(place) { place -= 1 }
      if place >= start {
        start = place + 1
        continue
      }
      place = start + EncodedRuns.minimum
      while place < end, isDigit(place) { place += 1 }
      ranges.append(start..<place)
      start = place + 1
    }
    return ranges
  }

  /// Appends the texts that digits stand for, with the first digit they can begin with that gives much text.
  private static func append(
    _ digits: DigitRun,
    to texts: inout [DecodedText],
    rest: inout Int,
    of text: Span<UInt8>
  ) {
    for digits in digits.readings {
      let ranges = digits.textRanges(minimum: minimum, in: text)
      for range in ranges where range.count <= rest {
        rest -= range.count
        texts.append(DecodedText(digits, decoded: range, of: text))
      }
      if ranges.reduce(0, { $0 + $1.count }) * 2 > digits.byteCount { break }
    }
  }
}
