/// Strict base32 (RFC 4648) without padding: non-zero spare bits are refused.
enum Base32 {
  /// Decodes upper-case letters and `2-7`, or nil.
  static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    var (bits, bitCount): (UInt32, UInt32) = (0, 0)
    for byte in text {
      switch byte {
      case 0x41...0x5a: bits = bits << 5 | UInt32(byte - 0x41)
      case 0x32...0x37: bits = bits << 5 | UInt32(byte - 0x32 + 26)
      default: return nil
      }
      bitCount += 5
      if bitCount >= 8 {
        bitCount -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> bitCount))
        bits &= 1 << bitCount - 1
      }
    }
    return bits == 0 && bitCount < 5 ? bytes : nil
  }

  /// Encodes bytes.
  static func encode(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
    var text: [UInt8] = []
    var (bits, bitCount): (UInt32, UInt32) = (0, 0)
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      bitCount += 8
      while bitCount >= 5 {
        bitCount -= 5
        text.append(alphabet[Int(bits >> bitCount & 31)])
      }
      bits &= 31
    }
    if bitCount > 0 { text.append(alphabet[Int(bits << (5 - bitCount) & 31)]) }
    return text
  }
}
