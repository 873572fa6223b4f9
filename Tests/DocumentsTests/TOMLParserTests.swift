import Documents
import TestSupport
import Testing

@Suite struct TOMLParserTests {
  @Test(arguments: [
    DocumentExample("", "{}"),
    DocumentExample("a = 1\nb = 'x' # c\n", #"{a: 1, b: "x"}"#),
    DocumentExample("a.b.c = 1\na.\"d e\" = true", #"{a: {b: {c: 1}, "d e": true}}"#),
    DocumentExample("[env.prod.vars]\nK = 'v'\n[env.prod]\nname = 'n'", #"{env: {prod: {vars: {K: "v"}, name: "n"}}}"#),
    DocumentExample("[[kv]]\nb = 1\n[[kv]]\n[kv.c]", "{kv: [{b: 1}, {c: {}}]}"),
    DocumentExample("a = [1, [2.5, -inf], {b = {}},\n # c\n]", "{a: [1, [2.5, -inf], {b: {}}]}"),
    DocumentExample("a = 0xFF\nb = 0o17\nc = 0b11\nd = 1_000\ne = 1e3", "{a: 255, b: 15, c: 3, d: 1000, e: 1000.0}"),
    DocumentExample("a = 1979-05-27 07:32:00Z\nb = 07:32:00", "{a: @1979-05-27 07:32:00Z, b: @07:32:00}"),
    DocumentExample(#"a = "\t\"\\\u00e9\U0001F600""#, #"{a: "\u0009\u0022\u005c\u00e9\ud83d\ude00"}"#),
    DocumentExample("a = \"\"\"\r\nx\\\n   y\r\nz\"\"\"\"", #"{a: "xy\u000az\u0022"}"#),
    DocumentExample("a = '''\n'x'\\n'''", #"{a: "'x'\u005cn"}"#),
    DocumentExample("\u{FEFF}a = 1", "{a: 1}"),
    DocumentExample("a = \"{{name}}\"", #"{a: "{{name}}"}"#),
    // Keys are compared by their bytes: a letter with an accent is not the letter and the accent.
    DocumentExample("\"\u{E9}\" = 1\n\"e\u{301}\" = 2", #"{"\u00e9": 1, "e\u0301": 2}"#),
  ])
  func reads(_ example: DocumentExample) {
    example.check(TOMLParser.parse)
  }

  @Test(arguments: [
    // Templates.
    DocumentExample("name = «{{name}}»\nb = 1", #"{name: "{{name}}", b: 1}"#),
    DocumentExample("«{{#if x}}»\na = 1\n«{{/if}}»\nb = 2", "{a: 1, b: 2}"),
    DocumentExample("«{% if x %}»\nid = «${ID}» # c\nb = [«{{ x }}», 2]", #"{id: "${ID}", b: ["{{ x }}", 2]}"#),
    DocumentExample("«[{{env}}.vars]»\na = 1\n[b]", #"{"{{env}}.vars": {a: 1}, b: {}}"#),
    DocumentExample("«{{key}}» = 1", #"{"{{key}}": 1}"#),
    // Values.
    DocumentExample("a = «my worker» # c\nb = 1", #"{a: "my worker", b: 1}"#),
    DocumentExample("a «=»\nb = 1", "{b: 1}"),
    DocumentExample("a = 1 «b = 2»\nc = 3", "{a: 1, c: 3}"),
    DocumentExample("a = «01»\nb = «1979-13-01»\nc = «True»", #"{a: "01", b: "1979-13-01", c: "True"}"#),
    DocumentExample("a = «99999999999999999999»", "{a: 1e+20}"),
    // Keys.
    DocumentExample("«my key» = 1", #"{"my key": 1}"#),
    DocumentExample("a«:» 1\nb «\"»x\"\nc = 1", #"{a: 1, b: "x", c: 1}"#),
    DocumentExample("«=» 1\n«just words»\nb = 2", #"{"": 1, b: 2}"#),
    DocumentExample("«\"a = 1»\nb = 2", "{b: 2}"),
    // Quotes.
    DocumentExample("a = «\"x»\nb = 1", #"{a: "x", b: 1}"#),
    DocumentExample("a = «'x»\r\nb = 1", #"{a: "x", b: 1}"#),
    DocumentExample("a = «\"\"\"»x\ny\n\nb = 1", #"{a: "x\u000ay", b: 1}"#),
    DocumentExample("a = [«\"x, 1]»\nb = 1", #"{a: ["x, 1]"], b: 1}"#),
    DocumentExample(#"a = "«\U»sers\name""#, #"{a: "\u005cUsers\u000aame"}"#),
    DocumentExample("a = \"x«\u{1}»y\u{2}\"", #"{a: "x\u0001y\u0002"}"#),
    // Brackets.
    DocumentExample("a = «[»1, 2\nb = 3", "{a: [1, 2], b: 3}"),
    DocumentExample("a = «[»1,\n  2,\n[vars]\nb = 3", "{a: [1, 2], vars: {b: 3}}"),
    DocumentExample("a = «[»1,\n  [2], [3]", "{a: [1, [2], [3]]}"),
    DocumentExample("a = [1 «2», «x», 3 «y»]\nb = 1", #"{a: [1, 2, "x", 3], b: 1}"#),
    DocumentExample("a = [«,»1, «,» 2]", "{a: [1, 2]}"),
    DocumentExample("a = «{» b = 1\nc = 2", "{a: {b: 1}, c: 2}"),
    DocumentExample("a = «{»\n  b = 1, # c\n  c = 2\n}\nd = 3", "{a: {b: 1, c: 2}, d: 3}"),
    DocumentExample("a = «{»\n  b = 1\n  c = 2\n}\nd = 3", "{a: {b: 1, c: 2}, d: 3}"),
    DocumentExample("a = «{»\n  b = 1,\n  c = 2\nd = 3", "{a: {b: 1, c: 2}, d: 3}"),
    DocumentExample("a = { b = 1 «c» = 2 «,» }", "{a: {b: 1, c: 2}}"),
    DocumentExample("a = { b = «x y», «c», d «=» }\ne = 1", #"{a: {b: "x y"}, e: 1}"#),
    DocumentExample("a = { b = «[»1 }\nc = 2", "{a: {b: [1]}, c: 2}"),
    DocumentExample("«[vars»\na = 1\n«[[b]»\n«[c»\n«[[d.»", #"{vars: {a: 1}, b: [{}], c: {}, "d.": [{}]}"#),
    DocumentExample("[a] «b = 1»\n«[]»", #"{a: {}, "": {}}"#),
    // Defined twice.
    DocumentExample("a = 1\n«a» = 2", "{a: 1, a: 2}"),
    DocumentExample("[a]\nb = 1\n«[a]»\nc = 2", "{a: {b: 1, c: 2}}"),
    DocumentExample("[a]\nb.c = 1\n«[a.b]»\nd = 2", "{a: {b: {c: 1, d: 2}}}"),
    DocumentExample("a = {b = 1}\n«a.c» = 2\n«[a.d]»", "{a: {b: 1, c: 2, d: {}}}"),
    DocumentExample("a = [1]\n«[[a]]»\nb = 1", "{a: [1], a: [{b: 1}]}"),
    DocumentExample("[[a]]\n«[a]»\nb = 1", "{a: [{b: 1}]}"),
  ])
  func goesOnAfterErrors(_ example: DocumentExample) {
    example.check(TOMLParser.parse)
  }

  @Test(arguments: [
    ("name = «\"x\"»", "name"), ("a = «[1, 2]» # c", "a"), ("a = [1,\n «2.5»]", "a.1"), ("a.b = «'x'»", "a.b"),
    ("a = «{ b = 1 }»", "a"), ("a = { b.c = «true» }", "a.b.c"), ("a = «1979-05-27 07:32:00» # c", "a"),
    ("a = «\"\"\"\nx\"\"\"»", "a"), ("«[env.prod.vars]» # c\nK = 1", "env.prod.vars"), ("«[a.b]»\n[a.c]", "a"),
    ("[a.b]\n«[a]»", "a"), ("«[[kv]]»\n[[kv]]", "kv"), ("[[kv]]\nb = 1\n  «[[ kv ]]»", "kv.1"),
    ("[[kv]]\n«[kv.c]»", "kv.0.c"), ("«a.b».c = 1", "a.b"), ("é = 1\n".replacing("é", with: "x") + "b = «'é'»", "b"),
    ("«a = 1\n»", ""),
  ])
  func pointsAtValues(_ marked: String, path: String) throws {
    let example = MarkedText(marked)
    let document = TOMLParser.parse(example.bytes)
    #expect(document.errors.isEmpty)
    #expect(MarkedText.marking([try #require(document.root.at(path)).region], in: example.bytes) == marked)
  }

  @Test(arguments: [
    ("«name» = 1", "name"), ("«\"a b\"» = 1", "a b"), ("x.«'y'» = 1", "x.y"), ("«x».y = 1\nx.z = 2", "x"),
    ("[env.«prod».vars]\n[env.prod]", "env.prod"), ("a = { b . «c» = 1 }", "a.b.c"), ("[[ «kv» ]]\n[[kv]]", "kv"),
  ])
  func pointsAtKeys(_ marked: String, path: String) throws {
    let example = MarkedText(marked)
    let document = TOMLParser.parse(example.bytes)
    #expect(document.errors.isEmpty)
    #expect(MarkedText.marking([try #require(document.root.member(at: path)).keyRegion], in: example.bytes) == marked)
  }

  @Test func saysWhatToDo() {
    let errors = TOMLParser.parse(Array("name = {{name}}\n[a]\n[a]\n".utf8)).errors
    #expect(
      errors.map(\.message) == [
        "expected a value after `=`; put text in quotes", "this table is already open above; move these keys there",
      ]
    )
  }

  @Test func neverRepeatsTheDocumentInAMessage() {
    for text in TOMLCornerCases.invalid.map({ $0.replacing("a", with: "zqzq") }) {
      for error in TOMLParser.parse(Array(text.utf8)).errors { #expect(!error.message.contains("zqzq")) }
    }
  }

  @Test func keepsAtMostAHundredErrors() {
    let document = TOMLParser.parse(Array((String(repeating: "word\n", count: 500) + "a = 1").utf8))
    #expect(document.errors.count == 100)
    #expect(document.root["a"]?.integer == 1)
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x61, 0], "the file is UTF-16; save it as UTF-8"),
      ([0xFE, 0xFF, 0, 0x61], "the file is UTF-16; save it as UTF-8"),
      ([0xFF, 0xFE, 0, 0], "the file is UTF-32; save it as UTF-8"),
    ] as [([UInt8], String)]
  )
  func refusesOtherEncodings(_ bytes: [UInt8], message: String) {
    for document in [TOMLParser.parse(bytes), JSONCParser.parse(bytes)] {
      #expect(document.errors.map(\.message) == [message])
      #expect(document.root.compactText == "{}")
    }
  }

  @Test func reportsBytesThatAreNotUTF8OncePerString() {
    let bytes = Array("a = \"é".utf8) + [0xFF, 0xFE] + Array("x\"\nb = '".utf8) + [0xC3] + Array("'".utf8)
    let document = TOMLParser.parse(bytes)
    #expect(document.errors.map(\.region) == [Region(start: 7, end: 8), Region(start: 17, end: 18)])
    #expect(document.root.compactText == #"{a: "\u00e9\ufffd\ufffdx", b: "\ufffd"}"#)
  }

  @Test(arguments: ["[", "{b = ", "{b = ["])
  func refusesDeepNestingOnce(_ opening: String) {
    let depth = 100_000
    let text = "x = 1\na = " + String(repeating: opening, count: depth)
    let document = TOMLParser.parse(Array(text.utf8))
    #expect(document.errors.count == 1)
    #expect(document.root["x"]?.integer == 1)
  }

  @Test func acceptsNestingUpToTheLimit() {
    func nested(_ depth: Int) -> [UInt8] {
      Array(("a = " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "\nb = 1").utf8)
    }
    #expect(TOMLParser.parse(nested(127)).errors.isEmpty)
    #expect(TOMLParser.parse(nested(128)).errors.count == 1)
    #expect(TOMLParser.parse(nested(128)).root["b"]?.integer == 1)
  }

  @Test(arguments: ["k# = #", "[[a]]", "[t#]", "a.b# = #", "[a.b#.c]", "a = 1", "[a]"])
  func readsTenThousandOfAKind(_ line: String) {
    let text = (0..<10_000).map { line.replacing("#", with: "\($0)") }.joined(separator: "\n")
    let document = TOMLParser.parse(Array(text.utf8))
    let members = document.root.table?.members
    let elements = members?.first?.node.array?.count ?? members?.first?.node.table?.members.count ?? 0
    let isTwice = line == "a = 1" || line == "[a]"
    #expect(document.errors.count == (isTwice ? 100 : 0))
    #expect(max(members?.count ?? 0, elements) == (line == "[a]" ? 1 : 10_000))
  }
}
