/// Strict base64 (RFC 4648): stray characters, wrong padding and non-zero spare bits are refused.
package enum Base64 {
  /// Which two characters follow the letters and digits.
  package enum Variant: Sendable {
    /// `+` and `/`.
    case standard
    /// `-` and `_`.
    case urlSafe
    /// Either pair, as long as the two are not mixed.
    case any
  }

  /// Decodes a text, or nil; padding may be missing, but not wrong.
  package static func decode(_ text: some Collection<UInt8>, _ variant: Variant = .standard) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count * 3 / 4)
    var bits: UInt32 = 0
    var digitCount = 0
    var paddingCount = 0
    let digits = Self.digits
    var (isStandard, isURLSafe) = (false, false)
    for byte in text {
      let value = digits[Int(byte)]
      if value == Self.padding {
        paddingCount += 1
        continue
      }
      guard value < 64, paddingCount == 0 else { return nil }
      if value >= 62 {
        if byte == 0x2b || byte == 0x2f { isStandard = true } else { isURLSafe = true }
      }
      bits = bits << 6 | UInt32(value)
      digitCount += 1
      if digitCount % 4 == 0 {
        bytes.append(UInt8(truncatingIfNeeded: bits >> 16))
        bytes.append(UInt8(truncatingIfNeeded: bits >> 8))
        bytes.append(UInt8(truncatingIfNeeded: bits))
        bits = 0
      }
    }
    guard !(isStandard && isURLSafe), !(isStandard && variant == .urlSafe), !(isURLSafe && variant == .standard) else {
      return nil
    }
    guard paddingCount == 0 || (paddingCount + digitCount) % 4 == 0 && paddingCount < 3 else { return nil }
    switch digitCount % 4 {
    case 2 where bits & 0xf == 0:
      bytes.append(UInt8(truncatingIfNeeded: bits >> 4))
    case 3 where bits & 0x3 == 0:
      bytes += [UInt8(truncatingIfNeeded: bits >> 10), UInt8(truncatingIfNeeded: bits >> 2)]
    case 0:
      break
    default:
      return nil
    }
    return bytes
  }

  private static let padding: UInt8 = 64

  /// The value of each digit; ``padding`` and larger values for other bytes.
  private static let digits: [UInt8] = (0...255).map { (byte: UInt8) -> UInt8 in
    switch byte {
    case 0x41...0x5a: byte - 0x41
    case 0x61...0x7a: byte - 0x61 + 26
    case 0x30...0x39: byte - 0x30 + 52
    case 0x2b, 0x2d: 62
    case 0x2f, 0x5f: 63
    case 0x3d: padding
    default: 255
    }
  }

  /// Encodes bytes.
  package static func encode(_ bytes: some Sequence<UInt8>, urlSafe: Bool = false, padded: Bool = true) -> [UInt8] {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
    let alphabet = digits + (urlSafe ? [0x2d, 0x5f] : [0x2b, 0x2f])
    var text: [UInt8] = []
    var (bits, bitCount): (UInt32, UInt32) = (0, 0)
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      bitCount += 8
      while bitCount >= 6 {
        bitCount -= 6
        text.append(alphabet[Int(bits >> bitCount & 63)])
      }
      bits &= 63
    }
    if bitCount > 0 { text.append(alphabet[Int(bits << (6 - bitCount) & 63)]) }
    while padded, text.count % 4 != 0 { text.append(0x3d) }
    return text
  }
}
