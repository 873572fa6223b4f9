package import Documents

/// A text in which places are marked with `«` and `»`, as an example in a test.
///
/// Marks may stand within each other; the regions are those of the text without marks, in order of their starts.
package struct MarkedText: Sendable {
  package let text: String
  package let regions: [Region]

  package init(_ marked: String) {
    var text = ""
    var regions: [Region] = []
    var open: [Int] = []
    for character in marked.unicodeScalars {
      switch character {
      case "«":
        open.append(regions.count)
        regions.append(Region(start: text.utf8.count, end: text.utf8.count))
      case "»":
        precondition(!open.isEmpty, "a » without its «")
        regions[open.removeLast()].end = text.utf8.count
      default:
        text.unicodeScalars.append(character)
      }
    }
    precondition(open.isEmpty, "a « without its »")
    self.text = text
    self.regions = regions
  }

  package var bytes: [UInt8] { Array(text.utf8) }

  /// The text with marks around regions: the inverse, for a message that shows what a test found.
  package static func marking(_ regions: [Region], in bytes: [UInt8]) -> String {
    var marks: [(offset: Int, order: Int, mark: String)] = []
    for (number, region) in regions.enumerated() {
      // Where one region ends and another starts, the end comes first; of an empty one, the start.
      marks.append((region.start, 2 * number + 1, "«"))
      marks.append((region.end, region.isEmpty ? 2 * number + 2 : -number, "»"))
    }
    marks.sort { ($0.offset, $0.order) < ($1.offset, $1.order) }
    var text = ""
    var offset = 0
    for mark in marks {
      text += String(decoding: bytes[offset..<mark.offset], as: UTF8.self) + mark.mark
      offset = mark.offset
    }
    return text + String(decoding: bytes[offset...], as: UTF8.self)
  }
}
