/// The text of files that do not hold it as UTF-8.
package enum StoredText {
  /// Text in UTF-16 or UTF-32 as UTF-8, and the texts in a database; `nil` for all else, which is taken as it is.
  package static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    UTF16Text.decoded(bytes) ?? UTF32Text.decoded(bytes) ?? SQLiteText.decoded(bytes)
  }
}
