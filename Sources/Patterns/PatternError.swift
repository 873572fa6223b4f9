/// A regular expression that PCRE2 rejects.
package struct PatternError: Error, Equatable, Sendable, CustomStringConvertible {
  /// PCRE2's message.
  package let message: String

  /// Where the problem was noticed: bytes from the start of the pattern's UTF-8 text.
  package let offset: Int

  package init(message: String, offset: Int) {
    self.message = message
    self.offset = offset
  }

  package var description: String { "\(message) (at byte \(offset) of the pattern)" }
}

/// A match attempt that gave no answer.
///
/// It must be reported, never treated as "no match": the subject was not searched completely.
package enum MatchError: Error, Equatable, Sendable {
  /// The pattern needed more steps, depth or memory on this subject than ``Matcher`` allows.
  case limit

  /// PCRE2 failed in a way that a valid pattern and subject should not cause; the number is its (negative) code.
  case `internal`(code: Int32)
}
