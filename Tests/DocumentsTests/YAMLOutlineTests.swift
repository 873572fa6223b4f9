import Documents
import TestSupport
import Testing

/// The part of YAML that workflow files are written in.
struct YAMLOutlineTests {
  /// A tree in one line: `{key: value, …}`, `[…]`, strings in quotes.
  private static func write(_ node: Node) -> String {
    switch node.value {
    case .table(let table): "{" + table.members.map { "\($0.key): \(write($0.node))" }.joined(separator: ", ") + "}"
    case .array(let nodes): "[" + nodes.map(write).joined(separator: ", ") + "]"
    case .string(let text):
      "\"\(text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "/"))\""
    case .null: "null"
    default: "?"
    }
  }

  @Test(arguments: [
    ("", "{}"),
    ("# only words\n---\n", "{}"),
    ("a: 1\nb: two words # a comment\n", "{a: \"1\", b: \"two words\"}"),
    ("a:\n  b: c\n  d:\ne: f\n", "{a: {b: \"c\", d: null}, e: \"f\"}"),
    ("a:\n- b\n- c\n", "{a: [\"b\", \"c\"]}"),
    ("a:\n  - b: 1\n    c: 2\n  - d\n", "{a: [{b: \"1\", c: \"2\"}, \"d\"]}"),
    ("- - a\n  - b\n-\n  c: d\n", "[[\"a\", \"b\"], {c: \"d\"}]"),
    ("run: |\n  one\n    two\n\n  three\nnext: x\n", "{run: \"one/  two//three\", next: \"x\"}"),
    ("run: >-\n  one\n  two\n", "{run: \"one two\"}"),
    ("- |\n  one\n- two\n", "[\"one\", \"two\"]"),
    ("a: one\n  two\nb: c\n", "{a: \"one two\", b: \"c\"}"),
    ("a: \"x # \\\"y\\\"\" # no\nb: 'it''s'\n", "{a: \"x # \"y\"\", b: \"it's\"}"),
    ("\"a b\": c\n'd': e\n", "{a b: \"c\", d: \"e\"}"),
    ("a: [b, 'c d', ]\n", "{a: [\"b\", \"c d\"]}"),
    ("a: b: c\nd: http://x\n", "{a: \"b: c\", d: \"http://x\"}"),
    ("a: 1\nodd line\nb: 2\n", "{a: \"1\", b: \"2\"}"),
    ("a: \"1\"\nodd line\nb: 2\n", "{a: \"1\", b: \"2\"}"),
    ("a:\r\n  b: c\r\n", "{a: {b: \"c\"}}"),
  ])
  func reads(text: String, tree: String) {
    #expect(Self.write(YAMLOutline.parse(Array(text.utf8))) == tree)
  }

  /// The region of a scalar is its content, so that commands in it can be pointed at.
  @Test func regionsAreThoseOfTheContent() {
    let text = "jobs:\n  a:\n    run: |\n      one\n      two\n    name: 'x y' # no\n"
    let bytes = Array(text.utf8)
    let job = YAMLOutline.parse(bytes)["jobs"]?["a"]
    func content(_ key: String) -> String? {
      job?[key].map { String(decoding: bytes[$0.region.range], as: UTF8.self) }
    }
    #expect(content("run") == "one\n      two")
    #expect(content("name") == "x y")
  }

  /// Any bytes end in some tree, and deep nesting in no crash.
  @Test func neverFails() {
    var random = RandomSource(seed: 7)
    let pieces = ["a", ":", " ", "  ", "- ", "\n", "|", ">", "\"", "'", "[", "]", "#", "\t", "key: ", "\r\n", "{", "é"]
    for _ in 0..<2000 {
      let text = (0..<random.below(40)).map { _ in random.pick(pieces) }.joined()
      let bytes = Array(text.utf8)
      Self.expectInside(YAMLOutline.parse(bytes), 0..<bytes.count, text)
    }
    _ = YAMLOutline.parse(Array(String(repeating: "- ", count: 100_000).utf8))
    _ = YAMLOutline.parse(Array((0..<2000).map { String(repeating: " ", count: $0) + "a:\n" }.joined().utf8))
  }

  private static func expectInside(_ node: Node, _ range: Range<Int>, _ text: String) {
    #expect(
      node.region.start >= range.lowerBound && node.region.end <= range.upperBound,
      "in: \(text.debugDescription)"
    )
    for child in node.array ?? [] { expectInside(child, range, text) }
    for member in node.table?.members ?? [] { expectInside(member.node, range, text) }
  }
}
