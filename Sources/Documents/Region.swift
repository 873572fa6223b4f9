/// A half-open range of UTF-8 byte offsets in one source.
package struct Region: Hashable, Sendable, Comparable {
  package var start: Int
  package var end: Int

  package init(start: Int, end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  package init(_ range: Range<Int>) {
    self.init(start: range.lowerBound, end: range.upperBound)
  }

  package var range: Range<Int> { start..<end }
  package var count: Int { end - start }
  package var isEmpty: Bool { start == end }

  package func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
  package func contains(_ other: Region) -> Bool { start <= other.start && other.end <= end }
  package func overlaps(_ other: Region) -> Bool { start < other.end && other.start < end }

  package static func < (left: Region, right: Region) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }

  /// Regions in order, merged where they overlap or touch, without empty ones.
  package static func merged(_ regions: some Sequence<Region>) -> [Region] {
    var merged: [Region] = []
    for region in regions.sorted() where !region.isEmpty {
      if let last = merged.last, region.start <= last.end {
        merged[merged.count - 1].end = max(last.end, region.end)
      } else {
        merged.append(region)
      }
    }
    return merged
  }
}
