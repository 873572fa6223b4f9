/// What a match of a token rule's pattern must pass to be a token, in the order in which it is asked.
package enum TokenGate: String, Error, CaseIterable, Sendable {
  /// The secret is not empty.
  case length
  /// One of the rule's words is near.
  case keyword
  /// The value looks like chance.
  case entropy
  /// The rule's own list of what is no secret does not name it.
  case allowlist
  /// The value does not stand for another.
  case placeholder
  /// No vendor prints the value in a manual.
  case documentedExample = "documented example"
  /// The token does not say of itself that it is public.
  case publicToken = "public token"
  /// The checksum is right, for rules that drop a token with a wrong one.
  case checksum
}

/// What became of one place where a literal of a rule stands.
struct TokenAttempt: Sendable {
  enum Outcome: Sendable {
    /// The pattern did not match around the literal.
    case noMatch
    case rejected(Range<Int>, secret: Range<Int>, by: TokenGate)
    case found(TokenMatch)
  }

  /// Index into the scanner's entries.
  let entry: Int32
  /// Where the literal stands.
  let anchor: Int
  let outcome: Outcome
}
