import Documents
import Testing

@Suite struct GitignorePropertyTests {
  private static let pieces = [
    "a", "b", "/", "/", "*", "**", "?", "[", "]", "[a-", "[!", "[[:alpha:]", "\\", "!", "#", " ", "\n", "\n", "\r\n",
    "é", "\0",
  ]

  @Test func anyBytesGiveRegionsInsideTheFileAndPathsADecision() {
    var random = SeededPieces(seed: 11)
    for _ in 0..<4000 {
      let bytes = random.bytes(of: Self.pieces, count: 0...40)
      let file = IgnoreFile(path: ".gitignore", folder: "", bytes: bytes)
      var end = 0
      for pattern in file.patterns {
        #expect(pattern.region.start >= end && pattern.region.end <= bytes.count, "\(bytes)")
        #expect(pattern.text == String(decoding: bytes[pattern.region.range], as: UTF8.self), "\(bytes)")
        end = pattern.region.end
      }
      let path = random.bytes(of: ["a", "b", "/", "é"], count: 0...20)
      let rules = IgnoreRules(files: [file])
      let decision = rules.decision(forPath: path, isDirectory: true)
      // Removing all negations can only ignore more.
      let lines = bytes.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "!") }
      let positive = IgnoreRules(files: [
        IgnoreFile(path: "", folder: "", bytes: lines.flatMap { $0 + [UInt8(ascii: "\n")] })
      ])
      if decision?.isIgnored == true {
        #expect(positive.decision(forPath: path, isDirectory: true)?.isIgnored == true, "\(bytes) \(path)")
      }
    }
  }
}
