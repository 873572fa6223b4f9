/// One assignment of a dotenv file.
package struct DotenvEntry: Sendable, Hashable {
  /// A quotation mark that can enclose a value.
  package enum Quote: UInt8, Sendable {
    case single = 0x27
    case double = 0x22
    case backtick = 0x60
  }

  /// What is between key and value.
  package enum Separator: Sendable {
    case equals
    /// `KEY: value`; the colon follows the key directly and white space follows the colon.
    case colon
  }

  package let key: String
  package let keyRegion: Region
  /// The value as written, with its quotes, without white space around it.
  ///
  /// An empty value has an empty region directly after the separator.
  package let valueRegion: Region
  /// The value as written, without its quotes.
  package let contentRegion: Region
  /// The value a program sees.
  package let value: String
  /// The quotation marks that were removed from the value, if any.
  package let quote: Quote?
  package let separator: Separator
  /// Whether `export` precedes the key.
  package let hasExport: Bool
  /// The `#` that ended an unquoted value without white space before it.
  ///
  /// Not for `KEY=# words`: that is a comment after an empty value.
  package let hashCut: Region?
  /// Whether the entry is really a line of a longer unquoted value above it (a PEM or JSON body).
  ///
  /// Its key may then be part of a secret and must not be shown.
  package let isContinuation: Bool
  /// In no particular order; usually empty.
  package let problems: [DotenvProblem]

  /// The place in the file of a part of the value, given as UTF-8 offsets in `value`.
  ///
  /// Line breaks and the escapes of double-quoted values are shorter or longer in the file than in the value.
  /// `bytes` are those of the file that the entry was read from.
  package func region(ofValue range: Range<Int>, in bytes: [UInt8]) -> Region {
    let end = min(contentRegion.end, bytes.count)
    let isEscaped = valueRegion.start < bytes.count && bytes[valueRegion.start] == Quote.double.rawValue
    var offset = min(contentRegion.start, end)
    var valueOffset = 0
    var start: Int?
    while offset < end, valueOffset < range.upperBound {
      if start == nil, valueOffset >= range.lowerBound { start = offset }
      let next = offset + 1 < end ? bytes[offset + 1] : 0
      switch (bytes[offset], next) {
      case (UInt8(ascii: "\r"), UInt8(ascii: "\n")):
        (offset, valueOffset) = (offset + 2, valueOffset + 1)
      case (UInt8(ascii: "\\"), UInt8(ascii: "n")) where isEscaped,
        (UInt8(ascii: "\\"), UInt8(ascii: "r")) where isEscaped:
        (offset, valueOffset) = (offset + 2, valueOffset + 1)
      case (0x80..., _):
        let length = UTF8Length.ofCodePoint(in: bytes[offset..<end])
        // An invalid byte has become U+FFFD, which takes three.
        (offset, valueOffset) = (offset + length, valueOffset + (length == 1 ? 3 : length))
      default:
        (offset, valueOffset) = (offset + 1, valueOffset + 1)
      }
    }
    return Region(start: start ?? offset, end: offset)
  }
}
