/// Base58 with the alphabet of Bitcoin.
enum Base58 {
  /// Longer texts are refused, because decoding takes time that grows with the square of the length.
  static let maxLength = 256

  /// The bytes that a text stands for, or nil; every leading `1` is a zero byte.
  static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    guard text.count <= maxLength else { return nil }
    let alphabet = Array("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)
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
}
