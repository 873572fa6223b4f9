import Documents
import Testing

/// Every row of the grammar table in docs/facts/wrangler.md §5.3.
@Suite struct DotenvGrammarTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let input: String
    /// `KEY=value`, in order.
    let entries: [String]

    init(_ input: String, _ entries: String...) {
      self.input = input
      self.entries = entries
    }

    var testDescription: String { input.debugDescription }
  }

  @Test(arguments: [
    Row("A_b.c-9=x", "A_b.c-9=x"),
    Row("1A=x\n-B=y\n.C=z", "1A=x", "-B=y", ".C=z"),
    Row("A B=x\nÄ=x\nA?=x\nA+=x\nset A=x\nZ=1", "Z=1"),
    Row("export A=x\nexport\tB=y", "A=x", "B=y"),
    Row("Export A=x", ""),
    Row("export=x\nexport =y", "export=x", "export=y"),
    Row("exportA=x", "exportA=x"),
    Row("A = x", "A=x"),
    Row("   A=x", "A=x"),
    Row("A: x", "A=x"),
    Row("A:x\nA : x", ""),
    Row("A", ""),
    Row("A=", "A="),
    Row("A==x", "A==x"),
    Row("A=a b  \t", "A=a b"),
    Row("PW=a#b", "PW=a"),
    Row("U=https://h/p#frag", "U=https://h/p"),
    Row("A=#x", "A="),
    Row("A=x # comment", "A=x"),
    Row("A='a#b'\nB=\"c#d\"\nC=`e#f`", "A=a#b", "B=c#d", "C=e#f"),
    Row("A='a\nb'", "A=a\nb"),
    Row("A=\"a\\nb\\rc\"", "A=a\nb\rc"),
    Row("A='a\\nb'\nB=a\\nb\nC=`a\\nb`", "A=a\\nb", "B=a\\nb", "C=a\\nb"),
    Row("A=\"a\\\\nb\"", "A=a\\\nb"),
    Row("A=\"a\\\"b\"", "A=a\\\"b"),
    Row("A='it's'", "A=it's"),
    Row("A=\"x\nB=y", "A=\"x", "B=y"),
    Row("A=\"x\\ny", "A=\"x\ny"),
    Row("A=\"x\" y", "A=\"x\" y"),
    Row("A=\"x\" # c", "A=x"),
    Row("A=\"x\"#c", "A=x"),
    Row("A=\"x\" B=\"y\"", "A=x\" B=\"y"),
    Row("A=x;B=y", "A=x;B=y"),
    Row("A=\n\n\"x\"", "A=x"),
    Row("A=\nB=1", "A=", "B=1"),
    Row("A:\nB=1", "A=B=1"),
    Row("A\n\n=x", "A=x"),
    Row("A={\"a\":1}", "A={\"a\":1}"),
    Row("A={\n  \"a\": 1\n}\nB=2", "A={", "B=2"),
    Row("A=1\nA=2", "A=1", "A=2"),
    Row("A=1\r\nB=2\rC='x\r\ny\rz'", "A=1", "B=2", "C=x\ny\nz"),
    Row("\u{FEFF}A=1", "A=1"),
    Row("A=x\u{2028}B=y", "A=x\u{2028}B=y"),
    Row("A=x\u{2028}\"y\"", "A=x\u{2028}y"),
    Row("# A=1\n  # B=2\n\u{2028}C=3", "C=3"),
    Row("#A=1\u{2028}B=2", "B=2"),
    Row("A=\"x\\\"\nB=2", "A=x\\", "B=2"),
    Row("", ""),
  ])
  func entries(of row: Row) {
    let document = DotenvDocument.parse(Array(row.input.utf8))
    #expect(document.entries.map { "\($0.key)=\($0.value)" } == row.entries.filter { !$0.isEmpty })
  }

  @Test func duplicatesKeepTheirOrderAndTheLastWins() {
    let document = DotenvDocument.parse(Array("B=1\nA=2\nB=3".utf8))
    #expect(document.keys == ["B", "A"])
    #expect(document.value(of: "B") == "3")
    #expect(document.value(of: "C") == nil)
    #expect(document.values.map(\.value) == ["3", "2"])
  }

  @Test func placesOfAQuotedEntry() throws {
    let source = Source(path: ".dev.vars", text: "# c\nexport KEY = \"a b\"  # c\n")
    let entry = try #require(DotenvDocument.parse(source.bytes).entries.first)
    #expect(source.text(of: entry.keyRegion) == "KEY")
    #expect(source.text(of: entry.valueRegion) == "\"a b\"")
    #expect(source.text(of: entry.contentRegion) == "a b")
    #expect(entry.quote == .double)
    #expect(entry.separator == .equals)
    #expect(entry.hasExport)
    #expect(entry.hashCut == nil)
  }

  @Test func anEmptyValueStandsAfterTheSeparator() throws {
    let entries = DotenvDocument.parse(Array("A=\nB=  \nC:  # c".utf8)).entries
    #expect(entries.map(\.valueRegion.start) == [2, 5, 10])
    #expect(entries.allSatisfy { $0.valueRegion.isEmpty && $0.contentRegion.isEmpty })
    #expect(entries.map(\.separator) == [.equals, .equals, .colon])
  }

  @Test(arguments: [
    ("A=\"a\\nb$X\"", "$X"), ("A='a\r\nb$X'", "$X"), ("A=é$X # c", "$X"), ("A=`$X`", "$X"), ("A='\\n$X'", "$X"),
  ])
  func partsOfAValueAreFoundInTheFile(input: String, part: String) throws {
    let source = Source(path: ".env", text: input)
    let entry = try #require(DotenvDocument.parse(source.bytes).entries.first)
    let value = Array(entry.value.utf8)
    let start = try #require(value.firstIndex(of: UInt8(ascii: "$")))
    let region = entry.region(ofValue: start..<(start + part.utf8.count), in: source.bytes)
    #expect(source.text(of: region) == part)
  }
}
