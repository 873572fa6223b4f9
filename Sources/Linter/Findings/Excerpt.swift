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
  ///   - secrets: every region of the source that must not be shown, in any order.
  init(of source: Source, region: Region, secrets: [Region]) {
    let number = source.lines.lineNumber(at: region.start)
    let line = source.lines.region(ofLine: number) ?? Region(start: region.start, end: region.start)
    let hidden = secrets.filter { $0.overlaps(line) }.sorted()
    var scalars: [Unicode.Scalar] = []
    var start = 0
    var end = 0
    var offset = line.start
    var maskedUntil = -1
    while offset < line.end {
      let length = min(UTF8Length.ofCodePoint(in: source.bytes[offset..<line.end]), line.end - offset)
      if offset <= region.start { start = scalars.count }
      if let secret = hidden.first(where: { $0.contains(offset) }) {
        // One mask of fixed width for each secret: the length of a value is told in words, not shown.
        if secret.start != maskedUntil { scalars += Array(repeating: Self.mask, count: 8) }
        maskedUntil = secret.start
      } else {
        let decoded = String(decoding: source.bytes[offset..<offset + length], as: UTF8.self)
        scalars.append(Self.printable(decoded.unicodeScalars.first ?? " "))
      }
      offset += length
      if offset <= max(region.end, region.start + 1) { end = scalars.count }
    }
    if region.start >= line.end { start = scalars.count }
    end = max(end, start + 1)
    // A long line is cut so that the start of the finding stays in sight.
    var lower = 0
    if scalars.count > Self.width {
      lower = max(0, min(start - 40, scalars.count - Self.width))
    }
    let upper = min(scalars.count, lower + Self.width)
    var shown = Array(scalars[min(lower, upper)..<upper])
    if lower > 0, !shown.isEmpty { shown[0] = "…" }
    if upper < scalars.count, !shown.isEmpty { shown[shown.count - 1] = "…" }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: shown)
    self.text = String(text)
    let first = start - lower
    underline = first..<max(first + 1, min(end - lower, max(shown.count, first + 1)))
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
