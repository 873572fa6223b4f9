import Foundation
import TestSupport
import Testing

@testable import Archives

/// Whatever the bytes, reading them ends, and gives no more than may be.
struct DamagedArchiveTests {
  /// Small archives of every kind with the same three files.
  private static func archives() throws -> [(name: String, bytes: [UInt8])] {
    let folder = try ArchiveReaderTests.folder([
      "a": Array("first file\n".utf8), "b": Array(repeating: UInt8(ascii: "b"), count: 2000), "c/d": Array("d".utf8),
    ])
    let command = """
      cd in && tar -cf ../a.tar * && tar -czf ../a.tgz * && tar -c --format=pax -f ../b.tar * && gzip -c b > ../b.gz &&
      python3 -m zipfile -c ../a.zip a b c && python3 -m zipfile -c ../b.zip ../a.zip ../a.tgz ../a.tar
      """
    _ = try ArchiveReaderTests.made("a.tar", by: command, in: folder)
    return try ["a.tar", "a.tgz", "b.tar", "b.gz", "a.zip", "b.zip"].map {
      ($0, Array(try Data(contentsOf: folder.url.appending(path: $0))))
    }
  }

  /// - Returns: how many bytes the files have, and whether anything was told.
  @discardableResult
  private static func read(_ bytes: [UInt8], _ name: String) -> (total: Int, isTold: Bool)? {
    guard let form = ArchiveForm(bytes, named: name) else { return nil }
    var reader = ArchiveReader(limits: ArchiveLimits())
    var total = 0
    reader.read(bytes, as: form, named: name) { total += $1.count }
    #expect(total <= 3 * max(1 << 20, 200 * bytes.count))
    return (total, !reader.problems.isEmpty)
  }

  /// Of no beginning of an archive something is missing without a word.
  @Test func cutShort() throws {
    for (name, bytes) in try Self.archives() {
      let whole = try #require(Self.read(bytes, name))
      #expect(!whole.isTold && whole.total > 0)
      for end in stride(from: 0, to: bytes.count, by: bytes.count > 10_000 ? 37 : 1) {
        guard let part = Self.read(Array(bytes[..<end]), name) else { continue }
        #expect(part.total <= whole.total)
        // A tar may end with any member.
        let isAtBlock = name.hasSuffix(".tar") && end % 512 == 0
        if part.total < whole.total, !isAtBlock { #expect(part.isTold, "\(name) of \(end) bytes") }
      }
    }
  }

  /// Bytes that are others than they were.
  @Test func changed() throws {
    var random = RandomSource(seed: 4711)
    for (name, bytes) in try Self.archives() {
      for _ in 0..<1500 {
        var damaged = bytes
        for _ in 0...random.below(8) {
          // The last bytes of a zip tell the most.
          let place = random.once(in: 2) ? random.below(bytes.count) : max(0, bytes.count - 1 - random.below(300))
          damaged[place] = random.pick([0, 1, 0x7F, 0x80, 0xFF, UInt8(random.below(256))])
        }
        Self.read(damaged, name)
      }
    }
  }

  /// Bytes of any value behind what tells an archive.
  @Test func madeUp() throws {
    var random = RandomSource(seed: 815)
    for _ in 0..<2000 {
      let start = random.pick([[0x1F, 0x8B, 8, 0], Array("PK\u{3}\u{4}".utf8), Array("PK\u{5}\u{6}".utf8), []])
      Self.read(start + random.bytes(random.below(2000)), random.pick(["a.zip", "a.tar", "a"]))
    }
  }
}
