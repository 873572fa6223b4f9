/// Where a pattern matched: byte ranges of the whole match and of its groups.
package struct PatternMatch: Equatable, Sendable {
  /// The bytes of the whole match, counted from the start of the subject.
  package let range: Range<Int>

  // Groups 1 to 8, inline, so that a match of a usual pattern allocates nothing; -1 is a group that did not take part.
  private var lowerBounds = SIMD8<Int>(repeating: -1)
  private var upperBounds = SIMD8<Int>(repeating: -1)
  // Groups 9 and up.
  private var moreGroups: [Range<Int>?] = []

  /// A match without groups; ``Matcher`` adds them.
  package init(range: Range<Int>) {
    self.range = range
  }

  /// Records the next group's range; groups must be set in ascending order from 1.
  mutating func setGroup(_ index: Int, to range: Range<Int>?) {
    if index <= 8 {
      lowerBounds[index - 1] = range?.lowerBound ?? -1
      upperBounds[index - 1] = range?.upperBound ?? -1
    } else {
      moreGroups.append(range)
    }
  }

  /// The range of a group, or nil if it does not exist or did not take part in the match; 0 is the whole match.
  package func range(ofGroup index: Int) -> Range<Int>? {
    switch index {
    case 0:
      return range
    case 1...8:
      let lower = lowerBounds[index - 1]
      return lower < 0 ? nil : lower..<upperBounds[index - 1]
    case 9..<(9 + moreGroups.count):
      return moreGroups[index - 9]
    default:
      return nil
    }
  }
}
