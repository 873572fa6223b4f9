/// Cyclic redundancy checks that tokens end with (docs/facts/token-checksums.md §1).
enum CRC {
  /// CRC-32/ISO-HDLC, the one of zlib.
  static func crc32(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var value: UInt32 = 0xffff_ffff
    for byte in bytes { value = crc32Table[Int((value ^ UInt32(byte)) & 0xff)] ^ (value >> 8) }
    return ~value
  }

  /// CRC-16/XMODEM.
  static func crc16(_ bytes: some Sequence<UInt8>) -> UInt16 {
    var value: UInt16 = 0
    for byte in bytes {
      value ^= UInt16(byte) << 8
      for _ in 0..<8 { value = value & 0x8000 == 0 ? value << 1 : value << 1 ^ 0x1021 }
    }
    return value
  }

  /// CRC-24 of OpenPGP.
  static func crc24(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var value: UInt32 = 0xb7_04ce
    for byte in bytes {
      value ^= UInt32(byte) << 16
      for _ in 0..<8 { value = value & 0x80_0000 == 0 ? value << 1 : value << 1 ^ 0x186_4cfb }
    }
    return value & 0xff_ffff
  }

  private static let crc32Table: [UInt32] = (0..<256).map { index in
    var value = UInt32(index)
    for _ in 0..<8 { value = value & 1 == 0 ? value >> 1 : value >> 1 ^ 0xedb8_8320 }
    return value
  }
}
