internal import Crypto

/// Checks of keys whose formats are public specifications (docs/facts/token-checksums.md §4).
enum WalletKey {
  /// The payload of a text in Base58Check, without the four checksum bytes; nil if they are wrong.
  static func payload(ofBase58Check text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let bytes = Base58.decode(text), bytes.count > 4 else { return nil }
    let payload = bytes.dropLast(4)
    let hash = SHA256.hash(data: Array(SHA256.hash(data: Array(payload))))
    return hash.prefix(4).elementsEqual(bytes.suffix(4)) ? payload : nil
  }

  /// Whether a text is a Bitcoin private key: version 80 (hexadecimal), 32 bytes, and 1 if for a compressed public key.
  static func isBitcoinWIF(_ text: ArraySlice<UInt8>) -> Bool {
    guard let payload = payload(ofBase58Check: text), payload.first == 0x80 else { return false }
    return payload.count == 33 || payload.count == 34 && payload.last == 1
  }

  /// Whether a text is an extended private key of the main or the test network.
  static func isExtendedPrivateKey(_ text: ArraySlice<UInt8>) -> Bool {
    guard let payload = payload(ofBase58Check: text), payload.count == 78 else { return false }
    return payload.starts(with: [0x04, 0x88, 0xad, 0xe4]) || payload.starts(with: [0x04, 0x35, 0x83, 0x94])
  }

  /// Whether a text is an NKey seed: two prefix bytes, 32 bytes and a CRC-16.
  static func isNKeySeed(_ text: ArraySlice<UInt8>) -> Bool {
    guard let bytes = Base32.decode(text), bytes.count == 36 else { return false }
    // The first five bits say that it is a seed.
    return bytes[0] >> 3 == 18 && endsInCRC16(bytes)
  }

  /// Whether a text is a Stellar seed: a version byte, 32 bytes and a CRC-16.
  static func isStellarSeed(_ text: ArraySlice<UInt8>) -> Bool {
    guard let bytes = Base32.decode(text), bytes.count == 35 else { return false }
    return bytes[0] == 0x90 && endsInCRC16(bytes)
  }

  private static func endsInCRC16(_ bytes: [UInt8]) -> Bool {
    let sum = CRC.crc16(bytes.dropLast(2))
    return bytes.suffix(2) == [UInt8(truncatingIfNeeded: sum), UInt8(sum >> 8)]
  }
}
