import Documents
import TestSupport
import Testing

/// What TOMLKit, another TOML reader, makes of documents.
@Suite struct TOMLOracleTests {
  /// TOMLKit leaves U+FEFF out behind a backslash at the end of a line, where it is text like any other.
  private static func readableByTOMLKit(_ text: String) -> String {
    text.replacing("\u{FEFF}", with: "")
  }

  @Test func agreesOnDocumentsAtRandom() {
    var writer = RandomTOML(seed: 1)
    var accepted = 0
    for _ in 0..<400 {
      let text = Self.readableByTOMLKit(writer.document())
      let ours = TOMLParser.parse(Array(text.utf8))
      #expect(ours.errors.isEmpty, "\(text)")
      guard let theirs = TOMLKitReading.root(of: text) else { continue }
      accepted += 1
      #expect(ours.root.canonicalText(date: CanonicalDate.text) == theirs.canonicalText(), "\(text)")
    }
    #expect(accepted == 400)
  }

  @Test func agreesOnWhatIsDefinedTwice() {
    var writer = RandomTOML(seed: 2)
    var counts = (accepted: 0, refused: 0)
    for _ in 0..<3000 {
      let text = writer.collidingDocument()
      let ours = TOMLParser.parse(Array(text.utf8))
      if let theirs = TOMLKitReading.root(of: text) {
        #expect(ours.errors.isEmpty, "\(text)")
        #expect(ours.root.canonicalText() == theirs.canonicalText(), "\(text)")
        counts.accepted += 1
      } else {
        #expect(!ours.errors.isEmpty, "\(text)")
        counts.refused += 1
      }
    }
    #expect(counts.accepted > 100)
    #expect(counts.refused > 100)
  }

  /// Documents that the specification allows and TOMLKit refuses, or reads otherwise.
  private static let validButRefused: Set<String> = [
    // Numbers beyond the range of floats are refused rather than infinite.
    "a = 1e+400",
    // A NUL ends the string on its way through C.
    "a = \"\\u0000\"",
  ]

  @Test(arguments: TOMLCornerCases.valid)
  func agreesOnValidCorners(_ text: String) {
    let ours = TOMLParser.parse(Array(text.utf8))
    #expect(ours.errors.isEmpty)
    let theirs = TOMLKitReading.root(of: text)?.canonicalText()
    if Self.validButRefused.contains(text) {
      #expect(theirs != ours.root.canonicalText(date: CanonicalDate.text), "no deviation any more")
    } else {
      #expect(theirs == ours.root.canonicalText(date: CanonicalDate.text))
    }
  }

  /// Documents that the specification forbids and TOMLKit accepts.
  private static let invalidButAccepted: Set<String> = []

  /// Documents at which TOMLKit, built for debugging, ends the process.
  private static let invalidAndAborting: Set<String> = ["[.a]"]

  @Test(arguments: TOMLCornerCases.invalid)
  func agreesOnInvalidCorners(_ text: String) {
    #expect(!TOMLParser.parse(Array(text.utf8)).errors.isEmpty)
    guard !Self.invalidAndAborting.contains(text) else { return }
    #expect((TOMLKitReading.root(of: text) != nil) == Self.invalidButAccepted.contains(text))
  }
}
