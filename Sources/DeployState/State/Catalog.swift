/// Things by name or id, of which some may not have been looked at.
package struct Catalog<Element: Sendable>: Sendable {
  /// What is known about single names: that the thing is there, that it is not, or that nobody can tell any more.
  package var entries: [String: Known<Element?>]
  /// Whether a name without an entry is known not to exist.
  package var isComplete: Bool

  /// By default, nothing is known.
  package init(_ elements: [String: Element] = [:], isComplete: Bool = false) {
    entries = elements.mapValues { .known($0) }
    self.isComplete = isComplete
  }

  /// `.known(nil)` when there is no such thing, `.unknown` when nobody looked.
  package subscript(name: String) -> Known<Element?> {
    get { entries[name] ?? (isComplete ? .known(nil) : .unknown) }
    set { entries[name] = newValue }
  }

  /// The things known to exist, sorted by name.
  package var present: [(name: String, element: Element)] {
    entries.keys.sorted().compactMap { name in
      if case .known(.some(let element)) = entries[name] { (name, element) } else { nil }
    }
  }

  /// Whether every thing that exists is in `present`.
  package var isFullyKnown: Bool { isComplete && entries.values.allSatisfy(\.isKnown) }
}

extension Catalog: Equatable where Element: Equatable {}
