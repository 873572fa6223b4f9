/// One pass over bytes for the literals of a ``LiteralTable``.
///
/// Each of three steps rejects most of what reaches it, and each runs over many positions before the next one starts: a
/// branch at every position would be mispredicted too often.
///
/// 1. ``mark(_:from:)`` finds the blocks of eight positions in which the window of a literal may start.
/// 2. ``narrow(_:count:to:)`` finds the positions in them whose four bytes have the hash of a window.
/// 3. ``verify(_:into:first:)`` compares the literals with the text.
@safe struct LiteralSearch {
  /// A position whose four bytes have the hash of a window.
  @safe private struct Candidate {
    let position: Int
    let hash: UInt32
  }

  /// How many blocks are marked before they are narrowed.
  private static let blockLimit = 64
  /// The windows of a block's eight positions span eleven bytes.
  private static let blockLength = 11

  let table: LiteralTable
  /// The table's pairs and bitmap, as pointers: they are looked up too often to check each index.
  let pairs: UnsafePointer<UInt32>
  let bitmap: UnsafePointer<UInt64>
  let text: UnsafeRawPointer
  /// The part of the text to search: at least three bytes.
  let from: Int
  let to: Int

  /// Appends every occurrence, in order.
  func run(into hits: inout [LiteralHit]) {
    let first = hits.count
    let limit = Self.blockLimit
    unsafe withUnsafeTemporaryAllocation(of: Int.self, capacity: limit) { blocks in
      unsafe withUnsafeTemporaryAllocation(of: Candidate.self, capacity: 8 * limit) { candidates in
        guard let blocks = blocks.baseAddress, let candidates = candidates.baseAddress else { return }
        var position = from
        while position <= to - Self.blockLength {
          let marked = unsafe mark(blocks, from: position)
          position = marked.end
          let count = unsafe narrow(blocks, count: marked.count, to: candidates)
          for index in 0..<count { unsafe verify(candidates[index], into: &hits, first: first) }
        }
        for position in position...(to - 3) { look(at: position, into: &hits, first: first) }
      }
    }
  }

  /// Examines one of the last positions.
  private func look(at position: Int, into hits: inout [LiteralHit], first: Int) {
    // The last window lacks its fourth byte; any value will do, because only literals of three bytes can match there.
    var window: UInt32 = 0
    for step in 0..<min(4, to - position) {
      unsafe window |= UInt32(text.load(fromByteOffset: position + step, as: UInt8.self)) << UInt32(8 * step)
    }
    let candidate = Candidate(position: position, hash: LiteralTable.hash(window))
    if isWindow(candidate.hash) { verify(candidate, into: &hits, first: first) }
  }

  /// Records the blocks from a position on in which a window may start, up to ``blockLimit``.
  @inline(never)
  private func mark(_ blocks: UnsafeMutablePointer<Int>, from start: Int) -> (count: Int, end: Int) {
    var count = 0
    var position = start
    let last = to - Self.blockLength
    while position <= last, count < Self.blockLimit {
      let block = unsafe LiteralBlock(text + position, pairs)
      // Stored unconditionally: no branch to mispredict.
      unsafe blocks[count] = position
      count &+= block.isEmpty ? 0 : 1
      position &+= 8
    }
    return (count, position)
  }

  /// Records the positions in these blocks whose four bytes have the hash of a window.
  @inline(never)
  private func narrow(_ blocks: UnsafePointer<Int>, count: Int, to candidates: UnsafeMutablePointer<Candidate>) -> Int {
    var candidateCount = 0
    for index in 0..<count {
      let start = unsafe blocks[index]
      var steps = unsafe LiteralBlock(text + start, pairs).steps
      while steps != 0 {
        let position = start &+ steps.trailingZeroBitCount
        let window = unsafe text.loadUnaligned(fromByteOffset: position, as: UInt32.self).littleEndian
        let hash = LiteralTable.hash(window)
        unsafe candidates[candidateCount] = Candidate(position: position, hash: hash)
        candidateCount &+= isWindow(hash) ? 1 : 0
        steps &= steps &- 1
      }
    }
    return candidateCount
  }

  @inline(__always)
  private func isWindow(_ hash: UInt32) -> Bool {
    unsafe bitmap[Int(hash &>> 6)] &>> UInt64(hash & 63) & 1 != 0
  }

  /// Compares the literals whose window has this hash, and inserts those that match into `hits` in order.
  @inline(never)
  private func verify(_ candidate: Candidate, into hits: inout [LiteralHit], first: Int) {
    for index in table.bucket(of: candidate.hash) {
      let entry = table.entries[index]
      let start = candidate.position - Int(entry.offset)
      guard start >= from, start + Int(entry.length) <= to,
        unsafe matches(entry, text + start, to - start)
      else { continue }
      Self.insert(LiteralHit(literal: entry.literal, position: start), into: &hits, first: first)
    }
  }

  /// Whether a literal is at a place, given how many bytes follow.
  @inline(__always)
  private func matches(_ entry: LiteralTable.Entry, _ place: UnsafeRawPointer, _ available: Int) -> Bool {
    if available >= 8 {
      let head = unsafe place.loadUnaligned(as: UInt64.self).littleEndian
      guard (head | entry.fold) & entry.mask == entry.head else { return false }
      if entry.length <= 8 { return true }
    }
    for index in 0..<Int(entry.length) {
      var byte = unsafe place.load(fromByteOffset: index, as: UInt8.self)
      if byte &- 0x41 < 26, entry.ignoresCase { byte |= 0x20 }
      if byte != table.pool[Int(entry.start) + index] { return false }
    }
    return true
  }

  /// Windows are at different offsets in their literals, so hits can arrive slightly out of order.
  private static func insert(_ hit: LiteralHit, into hits: inout [LiteralHit], first: Int) {
    var place = hits.count
    while place > first, (hits[place - 1].position, hits[place - 1].literal) > (hit.position, hit.literal) {
      place -= 1
    }
    hits.insert(hit, at: place)
  }
}

/// For eight consecutive positions, the groups of literals whose window may start there.
private struct LiteralBlock {
  private let groups0, groups1, groups2, groups3, groups4, groups5, groups6, groups7: UInt32

  /// Examines eleven bytes.
  @inline(__always)
  init(_ text: UnsafeRawPointer, _ pairs: UnsafePointer<UInt32>) {
    let pair0 = unsafe Self.pair(text, pairs)
    let pair1 = unsafe Self.pair(text + 1, pairs)
    let pair2 = unsafe Self.pair(text + 2, pairs)
    let pair3 = unsafe Self.pair(text + 3, pairs)
    let pair4 = unsafe Self.pair(text + 4, pairs)
    let pair5 = unsafe Self.pair(text + 5, pairs)
    let pair6 = unsafe Self.pair(text + 6, pairs)
    let pair7 = unsafe Self.pair(text + 7, pairs)
    let pair8 = unsafe Self.pair(text + 8, pairs)
    let pair9 = unsafe Self.pair(text + 9, pairs)
    // Shifting down the groups of a window's end leaves zeros in the high half, so `&` keeps the groups that fit both
    // pairs.
    groups0 = pair0 & pair2 &>> 16
    groups1 = pair1 & pair3 &>> 16
    groups2 = pair2 & pair4 &>> 16
    groups3 = pair3 & pair5 &>> 16
    groups4 = pair4 & pair6 &>> 16
    groups5 = pair5 & pair7 &>> 16
    groups6 = pair6 & pair8 &>> 16
    groups7 = pair7 & pair9 &>> 16
  }

  @inline(__always)
  private static func pair(_ place: UnsafeRawPointer, _ pairs: UnsafePointer<UInt32>) -> UInt32 {
    unsafe pairs[Int(place.loadUnaligned(as: UInt16.self).littleEndian)]
  }

  /// Whether no window starts at any of the eight positions.
  @inline(__always) var isEmpty: Bool {
    groups0 | groups1 | groups2 | groups3 | groups4 | groups5 | groups6 | groups7 == 0
  }

  /// One bit for each position at which a window may start, the first position in the lowest bit.
  @inline(__always) var steps: UInt32 {
    Self.bit(groups0) | Self.bit(groups1) &<< 1 | Self.bit(groups2) &<< 2 | Self.bit(groups3) &<< 3
      | Self.bit(groups4) &<< 4 | Self.bit(groups5) &<< 5 | Self.bit(groups6) &<< 6 | Self.bit(groups7) &<< 7
  }

  /// 1 unless the value is zero, without a branch.
  @inline(__always)
  private static func bit(_ groups: UInt32) -> UInt32 { (groups | (0 &- groups)) &>> 31 }
}
