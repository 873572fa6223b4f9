/// Microsoft's keyed hash, the checksum of its identifiable keys (docs/facts/token-checksums.md §1).
enum Marvin32 {
  /// The seed from eight ASCII characters, read as a big-endian number.
  static func seed(_ characters: String) -> UInt64 {
    characters.utf8.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The hash in 32 bits.
  static func hash(_ bytes: some Collection<UInt8>, seed: UInt64) -> UInt32 {
    let state = finalState(bytes, seed: seed)
    return state.low ^ state.high
  }

  /// Both halves of the state at the end; the 64-bit form of the hash is the high one, then the low one.
  static func finalState(_ bytes: some Collection<UInt8>, seed: UInt64) -> (low: UInt32, high: UInt32) {
    var low = UInt32(truncatingIfNeeded: seed)
    var high = UInt32(truncatingIfNeeded: seed >> 32)
    func mix() {
      high ^= low
      low = rotated(low, by: 20) &+ high
      high = rotated(high, by: 9) ^ low
      low = rotated(low, by: 27) &+ high
      high = rotated(high, by: 19)
    }

    var word: UInt32 = 0
    var filled: UInt32 = 0
    for byte in bytes {
      word |= UInt32(byte) << (8 * filled)
      filled += 1
      if filled == 4 {
        low = low &+ word
        mix()
        (word, filled) = (0, 0)
      }
    }
    low = low &+ (word | 0x80 << (8 * filled))
    mix()
    mix()
    return (low, high)
  }

  private static func rotated(_ value: UInt32, by count: UInt32) -> UInt32 {
    value << count | value >> (32 - count)
  }
}
