/// The bytes of a document, the current position and the errors so far: what the TOML and JSON parsers share.
struct SyntaxReader {
  /// At most this many errors are kept: with more, the file is not such a document at all.
  static let errorLimit = 100

  let bytes: [UInt8]
  var position = 0
  /// Whether something unclosed, such as a string without its closing quote, has swallowed the text after it.
  ///
  /// A bracket missing at the end is then not reported again.
  var hasSwallowedText = false
  private(set) var errors: [SyntaxError] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { position >= bytes.count }

  var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  func byte(at offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// Whether two given bytes are at the position.
  func startsWith(_ first: UInt8, _ second: UInt8) -> Bool {
    position + 1 < bytes.count && bytes[position] == first && bytes[position + 1] == second
  }

  /// Whether there is a line ending (LF or CRLF) at an offset.
  func isLineEnding(at offset: Int) -> Bool {
    guard let byte = byte(at: offset) else { return false }
    return byte == Byte.newline || byte == Byte.carriageReturn && self.byte(at: offset + 1) == Byte.newline
  }

  /// The end of the line that contains an offset, before its line ending.
  func lineEnd(from offset: Int) -> Int {
    var end = offset
    while end < bytes.count, bytes[end] != Byte.newline { end += 1 }
    if end > offset, end < bytes.count, bytes[end - 1] == Byte.carriageReturn { end -= 1 }
    return end
  }

  mutating func skipBlanks() {
    while position < bytes.count, Byte.isBlank(bytes[position]) { position += 1 }
  }

  /// The region of the one character at an offset; empty only at the end of the document.
  func characterRegion(at offset: Int) -> Region {
    guard offset < bytes.count else { return Region(start: bytes.count, end: bytes.count) }
    return Region(start: offset, end: offset + UTF8Length.ofCodePoint(in: bytes[offset...]))
  }

  /// Records an error.
  ///
  /// An empty region is widened to the next character.
  mutating func report(_ region: Region, _ message: String) {
    guard errors.count < Self.errorLimit else { return }
    let region = region.isEmpty ? characterRegion(at: region.start) : region
    errors.append(SyntaxError(region: region, message: message))
  }

  /// Records an error about the character at the position.
  mutating func reportCurrent(_ message: String) {
    report(characterRegion(at: position), message)
  }

  /// The errors, ordered by place.
  var errorsInOrder: [SyntaxError] {
    errors.sorted { $0.region < $1.region }
  }
}
