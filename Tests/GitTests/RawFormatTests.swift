import TestSupport
import Testing

@testable import Git

/// What git's raw formats are read as.
struct RawFormatTests {
  private static let one = String(repeating: "1", count: 40)
  private static let two = String(repeating: "2", count: 40)
  private static let zero = String(repeating: "0", count: 40)

  @Test func objectNames() throws {
    for length in [40, 64] {
      let digits = (0..<length).map { "0123456789abcdef".utf8.map(\.self)[($0 * 7 + 3) % 16] }
      let object = try #require(ObjectID(hexadecimal: digits[...]))
      #expect(object.hexadecimal == digits)
      #expect(!object.isNull)
    }
    #expect(ObjectID(hexadecimal: Array(Self.zero.utf8)[...])?.isNull == true)
    #expect(ObjectID(hexadecimal: Array("12".utf8)[...]) == nil)
    #expect(ObjectID(hexadecimal: Array((Self.one.dropLast() + "g").utf8)[...]) == nil)
  }

  @Test func changes() {
    let text =
      ":000000 100644 \(Self.zero) \(Self.one) A\u{0}new\u{0}"
      + ":100644 000000 \(Self.one) \(Self.zero) D\u{0}:100644 gone\u{0}"
      + ":100644 100755 \(Self.one) \(Self.two) R097\u{0}old name\u{0}new\nname\u{0}"
      + ":000000 160000 \(Self.zero) \(Self.one) A\u{0}module\u{0}"
      + ":100644 000000 \(Self.one) \(Self.zero) U\u{0}conflict\u{0}"
    let changes = FileChange.list(Array(text.utf8))
    #expect(changes.map(\.path) == ["new", ":100644 gone", "new\nname", "module", "conflict"])
    #expect(changes.map(\.oldPath) == ["new", ":100644 gone", "old name", "module", "conflict"])
    #expect(changes.map { $0.new?.mode } == [.regular, nil, .executable, .submodule, nil])
    #expect(changes.map { $0.old == nil } == [true, false, false, true, false])
    #expect(changes.map(\.isConflict) == [false, false, false, false, true])
  }

  /// The events do not depend on where the pieces are cut.
  @Test func historyInPieces() {
    let text =
      "\(Self.one)\u{0}\n:000000 100644 \(Self.zero) \(Self.two) A\u{0}\(Self.one)\u{0}"
      + ":100644 000000 \(Self.two) \(Self.zero) D\u{0}:a\u{0}"
      + "\(Self.two)\u{0}\u{0}::100644 100644 100644 \(Self.one) \(Self.two) \(Self.one) MM\u{0}a\nb\u{0}"
      + ":000000 120000 \(Self.zero) \(Self.two) A\u{0}link\u{0}\(Self.one)\u{0}"
    let bytes = Array(text.utf8)
    let expected = [
      "commit \(Self.one)", "\(Self.two) \(Self.one)", "commit \(Self.two)", "\(Self.one) a\nb", "commit \(Self.one)",
    ]
    for size in 1...bytes.count {
      var reader = RawHistoryReader()
      var events: [String] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        reader.read(bytes[start..<min(start + size, bytes.count)]) { event in
          switch event {
          case .commit(let commit): events.append("commit \(commit.text)")
          case .content(let object, let path): events.append("\(object.text) \(String(decoding: path, as: UTF8.self))")
          }
        }
      }
      #expect(events == expected, "pieces of \(size) bytes")
    }
  }
}
