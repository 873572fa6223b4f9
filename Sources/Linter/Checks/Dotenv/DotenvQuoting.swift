import Documents

/// Puts quotes around what was written without, so that dotenv reads all of it (docs/facts/wrangler.md §5.3).
enum DotenvQuoting {
  /// The quotation mark that can enclose a text without changing it; `nil` when the text holds each of them, or begins
  /// with one and so was meant to be quoted already.
  static func quote(for text: ArraySlice<UInt8>) -> Character? {
    guard let first = text.first, !marks.contains(where: { $0.byte == first }) else { return nil }
    // Only double quotes give a meaning to a backslash.
    let hasBackslash = text.contains(UInt8(ascii: "\\"))
    return marks.first { mark in
      !text.contains(mark.byte) && !(hasBackslash && mark.byte == UInt8(ascii: "\""))
    }?.character
  }

  private static let marks: [(byte: UInt8, character: Character)] = [
    (UInt8(ascii: "\""), "\""), (UInt8(ascii: "'"), "'"), (UInt8(ascii: "`"), "`"),
  ]

  /// The edits that enclose a region.
  static func fix(around region: Region, of source: Source, title: String, isSafe: Bool) -> Fix? {
    guard let quote = quote(for: source.bytes[region.range.clamped(to: 0..<source.bytes.count)]) else { return nil }
    return Fix(
      title: title,
      isSafe: isSafe,
      edits: [region.start, region.end].map {
        Fix.Edit(path: source.path, region: Region(start: $0, end: $0), replacement: String(quote))
      }
    )
  }
}
