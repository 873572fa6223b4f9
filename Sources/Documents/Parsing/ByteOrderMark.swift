/// A byte order mark at the start of a document.
enum ByteOrderMark {
  case utf8
  case utf16
  case utf32

  /// The mark a document starts with.
  ///
  /// Wrangler strips UTF-8's and refuses the others (docs/facts/wrangler.md §1.3).
  init?(_ bytes: [UInt8]) {
    // UTF-32's little-endian mark starts with UTF-16's.
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      self = .utf32
    } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      self = .utf16
    } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self = .utf8
    } else {
      return nil
    }
  }

  /// The number of bytes of the mark.
  var length: Int {
    switch self {
    case .utf8: 3
    case .utf16: 2
    case .utf32: 4
    }
  }

  /// The document to return for a file that is not UTF-8; `nil` for one that is.
  func refusal(byteCount: Int) -> ParsedDocument? {
    let message: String
    switch self {
    case .utf8: return nil
    case .utf16: message = "the file is UTF-16; save it as UTF-8"
    case .utf32: message = "the file is UTF-32; save it as UTF-8"
    }
    return ParsedDocument(
      root: Node(region: Region(start: 0, end: byteCount), value: .table(Table())),
      errors: [SyntaxError(region: Region(start: 0, end: length), message: message)]
    )
  }
}
