import Documents
import TestSupport
import Testing

@Suite struct JSONCParserTests {
  @Test(arguments: [
    DocumentExample("{}", "{}"),
    DocumentExample("{\"a\": 1, \"b\": [true, false, null], }", "{a: 1, b: [true, false, null]}"),
    DocumentExample("// c\n{ /* c\n*/ \"a\" /**/ : // c\n [1, 2,], // c\n}\n/* c */", "{a: [1, 2]}"),
    DocumentExample(#"{"a": "\b\f\n\r\t\/\\\"\u00E9"}"#, #"{a: "\u0008\u000c\u000a\u000d\u0009/\u005c\u0022\u00e9"}"#),
    DocumentExample(
      #"["\ud83d\ude00", "\ud83d", "\ude00x", "\ud83d\u0041"]"#,
      #"["\ud83d\ude00", "\ufffd", "\ufffdx", "\ufffdA"]"#
    ),
    DocumentExample("[0, -0, 1, -12, 1.0, 1e2, 1E-2, 0.5]", "[0, 0, 1, -12, 1.0, 100.0, 0.01, 0.5]"),
    DocumentExample("[9223372036854775807, -9223372036854775808]", "[9223372036854775807, -9223372036854775808]"),
    DocumentExample("[9223372036854775808, 1e999]", "[9.223372036854776e+18, inf]"),
    DocumentExample("\u{FEFF}{\"a\": \"\u{7F}é\"}\r\n", #"{a: "\u007f\u00e9"}"#),
    DocumentExample("\"text\"", #""text""#), DocumentExample("[ ]", "[]"), DocumentExample("null", "null"),
    DocumentExample("{\"id\": \"{{id}}\"}", #"{id: "{{id}}"}"#),
  ])
  func reads(_ example: DocumentExample) {
    example.check(JSONCParser.parse)
  }

  @Test(arguments: [
    DocumentExample("«»", "{}"), DocumentExample("// only\n/* comments */«»", "{}"),
    // Templates.
    DocumentExample("{\"id\": «{{id}}», \"b\": 1}", #"{id: "{{id}}", b: 1}"#),
    DocumentExample("{\n«{{#if x}}»\n\"a\": 1,\n«{{/if}}»\n\"b\": 2\n}", "{a: 1, b: 2}"),
    DocumentExample("«{{#if x}}»\n{\"a\": 1}", "{a: 1}"),
    DocumentExample("{\"a\": [«<%= x %>», 1], «{{k}}»: 2}", #"{a: ["<%= x %>", 1], "{{k}}": 2}"#),
    DocumentExample("{\"a\": 1\n«{{#each}}»\n\"b\": 2}", "{a: 1, b: 2}"),
    // Values.
    DocumentExample("{\"a\": «my word», \"b\": 1}", #"{a: "my word", b: 1}"#),
    DocumentExample("{\"a\"«:» , \"b\": 1}", "{b: 1}"), DocumentExample("{\"a\"«:»}", "{}"),
    DocumentExample("{\"a\"«:»\n \"b\": 1}", "{b: 1}"),
    DocumentExample(
      "[«01», «+1», «.5», «1.», «0x1», «NaN», «undefined»]",
      #"["01", "+1", ".5", "1.", "0x1", "NaN", "undefined"]"#
    ),
    DocumentExample("{\"a\": 1 «2», \"b\": 3}", "{a: 1, b: 3}"),
    // Keys.
    DocumentExample("{«a»: 1, \"b\" «2», «\"c\"», \"d\"«=» 4}", "{a: 1, b: 2, d: 4}"),
    DocumentExample("{«'a'»: «'x'»}", #"{a: "x"}"#),
    DocumentExample("{«\"a: 1,»\n\"b\": 2}", "{b: 2}"),
    DocumentExample("{«# comment»\n\"b\": 2}", "{b: 2}"),
    // Commas.
    DocumentExample("{\"a\": 1\n «\"»b\": 2}", "{a: 1, b: 2}"),
    DocumentExample("[1 «2», 3 «\"»x\"]", #"[1, 2, 3, "x"]"#),
    DocumentExample("{\"a\": 1,«,» \"b\": 2}", "{a: 1, b: 2}"), DocumentExample("[«,» 1]", "[1]"),
    // Quotes and control characters.
    DocumentExample("{\"a\": «\"x,»\n\"b\": 1}", #"{a: "x,", b: 1}"#),
    DocumentExample("{\"a\": «\"x}»", #"{a: "x}"}"#),
    DocumentExample("{\"a\": \"x«\t»y\tz\", \"b\": 1}", #"{a: "x\u0009y\u0009z", b: 1}"#),
    DocumentExample(#"{"a": "C:«\w»orkers", "b": 1}"#, #"{a: "C:\u005cworkers", b: 1}"#),
    DocumentExample(#"{"a": "«\u»12", "b": 1}"#, #"{a: "\u005cu12", b: 1}"#),
    // Brackets.
    DocumentExample("{\"a\": «[»1, 2, \"b\": 3}", "{a: [1, 2], b: 3}"),
    DocumentExample("{\"a\": «[»1, 2\n \"b\": 3}", "{a: [1, 2], b: 3}"),
    DocumentExample("{\"a\": «[»1, 2}", "{a: [1, 2]}"),
    DocumentExample("[«{»\"a\": 1], 2]".replacing(", 2]", with: ""), "[{a: 1}]"),
    DocumentExample("«{»\"a\": {\"b\": 1}, \"c\": 2", "{a: {b: 1}, c: 2}"),
    DocumentExample("{\"a\": [1, «{»\"b\": 2", "{a: [1, {b: 2}]}"),
    DocumentExample("{\"a\": 1} «} x»\ny", "{a: 1}"), DocumentExample("1 «2»", "1"),
    DocumentExample("{\"a\": 1}«/*» c", "{a: 1}"),
  ])
  func goesOnAfterErrors(_ example: DocumentExample) {
    example.check(JSONCParser.parse)
  }

  @Test(arguments: [
    ("{\"name\": «\"x\"»}", "name"), ("{\"a\": «[1, 2]» }", "a"), ("{\"a\": [1, «2.5» ]}", "a.1"),
    ("{\"a\": «{ \"b\": 1 }»}", "a"), ("{\"a\": { \"b\": «null»/**/}}", "a.b"), (" «{ }» // c", ""),
  ])
  func pointsAtValues(_ marked: String, path: String) throws {
    let example = MarkedText(marked)
    let document = JSONCParser.parse(example.bytes)
    #expect(document.errors.isEmpty)
    #expect(MarkedText.marking([try #require(document.root.at(path)).region], in: example.bytes) == marked)
  }

  @Test func tellsKeysWrittenTwice() {
    let example = MarkedText("{«\"a\"»: 1, «\"a\"»: 2, \"b\": {\"a\": 3}, «\"a\"»: 4}")
    let document = JSONCParser.parse(example.bytes)
    #expect(document.errors.isEmpty)
    #expect(document.root["a"]?.integer == 4)
    #expect(
      document.duplicateKeys
        == example.regions.dropFirst().map { region in
          DuplicateKey(key: "a", region: region, firstRegion: example.regions[0])
        }
    )
  }

  @Test func tellsKeysWrittenTwiceAmongMany() {
    let members = (0..<10_000).map { "\"k\($0 % 9_000)\": \($0)" }
    let document = JSONCParser.parse(Array("{\(members.joined(separator: ","))}".utf8))
    #expect(document.duplicateKeys.count == 1_000)
    #expect(document.duplicateKeys.first?.firstRegion == Region(start: 1, end: 5))
  }

  @Test func saysWhatToDo() {
    #expect(JSONCParser.parse([]).errors.map(\.message) == ["the file is empty; write at least `{}`"])
    let errors = JSONCParser.parse(Array("{\"id\": {{id}}}".utf8)).errors
    #expect(errors.map(\.message) == ["expected a value; put text in double quotes"])
  }

  @Test func keepsAtMostAHundredErrors() {
    let document = JSONCParser.parse(Array("[\(String(repeating: "word,", count: 500)) 1]".utf8))
    #expect(document.errors.count == 100)
    #expect(document.root.array?.count == 501)
  }

  @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
  func refusesDeepNestingOnce(_ opening: String) {
    let text = "{\"x\": 1, \"y\":" + String(repeating: opening, count: 100_000)
    let document = JSONCParser.parse(Array(text.utf8))
    #expect(document.errors.count == 1)
    #expect(document.root["x"]?.integer == 1)
  }

  @Test func acceptsNestingUpToTheLimit() {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    #expect(JSONCParser.parse(nested(128)).errors.isEmpty)
    #expect(JSONCParser.parse(nested(129)).errors.count == 1)
    #expect(JSONCParser.parse(nested(100_000)).errors.count == 1)
  }
}
