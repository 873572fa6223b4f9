/// Finds and decodes text that is encoded in other text.
package enum EncodedText {
  /// The shortest text searched for in digits: few tokens are shorter.
  private static let minimum = 20
  /// How many numbers are recorded for a file: data can be full of them.
  private static let mostNumbers = 1 << 20

  /// Every text encoded in some bytes.
  ///
  /// - Parameters:
  ///   - limit: how many bytes to decode at most.
  ///   - known: what need not be decoded, in order and apart.
  ///   - shortStarts: where base64 may start that is shorter than the usual minimum.
  package static func texts(
    in bytes: [UInt8],
    limit: Int,
    besides known: [Region] = [],
    shortStarts: [Int] = []
  ) -> [DecodedText] {
    func isUnknown(_ range: Range<Int>) -> Bool {
      let next = known.partitioningIndex { $0.end >= range.upperBound }
      return next == known.count || known[next].start > range.lowerBound
    }
    let text = bytes.span
    let runs = EncodedRuns(in: text)
    var texts: [DecodedText] = []
    var rest = limit
    let escaped: [(TextEncoding, [Range<Int>])] = [
      (.backslash, runs.backslash), (.percent, runs.percent), (.entity, runs.entity),
    ]
    for (encoding, ranges) in escaped where !ranges.isEmpty {
      let escaped = EscapedText(encoding)
      for window in escaped.windows(around: ranges.filter(isUnknown), in: text) where window.count <= rest {
        rest -= window.count
        texts.append(escaped.decode(window, of: text))
      }
    }
    var end = 0
    for range in runs.hexadecimal where range.lowerBound >= end && isUnknown(range) {
      let digits = DigitRun(range, .hexadecimal, of: text)
      end = digits.range.upperBound
      append(digits, to: &texts, rest: &rest, of: text)
    }
    end = 0
    var hexadecimal = runs.hexadecimal[...]
    for range in runs.base64 where range.lowerBound >= end && isUnknown(range) {
      // Base64 of text never consists of hexadecimal digits alone.
      while let first = hexadecimal.first, first.lowerBound < range.lowerBound { hexadecimal.removeFirst() }
      if hexadecimal.first == range { continue }
      let digits = DigitRun(range, .base64, of: text)
      end = digits.range.upperBound
      append(digits, to: &texts, rest: &rest, of: text)
    }
    for start in shortStarts {
      let range = EncodedRuns.base64(from: start, in: text)
      guard range.count < EncodedRuns.minimum, isUnknown(range) else { continue }
      append(DigitRun(range, .base64, of: text), to: &texts, rest: &rest, of: text)
    }
    for numbers in ByteLists(in: text, limit: min(rest, mostNumbers)).lists {
      guard let first = numbers.first, let last = numbers.last, isUnknown(first.lowerBound..<last.upperBound) else {
        continue
      }
      texts.append(DecodedText(numbers, of: text))
    }
    return texts
  }

  /// Appends the texts that digits encode, starting at the first digit from which they give enough text.
  private static func append(
    _ digits: DigitRun,
    to texts: inout [DecodedText],
    rest: inout Int,
    of text: Span<UInt8>
  ) {
    for index in 0..<digits.readingCount {
      let digits = digits.reading(index)
      let ranges = digits.textRanges(minimum: minimum, in: text)
      for range in ranges where range.count <= rest {
        rest -= range.count
        texts.append(DecodedText(digits, decoded: range, of: text))
      }
      if ranges.isEmpty { continue }
      if ranges.reduce(0, { $0 + $1.count }) * 2 > digits.byteCount { break }
    }
  }
}
