import Documents
import Testing

@Suite struct DotenvProblemTests {
  typealias Kind = DotenvProblem.Kind

  struct Row: Sendable, CustomTestStringConvertible {
    let input: String
    let kind: Kind?
    let text: String

    init(_ input: String, _ kind: Kind? = nil, _ text: String = "") {
      self.input = input
      self.kind = kind
      self.text = text
    }

    var testDescription: String { input.debugDescription }
  }

  @Test(arguments: [
    Row("A=\"x", .unclosedQuote, "\""),
    Row("A='x # y'z", .unclosedQuote, "'"),
    Row("A=\"", .unclosedQuote, "\""),
    Row("A=\"x\\\"", nil),
    Row("A=\"x\" y", .textAfterClosingQuote, "y"),
    Row("A='x'y", .textAfterClosingQuote, "y"),
    Row("A=\"x\" \"y\"", .textAfterClosingQuote, "\"y\""),
    Row("A='it's'"),
    Row("A=\"{\"a\": \"b\"}\""),
    Row("A=\"x\" B=\"y\"", .secondAssignmentOnLine, "B"),
    Row("A=\"x\";B=y", .secondAssignmentOnLine, "B"),
    Row("A=x;B=y", .secondAssignmentOnLine, "B"),
    Row("A=x B_2=y", .secondAssignmentOnLine, "B_2"),
    Row("A=Server=x;USER=y"),
    Row("A=a;Uid=b"),
    Row("A=https://h/?Q=1&R=2"),
    Row("A=c2VjcmV0=="),
    Row("A={\n  \"a\": 1\n}", .multilineUnquoted, "{"),
    Row("A=[\n\"a\"\n]", .multilineUnquoted, "["),
    Row("A={\"a\": [1,\n2]}", .multilineUnquoted, "{\"a\": [1,"),
    Row("A={\"a\": \"}\"}\nfoo"),
    Row("A={x\nB=1"),
    Row("A={x\n# c"),
    Row("A={x"),
    Row("A=-----BEGIN X-----\nabc\n-----END X-----", .multilineUnquoted, "-----BEGIN X-----"),
    Row("A='-----BEGIN X-----\nabc\n-----END X-----'"),
    Row("A=-----BEGIN X-----\\nabc", .literalBackslashNInPEM, "\\n"),
    Row("A='-----BEGIN X-----\\nabc'", .literalBackslashNInPEM, "\\n"),
    Row("A=\"-----BEGIN X-----\\nabc\""),
    Row("A=\n\n\"x\"", .valueFromLaterLine, "\"x\""),
    Row("A:\nB=1", .valueFromLaterLine, "B=1"),
    Row("A\n=x", .valueFromLaterLine, "x"),
    Row("A=\nB=x"),
  ])
  func problem(of row: Row) throws {
    let source = Source(path: ".env", text: row.input)
    let entry = try #require(DotenvDocument.parse(source.bytes).entries.first)
    #expect(entry.problems.map(\.kind) == (row.kind.map { [$0] } ?? []))
    #expect(entry.problems.map { source.text(of: $0.region) } == (row.kind == nil ? [] : [row.text]))
  }

  @Test(
    arguments: [
      ("A=a#b", 3), ("A=https://h/p#f", 13), ("A=#fff", 2), ("A=\"x\" y#c", 7), ("A=\"x#y", 4),
      ("A=a #b", nil), ("A=# words", nil), ("A= #b", nil), ("A=\"a#b\"", nil), ("A=\"a\"#b", nil), ("A: #b", nil),
      ("A=#", nil),
    ] as [(String, Int?)]
  )
  func hashThatCutsAValue(input: String, offset: Int?) throws {
    let entry = try #require(DotenvDocument.parse(Array(input.utf8)).entries.first)
    #expect(entry.hashCut == offset.map { Region(start: $0, end: $0 + 1) })
  }

  struct Ignored: Sendable {
    let input: String
    let reason: IgnoredDotenvLine.Reason
    let key: String?
  }

  @Test(arguments: [
    Ignored(input: "A B=x", reason: .badKey, key: "A B"),
    Ignored(input: "Ä=x", reason: .badKey, key: "Ä"),
    Ignored(input: "A?=x", reason: .badKey, key: "A?"),
    Ignored(input: "  A+=x  ", reason: .badKey, key: "A+"),
    Ignored(input: "export A+ = x", reason: .badKey, key: "A+"),
    Ignored(input: "=x", reason: .badKey, key: ""),
    Ignored(input: "set A=x", reason: .setPrefix, key: "A"),
    Ignored(input: "A:x", reason: .colonWithoutSpace, key: "A"),
    Ignored(input: "A : x", reason: .spaceBeforeColon, key: "A"),
    Ignored(input: "A", reason: .missingEquals, key: nil),
    Ignored(input: "export A", reason: .missingEquals, key: nil),
    Ignored(input: String(repeating: "+", count: 65) + "=x", reason: .badKey, key: nil),
  ])
  func ignoredLine(_ row: Ignored) throws {
    // A valid line before and after shows that only the one line is lost.
    let source = Source(path: ".env", text: "Y=1\n\(row.input)\r\nZ=2")
    let document = DotenvDocument.parse(source.bytes)
    #expect(document.keys == ["Y", "Z"])
    let line = try #require(document.ignoredLines.first)
    #expect(document.ignoredLines.count == 1)
    #expect(line.reason == row.reason)
    #expect(line.key == row.key)
    #expect(source.text(of: line.region) == row.input.trimmingSpaces)
  }

  @Test func aColonThatEndsTheFileIsNoSeparator() {
    let document = DotenvDocument.parse(Array("A:".utf8))
    #expect(document.entries.isEmpty)
    #expect(document.ignoredLines.map(\.reason) == [.colonWithoutSpace])
  }

  @Test func linesOfAnUnquotedTextShowNoKeys() {
    let body = "-----BEGIN X-----\nabc+def=\nghi=\n-----END X-----"
    let document = DotenvDocument.parse(Array("A=\(body)\nB C=1\n".utf8))
    #expect(document.entries.map(\.isContinuation) == [false, true])
    #expect(document.ignoredLines.map(\.reason) == [.continuation, .continuation, .badKey])
    #expect(document.ignoredLines.map(\.key) == [nil, nil, "B C"])
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
