import Documents
import TestSupport
import Testing

/// A parser with documents to start from, for tests of what holds for any bytes.
struct ParserUnderTest: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let parse: @Sendable ([UInt8]) -> ParsedDocument
  let documents: [String]
  /// Bytes that mean something in the language.
  let alphabet: [UInt8]
  /// What stands before a value so that the value is a document.
  let valuePrefix: String

  static let all = [toml, jsonc]

  private static let toml: ParserUnderTest = {
    var writer = RandomTOML(seed: 21)
    return ParserUnderTest(
      testDescription: "TOML",
      parse: TOMLParser.parse,
      documents: (0..<40).map { _ in writer.document() } + TOMLCornerCases.valid,
      alphabet: Array("{}[]=,.\"'#\\\n\r\t -+_0179abxeTZ:".utf8) + [0, 0x7F, 0x80, 0xC3, 0xFF],
      valuePrefix: "v = "
    )
  }()

  private static let jsonc: ParserUnderTest = {
    var writer = RandomJSON(seed: 22, hasComments: true)
    return ParserUnderTest(
      testDescription: "JSONC",
      parse: JSONCParser.parse,
      documents: (0..<60).map { _ in writer.document() },
      alphabet: Array("{}[]:,\"'/*\\\n\r\t -+.0179abtfnue".utf8) + [0, 0x7F, 0x80, 0xC3, 0xFF],
      valuePrefix: ""
    )
  }()
}

@Suite struct ParserPropertyTests {
  @Test(arguments: ParserUnderTest.all)
  func keepsItsPromisesOnBytesAtRandom(_ parser: ParserUnderTest) {
    var random = RandomSource(seed: 31)
    for _ in 0..<1500 {
      let count = random.below(60)
      let bytes = random.once(in: 4) ? random.bytes(count) : (0..<count).map { _ in random.pick(parser.alphabet) }
      checkPromises(parser.parse(bytes), bytes)
    }
  }

  @Test(arguments: ParserUnderTest.all)
  func keepsItsPromisesOnChangedDocuments(_ parser: ParserUnderTest) {
    var random = RandomSource(seed: 32)
    for document in parser.documents {
      for _ in 0..<12 {
        var bytes = Array(document.utf8)
        for _ in 0..<1 + random.below(4) {
          let place = random.below(bytes.count + 1)
          let end = min(bytes.count, place + random.below(3))
          bytes.replaceSubrange(place..<end, with: (0..<random.below(3)).map { _ in random.pick(parser.alphabet) })
        }
        checkPromises(parser.parse(bytes), bytes)
      }
    }
  }

  @Test(arguments: ParserUnderTest.all)
  func keepsItsPromisesOnDocumentsCutOff(_ parser: ParserUnderTest) {
    for document in parser.documents.prefix(6) {
      let bytes = Array(document.utf8)
      for count in 0..<bytes.count { checkPromises(parser.parse(Array(bytes[..<count])), Array(bytes[..<count])) }
    }
  }

  @Test(arguments: ParserUnderTest.all)
  func readsEveryValueAgainFromItsRegion(_ parser: ParserUnderTest) {
    var count = 0
    for document in parser.documents {
      let bytes = Array(document.utf8)
      let parsed = parser.parse(bytes)
      #expect(parsed.errors.isEmpty)
      for node in values(in: parsed.root) {
        let text = String(decoding: bytes[node.region.range], as: UTF8.self)
        let again = parser.parse(Array((parser.valuePrefix + text).utf8))
        let value = parser.valuePrefix.isEmpty ? again.root : again.root["v"]
        #expect(again.errors.isEmpty && value?.canonicalText() == node.canonicalText(), "\(text)")
        count += 1
      }
    }
    #expect(count > 200)
  }

  @Test(arguments: ParserUnderTest.all)
  func readsEveryKeyAgainFromItsRegion(_ parser: ParserUnderTest) {
    for document in parser.documents {
      let bytes = Array(document.utf8)
      for member in members(in: parser.parse(bytes).root) {
        let text = String(decoding: bytes[member.keyRegion.range], as: UTF8.self)
        let again = parser.parse(Array((parser.valuePrefix.isEmpty ? "{\(text): 1}" : "\(text) = 1").utf8))
        #expect(again.errors.isEmpty && again.root.table?.members.map(\.key) == [member.key], "\(text)")
      }
    }
  }

  @Test(arguments: ParserUnderTest.all, ["[", "{", "]", "}", "{{", "[{", "[[", "{a=", "{\"a\":", "[\n"])
  func survivesAHundredThousandBrackets(_ parser: ParserUnderTest, bracket: String) {
    for prefix in ["", parser.valuePrefix.isEmpty ? "{\"a\": " : "a = "] {
      checkPromises(parser, of: prefix + String(repeating: bracket, count: 100_000))
    }
  }

  /// Text that opens something again and again, and makes a parser look ahead for where it ends.
  @Test(
    arguments: ParserUnderTest.all,
    [
      "[1,\"a\":", "{\n", "[\"", "\"", "'", "\"\"\"", "a.", "/*", "\\", "=", ",", "[{]", "${", "a=[", "a={b=\n",
      "a=\"\"\"\\\"\n", "a=[\n\"\"\"\n", "a='''\n", "[\"a\n:", "\"a\n", "[\n[a]\n", "[a.", "a.b=", "{\"a\"",
    ]
  )
  func staysFastOnWhatIsNeverClosed(_ parser: ParserUnderTest, opening: String) {
    checkPromises(parser, of: String(repeating: opening, count: 20_000))
  }

  private func checkPromises(_ parser: ParserUnderTest, of text: String) {
    let bytes = Array(text.utf8)
    let document = parser.parse(bytes)
    #expect(document.errors.count <= 100)
    #expect(document.errors.allSatisfy { $0.region.end <= bytes.count })
  }

  // MARK: What holds for any bytes

  private func checkPromises(_ document: ParsedDocument, _ bytes: [UInt8]) {
    let whole = Region(start: 0, end: bytes.count)
    var problems: [String] = []
    if document.errors.count > 100 { problems.append("more than 100 errors") }
    for error in document.errors {
      if !whole.contains(error.region) { problems.append("error outside: \(error)") }
      if error.region.isEmpty, error.region.start < bytes.count { problems.append("empty error: \(error)") }
    }
    if document.errors.map(\.region) != document.errors.map(\.region).sorted() { problems.append("errors in disorder") }
    for node in nodes(in: document.root) where !whole.contains(node.region) || node.region.isEmpty && !bytes.isEmpty {
      if node.region != document.root.region { problems.append("region \(node.region) of \(node.compactText)") }
    }
    for member in members(in: document.root) where !whole.contains(member.keyRegion) {
      problems.append("key region \(member.keyRegion)")
    }
    #expect(problems.isEmpty, "\(problems) in \(String(decoding: bytes, as: UTF8.self).debugDescription)")
  }

  private func nodes(in node: Node) -> [Node] {
    [node] + (node.array ?? []).flatMap(nodes) + (node.table?.members ?? []).flatMap { nodes(in: $0.node) }
  }

  private func members(in node: Node) -> [Member] {
    (node.array ?? []).flatMap(members) + (node.table?.members ?? []).flatMap { [$0] + members(in: $0.node) }
  }

  /// The values that are not tables or arrays.
  private func values(in node: Node) -> [Node] {
    nodes(in: node).filter { $0.table == nil && $0.array == nil }
  }
}
