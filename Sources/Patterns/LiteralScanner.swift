/// Finds all occurrences of many literals in one pass over the bytes: the prefilter in front of all patterns.
///
/// ``LiteralTable`` holds what is looked up, ``LiteralSearch`` does it. Why it looks like this:
/// `docs/decisions/literal-search.md`.
@safe package struct LiteralScanner: Sendable {
  /// A sequence of bytes to look for.
  package struct Literal: Equatable, Sendable {
    /// The bytes, at least three.
    package let bytes: [UInt8]

    /// Whether ASCII letters match in either case.
    package let ignoresCase: Bool

    package init(bytes: [UInt8], ignoresCase: Bool = false) {
      self.bytes = bytes
      self.ignoresCase = ignoresCase
    }

    /// A literal of the UTF-8 bytes of a text.
    package init(_ text: String, ignoresCase: Bool = false) {
      self.init(bytes: Array(text.utf8), ignoresCase: ignoresCase)
    }
  }

  private let table: LiteralTable

  /// Prepares the search for these literals, each of at least three bytes.
  package init(_ literals: [Literal]) {
    table = LiteralTable(literals)
  }

  /// Appends every occurrence of every literal within `from..<to`.
  ///
  /// Overlapping occurrences are all reported. Hits are ordered by position, then by the literal's index.
  package func scan(_ bytes: Span<UInt8>, from: Int, to: Int, into hits: inout [LiteralHit]) {
    precondition(from >= 0 && from <= to && to <= bytes.count, "the range lies outside the bytes")
    guard to - from >= 3 else { return }
    unsafe bytes.withUnsafeBufferPointer { text in
      unsafe table.pairs.withUnsafeBufferPointer { pairs in
        unsafe table.bitmap.withUnsafeBufferPointer { bitmap in
          guard let text = text.baseAddress, let pairs = pairs.baseAddress, let bitmap = bitmap.baseAddress
          else { return }
          let search = unsafe LiteralSearch(
            table: table,
            pairs: pairs,
            bitmap: bitmap,
            text: UnsafeRawPointer(text),
            from: from,
            to: to
          )
          search.run(into: &hits)
        }
      }
    }
  }
}
