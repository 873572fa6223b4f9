import Dispatch
import Synchronization

/// Maps elements on several threads; results are in the order of the elements.
///
/// Each thread takes the next index when it is free, so elements of very different cost balance out, and reuses one
/// scratch value for all its elements.
package func concurrentMap<Element: Sendable, Scratch: ~Copyable, Result: Sendable>(
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

/// The same for work that needs no scratch value.
package func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element],
  workers: Int,
  _ body: @Sendable (Element) -> Result
) -> [Result] {
  concurrentMap(elements, workers: workers, scratch: { NoScratch() }) { element, _ in body(element) }
}

private struct NoScratch: ~Copyable {}

/// Runs two functions concurrently if two threads are allowed; the first on the calling thread.
package func concurrently<First, Second: Sendable>(
  workers: Int,
  _ first: () -> First,
  _ second: @escaping @Sendable () -> Second
) -> (First, Second) {
  if workers < 2 { return (first(), second()) }
  let other = Box<Second>()
  let group = DispatchGroup()
  // Not as two iterations of concurrentPerform: nested calls inside one would get a single thread.
  DispatchQueue.global().async(group: group) {
    let value = second()
    other.value.withLock { $0 = value }
  }
  let value = first()
  group.wait()
  guard let second = other.value.withLock({ $0 }) else { preconditionFailure("the group has waited for it") }
  return (value, second)
}

private final class Box<Value: Sendable>: Sendable {
  let value = Mutex<Value?>(nil)
}
