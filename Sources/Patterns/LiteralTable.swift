/// What ``LiteralScanner`` looks up: a window of four bytes of every literal.
///
/// The window is the literal's rarest one in source code, by an estimate, so that the scanner seldom has to look
/// closer. There are three steps, each of which rejects most of what reaches it:
///
/// 1. ``pairs``: can these two bytes start the window of a literal, and the next two end it? Literals are spread over
///    16 groups, and both must be in the same group.
/// 2. ``bitmap``: is the hash of the four bytes that of a window? Before hashing, bit 5 of every byte is set, which
///    makes letters lower case and merges a few other characters.
/// 3. ``entries``: the literals whose window has this hash, to compare byte by byte.
struct LiteralTable: Sendable {
  /// One window of one literal.
  struct Entry: Sendable {
    /// The index of the literal.
    let literal: Int32
    /// How many bytes of the literal precede the window.
    let offset: Int32
    /// Where the literal's bytes start in ``LiteralTable/pool``.
    let start: Int32
    /// How many bytes it has.
    let length: Int32
    /// Whether ASCII letters match in either case.
    let ignoresCase: Bool
    /// The literal's first eight bytes, the first in the lowest bits; zeros follow a shorter one.
    let head: UInt64
    /// Bits to set in eight bytes of text before comparing with ``head``: they make letters lower case.
    let fold: UInt64
    /// The bits of eight bytes of text that count.
    let mask: UInt64

    init(literal: Int, offset: Int, start: Int, bytes: [UInt8], ignoresCase: Bool) {
      self.literal = Int32(literal)
      self.offset = Int32(offset)
      self.start = Int32(start)
      length = Int32(bytes.count)
      self.ignoresCase = ignoresCase
      var (head, fold, mask): (UInt64, UInt64, UInt64) = (0, 0, 0)
      for (index, byte) in bytes.prefix(8).enumerated() {
        let shift = UInt64(8 * index)
        head |= UInt64(byte) << shift
        mask |= 0xff << shift
        if ignoresCase, (0x61...0x7a).contains(byte) { fold |= 0x20 << shift }
      }
      (self.head, self.fold, self.mask) = (head, fold, mask)
    }
  }

  /// How many groups ``pairs`` tells apart.
  static let groupCount = 16

  /// For each two bytes (the first one in the low bits of the index): in bits 0 to 15, in which groups a window starts
  /// with them; in bits 16 to 31, in which groups a window ends with them.
  private(set) var pairs = [UInt32](repeating: 0, count: 65_536)
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

  /// Builds the table.
  init(_ literals: [LiteralScanner.Literal]) {
    var filed: [(hash: UInt32, entry: Entry)] = []
    pool = []
    for (index, literal) in literals.enumerated() {
      precondition(literal.bytes.count >= 3, "a literal needs at least three bytes")
      let bytes = literal.ignoresCase ? literal.bytes.map(Self.lowercased) : literal.bytes
      let offset = Self.rarestWindow(of: bytes)
      let entry = Entry(
        literal: index,
        offset: offset,
        start: pool.count,
        bytes: bytes,
        ignoresCase: literal.ignoresCase
      )
      pool += bytes
      var window: UInt32 = 0
      for position in 0..<min(4, bytes.count) { window |= UInt32(bytes[offset + position]) << (8 * UInt32(position)) }
      if bytes.count > 3 {
        filed.append((Self.hash(window), entry))
      } else {
        // The fourth byte can be anything; folding leaves half of the values, with distinct hashes (the factor is odd).
        for byte in 0..<UInt32(128) {
          filed.append((Self.hash(window | ((byte & 0x60) << 1 | byte & 0x1f) << 24), entry))
        }
      }
    }
    filed.sort { ($0.hash, $0.entry.literal) < ($1.hash, $1.entry.literal) }

    bitmap = [UInt64](repeating: 0, count: 1_024)
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
    markPairs()
  }

  /// The indices of the entries whose window has this hash, which must be marked in ``bitmap``.
  @inline(__always) func bucket(of hash: UInt32) -> Range<Int> {
    let word = Int(hash >> 6)
    let below = bitmap[word] & (1 << UInt64(hash & 63) - 1)
    let bucket = Int(rank[word]) + below.nonzeroBitCount
    return Int(bucketStarts[bucket])..<Int(bucketStarts[bucket + 1])
  }

  /// Distributes the literals over the groups and fills ``pairs``.
  private mutating func markPairs() {
    // Literals of three bytes accept any fourth byte: they get their own groups, or every pair would fit the others'.
    var windows: [(short: Bool, bytes: ArraySlice<UInt8>, ignoresCase: Bool)] = []
    var seen: Set<Int32> = []
    for entry in entries where seen.insert(entry.literal).inserted {
      let start = Int(entry.start + entry.offset)
      let bytes = pool[start..<(start + min(4, Int(entry.length)))]
      windows.append((bytes.count < 4, bytes, entry.ignoresCase))
    }
    // Neighbours in this order share their first bytes, so a group has fewer pairs.
    windows.sort { $0.short != $1.short ? $1.short : $0.bytes.lexicographicallyPrecedes($1.bytes) }
    let shortCount = windows.count { $0.short }
    let shortGroups = shortCount == 0 ? 0 : shortCount == windows.count ? Self.groupCount : 2
    let longGroups = Self.groupCount - shortGroups
    for (index, window) in windows.enumerated() {
      let longCount = windows.count - shortCount
      let group =
        window.short
        ? longGroups + (index - longCount) * shortGroups / shortCount
        : index * longGroups / longCount
      let choices = window.bytes.map { byte in Self.choices(byte, ignoresCase: window.ignoresCase) }
      mark(choices[0], choices[1], bit: 1 << UInt32(group))
      mark(choices[2], choices.count > 3 ? choices[3] : Array(0...255), bit: 1 << UInt32(group + Self.groupCount))
    }
  }

  private mutating func mark(_ first: [UInt8], _ second: [UInt8], bit: UInt32) {
    for low in first {
      for high in second { pairs[Int(low) | Int(high) << 8] |= bit }
    }
  }

  private static func choices(_ byte: UInt8, ignoresCase: Bool) -> [UInt8] {
    ignoresCase && (0x61...0x7a).contains(byte) ? [byte, byte & ~0x20] : [byte]
  }

  /// The 16-bit hash of four bytes, the first in the lowest bits.
  @inline(__always) static func hash(_ window: UInt32) -> UInt32 {
    ((window | 0x2020_2020) &* 0x9E37_79B1) >> 16
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5a).contains(byte) ? byte | 0x20 : byte
  }

  /// Where the four bytes start that are rarest in source code, by estimate.
  private static func rarestWindow(of bytes: [UInt8]) -> Int {
    guard bytes.count > 4 else { return 0 }
    var best = (offset: 0, commonness: Int.max)
    // Farther into a long literal little is gained, and hits would have to be sorted over a longer distance.
    for offset in 0...min(bytes.count - 4, 60) {
      var commonness = 0
      for byte in bytes[offset..<(offset + 4)] { commonness += Self.commonness[Int(byte)] }
      // Runs of equal bytes are common: rulers and padding.
      if bytes[(offset + 1)..<(offset + 4)].allSatisfy({ $0 == bytes[offset] }) { commonness += 20 }
      if commonness < best.commonness { best = (offset, commonness) }
    }
    return best.offset
  }

  /// How common a byte is in source code: the binary logarithm of its count in a million, above 8 (measured over 190 MB
  /// of C, Python and Swift).
  private static let commonness: [Int] = {
    let ranks: [(characters: String, rank: Int)] = [
      (" e", 9), ("\n_ainorst", 7), (",0Scdflpu", 6), ("\"()*./ACEILNOPRTbghkmvxy", 5), ("#-12:;=BDFMUw", 4),
      ("\t'345689>GKVX{}", 3), ("<@HWY[\\]qz", 2), ("&7j", 1),
    ]
    var table = [Int](repeating: 0, count: 256)
    for (characters, rank) in ranks {
      for byte in characters.utf8 { table[Int(byte)] = rank }
    }
    return table
  }()
}
