/// The bytes that a `[…]` of an ignore pattern matches.
struct IgnoreByteSet: Sendable {
  private var low: (UInt64, UInt64) = (0, 0)
  private var high: (UInt64, UInt64) = (0, 0)

  func contains(_ byte: UInt8) -> Bool {
    let bit = UInt64(1) << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: return low.0 & bit != 0
    case 1: return low.1 & bit != 0
    case 2: return high.0 & bit != 0
    default: return high.1 & bit != 0
    }
  }

  private mutating func insert(_ byte: UInt8) {
    let bit = UInt64(1) << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: low.0 |= bit
    case 1: low.1 |= bit
    case 2: high.0 |= bit
    default: high.1 |= bit
    }
  }

  private mutating func invert() {
    low = (~low.0, ~low.1)
    high = (~high.0, ~high.1)
  }

  /// Reads a class that begins at `[`, and returns it with the offset after its end.
  ///
  /// `nil` if it can never match anything.
  static func parse(_ pattern: ArraySlice<UInt8>, at start: Int) -> (IgnoreByteSet, end: Int)? {
    func byte(_ offset: Int) -> UInt8 { offset < pattern.endIndex ? pattern[offset] : 0 }
    var set = IgnoreByteSet()
    var offset = start + 1
    let isNegated = byte(offset) == UInt8(ascii: "!") || byte(offset) == UInt8(ascii: "^")
    if isNegated { offset += 1 }
    // The lower end of a range, if the previous byte was a single one.
    var previous: UInt8 = 0
    let first = offset
    while offset == first || byte(offset) != UInt8(ascii: "]") {
      guard offset < pattern.endIndex else { return nil }
      var current = pattern[offset]
      if current == UInt8(ascii: "\\") {
        offset += 1
        guard offset < pattern.endIndex else { return nil }
        current = pattern[offset]
        set.insert(current)
      } else if current == UInt8(ascii: "-"), previous != 0, offset + 1 < pattern.endIndex,
        byte(offset + 1) != UInt8(ascii: "]")
      {
        offset += byte(offset + 1) == UInt8(ascii: "\\") ? 2 : 1
        guard offset < pattern.endIndex else { return nil }
        if previous <= pattern[offset] {
          for member in previous...pattern[offset] { set.insert(member) }
        }
        current = 0
      } else if current == UInt8(ascii: "["), byte(offset + 1) == UInt8(ascii: ":") {
        guard let close = pattern[(offset + 2)...].firstIndex(of: UInt8(ascii: "]")) else { return nil }
        if close > offset + 2, pattern[close - 1] == UInt8(ascii: ":") {
          guard set.insertClass(named: pattern[(offset + 2)..<(close - 1)]) else { return nil }
          offset = close
          current = 0
        } else {
          set.insert(current)
        }
      } else {
        set.insert(current)
      }
      previous = current
      offset += 1
    }
    if isNegated { set.invert() }
    return (set, offset + 1)
  }

  /// Adds a POSIX class as git defines it: ASCII only, and vertical tab and form feed are not space.
  private mutating func insertClass(named name: ArraySlice<UInt8>) -> Bool {
    let ranges: [ClosedRange<UInt8>]
    switch String(decoding: name, as: UTF8.self) {
    case "alnum": ranges = [0x30...0x39, 0x41...0x5A, 0x61...0x7A]
    case "alpha": ranges = [0x41...0x5A, 0x61...0x7A]
    case "blank": ranges = [0x20...0x20, 0x09...0x09]
    case "cntrl": ranges = [0x00...0x1F, 0x7F...0x7F]
    case "digit": ranges = [0x30...0x39]
    case "graph": ranges = [0x21...0x7E]
    case "lower": ranges = [0x61...0x7A]
    case "print": ranges = [0x20...0x7E]
    case "punct": ranges = [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E]
    case "space": ranges = [0x20...0x20, 0x09...0x0A, 0x0D...0x0D]
    case "upper": ranges = [0x41...0x5A]
    case "xdigit": ranges = [0x30...0x39, 0x41...0x46, 0x61...0x66]
    default: return false
    }
    for range in ranges {
      for byte in range { insert(byte) }
    }
    return true
  }
}
