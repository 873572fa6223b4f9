import Documents
import Testing
import Workers

/// Shell text split into commands.
struct ShellWordsTests {
  @Test(arguments: [
    ("", []),
    ("   \n\n", []),
    ("a b  c", [["a", "b", "c"]]),
    ("a; b\nc", [["a"], ["b"], ["c"]]),
    ("a && b || c | d & e", [["a"], ["b"], ["c"], ["d"], ["e"]]),
    ("(cd x; a)", [["cd", "x"], ["a"]]),
    ("a 'b c' \"d e\" f' 'g", [["a", "b c", "d e", "f g"]]),
    ("a \"b \\\" c\" d\\ e", [["a", "b \" c", "d e"]]),
    ("a '\\' b", [["a", "\\", "b"]]),
    ("a \"x;y&&z|w\" '(#)'", [["a", "x;y&&z|w", "(#)"]]),
    ("a # b c\nd", [["a"], ["d"]]),
    ("a b#c", [["a", "b#c"]]),
    ("a \\\n  b \\\r\n  c", [["a", "b", "c"]]),
    ("a \"\" ''", [["a", "", ""]]),
    ("a \"open", [["a", "open"]]),
    ("a ${{ x || y }} b", [["a", "${{ x || y }}", "b"]]),
    ("a $(b; c) d", [["a", "$(b; c)", "d"]]),
    ("a ${X:-y z} d", [["a", "${X:-y z}", "d"]]),
  ])
  func splits(text: String, commands: [[String]]) {
    #expect(ShellWords.commands(in: Array(text.utf8)[...]).map { $0.map(\.text) } == commands)
  }

  @Test(arguments: [
    ("plain", false), ("$X", true), ("a$X", true), ("\"$X\"", true), ("'$X'", false), ("`date`", true),
    ("${{ matrix.env }}", true), ("\\$X", false),
  ])
  func marksWhatIsNotKnown(text: String, isUnknown: Bool) throws {
    let words = ShellWords.commands(in: Array(text.utf8)[...]).flatMap(\.self)
    let word = try #require(words.first)
    #expect(words.count == 1)
    #expect(word.hasUnknownPart == isUnknown)
  }

  @Test func keepsPlaces() {
    let text = Array("run: a 'b c' d".utf8)
    let words = ShellWords.commands(in: text[5...]).flatMap(\.self)
    #expect(words.map { String(decoding: text[$0.region.range], as: UTF8.self) } == ["a", "'b c'", "d"])
  }

  @Test(arguments: [
    "\\", "'", "\"\\", "$", "${", "$(", "`", "a\\\n", "\"\\\n\"", ";;;", "\u{0}", "\"a\\\nb\"",
  ])
  func survives(text: String) {
    let bytes = Array(text.utf8)
    let words = ShellWords.commands(in: bytes[...]).flatMap(\.self)
    #expect(words.allSatisfy { $0.region.start < $0.region.end && $0.region.end <= bytes.count })
  }
}
