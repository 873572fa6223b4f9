import Documents
import TestSupport
import Testing
import Text

/// Paths keep their bytes, whatever they are.
struct PathBytesTests {
  /// Bytes in which whole characters, halves of them, slashes and stand-ins are frequent.
  private func path(using random: inout RandomSource) -> [UInt8] {
    let pieces: [[UInt8]] = [
      Array("a".utf8), Array("/".utf8), Array("é".utf8), Array("日".utf8), Array("\u{301}".utf8), Array("\u{600}".utf8),
      Array("\u{10FFFF}".utf8), Array("\u{10FF7F}".utf8), Array("😀".utf8), Array("\u{200D}".utf8), [0xFF], [0x80],
      [0xC3], [0xF4, 0x8F], [0xF4], [0xED, 0xA0, 0x80], [0x0A], [0xE2, 0x82],
    ]
    return (0..<Int.random(in: 0...12, using: &random)).flatMap { _ in pieces.randomElement(using: &random) ?? [] }
  }

  @Test func anyBytesComeBack() {
    var random = RandomSource(seed: 11)
    var texts: [String: [UInt8]] = [:]
    for _ in 0..<20_000 {
      let bytes = path(using: &random)
      let text = String(pathBytes: bytes)
      #expect(text.pathBytes == bytes)
      #expect(text.isPlainPath == (Array(text.utf8) == bytes))
      // Every slash is one, so that paths can be taken apart.
      let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { $0 }
      let byteParts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      #expect(parts.map { String($0).pathBytes } == byteParts.map(Array.init))
      // A part is spelled the same wherever it stands.
      #expect(parts.map(String.init) == byteParts.map { String(pathBytes: $0) })
      if let other = texts.updateValue(bytes, forKey: text), other != bytes {
        // Accents may be written in two ways, which are one text.
        #expect(text.unicodeScalars.contains("\u{301}"))
      }
    }
  }

  @Test func whatIsTextStaysAsItIs() {
    for path in ["", "a/b", "日本/é", ".dev.vars", "a\nb", "\u{10FF7F}"] {
      #expect(String(pathBytes: path.utf8) == path)
      #expect(path.isPlainPath)
    }
  }
}
