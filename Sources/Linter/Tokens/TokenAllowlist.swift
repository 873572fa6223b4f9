import Patterns

/// What a rule leaves out: values and places that are no secrets, as the configuration of gitleaks tells it.
package struct TokenAllowlist: Sendable {
  /// What the regular expressions are matched with.
  package enum Target: String, CaseIterable, Sendable { case secret, match, line }

  /// Whether all kinds of conditions must hold, not only one.
  package var needsAll = false
  /// Full names of commits, in lower case.
  package var commits: [String] = []
  /// Regular expressions that a path must match somewhere.
  package var paths: [LazyPattern] = []
  package var patterns: [LazyPattern] = []
  package var target = Target.secret
  /// Texts that a secret must hold, in any case.
  package var stopwords: [String] = []

  package init() {}

  var isEmpty: Bool { commits.isEmpty && paths.isEmpty && patterns.isEmpty && stopwords.isEmpty }

  /// Whether a match is none.
  ///
  /// - Throws: `MatchError` when a pattern gives up.
  func covers(
    _ match: Range<Int>,
    secret: Range<Int>,
    in bytes: [UInt8],
    at place: TokenPlace?,
    matcher: inout Matcher
  ) throws -> Bool {
    var answers: [Bool] = []
    if !commits.isEmpty { answers.append(place?.commit.map(commits.contains) ?? false) }
    if !paths.isEmpty { answers.append(try place?.matchesOne(of: paths, matcher: &matcher) ?? false) }
    if !patterns.isEmpty {
      let text =
        switch target {
        case .secret: secret
        case .match: match
        case .line: Self.lines(of: match, in: bytes)
        }
      answers.append(try patterns.contains { try matcher.isMatch($0.compiled(), in: Array(bytes[text])) })
    }
    if !stopwords.isEmpty { answers.append(stopwords.contains { bytes[secret].containsIgnoringCase($0) }) }
    return needsAll ? answers.allSatisfy(\.self) : answers.contains(true)
  }

  /// Whether a file as a whole is allowed, where no value is looked at.
  func covers(_ place: TokenPlace, matcher: inout Matcher) -> Bool {
    let isPathAllowed = (try? place.matchesOne(of: paths, matcher: &matcher)) ?? false
    return isPathAllowed && (!needsAll || commits.isEmpty && patterns.isEmpty && stopwords.isEmpty)
  }

  /// The lines that a match touches, without the last line break.
  private static func lines(of match: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    let newline = UInt8(ascii: "\n")
    let start = bytes[..<match.lowerBound].lastIndex(of: newline).map { $0 + 1 } ?? 0
    return start..<(bytes[match.upperBound...].firstIndex(of: newline) ?? bytes.count)
  }
}

/// Where some bytes are, for rules that ask.
package struct TokenPlace: Sendable {
  /// The path from the top of the repository.
  package let path: String
  /// The full name of the commit that brought them, for versions in the history.
  package let commit: String?

  package init(path: String, commit: String? = nil) {
    self.path = path
    self.commit = commit
  }

  func matchesOne(of patterns: [LazyPattern], matcher: inout Matcher) throws -> Bool {
    let path = Array(path.utf8)
    return try patterns.contains { try matcher.isMatch($0.compiled(), in: path) }
  }
}

extension Matcher {
  /// Whether a pattern matches somewhere in a text.
  fileprivate mutating func isMatch(_ pattern: Pattern, in text: [UInt8]) throws(MatchError) -> Bool {
    try match(pattern, in: text.span, from: 0, to: text.count) != nil
  }
}
