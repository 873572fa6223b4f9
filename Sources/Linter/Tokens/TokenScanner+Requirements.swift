import Documents

extension TokenScanner {
  /// Leaves out matches that lack what their rule requires, and those that only served others.
  func keepComplete(_ result: inout TokenScan, in bytes: [UInt8]) {
    if result.matches.isEmpty { return }
    let lines = LineIndex(bytes)
    let places = result.matches.map { lines.position(at: $0.range.lowerBound) }
    let placesByRule = Dictionary(grouping: places.indices) { entries[result.matches[$0].entry].id }
      .mapValues { $0.map { places[$0] }.sorted { $0.line < $1.line } }
    result.matches = result.matches.enumerated().filter { index, match in
      let rule = entries[match.entry].rule
      return rule.isReported
        && rule.requirements.allSatisfy { Self.isMet($0, at: places[index], by: placesByRule[$0.rule] ?? []) }
    }.map(\.element)
  }

  /// - Parameter others: where the matches of the required rule start, in order of their lines.
  private static func isMet(_ requirement: TokenRule.Requirement, at place: Position, by others: [Position]) -> Bool {
    let first = requirement.lines.map { reach in others.partitioningIndex { $0.line >= place.line - reach } } ?? 0
    for other in others[first...] {
      if let reach = requirement.lines, other.line > place.line + reach { return false }
      if abs(other.column - place.column) <= requirement.columns ?? .max { return true }
    }
    return false
  }
}
