internal import Crypto

extension Checksum {
  /// The characters that must follow a text, for the kinds that end in a checksum of what precedes it.
  ///
  /// For the kinds with groups the text is the `body`. Nil for the other kinds, or if the text cannot have one.
  package func checkCharacters(for text: [UInt8]) -> [UInt8]? {
    switch self {
    case .crc32Hex, .crc32HexAssumed: Digits.hexLower.text(of: CRC.crc32(text), length: 8)
    case .crc32HexUpper: Digits.hexUpper.text(of: CRC.crc32(text), length: 8)
    case .crc32HexLittleEndian: Digits.hexLower.text(of: CRC.crc32(text).byteSwapped, length: 8)
    case .crc32Base62: Digits.base62.text(of: CRC.crc32(text), length: 6)
    case .crc32Base36, .gitlabLength: Digits.base36.text(of: CRC.crc32(text), length: 7)
    case .crc32Base64LittleEndian: Base64.encode(Self.littleEndianBytes(CRC.crc32(text)), padded: false)
    case .sha256Base32: Array(Base32.encode(SHA256.hash(data: text)).prefix(8))
    case .microsoftCASK: MicrosoftKey.annotatedCheckCharacters(for: text)
    case .microsoftEntra: MicrosoftKey.entraCheckCharacters(for: text)
    case .age: Self.ageCheckCharacters(for: text)
    case .bech32Nsec: Bech32.checkCharacters(part: "nsec", data: text.dropFirst(5))
    default: nil
    }
  }

  /// The bytes of a number, little endian.
  static func littleEndianBytes(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) }
  }

  /// Takes and returns upper case, in which identities are written; the checksum is that of the lower-case text.
  private static func ageCheckCharacters(for text: [UInt8]) -> [UInt8]? {
    let lower = text.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
    guard let separator = lower.lastIndex(of: 0x31) else { return nil }
    let part = String(decoding: lower[..<separator], as: UTF8.self)
    let check = Bech32.checkCharacters(part: part, data: lower[(separator + 1)...])
    return check?.map { (0x61...0x7a).contains($0) ? $0 & ~0x20 : $0 }
  }
}
