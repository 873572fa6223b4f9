import Dispatch
import Synchronization

/// Maps elements on several threads; the results come in the order of the elements.
///
/// Each thread pulls the next index when it is free, so elements of very different cost balance by themselves, and keeps
/// one scratch value for all its elements.
func concurrentMap<Element: Sendable, Scratch: ~Copyable, Result: Sendable>(
  _ elements: [Element],
  workers: Int,
  scratch: @Sendable () -> Scratch,
  _ body: @Sendable (Element, inout Scratch) -> Result
) -> [Result] {
  let workers = max(1, min(workers, elements.count))
  if workers == 1 {
    var scratch = scratch()
    return elements.map { body($0, &scratch) }
  }
  let next = Atomic<Int>(0)
  let collected = Mutex<[(index: Int, result: Result)]>([])
  DispatchQueue.concurrentPerform(iterations: workers) { _ in
    var scratch = scratch()
    var results: [(index: Int, result: Result)] = []
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < elements.count else { break }
      results.append((index, body(elements[index], &scratch)))
    }
    collected.withLock { $0 += results }
  }
  return collected.withLock { $0.sorted { $0.index < $1.index }.map(\.result) }
}

/// Does two things at once, on two threads if there may be as many.
func concurrently<First: Sendable, Second: Sendable>(
  workers: Int,
  _ first: @Sendable () -> First,
  _ second: @Sendable () -> Second
) -> (First, Second) {
  if workers < 2 { return (first(), second()) }
  let results = Mutex<(First?, Second?)>((nil, nil))
  DispatchQueue.concurrentPerform(iterations: 2) { index in
    if index == 0 {
      let result = first()
      results.withLock { $0.0 = result }
    } else {
      let result = second()
      results.withLock { $0.1 = result }
    }
  }
  guard case (let first?, let second?) = results.withLock({ $0 }) else { preconditionFailure("both have run") }
  return (first, second)
}
