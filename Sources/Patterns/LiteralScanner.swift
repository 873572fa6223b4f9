/// Finds all occurrences of many literals in one pass over the bytes: the prefilter in front of all patterns.
///
/// At every position one table tells whether the next four bytes could be the window of a literal; only where they
/// could, which is rare, the literals are compared. See ``LiteralTable``.
@safe package struct LiteralScanner: Sendable {
  /// A sequence of bytes to look for.
  package struct Literal: Equatable, Sendable {
    /// The bytes, at least three.
    package let bytes: [UInt8]

    /// Whether ASCII letters match in either case.
    package let ignoresCase: Bool

    package init(bytes: [UInt8], ignoresCase: Bool = false) {
      self.bytes = bytes
      self.ignoresCase = ignoresCase
    }

    /// A literal of the UTF-8 bytes of a text.
    package init(_ text: String, ignoresCase: Bool = false) {
      self.init(bytes: Array(text.utf8), ignoresCase: ignoresCase)
    }
  }

  private let table: LiteralTable

  /// Prepares the search for these literals, of which each needs at least three bytes.
  package init(_ literals: [Literal]) {
    table = LiteralTable(literals)
  }

  /// Appends every occurrence of every literal that lies wholly within `from..<to`.
  ///
  /// Occurrences that overlap are all reported. The appended hits are in order of position, and at one position in order
  /// of the literals' indices.
  package func scan(_ bytes: Span<UInt8>, from: Int, to: Int, into hits: inout [LiteralHit]) {
    precondition(from >= 0 && from <= to && to <= bytes.count, "the range lies outside the bytes")
    guard to - from >= 3 else { return }
    let first = hits.count
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = unsafe UnsafeRawPointer(buffer.baseAddress) else { return }
      unsafe table.pairs.withUnsafeBufferPointer { pairs in
        guard let pairs = pairs.baseAddress else { return }
        unsafe scan(base, pairs, from: from, to: to, into: &hits, first: first)
      }
    }
  }

  private func scan(
    _ base: UnsafeRawPointer,
    _ pairs: UnsafePointer<UInt32>,
    from: Int,
    to: Int,
    into hits: inout [LiteralHit],
    first: Int
  ) {
    var position = from
    // The windows of eight positions lie in eleven bytes. Once the groups of a window's end are shifted down, the high
    // half of the value is zero, so that `&` leaves the groups that fit both pairs.
    let lastBlock = to - 11
    while position <= lastBlock {
      let pair0 = unsafe Self.pair(base + position, pairs)
      let pair1 = unsafe Self.pair(base + position + 1, pairs)
      let pair2 = unsafe Self.pair(base + position + 2, pairs)
      let pair3 = unsafe Self.pair(base + position + 3, pairs)
      let pair4 = unsafe Self.pair(base + position + 4, pairs)
      let pair5 = unsafe Self.pair(base + position + 5, pairs)
      let pair6 = unsafe Self.pair(base + position + 6, pairs)
      let pair7 = unsafe Self.pair(base + position + 7, pairs)
      let pair8 = unsafe Self.pair(base + position + 8, pairs)
      let pair9 = unsafe Self.pair(base + position + 9, pairs)
      let found0 = pair0 & pair2 &>> 16
      let found1 = pair1 & pair3 &>> 16
      let found2 = pair2 & pair4 &>> 16
      let found3 = pair3 & pair5 &>> 16
      let found4 = pair4 & pair6 &>> 16
      let found5 = pair5 & pair7 &>> 16
      let found6 = pair6 & pair8 &>> 16
      let found7 = pair7 & pair9 &>> 16
      if found0 | found1 | found2 | found3 | found4 | found5 | found6 | found7 != 0 {
        var steps = (found0 != 0 ? 1 : 0) | (found1 != 0 ? 2 : 0) | (found2 != 0 ? 4 : 0) | (found3 != 0 ? 8 : 0)
        steps |= (found4 != 0 ? 16 : 0) | (found5 != 0 ? 32 : 0) | (found6 != 0 ? 64 : 0) | (found7 != 0 ? 128 : 0)
        repeat {
          let place = position + steps.trailingZeroBitCount
          let window = unsafe base.loadUnaligned(fromByteOffset: place, as: UInt32.self).littleEndian
          unsafe look(window, at: place, base, from: from, to: to, into: &hits, first: first)
          steps &= steps - 1
        } while steps != 0
      }
      position += 8
    }
    while position <= to - 3 {
      // The last window may lack its fourth byte; any will do, because only literals of three bytes can match there.
      var window: UInt32 = 0
      for step in 0..<min(4, to - position) {
        unsafe window |= UInt32(base.load(fromByteOffset: position + step, as: UInt8.self)) << UInt32(8 * step)
      }
      unsafe look(window, at: position, base, from: from, to: to, into: &hits, first: first)
      position += 1
    }
  }

  @inline(__always)
  private static func pair(_ place: UnsafeRawPointer, _ pairs: UnsafePointer<UInt32>) -> UInt32 {
    unsafe pairs[Int(place.loadUnaligned(as: UInt16.self).littleEndian)]
  }

  /// Goes on to compare literals if the window's hash is that of any.
  @inline(__always)
  private func look(
    _ window: UInt32,
    at position: Int,
    _ base: UnsafeRawPointer,
    from: Int,
    to: Int,
    into hits: inout [LiteralHit],
    first: Int
  ) {
    let hash = LiteralTable.hash(window)
    guard table.bitmap[Int(hash >> 6)] &>> UInt64(hash & 63) & 1 != 0 else { return }
    unsafe verify(hash, at: position, base, from: from, to: to, into: &hits, first: first)
  }

  /// Compares the literals whose window has this hash, and puts those that are there into `hits` in order.
  @inline(never)
  private func verify(
    _ hash: UInt32,
    at position: Int,
    _ base: UnsafeRawPointer,
    from: Int,
    to: Int,
    into hits: inout [LiteralHit],
    first: Int
  ) {
    let word = Int(hash >> 6)
    let below = table.bitmap[word] & (1 << UInt64(hash & 63) - 1)
    let bucket = Int(table.rank[word]) + below.nonzeroBitCount
    for index in Int(table.bucketStarts[bucket])..<Int(table.bucketStarts[bucket + 1]) {
      let entry = table.entries[index]
      let start = position - Int(entry.offset)
      guard start >= from, start + Int(entry.length) <= to else { continue }
      guard unsafe matches(entry, base + start) else { continue }
      insert(LiteralHit(literal: entry.literal, position: start), into: &hits, first: first)
    }
  }

  private func matches(_ entry: LiteralTable.Entry, _ text: UnsafeRawPointer) -> Bool {
    for index in 0..<Int(entry.length) {
      var byte = unsafe text.load(fromByteOffset: index, as: UInt8.self)
      if byte &- 0x41 < 26 { byte |= entry.caseBit }
      if byte != table.pool[Int(entry.start) + index] { return false }
    }
    return true
  }

  /// Windows lie at different offsets in their literals, so hits can come a little out of order.
  private func insert(_ hit: LiteralHit, into hits: inout [LiteralHit], first: Int) {
    var place = hits.count
    while place > first, (hits[place - 1].position, hits[place - 1].literal) > (hit.position, hit.literal) {
      place -= 1
    }
    hits.insert(hit, at: place)
  }
}
