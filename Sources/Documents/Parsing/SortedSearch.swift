extension RandomAccessCollection where Index == Int {
  /// The index of the first element for which a condition holds that holds for all after it; the end, if there is none.
  package func partitioningIndex(where isAfter: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
