import Patterns

/// Text that a value holds in base64, as values in Secrets of Kubernetes do.
enum Base64Text {
  /// The text without a line break at its end; `nil` when the value holds none.
  ///
  /// Of values of twelve characters made by chance one in some thousand does.
  static func read(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard value.count >= 8, value.count.isMultiple(of: 4), let decoded = Base64.decode(value, .standard) else {
      return nil
    }
    let text = decoded.last == UInt8(ascii: "\n") ? decoded.dropLast() : decoded[...]
    return text.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ? text : nil
  }
}
