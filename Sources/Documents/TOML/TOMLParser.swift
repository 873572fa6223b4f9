/// Reads TOML 1.0, the language of `wrangler.toml` (docs/facts/wrangler.md §1.3).
///
/// Recovers from every error: something that is not a value, such as `{{name}}` or unquoted text, becomes a string of
/// the text as written, a key defined twice becomes two members, and a table opened twice is added to.
package enum TOMLParser {
  /// Parses a document; the region of its root is the whole file.
  package static func parse(_ bytes: [UInt8]) -> ParsedDocument {
    let mark = ByteOrderMark(bytes)
    if let refusal = mark?.refusal(byteCount: bytes.count) { return refusal }
    var reader = TOMLDocumentReader(bytes)
    reader.readDocument(from: mark?.length ?? 0)
    return ParsedDocument(root: reader.root.node(), errors: reader.reader.errorsInOrder)
  }
}
