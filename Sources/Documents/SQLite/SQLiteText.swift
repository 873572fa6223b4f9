/// The text in an SQLite database, such as those in which `wrangler dev` stores local KV, D1 and Durable Objects.
///
/// Sections are those of https://www.sqlite.org/fileformat2.html.
package enum SQLiteText {
  /// Shorter values are skipped: no token fits.
  private static let minimum = 8

  /// One line for each text and blob, `byte 8192: the value`, with its place in the file; `nil` for bytes that are
  /// neither a database nor a write-ahead log.
  ///
  /// Every page is read by itself, so rows in freed pages that have not been overwritten are included.
  package static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    let file = bytes.span
    guard let pages = SQLitePages(file) else { return nil }
    var text: [UInt8] = []
    // Damaged pages can name the same bytes again and again.
    var rest = 2 * bytes.count
    for start in pages.starts {
      for cell in cells(ofPageAt: start, in: pages, of: file) where rest > 0 {
        guard
          let record = SQLiteRecord(
            at: cell.place,
            isTable: cell.isTable,
            in: pages,
            of: file,
            pageEnd: start + pages.usable
          )
        else { continue }
        rest -= record.count
        let content = record.content(of: file)
        for value in SQLiteRecord.values(in: content) where value.range.count >= minimum {
          text += "byte \(record.place(of: value.range.lowerBound)): ".utf8
          append(content[value.range], isText: value.isText, in: pages.text, to: &text)
          text.append(Byte.newline)
        }
      }
    }
    return text
  }

  /// Where a page's cells with records are (§1.6).
  private static func cells(
    ofPageAt start: Int,
    in pages: SQLitePages,
    of file: Span<UInt8>
  ) -> [(place: Int, isTable: Bool)] {
    // The file starts with a header of 100 bytes (§1.3).
    let head = start == 0 ? 100 : start
    let (headLength, keyLength): (Int, Int)
    switch file[head] {
    case 2: (headLength, keyLength) = (12, 4)
    case 10, 13: (headLength, keyLength) = (8, 0)
    default: return []
    }
    let isTable = file[head] == 13
    let pointers = head + headLength
    let count = file.bigEndian16(at: head + 3)
    guard pointers + 2 * count <= start + pages.usable else { return [] }
    return (0..<count).compactMap { index in
      let offset = file.bigEndian16(at: pointers + 2 * index)
      guard start + offset >= pointers + 2 * count, offset + keyLength < pages.usable else { return nil }
      return (start + offset + keyLength, isTable)
    }
  }

  private static func append(
    _ value: ArraySlice<UInt8>,
    isText: Bool,
    in form: SQLitePages.TextForm,
    to text: inout [UInt8]
  ) {
    if isText, form != .utf8 {
      let high = form == .utf16BigEndian ? 0 : 1
      let units = stride(from: value.startIndex, to: value.endIndex - 1, by: 2).map {
        UInt16(value[$0 + high]) << 8 | UInt16(value[$0 + 1 - high])
      }
      text += String(decoding: units, as: UTF16.self).utf8
      return
    }
    // NUL bytes would make the text look like a binary file.
    for byte in value { text.append(byte == 0 ? Byte.space : byte) }
  }
}
