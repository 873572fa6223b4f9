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
    for run in runs {
      var inner = run.hexadecimal[...]
      for digits in run.base64 {
        // What continues digits above has been decoded with them.
        let start = max(digits.lowerBound, covered.base64)
        guard start + EncodedRuns.minimum <= digits.upperBound else { continue }
        let range = start..<digits.upperBound
        var hexadecimalCount = 0
        while let digits = inner.first, digits.lowerBound < range.upperBound {
          inner.removeFirst()
          let start = max(digits.lowerBound, range.lowerBound, covered.hexadecimal)
          guard start + EncodedRuns.minimum <= digits.upperBound else { continue }
          let part = start..<digits.upperBound
          hexadecimalCount = max(hexadecimalCount, part.count)
          let hexadecimal = DigitRun(part, .hexadecimal, of: text)
          covered.hexadecimal = hexadecimal.range.upperBound
          append(hexadecimal, to: &texts, rest: &rest, of: text)
        }
        // Text in base64 is never made of hexadecimal digits alone.
        if hexadecimalCount == range.count { continue }
        let base64 = DigitRun(range, .base64, of: text)
        covered.base64 = base64.range.upperBound
        append(base64, to: &texts, rest: &rest, of: text)
      }
    }
    return texts
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
