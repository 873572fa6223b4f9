/// Reads JSON with comments and trailing commas, the language of `wrangler.json` and `wrangler.jsonc` alike
/// (docs/facts/wrangler.md §1.3).
///
/// Recovers from every error: something that is not a value, such as `{{name}}` or unquoted text, becomes a string of
/// the text as written. A root that is not an object stays what it is.
package enum JSONCParser {
  /// The document in the bytes.
  package static func parse(_ bytes: [UInt8]) -> ParsedDocument {
    let mark = ByteOrderMark(bytes)
    if let refusal = mark?.refusal(byteCount: bytes.count) { return refusal }
    var reader = JSONCDocumentReader(bytes)
    let root = reader.readDocument(from: mark?.length ?? 0)
    return ParsedDocument(root: root, errors: reader.reader.errorsInOrder, duplicateKeys: reader.duplicateKeys)
  }
}
