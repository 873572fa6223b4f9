/// Finds the keys of a table with many members while it is read, in constant time.
///
/// Keys are equal only if their bytes are: `String` compares an accented letter and the letter followed by a combining
/// accent as equal, which neither TOML nor JSON does.
struct KeyIndex {
  /// Up to this many members, comparing their keys one by one is faster.
  static let linearLimit = 8

  private var positions: [ExactKey: Int] = [:]

  /// The position stored for a key.
  func position(of key: String) -> Int? {
    positions[ExactKey(text: key)]
  }

  /// Stores a position for a key, replacing an earlier one.
  mutating func set(_ key: String, _ position: Int) {
    positions[ExactKey(text: key)] = position
  }

  /// Stores a position for a key unless there is one.
  mutating func setFirst(_ key: String, _ position: Int) {
    let key = ExactKey(text: key)
    positions[key] = positions[key] ?? position
  }

  static func areSame(_ left: String, _ right: String) -> Bool {
    left.utf8.count == right.utf8.count && left.utf8.elementsEqual(right.utf8)
  }

  /// A key that is equal to another one byte by byte.
  private struct ExactKey: Hashable {
    let text: String

    static func == (left: ExactKey, right: ExactKey) -> Bool { areSame(left.text, right.text) }

    func hash(into hasher: inout Hasher) {
      // Eight bytes at a time: feeding the hasher dominates the cost.
      var word: UInt64 = 0
      var used = 0
      for byte in text.utf8 {
        word = word << 8 | UInt64(byte)
        used += 1
        if used.isMultiple(of: 8) { hasher.combine(word) }
      }
      hasher.combine(word)
      hasher.combine(used)
    }
  }
}
