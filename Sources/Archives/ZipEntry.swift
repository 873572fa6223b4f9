/// A member of a zip archive, as listed in the directory.
///
/// Sections are those of PKWARE's APPNOTE.TXT 6.3.10.
struct ZipEntry {
  /// Where its name is.
  let name: Range<Int>
  let isFolder: Bool
  let isEncrypted: Bool
  /// `nil` for a method that cannot be read.
  let coding: ByteStream.Coding?
  /// Its uncompressed and compressed size, from the directory.
  let size: Int
  private let packedSize: Int
  /// Where its local header is.
  private let head: Int
  /// Where the next entry of the directory starts.
  let nextEntry: Int

  private static let fixedSize = 46
  private static let headSize = 30

  /// Reads a directory entry (§4.3.12).
  ///
  /// - Parameter archiveStart: what offsets are relative to.
  init?(at start: Int, in bytes: [UInt8], archiveStart: Int) {
    guard bytes.littleEndian(4, at: start) == 0x0201_4B50, start <= bytes.count - Self.fixedSize,
      let flags = bytes.littleEndian(2, at: start + 8), let method = bytes.littleEndian(2, at: start + 10),
      var packedSize = bytes.littleEndian(4, at: start + 20), var size = bytes.littleEndian(4, at: start + 24),
      let nameLength = bytes.littleEndian(2, at: start + 28), let extraLength = bytes.littleEndian(2, at: start + 30),
      let commentLength = bytes.littleEndian(2, at: start + 32), var offset = bytes.littleEndian(4, at: start + 42)
    else { return nil }
    let nameEnd = start + Self.fixedSize + nameLength
    let extraEnd = nameEnd + extraLength
    guard extraEnd + commentLength <= bytes.count else { return nil }
    name = start + Self.fixedSize..<nameEnd
    nextEntry = extraEnd + commentLength
    // Values too large for 32 bits are in the extra field, in this order (§4.5.3).
    if var place = Self.zip64(in: nameEnd..<extraEnd, of: bytes) {
      func long(_ value: inout Int) {
        guard value == 0xFFFF_FFFF else { return }
        value = bytes.littleEndian(8, at: place) ?? value
        place += 8
      }
      long(&size)
      long(&packedSize)
      long(&offset)
    }
    self.size = size
    self.packedSize = packedSize
    head = archiveStart.addingReportingOverflow(offset).partialValue
    isFolder = nameLength > 0 && bytes[nameEnd - 1] == UInt8(ascii: "/") && packedSize == 0
    // AES encryption has method 99 (Appendix E).
    isEncrypted = flags & 1 != 0 || method == 99
    coding =
      switch method {
      case 0: .stored
      case 8: .deflate
      default: nil
      }
  }

  /// Where the zip64 sizes start, after the field's id and length (§4.5.1, §4.5.3).
  private static func zip64(in extra: Range<Int>, of bytes: [UInt8]) -> Int? {
    var place = extra.lowerBound
    while place + 4 <= extra.upperBound, let id = bytes.littleEndian(2, at: place),
      let length = bytes.littleEndian(2, at: place + 2)
    {
      if id == 1 { return place + 4 }
      place += 4 + length
    }
    return nil
  }

  /// Where its compressed content is; `nil` without any (§4.3.7).
  ///
  /// Truncated at the end of the file.
  func content(in bytes: [UInt8]) -> Range<Int>? {
    guard head >= 0, bytes.littleEndian(4, at: head) == 0x0403_4B50,
      let nameLength = bytes.littleEndian(2, at: head + 26), let extraLength = bytes.littleEndian(2, at: head + 28)
    else { return nil }
    let start = head + Self.headSize + nameLength + extraLength
    guard start <= bytes.count else { return nil }
    return start..<start + min(packedSize, bytes.count - start)
  }
}
