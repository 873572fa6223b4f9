/// Things in the order in which they came to be, oldest first, of which some may be missing.
///
/// `versions list` and `deployments list` show the ten newest; `deployments status` shows the newest one; a version
/// seen in `versions secret list` may lie anywhere (docs/facts/wrangler.md §6.5).
package struct Timeline<Element: Sendable>: Sendable {
  package var elements: [Element]
  /// Whether the last element is the newest there is; of an empty timeline, that there is none.
  package var endsWithNewest: Bool
  /// Whether nothing is missing before the last element.
  package var isComplete: Bool

  package init(_ elements: [Element], endsWithNewest: Bool, isComplete: Bool) {
    self.elements = elements
    self.endsWithNewest = endsWithNewest
    self.isComplete = isComplete
  }

  /// Nobody looked.
  package static var unknown: Timeline { Timeline([], endsWithNewest: false, isComplete: false) }

  /// There is none.
  package static var empty: Timeline { Timeline([], endsWithNewest: true, isComplete: true) }

  /// The newest element; `.known(nil)` when there is none at all.
  package var newest: Known<Element?> {
    guard endsWithNewest else { return .unknown }
    if let last = elements.last { return .known(last) }
    return isComplete ? .known(nil) : .unknown
  }

  /// The last element for which a test holds; `.known(nil)` when there is none.
  package func last(where matches: (Element) -> Bool) -> Known<Element?> {
    if let found = elements.last(where: matches) { return .known(found) }
    return endsWithNewest && isComplete ? .known(nil) : .unknown
  }

  /// The same with one more, newer than all.
  package func appending(_ element: Element) -> Timeline {
    // What lies between the last known element and the new one stays unknown.
    Timeline(elements + [element], endsWithNewest: true, isComplete: isComplete && endsWithNewest)
  }
}

extension Timeline: Equatable where Element: Equatable {}
