import Patterns

extension TokenScanner {
  /// Gives each secret of a pair its other half: the nearest before it, else after it, that no other secret has.
  func pair(_ result: inout TokenScan, in bytes: [UInt8], matcher: inout Matcher) {
    var taken: Set<Int> = []
    for index in result.matches.indices {
      let match = result.matches[index]
      guard let partner = entries[match.entry].rule.partner else { continue }
      do {
        let candidates = try partner.candidates(around: match.secret, in: bytes, matcher: &matcher)
          .filter { !taken.contains($0.lowerBound) }
        let before = candidates.last { $0.upperBound <= match.secret.lowerBound }
        guard let found = before ?? candidates.first else { continue }
        taken.insert(found.lowerBound)
        result.matches[index].partner = found
      } catch MatchError.limit {
        result.limited.insert(Int32(match.entry))
      } catch {
        result.failed.insert(Int32(match.entry))
      }
    }
  }
}

extension TokenRule.Partner {
  /// The places that could be the other half of a secret, in order.
  fileprivate func candidates(
    around secret: Range<Int>,
    in bytes: [UInt8],
    matcher: inout Matcher
  ) throws -> [Range<Int>] {
    let pattern = try pattern.compiled()
    let end = min(bytes.count, secret.upperBound + Self.near)
    var from = max(0, secret.lowerBound - Self.near)
    var found: [Range<Int>] = []
    while from < end, let match = try matcher.match(pattern, in: bytes.span, from: from, to: end) {
      let place = match.range(ofGroup: pattern.secretGroup) ?? match.range
      if !place.overlaps(secret) { found.append(place) }
      from = max(match.range.upperBound, from + 1)
    }
    return found
  }
}
