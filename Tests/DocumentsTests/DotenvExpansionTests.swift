import Documents
import Testing

/// Every row of the expansion table in docs/facts/wrangler.md §5.4, and what the reports say.
@Suite struct DotenvExpansionTests {
  @Test(arguments: [
    ("$A", "x"), ("${A}", "x"), ("$NO", ""), ("${NO}", ""), ("a${A}b", "axb"), ("$A$A", "xx"),
    ("${NO:-d}", "d"), ("${NO-d}", "d"), ("${A:-d}", "x"), ("${A-d}", "x"), ("${NO:-a-b}", "a-b"), ("${E:-d}", "d"),
    ("${A:+a}", "a"), ("${A+a}", "a"), ("${NO:+a}", ""), ("${NO+a}", ""),
    ("\\$A", "$A"), ("\\${A}", "${A}"), ("\\$A$A", "xx$A".replacingEscape), ("pa$$word", "pa$"), ("p@ss$word", "p@ss"),
    ("a$1b", "a$1b"), ("a$", "a$"), ("${", "${"), ("${}", "${}"), ("${A", "${A"), ("${${N}}", "x"), ("a${1}b", "ab"),
    ("$LATER", ""), ("$SELF", ""), ("$D", "$A"), ("a$D", "ax"),
  ])
  func value(input: String, expected: String) throws {
    let merged = [
      (key: "A", value: "x"), (key: "E", value: ""), (key: "N", value: "A"), (key: "D", value: "\\$A"),
      (key: "SELF", value: input), (key: "LATER", value: "y"),
    ]
    let entry = try #require(DotenvExpansion.expand(merged).entries.first { $0.key == "SELF" })
    #expect(entry.value == expected)
    #expect(entry.isChanged == (input != expected))
    #expect(!entry.isEndless)
  }

  @Test func references() throws {
    let value = "é$A-${LATER:-d}-\\$NOT-$GONE"
    let merged = [(key: "A", value: "x"), (key: "B", value: value), (key: "LATER", value: "y")]
    let entry = DotenvExpansion.expand(merged).entries[1]
    #expect(entry.references.map(\.name) == ["A", "LATER", "GONE"])
    #expect(entry.references.map(\.target) == [.known, .forward, .unknown])
    #expect(entry.references.map(\.hasAlternative) == [false, true, false])
    let bytes = Array(value.utf8)
    #expect(
      entry.references.map { String(decoding: bytes[$0.range], as: UTF8.self) } == ["$A", "${LATER:-d}", "$GONE"]
    )
    #expect(entry.value == "éx-d-$NOT-")
  }

  @Test func theEnvironmentWinsUnlessEmpty() {
    let merged = [(key: "A", value: "file"), (key: "B", value: "$A $SHELL_ONLY"), (key: "C", value: "kept")]
    let entries = DotenvExpansion.expand(merged, environment: ["A": "shell", "SHELL_ONLY": "s", "C": ""]).entries
    #expect(entries.map(\.value) == ["shell", "shell s", "kept"])
    #expect(entries.map(\.isFromEnvironment) == [true, false, false])
    #expect(entries[1].references.allSatisfy { $0.target == .known })
  }

  @Test func aValueThatGrowsWithoutEndIsGivenUp() {
    let merged = [(key: "A", value: "\\$A\\$A"), (key: "B", value: "x$A"), (key: "C", value: "plain")]
    let entries = DotenvExpansion.expand(merged).entries
    #expect(entries.map(\.isEndless) == [false, true, false])
    #expect(entries[2].value == "plain")
  }
}

extension String {
  /// dotenv-expand replaces the first equal text, which here is the escaped one: `\$A$A` becomes `\x$A`, then `\xx`.
  fileprivate var replacingEscape: String { "\\xx" }
}
