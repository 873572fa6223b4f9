/// One file's bytes with its path.
package struct Source: Sendable {
  /// The path from the folder checked, with `/` between its parts.
  package let path: String
  package let bytes: [UInt8]
  package let lines: LineIndex

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    self.lines = LineIndex(bytes)
  }

  package init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The text of a region, with U+FFFD where the bytes are not UTF-8.
  package func text(of region: Region) -> String {
    String(decoding: bytes[region.range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The start and end of a region as positions.
  package func positions(of region: Region) -> ClosedRange<Position> {
    let start = lines.position(at: region.start)
    return start...max(start, lines.position(at: region.end))
  }
}
