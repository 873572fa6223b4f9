/// Finds where text may be encoded: long runs of the characters that encodings are made of.
///
/// Every run of ``minimum`` characters holds one of the blocks of eight that are looked at, all of them at once, so that
/// most of a file is never looked at.
@safe package struct EncodedRuns {
  /// One run; no character before or behind it belongs to it.
  package struct Run: Equatable, Sendable {
    package let range: Range<Int>
    /// The parts of it of at least ``minimum`` digits of base64, hexadecimal digits among them, in order.
    let base64: [Range<Int>]
    /// The same of hexadecimal digits alone; each lies in one of base64.
    let hexadecimal: [Range<Int>]
    /// The signs of the other encodings that occur in it.
    let signs: Character

    func mayHold(_ sign: Character) -> Bool { signs.contains(sign) }
  }

  /// What a character can be a part of.
  struct Character: OptionSet, Sendable {
    let rawValue: UInt8

    static let run = Character(rawValue: 1)
    static let base64Digit = Character(rawValue: 2)
    static let hexadecimalDigit = Character(rawValue: 4)
    static let percent = Character(rawValue: 8)
    static let backslash = Character(rawValue: 16)
    static let ampersand = Character(rawValue: 32)
  }

  /// The fewest characters that a run has: the base64 of 23 bytes.
  package static let minimum = 31
  private static let blockSize = 8
  private static let step = minimum - blockSize + 1

  /// Whether a byte can be a digit: asked so often that looking it up would take longer.
  @inline(__always)
  static func isDigit(_ byte: UInt8, of encoding: TextEncoding) -> Bool {
    let isDecimal = byte &- 0x30 < 10
    let letter = byte | 0x20
    if encoding == .hexadecimal { return isDecimal || letter &- 0x61 < 6 }
    return isDecimal || letter &- 0x61 < 26 || byte == 0x2B || byte == 0x2D || byte == 0x2F || byte == 0x5F
  }

  /// What every byte is.
  private static let characters: [Character] = (0...255).map { (byte: Int) -> Character in
    let byte = UInt8(byte)
    var character: Character = []
    switch byte {
    // What code is full of, and no encoding has: quotes, brackets, commas, stars, bars.
    case 0x27...0x2A, 0x2C, 0x3C, 0x3E, 0x60, 0x7C: return []
    case 0x23...0x7E: character = .run
    default: return []
    }
    if isDigit(byte, of: .base64) { character.insert(.base64Digit) }
    if isDigit(byte, of: .hexadecimal) { character.insert(.hexadecimalDigit) }
    switch byte {
    case Byte.percent: character.insert(.percent)
    case Byte.backslash: character.insert(.backslash)
    case 0x26: character.insert(.ampersand)
    default: break
    }
    return character
  }

  /// The runs in some bytes in which something may be encoded, in order.
  package static func find(in bytes: Span<UInt8>) -> [Run] {
    guard bytes.count >= minimum else { return [] }
    var runs: [Run] = []
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe characters.withUnsafeBufferPointer { characters in
        guard let base = buffer.baseAddress, let kinds = characters.baseAddress else { return }
        unsafe find(base, count: buffer.count, kinds, into: &runs)
      }
    }
    return runs
  }

  private static func find(
    _ base: UnsafePointer<UInt8>,
    count: Int,
    _ kinds: UnsafePointer<Character>,
    into runs: inout [Run]
  ) {
    let last = count - blockSize
    var position = 0
    while position <= last {
      // A run around this block has another eight characters before or behind it.
      guard unsafe mayBeInRun(base + position),
        unsafe position + blockSize <= last && mayBeInRun(base + position + blockSize)
          || position >= blockSize && mayBeInRun(base + position - blockSize)
      else {
        position += step
        continue
      }
      var start = position + blockSize
      while start > 0, unsafe !kinds[Int(base[start - 1])].isEmpty { start -= 1 }
      guard start <= position else {
        position += step
        continue
      }
      let run = unsafe run(from: start, base, count: count, kinds)
      if run.range.count < minimum {
        position += step
        continue
      }
      if !run.base64.isEmpty || !run.signs.isDisjoint(with: [.percent, .backslash, .ampersand]) {
        runs.append(run)
      }
      position = run.range.upperBound
    }
  }

  /// Whether none of eight bytes is a blank, a control character, `!`, `"` or outside ASCII.
  @inline(__always)
  private static func mayBeInRun(_ place: UnsafePointer<UInt8>) -> Bool {
    let block = unsafe UnsafeRawPointer(place).loadUnaligned(as: UInt64.self)
    // A byte below 0x23 borrows from its highest bit, unless one below it did; either way some highest bit is set.
    return ((block &- 0x2323_2323_2323_2323) | block) & 0x8080_8080_8080_8080 == 0
  }

  private static func run(
    from start: Int,
    _ base: UnsafePointer<UInt8>,
    count: Int,
    _ kinds: UnsafePointer<Character>
  ) -> Run {
    var end = start
    var signs: Character = []
    var base64: [Range<Int>] = []
    var hexadecimal: [Range<Int>] = []
    // Where the digits before a character began.
    var (base64Start, hexadecimalStart) = (start, start)
    while true {
      let kind: Character = end < count ? unsafe kinds[Int(base[end])] : []
      if !kind.contains(.hexadecimalDigit) {
        if end - hexadecimalStart >= minimum { hexadecimal.append(hexadecimalStart..<end) }
        hexadecimalStart = end + 1
        if !kind.contains(.base64Digit) {
          if end - base64Start >= minimum { base64.append(base64Start..<end) }
          base64Start = end + 1
          if kind.isEmpty { break }
        }
      }
      signs.formUnion(kind)
      end += 1
    }
    return Run(range: start..<end, base64: base64, hexadecimal: hexadecimal, signs: signs)
  }
}
