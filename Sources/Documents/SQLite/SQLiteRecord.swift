/// The bytes of one row or index entry of an SQLite database, with their places in the file.
///
/// Sections are those of https://www.sqlite.org/fileformat2.html.
struct SQLiteRecord {
  /// Where the parts of the record are, in order: one in its page, others in overflow pages (§1.6, §1.7).
  private let parts: [Range<Int>]
  let count: Int

  /// A value that can be text.
  struct Value {
    let isText: Bool
    /// Where it is in the record.
    let range: Range<Int>
  }

  /// The record of a cell, which starts with its length; `nil` where there cannot be one.
  ///
  /// - Parameter isTable: whether it is a row, whose number follows the length.
  init?(at cell: Int, isTable: Bool, in pages: SQLitePages, of bytes: Span<UInt8>, pageEnd: Int) {
    var place = cell
    guard let count = Self.number(at: &place, end: pageEnd, of: bytes), 1...bytes.count ~= count else { return nil }
    if isTable, Self.number(at: &place, end: pageEnd, of: bytes) == nil { return nil }
    self.count = count
    // How much stays in the page (§1.6).
    let most = isTable ? pages.usable - 35 : (pages.usable - 12) * 64 / 255 - 23
    if count <= most {
      guard place + count <= pageEnd else { return nil }
      parts = [place..<place + count]
      return
    }
    let least = (pages.usable - 12) * 32 / 255 - 23
    let preferred = least + (count - least) % (pages.usable - 4)
    let local = preferred <= most ? preferred : least
    guard local > 0, place + local + 4 <= pageEnd else { return nil }
    var parts = [place..<place + local]
    var next = bytes.bigEndian32(at: place + local)
    var rest = count - local
    while rest > 0 {
      // A cyclic overflow chain stops at the record's length.
      guard let start = pages.start(ofPage: next) else { return nil }
      let length = min(rest, pages.usable - 4)
      parts.append(start + 4..<start + 4 + length)
      rest -= length
      next = bytes.bigEndian32(at: start)
    }
    self.parts = parts
  }

  /// A variable-length integer of one to nine bytes (§1.6); `nil` if it cannot be a length.
  private static func number(at place: inout Int, end: Int, of bytes: Span<UInt8>) -> Int? {
    var number: UInt64 = 0
    for index in 0..<9 {
      guard place < end else { return nil }
      let byte = bytes[place]
      place += 1
      if index == 8 { return Int(truncatingIfNeeded: number << 8 | UInt64(byte)) }
      number = number << 7 | UInt64(byte & 0x7F)
      if byte < 0x80 { return Int(truncatingIfNeeded: number) }
    }
    return nil
  }

  /// The whole content.
  func content(of bytes: Span<UInt8>) -> [UInt8] {
    var content: [UInt8] = []
    content.reserveCapacity(count)
    for part in parts {
      for place in part { content.append(bytes[place]) }
    }
    return content
  }

  /// Where a byte of the content, which must exist, is in the file.
  func place(of offset: Int) -> Int {
    if offset < parts[0].count { return parts[0].lowerBound + offset }
    // All overflow pages except the last are full.
    let (page, rest) = (offset - parts[0].count).quotientAndRemainder(dividingBy: parts[1].count)
    return parts[1 + page].lowerBound + rest
  }

  /// The texts and blobs of a record's content (§2.1).
  static func values(in content: [UInt8]) -> [Value] {
    let bytes = content.span
    var place = 0
    guard let headEnd = number(at: &place, end: content.count, of: bytes), place...content.count ~= headEnd else {
      return []
    }
    var values: [Value] = []
    var start = headEnd
    while place < headEnd, let type = number(at: &place, end: headEnd, of: bytes), type >= 0 {
      let length =
        switch type {
        case 0, 8, 9, 10, 11: 0
        case 1...4: type
        case 5: 6
        case 6, 7: 8
        default: (type - 12) / 2
        }
      guard length <= content.count - start else { return values }
      if type >= 12 { values.append(Value(isText: type % 2 == 1, range: start..<start + length)) }
      start += length
    }
    return values
  }
}
