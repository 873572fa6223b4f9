/// Finds what somebody probably meant to type.
package enum NearMiss {
  /// The candidate nearest to a word, when it is near enough to be meant; of equally near ones the first in order.
  package static func closest(to word: String, among candidates: some Sequence<String>) -> String? {
    let word = word.lowercased()
    let allowed = max(1, min(3, word.utf8.count / 3))
    var best: (distance: Int, candidate: String)?
    for candidate in candidates.sorted() {
      // A missing or added ending such as `secret` for `secrets` or `required_secrets` is near as well.
      let distance = distance(Array(word.utf8), Array(candidate.lowercased().utf8), limit: allowed)
      if distance <= allowed, distance < best?.distance ?? Int.max { best = (distance, candidate) }
    }
    return best?.candidate
  }

  /// The edit distance with swaps of neighbours counting one; anything above the limit is `limit + 1`.
  static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
    if abs(left.count - right.count) > limit { return limit + 1 }
    if left.count > 64 || right.count > 64 { return left == right ? 0 : limit + 1 }
    var beforePrevious = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    for i in 0..<left.count {
      var current = [i + 1] + [Int](repeating: 0, count: right.count)
      for j in 0..<right.count {
        let cost = left[i] == right[j] ? 0 : 1
        current[j + 1] = min(previous[j + 1] + 1, current[j] + 1, previous[j] + cost)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          current[j + 1] = min(current[j + 1], beforePrevious[j - 1] + 1)
        }
      }
      beforePrevious = previous
      previous = current
    }
    return min(previous[right.count], limit + 1)
  }
}
