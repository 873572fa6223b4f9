import Documents
import Testing

@Suite struct DotenvPropertyTests {
  private static let pieces = [
    "A", "B_1", "k.x-y", "export ", "export\n", "=", "=", "=", "=", ":", ": ", " ", " ", "\n", "\n", "\n", "\r\n", "\r",
    "#", "'", "'", "\"", "\"", "`", "\\", "\\n", "\\r", "\\'", "\\\"", "\\`", "x", "y z", "é", "😀", "\u{2028}",
    "\u{2029}",
    "\u{A0}", "\u{FEFF}", "{", "}", "[", "-----BEGIN", "-----END", ";", "\t", "$", "set ",
  ]

  @Test func agreesWithTheGrammarAsOneRegularExpression() throws {
    var random = SeededPieces(seed: 0xD07E)
    let documents = (0..<6000).map { _ in random.text(of: Self.pieces, count: 1...24) }
    guard
      case .lines(let expected) = try PythonOracle.run(
        "dotenv_grammar.py",
        input: documents.map { $0.utf8.hexadecimal }
      )
    else { return }
    #expect(expected.count == documents.count + 1)
    for (document, line) in zip(documents, expected) {
      let entries = DotenvDocument.parse(Array(document.utf8)).entries
      let actual = entries.map { "\($0.key.utf8.hexadecimal)=\($0.value.utf8.hexadecimal)" }.joined(separator: ",")
      #expect(actual == line, "\(document.debugDescription)")
    }
  }

  @Test func anyBytesGiveRegionsInsideTheFile() {
    var random = SeededPieces(seed: 7)
    for _ in 0..<4000 {
      let bytes = random.bytes(of: Self.pieces, count: 0...40)
      let file = Region(start: 0, end: bytes.count)
      let document = DotenvDocument.parse(bytes)
      for entry in document.entries {
        let regions =
          [entry.keyRegion, entry.valueRegion, entry.contentRegion] + entry.problems.map(\.region)
          + (entry.hashCut.map { [$0] } ?? [])
        #expect(regions.allSatisfy(file.contains), "\(bytes)")
        #expect(entry.keyRegion.end < entry.valueRegion.start || entry.valueRegion.isEmpty, "\(bytes)")
        #expect(entry.valueRegion.contains(entry.contentRegion), "\(bytes)")
        #expect(bytes[entry.keyRegion.range].elementsEqual(entry.key.utf8), "\(bytes)")
        let length = entry.value.utf8.count
        #expect(file.contains(entry.region(ofValue: 0..<length, in: bytes)), "\(bytes)")
      }
      for line in document.ignoredLines {
        #expect(file.contains(line.region) && !line.region.isEmpty, "\(bytes)")
        #expect(!document.entries.contains { $0.keyRegion.overlaps(line.region) }, "\(bytes)")
      }
      let expansion = DotenvExpansion.expand(document.values)
      #expect(expansion.entries.count == document.keys.count)
    }
  }

  /// Would take very long if any of them were read in quadratic time.
  @Test(arguments: [
    "A=\"x\\\"", "A='\n", "A=\n", "export\n", "A\n", "A:\n", "\"", "A=\"\\\" ", "\r\n", "\u{2028}\"", "${", "$",
    "A=${A}\n", "{",
  ])
  func longRepetitions(of piece: String) {
    let text = String(repeating: piece, count: 50_000)
    for prefix in ["", "A=", "A=\""] {
      let document = DotenvDocument.parse(Array((prefix + text).utf8))
      _ = DotenvExpansion.expand(document.values)
      #expect(document.entries.count + document.ignoredLines.count <= 100_001)
    }
  }
}
