/// The text of one file of `rules/` that holds words, weights or hashes; embedded when the package is built.
///
/// Of rule files only what the program needs is embedded, as ``RuleRecord``.
package struct RuleFile: Sendable {
  /// The path below `rules/`, for messages: `common-words.txt`.
  package let name: String
  package let text: String

  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
