/// Bech32 (BIP-173, final constant 1): a human-readable part, `1`, data and a checksum of six characters.
enum Bech32 {
  private static let alphabet = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)

  /// Whether a text is Bech32 with this (lower-case) human-readable part; upper case is fine, mixed case is not.
  static func isValid(_ text: some Collection<UInt8>, part: String) -> Bool {
    let isUpper = text.contains { (0x41...0x5a).contains($0) }
    let isLower = text.contains { (0x61...0x7a).contains($0) }
    let lower = text.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
    let head = Array(part.utf8) + [0x31]
    guard !(isUpper && isLower), lower.starts(with: head), lower.count >= head.count + 6 else { return false }
    var values: [UInt8] = []
    for character in lower[head.count...] {
      guard let value = alphabet.firstIndex(of: character) else { return false }
      values.append(UInt8(value))
    }
    return remainder(expanded(part) + values) == 1
  }

  /// The six checksum characters, in lower case, for lower-case data; nil if the data has other characters.
  static func checkCharacters(part: String, data: some Collection<UInt8>) -> [UInt8]? {
    var values: [UInt8] = []
    for character in data {
      guard let value = alphabet.firstIndex(of: character) else { return nil }
      values.append(UInt8(value))
    }
    let sum = remainder(expanded(part) + values + [UInt8](repeating: 0, count: 6)) ^ 1
    return (0..<6).map { alphabet[Int(sum >> (5 * (5 - UInt32($0))) & 31)] }
  }

  private static func expanded(_ part: String) -> [UInt8] {
    part.utf8.map { $0 >> 5 } + [0] + part.utf8.map { $0 & 31 }
  }

  private static func remainder(_ values: [UInt8]) -> UInt32 {
    let generators: [UInt32] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3]
    var sum: UInt32 = 1
    for value in values {
      let top = sum >> 25
      sum = (sum & 0x1ff_ffff) << 5 ^ UInt32(value)
      for (bit, generator) in generators.enumerated() where top >> UInt32(bit) & 1 == 1 { sum ^= generator }
    }
    return sum
  }
}
