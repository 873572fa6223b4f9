/// The text of a quoted string while it is read: runs of bytes as written, with decoded escapes between them.
struct QuotedText {
  /// Where the text starts, after the opening quote.
  private let start: Int
  /// Whether all bytes so far are ASCII: there is no UTF-8 to validate.
  var isASCII = true
  private var decoded: [UInt8] = []
  private var runStart: Int
  private var hasReported = false

  init(start: Int) {
    self.start = start
    runStart = start
  }

  /// Appends a code point in place of bytes as written, which follow everything appended before.
  mutating func replace(_ range: Range<Int>, with codePoint: UInt32, in bytes: [UInt8]) {
    drop(range, in: bytes)
    SyntaxReader.append(codePoint: codePoint, to: &decoded)
  }

  /// Omits bytes.
  mutating func drop(_ range: Range<Int>, in bytes: [UInt8]) {
    decoded.append(contentsOf: bytes[runStart..<range.lowerBound])
    runStart = range.upperBound
  }

  /// Reports an error in the string, unless one was reported.
  mutating func reportOnce(_ reader: inout SyntaxReader, _ region: Region, _ message: String) {
    guard !hasReported else { return }
    hasReported = true
    reader.report(region, message)
  }

  /// The text up to an offset.
  mutating func finish(_ reader: inout SyntaxReader, end: Int) -> String {
    if runStart == start, decoded.isEmpty {
      return isASCII ? reader.text(start..<end) : reader.checkedText(start..<end)
    }
    if !isASCII { reader.reportInvalidUTF8(in: start..<end) }
    drop(end..<end, in: reader.bytes)
    return String(decoding: decoded, as: UTF8.self)
  }
}
