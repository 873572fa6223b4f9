import Documents

extension TokenScanner {
  /// Leaves out matches that lack what their rule requires, and those that only served others.
  func keepComplete(_ result: inout TokenScan, in bytes: [UInt8]) {
    if result.matches.isEmpty { return }
    let lines = LineIndex(bytes)
    let places = result.matches.map { match in
      (rule: entries[match.entry].id, place: lines.position(at: match.range.lowerBound))
    }
    result.matches = result.matches.enumerated().filter { index, match in
      let rule = entries[match.entry].rule
      return rule.isReported
        && rule.requirements.allSatisfy { requirement in
          places.contains { other in
            other.rule == requirement.rule
              && abs(other.place.line - places[index].place.line) <= requirement.lines ?? .max
              && abs(other.place.column - places[index].place.column) <= requirement.columns ?? .max
          }
        }
    }.map(\.element)
  }
}
