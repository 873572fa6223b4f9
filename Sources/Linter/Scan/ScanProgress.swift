import Synchronization

/// How far a run has come, for a progress line; written by the workers, read by whoever shows it.
package final class ScanProgress: Sendable {
  private let total = Atomic<Int>(0)
  private let done = Atomic<Int>(0)

  package init() {}

  /// Files scanned so far, and how many there are; zero before the walk is over.
  package var files: (done: Int, total: Int) { (done.load(ordering: .relaxed), total.load(ordering: .relaxed)) }

  func start(_ count: Int) { total.store(count, ordering: .relaxed) }
  func advance() { done.add(1, ordering: .relaxed) }
}
