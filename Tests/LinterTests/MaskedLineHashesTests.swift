import Documents
import Testing

@testable import Linter

/// The hashes expected are those the algorithm gives by its definition, computed by another program: 100 units from each
/// line start, without the rolling.
struct MaskedLineHashesTests {
  private func hashes(_ text: String, secrets: [Region] = []) -> [String?] {
    let source = Source(path: "a", text: text)
    let lines = 1...source.lines.lineCount
    let hashes = MaskedLineHashes(of: source, lines: Set(lines), secrets: Region.merged(secrets))
    return lines.map { hashes[$0] }
  }

  /// The definition, word by word and slowly.
  private func defined(_ text: String) -> [String] {
    var units: [UInt64] = []
    var starts = [0]
    for unit in text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").utf16 where unit != 32 && unit != 9 {
      units.append(UInt64(unit))
      if unit == 10 { starts.append(units.count) }
    }
    units.append(65535)
    units += Array(repeating: 0, count: 100)
    var counts: [UInt64: Int] = [:]
    return starts.map { start in
      let hash = units[start..<start + 100].reduce(UInt64(0)) { $0 &* 37 &+ $1 }
      counts[hash, default: 0] += 1
      return "\(String(hash, radix: 16)):\(counts[hash] ?? 0)"
    }
  }

  @Test func emptyFileHasTheHashGitHubGivesIt() {
    // Known from the behaviour of the action: the end mark and 99 zeros.
    #expect(hashes("") == ["c129715d7a2bc9a3:1"])
  }

  @Test(arguments: [
    "a", "a\n", " a \t b\n\n\nc", "one\r\ntwo\r\n\r\nthree", "grüße 世界 👋🏽\nx\n",
    String(repeating: "same line\n", count: 30), String(repeating: "x", count: 99) + "\n",
    String(repeating: "x", count: 100) + "\ny", String(repeating: "long ", count: 200) + "\nlast", "\n\n\n",
    "\u{FEFF}a\nb",
  ])
  func rollingGivesWhatTheDefinitionSays(_ text: String) {
    #expect(hashes(text) == defined(text))
  }

  @Test func onlyLinesAskedForAreHashed() {
    let source = Source(path: "a", text: "one\ntwo\nthree\n")
    let hashes = MaskedLineHashes(of: source, lines: [2], secrets: [])
    #expect(hashes[1] == nil)
    #expect(hashes[2] == defined("one\ntwo\nthree\n")[1])
    #expect(hashes[9] == nil)
  }

  @Test func secretsOfAnyValueGiveTheSameHash() {
    let short = hashes("key = abc;\nnext\n", secrets: [Region(start: 6, end: 9)])
    let long = hashes(
      "key = hunter2 hunter2;\nnext\n",
      secrets: [Region(start: 14, end: 21), Region(start: 6, end: 16)]
    )
    #expect(short == long)
    #expect(short.first == defined("key = •;\nnext\n").first)
    #expect(short.first != hashes("key = abc;\nnext\n").first)
  }

  @Test func linesAfterASecretOfManyLinesKeepTheirNumbers() {
    let text = "a = '''one\ntwo\r\n\nthree'''\nb\n"
    let secret = Region(start: 7, end: 22)
    #expect(hashes(text, secrets: [secret]) == defined("a = '''•\n•\n\n•'''\nb\n").map { $0 })
  }

  @Test func bytesThatAreNoTextAreHashedAsReplacementCharacters() {
    let source = Source(path: "a", bytes: [0x61, 0xFF, 0x62, 0x0A])
    #expect(MaskedLineHashes(of: source, lines: [1], secrets: [])[1] == defined("a\u{FFFD}b\n")[0])
  }
}
