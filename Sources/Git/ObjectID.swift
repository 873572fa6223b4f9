/// The name git gives an object: a SHA-1 or SHA-256 hash.
///
/// The bytes are stored inline, so that millions of them need no allocation.
package struct ObjectID: Sendable, Hashable {
  private let words: (UInt64, UInt64, UInt64, UInt64)
  private let isLong: Bool

  /// Reads 40 or 64 hexadecimal digits.
  package init?(hexadecimal digits: ArraySlice<UInt8>) {
    guard digits.count == 40 || digits.count == 64 else { return nil }
    var words: [UInt64] = [0, 0, 0, 0]
    for (index, digit) in digits.enumerated() {
      let value: UInt8
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
      default: return nil
      }
      words[index / 16] |= UInt64(value) << UInt64(60 - index % 16 * 4)
    }
    self.words = (words[0], words[1], words[2], words[3])
    isLong = digits.count == 64
  }

  /// Reads the 20 or 32 bytes of a name in a folder's object.
  init?(bytes: ArraySlice<UInt8>) {
    guard bytes.count == 20 || bytes.count == 32 else { return nil }
    var words: [UInt64] = [0, 0, 0, 0]
    for (index, byte) in bytes.enumerated() {
      words[index / 8] |= UInt64(byte) << UInt64(56 - index % 8 * 8)
    }
    self.words = (words[0], words[1], words[2], words[3])
    isLong = bytes.count == 32
  }

  /// How many bytes it has in a folder's object.
  var byteCount: Int { isLong ? 32 : 20 }

  /// All zeros: git's notation for "no object", or for one that is not stored yet.
  package var isNull: Bool { words == (0, 0, 0, 0) }

  /// The name in hexadecimal digits.
  package var hexadecimal: [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(isLong ? 64 : 40)
    for (index, word) in [words.0, words.1, words.2, words.3].enumerated() {
      let count = isLong || index < 2 ? 16 : index == 2 ? 8 : 0
      for place in 0..<count { text.append(digits[Int(word >> UInt64(60 - place * 4) & 15)]) }
    }
    return text
  }

  package var text: String { String(decoding: hexadecimal, as: UTF8.self) }

  package static func == (left: ObjectID, right: ObjectID) -> Bool {
    left.words == right.words && left.isLong == right.isLong
  }

  package func hash(into hasher: inout Hasher) {
    // It is a hash already: two words of it are enough.
    hasher.combine(words.0)
    hasher.combine(words.1)
  }
}
