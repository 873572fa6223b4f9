/// What decides about a path: the last pattern that matches it, as `git check-ignore -v` shows it.
package struct IgnoreDecision: Sendable {
  /// False if the pattern is a negation.
  package let isIgnored: Bool
  /// The path of the ignore file.
  package let file: String
  package let pattern: IgnorePattern
}
