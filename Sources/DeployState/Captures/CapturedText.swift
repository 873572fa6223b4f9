import Documents

/// What a command of wrangler has printed: its answer among banners, notices and log lines
/// (docs/facts/wrangler.md §6.5).
struct CapturedText {
  /// A line without the blanks around it.
  struct Line {
    let text: String
    let region: Region
  }

  let source: Source
  /// The bytes, with blanks in place of escape sequences for colours, so that places stay the same.
  private let bytes: [UInt8]
  /// The lines that hold something.
  let lines: [Line]

  init(_ source: Source) {
    self.source = source
    let bytes = Self.withoutEscapes(source.bytes)
    self.bytes = bytes
    var lines: [Line] = []
    for number in 1...source.lines.lineCount {
      guard let region = source.lines.region(ofLine: number) else { continue }
      let range = Self.trimmed(bytes[region.range])
      if range.isEmpty { continue }
      lines.append(Line(text: String(decoding: bytes[range], as: UTF8.self), region: Region(range)))
    }
    self.lines = lines
  }

  var isBlank: Bool { lines.isEmpty }

  /// The first line that reports an error: `✘ [ERROR] …`, with colours between the words even where none are wanted.
  var errorLine: Line? {
    lines.first { line in
      let text = String(line.text.filter { $0 != " " })
      return ["✘[ERROR]", "X[ERROR]", "[ERROR]"].contains { text.hasPrefix($0) }
    }
  }

  /// - Throws: when it is UTF-16, which PowerShell's `>` writes.
  func checkEncoding() throws(StateFileError) {
    guard source.bytes.starts(with: [0xFF, 0xFE]) || source.bytes.starts(with: [0xFE, 0xFF]) else { return }
    throw StateFileError(
      source,
      Region(start: 0, end: 0),
      "the file is UTF-16, as PowerShell's > writes it; save it as UTF-8, such as with `| Out-File -Encoding utf8`"
    )
  }

  // MARK: JSON

  /// A JSON value that starts a line.
  enum JSON {
    case value(CaptureShape, Region)
    /// It starts here, and its end is missing.
    case cutOff(Region)
  }

  /// The JSON values of a shape we know.
  func json() -> [JSON] {
    var found: [JSON] = []
    var end = 0
    for line in lines where line.region.start >= end && isValueStart(line.region.start) {
      guard let close = closing(from: line.region.start) else {
        found.append(.cutOff(line.region))
        return found
      }
      end = close + 1
      let region = Region(start: line.region.start, end: end)
      let document = JSONCParser.parse(Array(bytes[region.range]))
      if document.errors.isEmpty, let shape = CaptureShape(document.root) { found.append(.value(shape, region)) }
    }
    return found
  }

  /// The value in a region, with the places of the file.
  func value(in region: Region) -> Node {
    var only = [UInt8](repeating: UInt8(ascii: " "), count: region.end)
    only.replaceSubrange(region.range, with: bytes[region.range])
    return JSONCParser.parse(only).root
  }

  /// Whether a bracket is followed by what a value may go on with; log lines such as `[wrangler]` are not.
  private func isValueStart(_ start: Int) -> Bool {
    guard bytes[start] == UInt8(ascii: "[") || bytes[start] == UInt8(ascii: "{") else { return false }
    let next = bytes[(start + 1)...].first { !Self.isBlank($0) && $0 != UInt8(ascii: "\n") }
    guard let next else { return true }
    let isArray = bytes[start] == UInt8(ascii: "[")
    return isArray ? "[]{".utf8.contains(next) : "}\"".utf8.contains(next)
  }

  /// The bracket that closes the one at a place, strings taken into account.
  private func closing(from start: Int) -> Int? {
    var depth = 0
    var isInString = false
    var isEscaped = false
    for index in start..<bytes.count {
      let byte = bytes[index]
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
    }
    return nil
  }

  // MARK: Bytes

  /// Blanks in place of `ESC [ … letter`.
  private static func withoutEscapes(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    var index = 0
    while let escape = bytes[index...].firstIndex(of: 0x1B) {
      var end = escape + 1
      if end < bytes.count, bytes[end] == UInt8(ascii: "[") {
        end += 1
        while end < bytes.count, (0x20...0x3F).contains(bytes[end]) { end += 1 }
        if end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      }
      for place in escape..<end { bytes[place] = UInt8(ascii: " ") }
      index = end
    }
    return bytes
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> Range<Int> {
    guard let first = line.firstIndex(where: { !isBlank($0) }), let last = line.lastIndex(where: { !isBlank($0) })
    else { return line.startIndex..<line.startIndex }
    return first..<last + 1
  }
}
