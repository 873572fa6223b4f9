package import Patterns

/// What the bytes of one kind of token look like.
///
/// The data side of a rule; see `docs/rule-files.md`.
package struct TokenRule: Sendable {
  /// What a failed checksum means.
  package enum ChecksumMismatch: String, CaseIterable, Sendable {
    /// Not a token: nothing is reported. For algorithms the vendor documents.
    case drop
    /// One step milder and less sure.
    case lower
  }

  /// Literals of which one is in every match: the cheap filter.
  ///
  /// At least three bytes each.
  package let anchors: [String]
  /// Whether anchors match in any case.
  ///
  /// The pattern decides for itself, with `(?i)`.
  package let ignoresCase: Bool
  /// The PCRE2 pattern; a group named `secret` marks the secret, else the whole match is it.
  package let pattern: LazyPattern
  /// How many bytes before an anchor a match may start.
  ///
  /// 0: every match starts with its anchor.
  package let before: Int
  /// How many bytes after the start of an anchor a match may end.
  package let after: Int
  /// Words of which one must occur near the match, in any case.
  ///
  /// Empty: none needed.
  package let keywords: [String]
  /// How far away, in bytes on either side, a keyword may be.
  package let near: Int
  /// The least Shannon entropy of the secret, in bits per character.
  package let entropy: Double?
  package let checksum: Checksum?
  package let checksumMismatch: ChecksumMismatch
  /// Whether the token is made to be public, such as a publishable key.
  package let isPublic: Bool
  /// What the token is, for messages: "GitHub personal access token".
  package let noun: String
  package let samples: [TokenSample]
}

/// An example inside a rule file: text with holes, and with `«…»` around what must be found.
package struct TokenSample: Sendable {
  package let template: String
  package let isMatch: Bool
  /// Where the example is written, for error messages.
  package let line: Int
}
