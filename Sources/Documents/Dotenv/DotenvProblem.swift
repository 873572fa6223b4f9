/// Something about an entry that its author can hardly have meant (docs/facts/wrangler.md §5.3).
package struct DotenvProblem: Sendable, Hashable {
  package enum Kind: Sendable, CaseIterable {
    /// The value begins with a quote that is not closed, so the quote is part of it.
    case unclosedQuote
    /// Text follows the closing quote, so the quotes are part of the value.
    case textAfterClosingQuote
    /// What looks like a second assignment on the line is part of the value.
    case secondAssignmentOnLine
    /// An unquoted PEM or JSON text that continues after its line; only the first line is the value.
    case multilineUnquoted
    /// A PEM text with `\n` outside double quotes, where it stays a backslash and an n.
    case literalBackslashNInPEM
    /// Nothing follows the separator on its line, and a later line is taken as the value.
    case valueFromLaterLine
  }

  package let kind: Kind
  package let region: Region

  package init(_ kind: Kind, _ region: Region) {
    self.kind = kind
    self.region = region
  }
}
