/// A text in which `«` and `»` mark what a rule should find: the text without the marks, and the marked ranges.
package struct MarkedSample: Equatable, Sendable {
  /// The bytes without marks.
  package let bytes: [UInt8]

  /// The marked bytes, as ranges of ``bytes``, by where they start; marks may be nested.
  package let marked: [Range<Int>]

  /// Removes the marks; nil if they do not pair up.
  package init?(_ text: [UInt8]) {
    var bytes: [UInt8] = []
    var marked: [Range<Int>] = []
    var open: [Int] = []
    var rest = text[...]
    while let byte = rest.first {
      if rest.starts(with: [0xc2, 0xab]) {
        open.append(bytes.count)
        rest = rest.dropFirst(2)
      } else if rest.starts(with: [0xc2, 0xbb]) {
        guard let start = open.popLast() else { return nil }
        marked.append(start..<bytes.count)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
        rest = rest.dropFirst()
      }
    }
    guard open.isEmpty else { return nil }
    self.bytes = bytes
    self.marked = marked.sorted { ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound) }
  }

  /// The same for a string.
  package init?(_ text: String) {
    self.init(Array(text.utf8))
  }

  /// The text without marks; bytes that are not UTF-8 are replaced.
  package var text: String {
    String(decoding: bytes, as: UTF8.self)
  }
}
