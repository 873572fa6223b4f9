/// Every piece of some secrets that is long enough to help somebody guess the rest: each six bytes in a row.
package struct SecretPieces: Sendable {
  /// Shorter pieces occur in any text by chance.
  package static let length = 6

  private static let mask: UInt64 = (1 << (8 * UInt64(length))) - 1

  /// The pieces, each as a number.
  private var pieces: Set<UInt64> = []

  package init(of secrets: some Sequence<String>) {
    for secret in secrets { Self.forEachPiece(of: secret) { pieces.insert($0) } }
  }

  package var isEmpty: Bool { pieces.isEmpty }

  /// The first piece that a text shows; `nil` when it shows none.
  package func first(in text: String) -> String? {
    if isEmpty { return nil }
    var shown: UInt64?
    Self.forEachPiece(of: text) { if shown == nil, pieces.contains($0) { shown = $0 } }
    return shown.map { piece in
      String(decoding: (0..<Self.length).reversed().map { UInt8(truncatingIfNeeded: piece >> (8 * $0)) }, as: UTF8.self)
    }
  }

  private static func forEachPiece(of text: String, _ body: (UInt64) -> Void) {
    var piece: UInt64 = 0
    for (index, byte) in text.utf8.enumerated() {
      piece = (piece << 8 | UInt64(byte)) & mask
      if index >= length - 1 { body(piece) }
    }
  }
}
