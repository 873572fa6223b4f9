extension Timeline {
  /// A listing of the newest things, oldest first, put together with what was known before.
  ///
  /// What was known and is not listed is older, if the listing does not reach the start, or newer, if it was captured
  /// later than the listing.
  ///
  /// - Parameters:
  ///   - listed: with everything that was known about the same things already merged.
  ///   - reachesStart: whether the listing shows all there were when it was made.
  ///   - id: what tells things apart; a known thing without one is only an earlier view of a listed one.
  ///   - isNewer: whether the first thing came after the second.
  ///   - stranger: the conflict for a thing that a full listing lacks.
  func merging(
    listed: [Element],
    reachesStart: Bool,
    id: (Element) -> String?,
    isNewer: (Element, Element) -> Bool,
    stranger: (String) -> CaptureConflict
  ) throws(CaptureConflict) -> Timeline {
    let listedIDs = Set(listed.compactMap(id))
    var older: [Element] = []
    var newer: [Element] = []
    for element in elements {
      guard let id = id(element), !listedIDs.contains(id) else { continue }
      let isLater = listed.last.map { isNewer(element, $0) } ?? false
      if reachesStart, !isLater { throw stranger(id) }
      if isLater { newer.append(element) } else { older.append(element) }
    }
    // A complete timeline that meets the listing leaves no gap before it.
    let overlaps = listed.first.flatMap(id).map { first in elements.contains { id($0) == first } } ?? false
    return Timeline(
      older + listed + newer,
      endsWithNewest: newer.isEmpty || endsWithNewest,
      isComplete: (reachesStart || isComplete && overlaps) && (newer.isEmpty || isComplete)
    )
  }
}
