#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Finds where text may be encoded: long runs of the characters that encodings are made of.
///
/// Only blocks of eight bytes are sampled: every run of ``minimum`` characters contains one, and some digits cannot
/// occur in a block that encodes text. Why it looks like this: `docs/decisions/encoded-text.md`.
@safe struct EncodedRuns {
  /// Digits of base64, hexadecimal digits among them, in order; none touches another.
  private(set) var base64: [Range<Int>] = []
  /// Hexadecimal digits, in order; none touches another.
  private(set) var hexadecimal: [Range<Int>] = []
  /// Runs that contain an escape of each kind for a character of tokens, in order.
  private(set) var percent: [Range<Int>] = []
  private(set) var backslash: [Range<Int>] = []
  private(set) var entity: [Range<Int>] = []

  /// What a character can be.
  struct Character: OptionSet, Sendable {
    let rawValue: UInt8

    /// A part of a run.
    static let run = Character(rawValue: 1)
    static let base64Digit = Character(rawValue: 2)
    static let hexadecimalDigit = Character(rawValue: 4)
    /// The first of four base64 digits that encode three ASCII characters; likewise the next two.
    static let firstOfText = Character(rawValue: 8)
    static let secondOfText = Character(rawValue: 16)
    static let thirdOfText = Character(rawValue: 32)
    /// The first of two hexadecimal digits that encode an ASCII character of text.
    static let highOfText = Character(rawValue: 64)
  }

  /// The least length of a run: the base64 of 30 bytes.
  static let minimum = 40
  /// The least length of a run with an escape.
  private static let escapedMinimum = 24
  private static let blockSize = 8
  private static let step = minimum - blockSize + 1

  /// What each byte can be.
  static let characters: [Character] = (0...255).map { (byte: Int) -> Character in
    let byte = UInt8(byte)
    switch byte {
    // Common in code, absent from encodings: quotes, brackets, commas, stars, bars.
    case 0x27...0x2A, 0x2C, 0x3C, 0x3E, 0x60, 0x7C: return []
    case 0x23...0x7E: break
    default: return []
    }
    var character = Character.run
    if let value = Byte.hexadecimalValue(byte) {
      character.insert(.hexadecimalDigit)
      // Line breaks and tabs start with 0, nothing with 1.
      if value < 8, value != 1 { character.insert(.highOfText) }
    }
    if Byte.isLetter(byte) || Byte.isDigit(byte) || [0x2B, 0x2D, 0x2F, 0x5F].contains(byte) {
      character.insert(.base64Digit)
      let value = DigitRun.base64Value(byte)
      // An ASCII character's highest bit is clear; no text has 0001 as its upper four bits.
      if value < 32 { character.insert(.firstOfText) }
      if value & 15 < 8, value & 15 != 1 { character.insert(.secondOfText) }
      if value & 3 < 2 { character.insert(.thirdOfText) }
    }
    return character
  }

  init(in bytes: Span<UInt8>) {
    guard bytes.count >= Self.escapedMinimum else { return }
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe Self.characters.withUnsafeBufferPointer { characters in
        guard let base = buffer.baseAddress, let kinds = characters.baseAddress else { return }
        unsafe findDigits(base, count: buffer.count, kinds)
        unsafe percent = Self.escaped(.percent, in: bytes, base, kinds)
        unsafe backslash = Self.escaped(.backslash, in: bytes, base, kinds)
      }
    }
  }

  /// The base64 digits that start at a place; empty where others precede them.
  static func base64(from start: Int, in bytes: Span<UInt8>) -> Range<Int> {
    func isDigit(_ place: Int) -> Bool { characters[Int(bytes[place])].contains(.base64Digit) }
    var end = start
    if start > 0, isDigit(start - 1) { return start..<start }
    while end < bytes.count, end - start < minimum, isDigit(end) { end += 1 }
    return start..<end
  }

  // MARK: Digits

  private mutating func findDigits(_ base: UnsafePointer<UInt8>, count: Int, _ kinds: UnsafePointer<Character>) {
    let last = count - Self.blockSize
    var position = 0
    while position <= last {
      guard unsafe Self.mayBeInRun(base + position), unsafe Self.mayBeEncoded(at: position, base, count: count, kinds)
      else {
        position += Self.step
        continue
      }
      let start = unsafe Self.start(before: position + Self.blockSize, base, kinds)
      let end = start <= position ? unsafe take(from: start, base, count: count, kinds) : start
      position = end - start < Self.minimum ? position + Self.step : end
    }
  }

  /// Whether all of eight bytes are ASCII above `"`: no blank, control character, `!` or `"`.
  @inline(__always)
  private static func mayBeInRun(_ place: UnsafePointer<UInt8>) -> Bool {
    let block = unsafe UnsafeRawPointer(place).loadUnaligned(as: UInt64.self)
    // A byte below 0x23 borrows from its highest bit, unless one below it did; either way some highest bit is set.
    return ((block &- 0x2323_2323_2323_2323) | block) & 0x8080_8080_8080_8080 == 0
  }

  /// Whether the eight bytes at a position can be digits that encode text, or contain an entity.
  @inline(__always)
  private static func mayBeEncoded(
    at position: Int,
    _ base: UnsafePointer<UInt8>,
    count: Int,
    _ kinds: UnsafePointer<Character>
  ) -> Bool {
    let place = unsafe base + position
    // Branch-free: the outcome is unpredictable.
    var (all, even, odd) = (UInt8.max, UInt8.max, UInt8.max)
    for index in 0..<blockSize {
      let kind = unsafe kinds[Int(place[index])].rawValue
      all &= kind
      if index.isMultiple(of: 2) { even &= kind } else { odd &= kind }
    }
    let isHexadecimal = Character(rawValue: all).contains(.hexadecimalDigit)
    if isHexadecimal, Character(rawValue: even | odd).contains(.highOfText) {
      for first in 0..<2 where unsafe isHexadecimalText(place, from: first, kinds) {
        if count &- position >= 16, unsafe isHexadecimalText(place + 8, from: first, kinds) { return true }
        if position >= 8, unsafe isHexadecimalText(place - 8, from: first, kinds) { return true }
      }
    }
    var groups: UInt8 = 0
    for first in 0..<4 { unsafe groups |= textGroup(place + first, kinds) & kinds[Int(place[first + 4])].rawValue }
    if Character(rawValue: groups).contains(.firstOfText) {
      for first in 0..<4 where unsafe isText(place + first, kinds) {
        // In a run that is long enough, the digits before or after the block encode text, too.
        if count &- position >= 16, unsafe isText(place + first + 4, kinds), unsafe isText(place + first + 8, kinds) {
          return true
        }
        if position >= 8, unsafe isText(place + first - 4, kinds), unsafe isText(place + first - 8, kinds) {
          return true
        }
      }
    }
    return unsafe !isHexadecimal && holdsAmpersand(place)
  }

  /// Whether eight bytes can be hexadecimal digits of which the first, or the second, starts a character of text.
  @inline(__always)
  private static func isHexadecimalText(
    _ place: UnsafePointer<UInt8>,
    from first: Int,
    _ kinds: UnsafePointer<Character>
  ) -> Bool {
    for index in 0..<blockSize {
      let wanted: Character = (index ^ first) & 1 == 0 ? .highOfText : .hexadecimalDigit
      guard unsafe kinds[Int(place[index])].contains(wanted) else { return false }
    }
    return true
  }

  /// Whether four base64 digits can encode three ASCII characters.
  @inline(__always)
  private static func isText(_ place: UnsafePointer<UInt8>, _ kinds: UnsafePointer<Character>) -> Bool {
    unsafe Character(rawValue: textGroup(place, kinds)).contains(.firstOfText)
  }

  /// The bit of ``Character/firstOfText`` if four base64 digits can encode three ASCII characters.
  @inline(__always)
  private static func textGroup(_ place: UnsafePointer<UInt8>, _ kinds: UnsafePointer<Character>) -> UInt8 {
    unsafe kinds[Int(place[0])].rawValue & kinds[Int(place[1])].rawValue &>> 1 & kinds[Int(place[2])].rawValue &>> 2
      & Character.firstOfText.rawValue
  }

  /// Whether one of eight bytes is `&`: a text made only of entities has one in every block.
  @inline(__always)
  private static func holdsAmpersand(_ place: UnsafePointer<UInt8>) -> Bool {
    let block = unsafe UnsafeRawPointer(place).loadUnaligned(as: UInt64.self) ^ 0x2626_2626_2626_2626
    return (block &- 0x0101_0101_0101_0101) & ~block & 0x8080_8080_8080_8080 != 0
  }

  /// Where the run that ends at `end` starts; `end` itself if there is none.
  @inline(__always)
  private static func start(
    before end: Int,
    _ base: UnsafePointer<UInt8>,
    _ kinds: UnsafePointer<Character>
  ) -> Int {
    var start = end
    while start > 0, unsafe !kinds[Int(base[start - 1])].isEmpty { start -= 1 }
    return start
  }

  /// Records the digits of a run.
  ///
  /// - Returns: where the run ends.
  private mutating func take(
    from start: Int,
    _ base: UnsafePointer<UInt8>,
    count: Int,
    _ kinds: UnsafePointer<Character>
  ) -> Int {
    var end = start
    var (base64Start, hexadecimalStart) = (start, start)
    var holdsEntity = false
    while end < count {
      let kind = unsafe kinds[Int(base[end])]
      if !kind.contains(.hexadecimalDigit) {
        if end - hexadecimalStart >= Self.minimum { hexadecimal.append(hexadecimalStart..<end) }
        hexadecimalStart = end + 1
        if !kind.contains(.base64Digit) {
          if kind.isEmpty { break }
          if end - base64Start >= Self.minimum { base64.append(base64Start..<end) }
          base64Start = end + 1
          if unsafe base[end] == Byte.hash, end > start, unsafe base[end - 1] == 0x26 { holdsEntity = true }
        }
      }
      end += 1
    }
    // If the run ended before the bytes did, its last character has closed this part.
    if end == count, end - hexadecimalStart >= Self.minimum { hexadecimal.append(hexadecimalStart..<end) }
    if end - base64Start >= Self.minimum { base64.append(base64Start..<end) }
    if holdsEntity, end - start >= Self.minimum { entity.append(start..<end) }
    return end
  }

  // MARK: Escapes

  private static func escaped(
    _ encoding: TextEncoding,
    in bytes: Span<UInt8>,
    _ base: UnsafePointer<UInt8>,
    _ kinds: UnsafePointer<Character>
  ) -> [Range<Int>] {
    let reader = EscapeReader(encoding: encoding)
    var runs: [Range<Int>] = []
    var position = 0
    while position < bytes.count {
      guard let found = unsafe memchr(base + position, Int32(reader.sign), bytes.count - position) else { break }
      let place = unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
      position = place + 1
      guard unsafe hasLongNeighbour(place, base, count: bytes.count),
        let meaning = reader.meaning(at: place, in: bytes), meaning.isText
      else { continue }
      let start = unsafe start(before: place, base, kinds)
      var end = place
      while end < bytes.count, unsafe !kinds[Int(base[end])].isEmpty { end += 1 }
      if end - start >= escapedMinimum { runs.append(start..<end) }
      position = end
    }
    return runs
  }

  /// Whether the eight characters before or after an escape can belong to its run.
  private static func hasLongNeighbour(_ place: Int, _ base: UnsafePointer<UInt8>, count: Int) -> Bool {
    let next = place + 2
    return unsafe next + blockSize <= count && mayBeInRun(base + next)
      || place >= blockSize && mayBeInRun(base + place - blockSize)
  }
}
