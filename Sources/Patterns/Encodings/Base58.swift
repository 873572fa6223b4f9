/// Base58 with the alphabet of Bitcoin.
enum Base58 {
  private static let alphabet = Array("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)

  /// Longer texts are refused, because decoding takes time that grows with the square of the length.
  static let maxLength = 256

  /// Decodes a text, or nil; every leading `1` is a zero byte.
  static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    guard text.count <= maxLength else { return nil }
    // Least significant byte first.
    var bytes: [UInt8] = []
    for character in text {
      guard var carry = alphabet.firstIndex(of: character) else { return nil }
      for index in bytes.indices {
        carry += Int(bytes[index]) * 58
        bytes[index] = UInt8(truncatingIfNeeded: carry)
        carry >>= 8
      }
      if carry > 0 { bytes.append(UInt8(carry)) }
    }
    let zeros = text.prefix { $0 == 0x31 }.count
    return [UInt8](repeating: 0, count: zeros) + bytes.reversed()
  }

  /// Encodes bytes.
  static func encode(_ bytes: [UInt8]) -> [UInt8] {
    // Least significant digit first.
    var digits: [UInt8] = []
    for byte in bytes {
      var carry = Int(byte)
      for index in digits.indices {
        carry += Int(digits[index]) << 8
        digits[index] = UInt8(carry % 58)
        carry /= 58
      }
      while carry > 0 {
        digits.append(UInt8(carry % 58))
        carry /= 58
      }
    }
    let zeros = bytes.prefix { $0 == 0 }.count
    return [UInt8](repeating: 0x31, count: zeros) + digits.reversed().map { alphabet[Int($0)] }
  }
}
