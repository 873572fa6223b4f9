import Documents

/// One line of a source for people, with every secret masked.
package struct Excerpt: Sendable, Hashable {
  /// The line, cut around the finding when it is long, without control characters.
  package let text: String
  /// The columns of `text` to underline, from 0, in code points; at least one wide.
  package let underline: Range<Int>

  /// What stands for a secret in a line.
  static let mask: Unicode.Scalar = "•"
  /// The longest line shown, in code points.
  static let width = 160

  /// A line that holds no secret, as it is.
  package init(text: String, underline: Range<Int>) {
    self.text = text
    self.underline = underline
  }

  /// - Parameters:
  ///   - region: what to underline; only its first line is shown.
  ///   - secrets: every region of the source that must not be shown, in order, none touching another; see
  ///     ``Region/merged(_:)``.
  init(of source: Source, region: Region, secrets: [Region]) {
    let number = source.lines.lineNumber(at: region.start)
    let line = source.lines.region(ofLine: number) ?? Region(start: region.start, end: region.start)
    let window = Self.window(around: region, in: line, of: source.bytes)
    var masks = secrets[secrets.partitioningIndex { $0.end > window.start }...]
    var scalars: [Unicode.Scalar] = []
    // Where the region starts and ends in `scalars`; a place inside a mask counts as the whole mask.
    var start: Int?
    var end = 0
    var offset = window.start
    while offset < window.end {
      masks = masks.drop { $0.end <= offset }
      let before = scalars.count
      let next: Int
      if let mask = masks.first, mask.contains(offset) {
        // One mask of fixed width for each secret: the length of a value is told in words, not shown.
        scalars += Array(repeating: Self.mask, count: 8)
        next = min(mask.end, window.end)
      } else {
        next = min(offset + UTF8Length.ofCodePoint(in: source.bytes[offset..<window.end]), window.end)
        let decoded = String(decoding: source.bytes[offset..<next], as: UTF8.self)
        scalars.append(Self.printable(decoded.unicodeScalars.first ?? " "))
      }
      if start == nil, region.start < next { start = before }
      if offset < max(region.end, region.start + 1) { end = scalars.count }
      offset = next
    }
    let first = start ?? scalars.count
    end = max(end, first + 1)
    // A long line is cut so that the start of the finding stays in sight.
    let lower = scalars.count > Self.width ? max(0, min(first - 40, scalars.count - Self.width)) : 0
    let upper = min(scalars.count, lower + Self.width)
    var shown = Array(scalars[lower..<upper])
    if lower > 0 || window.start > line.start, !shown.isEmpty { shown[0] = "…" }
    if upper < scalars.count || window.end < line.end, !shown.isEmpty { shown[shown.count - 1] = "…" }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: shown)
    self.text = String(text)
    underline = (first - lower)..<max(first - lower + 1, min(end - lower, shown.count))
  }

  /// The part of a line that can be shown at all: a line of megabytes is not looked at from its start.
  private static func window(around region: Region, in line: Region, of bytes: [UInt8]) -> Region {
    let reach = 4 * width
    var start = max(line.start, min(region.start, line.end) - reach)
    // Not in the middle of a character.
    while start > line.start, start < line.end, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return Region(start: start, end: min(line.end, region.start + reach))
  }

  /// Tabs become a space and control characters a visible stand-in, so that a file cannot play with the terminal.
  private static func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09: " "
    case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: "\u{FFFD}"
    default: scalar
    }
  }
}
