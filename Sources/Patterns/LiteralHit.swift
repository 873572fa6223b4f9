/// One occurrence of a literal.
package struct LiteralHit: Equatable, Sendable {
  /// The literal's index in the list ``LiteralScanner`` was made from.
  package let literal: Int32

  /// The offset of its first byte in the scanned span.
  package let position: Int

  package init(literal: Int32, position: Int) {
    self.literal = literal
    self.position = position
  }
}
