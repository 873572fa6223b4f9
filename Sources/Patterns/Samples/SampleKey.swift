internal import Crypto

/// Keys whose checksum is spread over them or inside an encoding: holes like `{key:stellar}`.
///
/// | kind | key |
/// |---|---|
/// | `microsoft-his/SIGNATURE` | identifiable key of the service with this signature, as `+ASt` |
/// | `azure-devops` | personal access token of 52 characters |
/// | `bip39-12` … `bip39-24` | as many words of BIP-39 |
/// | `nats-nkey` `stellar` `bitcoin-wif` `bip32` | as ``Checksum`` names them |
enum SampleKey {
  /// A key of this kind, or nil for an unknown kind.
  static func make(_ kind: String, from random: inout SampleRandom) -> [UInt8]? {
    if kind.hasPrefix("microsoft-his/") {
      return MicrosoftKey.identifiable(signature: String(kind.dropFirst(14)), random.bytes(64))
    }
    if kind.hasPrefix("bip39-"), let count = Int(kind.dropFirst(6)), (12...24).contains(count), count.isMultiple(of: 3)
    {
      return Mnemonic.phrase(of: random.bytes(count / 3 * 4))
    }
    switch kind {
    case "azure-devops":
      return MicrosoftKey.devOpsToken(random.bytes(28))
    case "nats-nkey":
      // The prefix bytes of the seed of an account.
      return withCRC16([0x90, 0x00] + random.bytes(32))
    case "stellar":
      return withCRC16([0x90] + random.bytes(32))
    case "bitcoin-wif":
      return base58Check([0x80] + random.bytes(32) + [1])
    case "bip32":
      return base58Check(
        [0x04, 0x88, 0xad, 0xe4, 0, 0, 0, 0, 0, 0, 0, 0, 0] + random.bytes(32) + [0] + random.bytes(32)
      )
    default:
      return nil
    }
  }

  private static func withCRC16(_ bytes: [UInt8]) -> [UInt8] {
    let sum = CRC.crc16(bytes)
    return Base32.encode(bytes + [UInt8(truncatingIfNeeded: sum), UInt8(sum >> 8)])
  }

  private static func base58Check(_ payload: [UInt8]) -> [UInt8] {
    let hash = SHA256.hash(data: Array(SHA256.hash(data: payload)))
    return Base58.encode(payload + hash.prefix(4))
  }
}
