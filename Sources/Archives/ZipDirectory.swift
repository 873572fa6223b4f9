/// The list of its members at the end of a zip archive.
///
/// Sections are those of PKWARE's APPNOTE.TXT 6.3.10.
struct ZipDirectory {
  /// In the order of the list.
  private(set) var entries: [ZipEntry] = []
  /// Whether the list continues after the last entry but cannot be read there.
  private(set) var isDamaged = false

  /// How an archive starts: with a member, with only a directory, or as the first part of several (§4.3.6, §8.5.4).
  static let starts: [[UInt8]] = [
    Array("PK\u{3}\u{4}".utf8), Array("PK\u{5}\u{6}".utf8), Array("PK\u{7}\u{8}PK\u{3}\u{4}".utf8),
  ]

  private static let endMark = 0x0605_4B50
  private static let endSize = 22
  private static let longestComment = 0xFFFF

  /// - Parameter limit: how many entries are read.
  /// - Returns: `nil` without a directory.
  init?(_ bytes: [UInt8], limit: Int) {
    guard let end = Self.end(in: bytes), let place = Self.place(endingAt: end, in: bytes) else { return nil }
    var next = place.start
    for _ in 0..<min(limit, place.count) {
      guard let entry = ZipEntry(at: next, in: bytes, archiveStart: place.archiveStart) else {
        isDamaged = true
        return
      }
      entries.append(entry)
      next = entry.nextEntry
    }
  }

  /// Where the end record starts (§4.3.16); a comment may follow it and, in practice, anything.
  static func end(in bytes: [UInt8]) -> Int? {
    let last = bytes.count - endSize
    guard last >= 0 else { return nil }
    return (max(0, last - longestComment)...last).reversed().first { offset in
      bytes[offset] == 0x50 && bytes.littleEndian(4, at: offset) == endMark
        && offset + endSize + (bytes.littleEndian(2, at: offset + 20) ?? 0) <= bytes.count
    }
  }

  /// Where the directory starts, and how many entries it has.
  ///
  /// Offsets count from the start of the archive, which need not be the start of the file.
  private static func place(endingAt end: Int, in bytes: [UInt8]) -> (start: Int, count: Int, archiveStart: Int)? {
    guard var count = bytes.littleEndian(2, at: end + 10), var size = bytes.littleEndian(4, at: end + 12),
      var offset = bytes.littleEndian(4, at: end + 16)
    else { return nil }
    var directoryEnd = end
    if let long = zip64End(before: end, in: bytes), let longCount = bytes.littleEndian(8, at: long + 32),
      let longSize = bytes.littleEndian(8, at: long + 40), let longOffset = bytes.littleEndian(8, at: long + 48)
    {
      (count, size, offset, directoryEnd) = (longCount, longSize, longOffset, long)
    }
    let start = directoryEnd - size
    guard start >= 0 else { return nil }
    return (start, count, max(0, start - offset))
  }

  /// The zip64 end record (§4.3.14), found through its locator, which precedes the other end record (§4.3.15).
  private static func zip64End(before end: Int, in bytes: [UInt8]) -> Int? {
    guard bytes.littleEndian(4, at: end - 20) == 0x0706_4B50, let written = bytes.littleEndian(8, at: end - 12)
    else { return nil }
    // If something precedes the archive, the offset in the locator is too low; the record usually has 56 bytes.
    return [written, end - 20 - 56].first { bytes.littleEndian(4, at: $0) == 0x0606_4B50 }
  }
}
