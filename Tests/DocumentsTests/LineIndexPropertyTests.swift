import Documents
import Testing

@Suite struct LineIndexPropertyTests {
  private static let pieces = [
    "a", "bc", "é", "日", "😀", "e\u{301}", "\n", "\n", "\r\n", "\r", "\t", "\u{FEFF}", "\u{2028}",
  ]

  @Test func offsetsAndPositionsAreInverse() {
    var random = SeededPieces(seed: 3)
    for _ in 0..<2000 {
      let bytes = random.bytes(of: Self.pieces, count: 0...30)
      let lines = LineIndex(bytes)
      var previous: Position?
      // Every offset at which a code point begins, and the end.
      var offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      while offset <= bytes.count {
        let position = lines.position(at: offset)
        #expect(lines.offset(of: position) == offset, "\(bytes) \(offset)")
        #expect(previous.map { $0 < position } ?? (position == Position(line: 1, column: 1)), "\(bytes) \(offset)")
        #expect(lines.lineNumber(at: offset) == position.line)
        previous = position
        guard offset < bytes.count else { break }
        offset += UTF8Length.ofCodePoint(in: bytes[offset...])
      }
    }
  }

  @Test func columnsFarOutInALongLineAreCounted() {
    var random = SeededPieces(seed: 6)
    let bytes =
      random.bytes(of: ["a", "é", "日", "😀"], count: 9_000...9_000) + [0x0A]
      + random.bytes(of: ["x", "é", "\u{2028}"], count: 20_000...20_000)
    let lines = LineIndex(bytes)
    var offset = 0
    var expected = Position(line: 1, column: 1)
    while offset < bytes.count {
      if lines.position(at: offset) != expected { Issue.record("\(offset) is not at \(expected)") }
      let isLineEnd = bytes[offset] == 0x0A
      offset += UTF8Length.ofCodePoint(in: bytes[offset...])
      expected =
        isLineEnd
        ? Position(line: expected.line + 1, column: 1) : Position(line: expected.line, column: expected.column + 1)
    }
  }

  @Test func anyOffsetIsAccepted() {
    var random = SeededPieces(seed: 4)
    for _ in 0..<500 {
      let bytes = random.bytes(of: Self.pieces, count: 0...20)
      let lines = LineIndex(bytes)
      for offset in -2...(bytes.count + 2) {
        let position = lines.position(at: offset)
        #expect(position.line <= lines.lineCount && position.column >= 1)
        #expect(lines.region(ofLine: position.line).map { $0.end <= bytes.count } == true)
      }
      #expect(lines.region(ofLine: 0) == nil && lines.region(ofLine: lines.lineCount + 1) == nil)
      #expect(lines.offset(of: Position(line: lines.lineCount, column: bytes.count + 2)) == nil)
    }
  }

  @Test func linesAndColumnsAgreeWithPython() throws {
    var random = SeededPieces(seed: 5)
    let documents = (0..<3000).map { _ in random.bytes(of: Self.pieces, count: 0...30) }
    guard case .lines(let expected) = try PythonOracle.run("lines.py", input: documents.map(\.hexadecimal)) else {
      return
    }
    #expect(expected.count == documents.count + 1)
    for (bytes, line) in zip(documents, expected) {
      let lines = LineIndex(bytes)
      let actual = (1...lines.lineCount).compactMap(lines.region(ofLine:)).map { region in
        "\(region.start)-\(region.end):\(lines.position(at: region.end).column)"
      }
      #expect(actual.joined(separator: " ") == line, "\(bytes)")
    }
  }
}
