import Documents
import Testing

/// Text in UTF-16 becomes UTF-8, and nothing else does.
struct UTF16TextTests {
  enum Encoding: CaseIterable {
    case little, big, markedLittle, markedBig

    var isMarked: Bool { self == .markedLittle || self == .markedBig }

    func bytes(of text: String) -> [UInt8] {
      ((isMarked ? "\u{FEFF}" : "") + text).utf16.flatMap { unit in
        let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
        return self == .little || self == .markedLittle ? [low, high] : [high, low]
      }
    }
  }

  static let texts = [
    "ab", "a = 1\r\nb = 2\r\n", "key: grüße 🎉👩‍🚀 漢字\r\n", "tab\there\nend",
    String(repeating: "long line 🎉 ", count: 2000),
  ]

  @Test(arguments: Encoding.allCases, texts)
  func givesTheSameText(_ encoding: Encoding, _ text: String) {
    let expected = (encoding.isMarked ? "\u{FEFF}" : "") + text
    #expect(UTF16Text.decoded(encoding.bytes(of: text)) == Array(expected.utf8))
    #expect(UTF16Text.decoded(Array(text.utf8)) == nil)
  }

  @Test(arguments: [Encoding.markedLittle, .markedBig])
  func takesAnyScriptAfterAMark(_ encoding: Encoding) {
    let text = "漢字だけ。🎉"
    #expect(UTF16Text.decoded(encoding.bytes(of: text)) == Array("\u{FEFF}\(text)".utf8))
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x41, 0, 0x3D, 0xD8], "\u{FEFF}A\u{FFFD}"), ([0xFF, 0xFE, 0x41, 0, 0x42], "\u{FEFF}A\u{FFFD}"),
      ([0xFF, 0xFE, 0x89, 0xDF, 0x41, 0], "\u{FEFF}\u{FFFD}A"),
      ([0xFE, 0xFF, 0xD8, 0x3D, 0, 0x41], "\u{FEFF}\u{FFFD}A"),
    ] as [([UInt8], String)]
  )
  func replacesWhatIsNoText(_ bytes: [UInt8], _ text: String) {
    #expect(UTF16Text.decoded(bytes) == Array(text.utf8))
  }

  @Test(
    arguments: [
      [], [0x41], [0xFF, 0xFE], [0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0], [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x41],
      [0x41, 0, 0x42, 0, 0x43], [0x41, 0, 1, 0, 0x42, 0], [0, 0, 1, 0, 2, 0], [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0],
      [0x41, 0, 0, 0x4E, 0, 0x4E, 0, 0x4E], [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0],
    ] as [[UInt8]]
  )
  func leavesOthersAlone(_ bytes: [UInt8]) {
    #expect(UTF16Text.decoded(bytes) == nil)
  }
}
