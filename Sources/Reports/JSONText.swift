import FoundationEssentials

/// Writes JSON the same way everywhere: sorted keys, two spaces, a line break at the end.
enum JSONText {
  static func render(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}
