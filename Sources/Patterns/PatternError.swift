/// A regular expression that PCRE2 does not accept.
package struct PatternError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What PCRE2 says about it, in English.
  package let message: String

  /// Where the problem was noticed: bytes from the start of the pattern's UTF-8 text.
  package let offset: Int

  package init(message: String, offset: Int) {
    self.message = message
    self.offset = offset
  }

  package var description: String { "\(message) (at byte \(offset) of the pattern)" }
}

/// A match attempt that ended without an answer.
///
/// It must be reported, never taken for "no match": the subject was not searched to its end.
package enum MatchError: Error, Equatable, Sendable {
  /// The pattern needed more steps, depth or memory on this subject than ``Matcher`` allows.
  case limit

  /// PCRE2 failed in a way that a valid pattern and subject should not cause; the number is its (negative) code.
  case `internal`(code: Int32)
}
