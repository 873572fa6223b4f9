/// The text of one file of `rules/`, embedded when the package is built.
package struct RuleFile: Sendable {
  /// The path below `rules/`, for messages: `cloudflare.toml`.
  package let name: String
  package let text: String

  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
