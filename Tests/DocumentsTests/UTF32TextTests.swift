import Documents
import Testing

/// Text in UTF-32 becomes UTF-8, and nothing else does.
struct UTF32TextTests {
  private static func bytes(_ text: String, big: Bool, marked: Bool) -> [UInt8] {
    ((marked ? "\u{FEFF}" : "") + text).unicodeScalars.flatMap { scalar in
      let bytes = (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> (8 * $0)) }
      return big ? bytes.reversed() : bytes
    }
  }

  @Test(arguments: ["ab", "key: grüße 🎉 漢字\r\n", String(repeating: "long 🎉 ", count: 900)], 0..<4)
  func givesTheSameText(_ text: String, _ form: Int) {
    let (big, marked) = (form & 1 == 1, form & 2 == 2)
    let expected = (marked ? "\u{FEFF}" : "") + text
    #expect(UTF32Text.decoded(Self.bytes(text, big: big, marked: marked)) == Array(expected.utf8))
    #expect(StoredText.decoded(Self.bytes(text, big: big, marked: marked)) == Array(expected.utf8))
  }

  @Test(
    arguments: [
      [], [0x41, 0, 0, 0], [0x41, 0, 0, 0, 1, 0, 0, 0], [0x41, 0, 0, 0, 0x42, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0x41],
      [0, 0, 0xFE, 0xFF, 0, 0x11, 0, 0], [0x41, 0, 0x42, 0, 0x43, 0, 0x44, 0], Array("plain text".utf8),
    ] as [[UInt8]]
  )
  func leavesOthersAlone(_ bytes: [UInt8]) { #expect(UTF32Text.decoded(bytes) == nil) }
}
