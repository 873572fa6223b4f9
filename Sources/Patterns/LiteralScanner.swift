/// Finds all occurrences of many literals in one pass over the bytes: the prefilter in front of all patterns.
///
/// At every position four bytes are hashed and one bit of a table that fits into the first-level cache is tested. Only
/// where it is set, which is rare, the literals with that hash are compared. See ``LiteralTable``.
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
      unsafe table.bitmap.withUnsafeBufferPointer { bitmap in
        guard let bits = unsafe UnsafeRawPointer(bitmap.baseAddress) else { return }
        unsafe scan(base, bits, from: from, to: to, into: &hits, first: first)
      }
    }
  }

  private func scan(
    _ base: UnsafeRawPointer,
    _ bits: UnsafeRawPointer,
    from: Int,
    to: Int,
    into hits: inout [LiteralHit],
    first: Int
  ) {
    var position = from
    // Twelve bytes hold the windows of eight positions and one more.
    let lastBlock = to - 12
    while position <= lastBlock {
      let low = unsafe base.loadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian
      let high = unsafe base.loadUnaligned(fromByteOffset: position + 4, as: UInt64.self).littleEndian
      var found: UInt8 = 0
      unsafe found |= Self.test(UInt32(truncatingIfNeeded: low), bits)
      unsafe found |= Self.test(UInt32(truncatingIfNeeded: low >> 8), bits)
      unsafe found |= Self.test(UInt32(truncatingIfNeeded: low >> 16), bits)
      unsafe found |= Self.test(UInt32(truncatingIfNeeded: low >> 24), bits)
      unsafe found |= Self.test(UInt32(truncatingIfNeeded: high), bits)
      unsafe found |= Self.test(UInt32(truncatingIfNeeded: high >> 8), bits)
      unsafe found |= Self.test(UInt32(truncatingIfNeeded: high >> 16), bits)
      unsafe found |= Self.test(UInt32(truncatingIfNeeded: high >> 24), bits)
      if found & 1 != 0 {
        for step in 0..<8 {
          let window = unsafe base.loadUnaligned(fromByteOffset: position + step, as: UInt32.self).littleEndian
          if unsafe Self.test(window, bits) & 1 != 0 {
            unsafe verify(window, at: position + step, base, from: from, to: to, into: &hits, first: first)
          }
        }
      }
      position += 8
    }
    while position <= to - 3 {
      // The last window may lack its fourth byte; any will do, because only literals of three bytes can match there.
      var window: UInt32 = 0
      for step in 0..<min(4, to - position) {
        unsafe window |= UInt32(base.load(fromByteOffset: position + step, as: UInt8.self)) << UInt32(8 * step)
      }
      if unsafe Self.test(window, bits) & 1 != 0 {
        unsafe verify(window, at: position, base, from: from, to: to, into: &hits, first: first)
      }
      position += 1
    }
  }

  /// The bit of a window's hash, as the lowest bit; the others are noise.
  @inline(__always)
  private static func test(_ window: UInt32, _ bits: UnsafeRawPointer) -> UInt8 {
    let hash = LiteralTable.hash(window)
    let byte = unsafe bits.load(fromByteOffset: Int(hash >> 3), as: UInt8.self)
    return byte &>> UInt8(truncatingIfNeeded: hash & 7)
  }

  /// Compares the literals whose window has this hash, and puts those that are there into `hits` in order.
  @inline(never)
  private func verify(
    _ window: UInt32,
    at position: Int,
    _ base: UnsafeRawPointer,
    from: Int,
    to: Int,
    into hits: inout [LiteralHit],
    first: Int
  ) {
    let hash = LiteralTable.hash(window)
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
