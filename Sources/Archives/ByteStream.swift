internal import CZlib

/// The bytes of a part of a file, decompressed if necessary, from front to back.
///
/// Only one piece of the output is held at a time.
@safe struct ByteStream: ~Copyable {
  enum Coding: Sendable, Hashable {
    case stored
    /// RFC 1951.
    case deflate
    /// RFC 1952: one or more members, whose output is concatenated.
    case gzip
  }

  /// Why there are no more bytes.
  enum Ending: Sendable, Hashable {
    case complete
    case cutShort
    case damaged
    /// The limit was reached.
    case exhausted
  }

  /// `nil` while there may be more.
  private(set) var ending: Ending?
  /// How many bytes have been unpacked or copied so far.
  private(set) var passed = 0

  private let input: [UInt8]
  private var rest: Range<Int>
  private let coding: Coding
  /// How many bytes may still be unpacked or copied; nested archives draw on the same allowance.
  var limit: Int
  /// On the heap: zlib's state points back to it.
  ///
  /// `nil` for stored data.
  private let state: UnsafeMutablePointer<z_stream>?
  /// The last piece of output, and which part of it is unread.
  private var piece: [UInt8] = []
  private var unread = 0..<0

  private static let pieceSize = 64 << 10

  /// - Parameter limit: how many bytes may be unpacked or copied.
  init(_ input: [UInt8], _ range: Range<Int>, _ coding: Coding, limit: Int) {
    self.input = input
    rest = range.clamped(to: 0..<input.count)
    self.coding = coding
    self.limit = limit
    guard coding != .stored else {
      unsafe state = nil
      return
    }
    piece = [UInt8](repeating: 0, count: Self.pieceSize)
    let made = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe made.initialize(to: z_stream())
    // Windows of 32 KiB; plus 16 means gzip's header and checksum, negative means neither (zlib.h, inflateInit2).
    let window: Int32 = coding == .gzip ? 31 : -15
    let status = unsafe inflateInit2_(made, window, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    // inflateInit2 failed: out of memory.
    if status != Z_OK { ending = .damaged }
    unsafe state = made
  }

  deinit {
    guard let state = unsafe state else { return }
    unsafe inflateEnd(state)
    unsafe state.deinitialize(count: 1)
    unsafe state.deallocate()
  }

  /// Appends up to `count` bytes, as many as there are.
  ///
  /// - Returns: how many.
  @discardableResult
  mutating func read(_ count: Int, into buffer: inout [UInt8]) -> Int {
    guard coding != .stored else {
      let allowed = min(count, limit - passed)
      let taken = rest.takeFirst(allowed)
      buffer.append(contentsOf: input[taken])
      passed += taken.count
      if taken.count < count { ending = allowed < count && !rest.isEmpty ? .exhausted : .complete }
      return taken.count
    }
    var got = 0
    while got < count {
      if unread.isEmpty { fill() }
      if unread.isEmpty { break }
      let taken = unread.takeFirst(count - got)
      buffer.append(contentsOf: piece[taken])
      got += taken.count
    }
    return got
  }

  /// Skips bytes.
  ///
  /// - Returns: whether there were that many.
  mutating func skip(_ count: Int) -> Bool {
    guard coding != .stored else {
      let isThere = rest.takeFirst(count).count == count
      if !isThere { ending = .complete }
      return isThere
    }
    var left = count
    while left > 0 {
      if unread.isEmpty { fill() }
      if unread.isEmpty { return false }
      left -= unread.takeFirst(left).count
    }
    return true
  }

  /// Decompresses the next piece; sets the ending when there is none.
  private mutating func fill() {
    while unread.isEmpty, ending == nil {
      guard passed < limit else {
        ending = .exhausted
        return
      }
      let (status, made) = unpack()
      passed += made
      unread = 0..<made
      switch status {
      case Z_OK: break
      case Z_STREAM_END:
        if coding == .gzip, input[rest].starts(with: ArchiveForm.gzipMagic) {
          unsafe inflateReset(state)
        } else {
          ending = .complete
        }
      // There is room for more output, so the input is incomplete.
      case Z_BUF_ERROR: ending = .cutShort
      default: ending = .damaged
      }
    }
  }

  private mutating func unpack() -> (status: Int32, made: Int) {
    guard let state = unsafe state else { return (Z_STREAM_END, 0) }
    let (input, rest) = (input, rest)
    // zlib counts in 32 bits.
    let given = min(rest.count, 1 << 30)
    let room = min(piece.count, limit - passed)
    let (status, used, made) = unsafe input.withUnsafeBufferPointer { source in
      unsafe piece.withUnsafeMutableBufferPointer { target in
        unsafe state.pointee.next_in = source.baseAddress.map {
          unsafe UnsafeMutablePointer(mutating: $0 + rest.lowerBound)
        }
        unsafe state.pointee.avail_in = UInt32(given)
        unsafe state.pointee.next_out = target.baseAddress
        unsafe state.pointee.avail_out = UInt32(room)
        let status = unsafe inflate(state, Z_NO_FLUSH)
        return unsafe (status, given - Int(state.pointee.avail_in), room - Int(state.pointee.avail_out))
      }
    }
    self.rest = rest.lowerBound + used..<rest.upperBound
    return (status, made)
  }
}

extension Range<Int> {
  /// Removes up to `count` from the start.
  fileprivate mutating func takeFirst(_ most: Int) -> Range<Int> {
    let taken = lowerBound..<lowerBound + Swift.min(most, count)
    self = taken.upperBound..<upperBound
    return taken
  }
}
