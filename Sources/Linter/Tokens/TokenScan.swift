/// A token at a place.
package struct TokenMatch: Sendable {
  package enum ChecksumVerdict: Sendable { case none, verified, failed }

  /// Index into the scanner's entries.
  package let entry: Int
  package let range: Range<Int>
  package let secret: Range<Int>
  package let checksum: ChecksumVerdict
  /// How to speak of the value.
  package let redaction: String
  /// Whether it says of itself that it is of no use any more.
  package var hasExpired = false
  /// The other half of the credential, where the rule knows one and it is near.
  package var partner: Range<Int>?
}

/// What a scan of some bytes gave.
package struct TokenScan: Sendable {
  package var matches: [TokenMatch] = []
  /// Whether one of the markers occurs.
  package var hasMarker = false
  /// Whether one of the anchors of the search by context occurs; all hits are in the scratch.
  package var hasContextAnchor = false
  /// Where a short token may start in base64, see ``ShortTokens``.
  package var shortStarts: [Int] = []
  /// Entries whose pattern gave up at its match limit: the answer is incomplete.
  package var limited: Set<Int32> = []
  /// Entries whose pattern failed otherwise.
  package var failed: Set<Int32> = []

  /// Of tokens that overlap keeps the one with the verified checksum, the longer one, that of the surer rule, of one that
  /// needs a word near it, or of the first: a rule for any web token knows less than one for the web tokens of a service.
  mutating func keepMostSpecific(_ entries: [TokenScanner.Entry]) {
    guard matches.count > 1 else { return }
    let sorted = matches.sorted { ($0.secret.lowerBound, $0.entry) < ($1.secret.lowerBound, $1.entry) }
    var kept: [TokenMatch] = []
    var group: [TokenMatch] = []
    var groupEnd = 0
    // A group is a run of tokens each of which overlaps an earlier one of it; few have more than one.
    for match in sorted {
      if match.secret.lowerBound >= groupEnd {
        kept += Self.mostSpecific(of: group, entries)
        group.removeAll(keepingCapacity: true)
      }
      group.append(match)
      groupEnd = max(groupEnd, match.secret.upperBound)
    }
    matches = kept + Self.mostSpecific(of: group, entries)
  }

  private static func mostSpecific(of group: [TokenMatch], _ entries: [TokenScanner.Entry]) -> [TokenMatch] {
    guard group.count > 1 else { return group }
    func rank(_ match: TokenMatch) -> (Int, Int, Int, Int, Int) {
      let doubt =
        switch entries[match.entry].confidence {
        case .high: 0
        case .medium: 1
        case .low: 2
        }
      let isWide = entries[match.entry].rule.keywords.isEmpty ? 1 : 0
      return (match.checksum == .verified ? 0 : 1, -match.secret.count, doubt, isWide, match.entry)
    }
    var kept: [TokenMatch] = []
    for match in group.sorted(by: { rank($0) < rank($1) })
    where !kept.contains(where: { $0.secret.overlaps(match.secret) }) {
      kept.append(match)
    }
    return kept.sorted { $0.secret.lowerBound < $1.secret.lowerBound }
  }
}
