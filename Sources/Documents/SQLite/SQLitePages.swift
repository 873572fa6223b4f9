/// The pages of an SQLite database, or of its write-ahead log.
///
/// Sections are those of https://www.sqlite.org/fileformat2.html.
struct SQLitePages {
  let size: Int
  /// The usable size of a page (§1.3.4).
  let usable: Int
  /// Whether text is UTF-16, and in which byte order (§1.3.13); a log does not always say.
  let text: TextForm
  /// Where pages start, in file order: a log can hold several states of one.
  let starts: [Int]
  /// Where the last state of a page starts, by its number from 1.
  private let startByNumber: [Int: Int]

  enum TextForm { case utf8, utf16LittleEndian, utf16BigEndian }

  private static let magic = Array("SQLite format 3\0".utf8)

  /// `nil` for bytes that are neither a database nor a log.
  init?(_ bytes: Span<UInt8>) {
    if bytes.count >= 512, Self.magic.indices.allSatisfy({ bytes[$0] == Self.magic[$0] }) {
      let stored = bytes.bigEndian16(at: 16)
      let size = stored == 1 ? 65536 : stored
      guard Self.isPageSize(size) else { return nil }
      self.size = size
      usable = size - Int(bytes[20])
      text =
        switch bytes.bigEndian32(at: 56) {
        case 2: .utf16LittleEndian
        case 3: .utf16BigEndian
        default: .utf8
        }
      starts = Array(stride(from: 0, through: bytes.count - size, by: size))
      startByNumber = [:]
    } else if bytes.count >= 32, bytes.bigEndian32(at: 0) | 1 == 0x377F_0683 {
      // The write-ahead log: frames with a header of 24 bytes, which starts with the page number, and a page (§4.1).
      let size = bytes.bigEndian32(at: 8)
      guard Self.isPageSize(size) else { return nil }
      let frames = Array(stride(from: 32, through: bytes.count - 24 - size, by: 24 + size))
      self.size = size
      usable = size
      text = .utf8
      starts = frames.map { $0 + 24 }
      startByNumber = Dictionary(
        frames.map { (bytes.bigEndian32(at: $0), $0 + 24) },
        uniquingKeysWith: { _, last in last }
      )
    } else {
      return nil
    }
  }

  private static func isPageSize(_ size: Int) -> Bool { 512...65536 ~= size && size.nonzeroBitCount == 1 }

  /// Where a page starts; `nil` for one that does not exist.
  func start(ofPage number: Int) -> Int? {
    if !startByNumber.isEmpty { return startByNumber[number] }
    return number >= 1 && number <= starts.count ? starts[number - 1] : nil
  }
}

extension Span<UInt8> {
  func bigEndian16(at offset: Int) -> Int { Int(self[offset]) << 8 | Int(self[offset + 1]) }

  func bigEndian32(at offset: Int) -> Int { bigEndian16(at: offset) << 16 | bigEndian16(at: offset + 2) }
}
