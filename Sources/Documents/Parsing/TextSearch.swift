extension StringProtocol {
  /// Whether this text contains another, byte by byte.
  ///
  /// The standard library's search goes through the regular expression engine, which takes many times longer;
  /// `Package.swift` hides it. In tests, which import Foundation, Foundation's is used.
  @_disfavoredOverload
  @inlinable package func contains(_ other: some StringProtocol) -> Bool {
    utf8.firstOccurrence(of: other.utf8) != nil
  }
}

extension Collection<UInt8> {
  /// Where some bytes first occur; at the start for no bytes.
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
