/// The smallest usual set of characters that all bytes of a text belong to.
package enum Alphabet: String, CaseIterable, Sendable {
  /// `0-9`.
  case digits
  /// `0-9a-f`, with at least one letter.
  case hexLower = "hex-lower"
  /// `0-9A-F` or both cases mixed.
  case hex
  /// `A-Z2-7` (RFC 4648).
  case base32
  /// `0-9a-z`.
  case alnumLower = "alnum-lower"
  /// `0-9A-Za-z`.
  case base62
  /// `0-9A-Za-z-_`.
  case base64url
  /// `0-9A-Za-z+/`, with `=` at the end.
  case base64
  /// Any ASCII character from space to `~`.
  case printable
  /// Anything else, and nothing at all.
  case other

  /// Classifies a text by the characters that occur in it.
  package init(of bytes: some Sequence<UInt8>) {
    var kinds: Set<Kind> = []
    var isAfterPadding = false
    for byte in bytes {
      let kind = Kind(byte)
      // Padding stands only at the end.
      if isAfterPadding, kind != .padding { kinds.insert(.symbol) }
      isAfterPadding = kind == .padding
      kinds.insert(kind)
    }
    for (alphabet, allowed) in Self.allowed where !kinds.isEmpty && kinds.isSubset(of: allowed) {
      self = alphabet
      return
    }
    self = .other
  }

  private enum Kind {
    case lowDigit, highDigit, lowerHex, upperHex, lower, upper, dashOrUnderscore, plusOrSlash, padding, symbol, other

    init(_ byte: UInt8) {
      self =
        switch byte {
        case 0x32...0x37: .lowDigit
        case 0x30...0x39: .highDigit
        case 0x61...0x66: .lowerHex
        case 0x41...0x46: .upperHex
        case 0x61...0x7a: .lower
        case 0x41...0x5a: .upper
        case 0x2d, 0x5f: .dashOrUnderscore
        case 0x2b, 0x2f: .plusOrSlash
        case 0x3d: .padding
        case 0x20...0x7e: .symbol
        default: .other
        }
    }
  }

  // From the smallest to the largest.
  private static let allowed: [(Alphabet, Set<Kind>)] = {
    let digits: Set<Kind> = [.lowDigit, .highDigit]
    let base62: Set<Kind> = digits.union([.lowerHex, .upperHex, .lower, .upper])
    let base64 = base62.union([.plusOrSlash, .padding])
    return [
      (.digits, digits),
      (.hexLower, digits.union([.lowerHex])),
      (.hex, digits.union([.lowerHex, .upperHex])),
      (.base32, [.lowDigit, .upper, .upperHex]),
      (.alnumLower, digits.union([.lowerHex, .lower])),
      (.base62, base62),
      (.base64url, base62.union([.dashOrUnderscore])),
      (.base64, base64),
      (.printable, base64.union([.dashOrUnderscore, .symbol])),
    ]
  }()
}
