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

  /// Where the pattern is tried.
  package enum Reach: Sendable {
    /// Around each anchor.
    case anchor
    /// In all of a file that holds an anchor; in all of every file when there is none.
    case file
  }

  /// Literals of which one is in every match: the cheap filter.
  ///
  /// At least three bytes each.
  package let anchors: [String]
  package var reach = Reach.anchor
  /// Whether anchors match in any case.
  ///
  /// The pattern decides for itself, with `(?i)`.
  package let ignoresCase: Bool
  /// The PCRE2 pattern; a group named `secret` marks the secret, else the whole match is it.
  package let pattern: LazyPattern
  /// Marks the secret in patterns that follow another custom.
  package var secretGroup: SecretGroup?
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
  /// What a path must match somewhere.
  package var path: LazyPattern?
  package var allowlists: [TokenAllowlist] = []
  package var partner: Partner?
  /// Matches of other rules without which none of this one is reported.
  package var requirements: [Requirement] = []
  /// Whether matches are reported; those of other rules may ask for them.
  package var isReported = true

  /// A match of another rule that must be near.
  package struct Requirement: Sendable {
    package let rule: Rule.ID
    /// How many lines, and how many columns, may lie between the starts of the two; `nil`: any number.
    package let lines: Int?
    package let columns: Int?
  }

  /// The other half of a credential that is of use only with both, such as the id of a key.
  package struct Partner: Sendable {
    /// A group named `secret` marks it, else the whole match is it.
    package let pattern: LazyPattern
    /// What it is, for messages: "its access key id".
    package let noun: String

    /// How many bytes before or after the secret it may stand.
    static let near = 512
  }

  /// Which group of a match is the secret.
  package enum SecretGroup: Sendable {
    case number(Int)
    /// The first that holds anything, else the whole match.
    case firstFilled
  }

  /// The place of the secret in a match.
  func secret(of match: PatternMatch, _ pattern: Pattern) -> Range<Int> {
    let group: Range<Int>? =
      switch secretGroup {
      case nil: match.range(ofGroup: pattern.secretGroup)
      case .number(let number): match.range(ofGroup: number)
      case .firstFilled:
        (0..<pattern.groupCount).lazy.compactMap { match.range(ofGroup: $0 + 1) }.first { !$0.isEmpty }
      }
    return group ?? match.range
  }
}

/// An example inside a rule file: text with holes, and with `«…»` around what must be found.
package struct TokenSample: Sendable {
  package let template: String
  package let isMatch: Bool
  /// Where the example is written, for error messages: the file and the line.
  package let path: String
  package let line: Int
}
