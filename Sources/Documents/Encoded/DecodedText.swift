/// Text decoded from other text, with the place of each of its bytes there.
package struct DecodedText: Sendable {
  package let encoding: TextEncoding
  package let bytes: [UInt8]
  private let places: Places

  private enum Places: Sendable {
    case digits(DigitRun, firstByte: Int)
    /// Every escape, in order; between them the text is unencoded.
    case escapes(start: Int, [Escape])
    /// The number of each byte.
    case numbers([Range<Int>])
  }

  /// An escape and its decoded form.
  struct Escape: Sendable {
    /// Where its text starts in the decoded bytes, and how long it is.
    let decoded: Range<Int>
    /// Where it is.
    let place: Range<Int>
  }

  init(_ run: DigitRun, decoded range: Range<Int>, of text: Span<UInt8>) {
    encoding = run.encoding
    bytes = range.map { run.byte($0, in: text) }
    places = .digits(run, firstByte: range.lowerBound)
  }

  init(_ encoding: TextEncoding, _ bytes: [UInt8], from start: Int, escapes: [Escape]) {
    self.encoding = encoding
    self.bytes = bytes
    places = .escapes(start: start, escapes)
  }

  /// - Parameter numbers: where each byte of the text is in a list.
  init(_ numbers: [Range<Int>], of text: Span<UInt8>) {
    encoding = .byteList
    bytes = numbers.compactMap { ByteLists.value(of: $0, in: text) }
    places = .numbers(numbers)
  }

  /// Where a part of the text, which must not be empty, is in the surrounding text.
  package func place(of range: Range<Int>) -> Range<Int> {
    switch places {
    case .digits(let run, let firstByte):
      return run.place(ofBytes: range.lowerBound + firstByte..<range.upperBound + firstByte)
    case .escapes(let start, let escapes):
      return Self.place(ofByte: range.lowerBound, start, escapes)
        .lowerBound..<Self.place(ofByte: range.upperBound - 1, start, escapes).upperBound
    case .numbers(let numbers):
      return numbers[range.lowerBound].lowerBound..<numbers[range.upperBound - 1].upperBound
    }
  }

  /// Where all digits, or numbers, are that it is part of; `nil` for text with escapes.
  package var digits: Range<Int>? {
    switch places {
    case .digits(let run, _): run.range
    case .numbers: place(of: bytes.indices)
    case .escapes: nil
    }
  }

  private static func place(ofByte offset: Int, _ start: Int, _ escapes: [Escape]) -> Range<Int> {
    let next = escapes.partitioningIndex { $0.decoded.lowerBound > offset }
    guard next > 0 else { return start + offset..<start + offset + 1 }
    let escape = escapes[next - 1]
    if offset < escape.decoded.upperBound { return escape.place }
    let place = escape.place.upperBound + offset - escape.decoded.upperBound
    return place..<place + 1
  }
}
