extension StringProtocol {
  /// Whether another text occurs in this one, byte by byte.
  ///
  /// The standard library's own search goes through the engine of regular expressions, which takes many times longer;
  /// `Package.swift` keeps it out of sight. Where Foundation is imported, in tests, Foundation's is taken.
  @_disfavoredOverload
  @inlinable package func contains(_ other: some StringProtocol) -> Bool {
    utf8.firstOccurrence(of: other.utf8) != nil
  }
}

extension Collection<UInt8> {
  /// Where some bytes first occur; at the start, if there are none to look for.
  @inlinable package func firstOccurrence(of other: some Collection<UInt8>) -> Range<Index>? {
    guard let first = other.first else { return startIndex..<startIndex }
    var rest = self[...]
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      var end = start
      var isEqual = true
      for byte in other {
        guard end < endIndex else { return nil }
        guard self[end] == byte else {
          isEqual = false
          break
        }
        formIndex(after: &end)
      }
      if isEqual { return start..<end }
      rest = rest.dropFirst()
    }
    return nil
  }
}
