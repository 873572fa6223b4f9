import Documents
import FoundationEssentials
import Text

/// Writes JSON the same way everywhere: sorted keys, two spaces, a line break at the end.
enum JSONText {
  static func render(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return wellKnown(String(decoding: try encoder.encode(value), as: UTF8.self)) + "\n"
  }

  /// Text with U+FFFD for each byte of a path that is no UTF-8: what stands for them inside of Paddock means nothing to
  /// others.
  private static func wellKnown(_ text: String) -> String {
    if text.isPlainPath { return text }
    let scalars = text.unicodeScalars.map { PathStandIn.byte(of: $0) == nil ? $0 : "\u{FFFD}" }
    return String(String.UnicodeScalarView(scalars))
  }
}
