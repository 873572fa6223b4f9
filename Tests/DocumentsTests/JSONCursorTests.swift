import Documents
import TestSupport
import Testing

/// The cursor and the parser read the same language.
@Suite struct JSONCursorTests {
  /// The tree of a document, read with the cursor; `nil` when it is damaged.
  private static func tree(_ bytes: [UInt8]) -> Node? {
    var cursor = JSONCursor(bytes)
    let root = value(&cursor)
    return cursor.isAtEnd() ? root : nil
  }

  private static func value(_ cursor: inout JSONCursor) -> Node {
    let value: Value
    switch cursor.kind() {
    case .object:
      var members: [Member] = []
      cursor.open()
      while let (key, start) = cursor.nextKey() {
        members.append(Member(key: key, keyRegion: Region(start: start, end: start), node: self.value(&cursor)))
      }
      value = .table(Table(members: members))
    case .array:
      var nodes: [Node] = []
      cursor.open()
      while cursor.nextElement() { nodes.append(self.value(&cursor)) }
      value = .array(nodes)
    case .string: value = .string(cursor.string() ?? "")
    case .number: value = .float(cursor.number() ?? 0)
    case .boolean: value = .boolean(cursor.boolean() ?? false)
    case .null:
      cursor.skip()
      value = .null
    case nil: value = .null
    }
    return Node(region: Region(start: 0, end: 0), value: value)
  }

  private static func withFloats(_ node: Node) -> Node {
    var node = node
    switch node.value {
    case .integer(let number): node.value = .float(Double(number))
    case .array(let nodes): node.value = .array(nodes.map(withFloats))
    case .table(let table):
      let members = table.members.map { Member(key: $0.key, keyRegion: $0.keyRegion, node: withFloats($0.node)) }
      node.value = .table(Table(members: members))
    default: break
    }
    return node
  }

  private static func skips(_ bytes: [UInt8]) -> Bool {
    var cursor = JSONCursor(bytes)
    cursor.skip()
    return cursor.isAtEnd()
  }

  @Test func readsWhatTheParserReads() throws {
    var writer = RandomJSON(seed: 41, hasComments: true)
    var counts = (whole: 0, damaged: 0)
    for round in 0..<2000 {
      var bytes = Array(writer.document().utf8)
      if round > 300 {
        let place = writer.random.below(bytes.count)
        let end = min(bytes.count, place + writer.random.below(3))
        let alphabet = Array("{}[]:,\"'/*\\\n\r\t -+.0179abtfnue".utf8) + [0, 0x7F, 0x80, 0xC3, 0xFF]
        bytes.replaceSubrange(place..<end, with: (0..<writer.random.below(3)).map { _ in writer.random.pick(alphabet) })
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let parsed = JSONCParser.parse(bytes)
      let tree = Self.tree(bytes)
      #expect((tree != nil) == parsed.errors.isEmpty, "\(text)")
      #expect(Self.skips(bytes) == parsed.errors.isEmpty, "\(text)")
      if let tree, parsed.errors.isEmpty {
        #expect(tree.canonicalText() == Self.withFloats(parsed.root).canonicalText(), "\(text)")
      }
      if tree == nil { counts.damaged += 1 } else { counts.whole += 1 }
    }
    #expect(counts.whole > 300 && counts.damaged > 300)
  }

  @Test(arguments: [
    "", "  ", "// only", "{", "[1", "{} {}", "[,]", "[1,,]", "{,}", "{\"a\"}", "{\"a\":}", "{\"a\" 1}", "[1 2]",
    "['a']",
    "{a: 1}", "[01]", "[+1]", "[tru]", "[\"a\nb\"]", "[\"\\x\"]", "[/]", "[/* 1]", "\u{FEFF}[}",
    String(repeating: "[", count: 129) + String(repeating: "]", count: 129),
    String(repeating: "{\"a\":", count: 100_000),
  ])
  func isDamaged(_ text: String) {
    #expect(Self.tree(Array(text.utf8)) == nil)
    #expect(!Self.skips(Array(text.utf8)))
  }

  @Test func wantsUTF8() {
    #expect(Self.tree([0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00]) == nil)
    #expect(Self.tree([0x22, 0xC3, 0x22]) == nil)
    #expect(Self.tree([0xEF, 0xBB, 0xBF, 0x7B, 0x7D]) != nil)
  }

  /// A value that is asked for as another kind is no value.
  @Test func knowsWhatItReads() {
    for text in ["1", "1.5", "true", "null", "\"a\"", "{}", "[]"] {
      var asText = JSONCursor(Array(text.utf8))
      let string = asText.string()
      #expect((string != nil) == (text == "\"a\""))
      #expect(asText.isDamaged == (text != "\"a\""))
      var asNumber = JSONCursor(Array(text.utf8))
      let number = asNumber.number()
      #expect((number != nil) == (text.first == "1"))
      var asInteger = JSONCursor(Array(text.utf8))
      let integer = asInteger.integer()
      #expect(integer == (text == "1" ? 1 : nil))
      #expect(asInteger.isDamaged == (text.first != "1"))
      var asFlag = JSONCursor(Array(text.utf8))
      let flag = asFlag.boolean()
      #expect(flag == (text == "true" ? true : nil))
    }
  }

  @Test func skipsWhatIsWrittenAlike() {
    var cursor = JSONCursor(Array(#"{"a": "x", "a": "x" , "a":"x", "a": "x", "ab": "x", "a": "xy"}"#.utf8))
    var first: Range<Int>?
    var isAlike: [Bool] = []
    cursor.open()
    while true {
      if let first, cursor.skipMember(ifWrittenLike: first) {
        isAlike.append(true)
        continue
      }
      guard let (_, start) = cursor.nextKey() else { break }
      cursor.skip()
      first = first ?? start..<cursor.position
      isAlike.append(false)
    }
    #expect(isAlike == [false, true, false, true, false, false])
    let isAtEnd = cursor.isAtEnd()
    #expect(isAtEnd)
  }

  @Test func skipsNothingBehindAMissingComma() {
    var cursor = JSONCursor(Array(#"{"a": "x" "a": "x"}"#.utf8))
    cursor.open()
    let key = cursor.nextKey()
    cursor.skip()
    let isAlike = cursor.skipMember(ifWrittenLike: 1..<9)
    let next = cursor.nextKey()
    #expect(key != nil && !isAlike && next == nil && cursor.isDamaged)
  }
}
