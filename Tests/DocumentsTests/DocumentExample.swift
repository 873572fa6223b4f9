import Documents
import TestSupport
import Testing

/// A document, with «marks» where errors are expected, and the tree that is read nonetheless.
struct DocumentExample: Sendable, CustomTestStringConvertible {
  let marked: String
  let tree: String

  init(_ marked: String, _ tree: String) {
    self.marked = marked
    self.tree = tree
  }

  var testDescription: String { marked.debugDescription }

  func check(_ parse: ([UInt8]) -> ParsedDocument, sourceLocation: SourceLocation = #_sourceLocation) {
    let example = MarkedText(marked)
    let document = parse(example.bytes)
    let found = MarkedText.marking(document.errors.map(\.region), in: example.bytes)
    #expect(found == marked, "\(document.errors.map(\.message))", sourceLocation: sourceLocation)
    #expect(document.root.compactText == tree, sourceLocation: sourceLocation)
  }
}

/// Finds values by their keys, with numbers for the elements of arrays: `env.prod.0.name`.
extension Node {
  func at(_ path: String) -> Node? {
    member(at: path)?.node ?? (path.isEmpty ? self : nil)
  }

  func member(at path: String) -> Member? {
    var node = self
    var member: Member?
    for part in path.split(separator: ".") {
      if let number = Int(part), let nodes = node.array {
        guard nodes.indices.contains(number) else { return nil }
        member = Member(key: "", keyRegion: node.region, node: nodes[number])
      } else {
        member = node.table?.member(String(part))
      }
      guard let next = member?.node else { return nil }
      node = next
    }
    return member
  }
}
