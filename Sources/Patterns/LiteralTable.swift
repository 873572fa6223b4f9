/// What ``LiteralScanner`` looks up: a window of four bytes of every literal, filed under a hash.
///
/// The window is the rarest one of the literal (in source code, by guess), so that the scanner seldom has to look
/// closer. Windows are folded: bit 5 of every byte is set, which makes letters lower case, and mixes up a few other
/// characters; the closer look sorts that out.
struct LiteralTable: Sendable {
  /// One window of one literal.
  struct Entry: Sendable {
    /// The index of the literal.
    let literal: Int32
    /// How many bytes of the literal lie before the window.
    let offset: Int32
    /// Where the literal's bytes lie in ``LiteralTable/pool``.
    let start: Int32
    /// How many bytes it has.
    let length: Int32
    /// Set in every byte that is compared without regard to ASCII case: 0x20, else 0.
    let caseBit: UInt8
  }

  /// A hash has this many bits.
  static let hashBits: UInt32 = 16

  /// One bit for each hash: whether any window has it.
  private(set) var bitmap: [UInt64]
  /// For each word of the bitmap, how many bits are set in the words before it.
  private(set) var rank: [UInt32]
  /// For each set bit in order, where its entries start in ``entries``; one more at the end.
  private(set) var bucketStarts: [UInt32]
  /// The windows, ordered by hash.
  private(set) var entries: [Entry]
  /// The bytes of all literals, in lower case for those that ignore case.
  private(set) var pool: [UInt8]

  /// Files the literals.
  init(_ literals: [LiteralScanner.Literal]) {
    var filed: [(hash: UInt32, entry: Entry)] = []
    pool = []
    for (index, literal) in literals.enumerated() {
      precondition(literal.bytes.count >= 3, "a literal needs at least three bytes")
      let bytes = literal.ignoresCase ? literal.bytes.map(Self.lowercased) : literal.bytes
      let offset = Self.rarestWindow(of: bytes)
      let entry = Entry(
        literal: Int32(index),
        offset: Int32(offset),
        start: Int32(pool.count),
        length: Int32(bytes.count),
        caseBit: literal.ignoresCase ? 0x20 : 0
      )
      pool += bytes
      var window: UInt32 = 0
      for position in 0..<min(4, bytes.count) { window |= UInt32(bytes[offset + position]) << (8 * UInt32(position)) }
      if bytes.count > 3 {
        filed.append((Self.hash(window), entry))
      } else {
        // The fourth byte can be any; folding leaves half of the values.
        let hashes = Set((0..<128).map { Self.hash(window | (($0 & 0x60) << 1 | $0 & 0x1f) << 24) })
        filed += hashes.map { ($0, entry) }
      }
    }
    filed.sort { ($0.hash, $0.entry.literal) < ($1.hash, $1.entry.literal) }

    bitmap = [UInt64](repeating: 0, count: 1 << Int(Self.hashBits - 6))
    bucketStarts = []
    entries = filed.map(\.entry)
    for (index, item) in filed.enumerated() where index == 0 || filed[index - 1].hash != item.hash {
      bitmap[Int(item.hash >> 6)] |= 1 << UInt64(item.hash & 63)
      bucketStarts.append(UInt32(index))
    }
    bucketStarts.append(UInt32(entries.count))
    rank = []
    var sum: UInt32 = 0
    for word in bitmap {
      rank.append(sum)
      sum += UInt32(word.nonzeroBitCount)
    }
  }

  /// The hash of four bytes, the first in the lowest bits.
  @inline(__always) static func hash(_ window: UInt32) -> UInt32 {
    ((window | 0x2020_2020) &* 0x9E37_79B1) >> (32 - hashBits)
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5a).contains(byte) ? byte | 0x20 : byte
  }

  /// Where the four bytes start that are expected least often in source code.
  private static func rarestWindow(of bytes: [UInt8]) -> Int {
    guard bytes.count > 4 else { return 0 }
    var best = (offset: 0, commonness: Int.max)
    // Far inside a long literal nothing gets better, and hits would be put into order over a longer distance.
    for offset in 0...min(bytes.count - 4, 60) {
      var commonness = 0
      for position in offset..<(offset + 4) { commonness += Self.commonness(of: bytes[position] | 0x20) }
      // Words begin and end alike; equal bytes in a row are rulers and padding.
      if Set(bytes[offset..<(offset + 4)]).count == 1 { commonness += 20 }
      if commonness < best.commonness { best = (offset, commonness) }
    }
    return best.offset
  }

  /// How common a folded byte is in source code, roughly in steps of a factor 1.6; a guess is good enough.
  private static func commonness(of byte: UInt8) -> Int {
    let ranks: [(String, Int)] = [
      (" e", 11), ("tanirso", 10), ("lcdpm", 9), ("ufhgb", 8), ("y*v(),.", 7), ("wkx-/:;=\"'", 6),
      ("01\u{7f}", 6), ("q2345689z7j", 4), ("#&<>{}", 4),
    ]
    for (characters, rank) in ranks where characters.utf8.contains(byte) { return rank }
    return 1
  }
}
