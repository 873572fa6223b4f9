internal import Crypto

/// The words a wallet is restored from (BIP-39, "Generating the mnemonic"): 11 bits each, of which the last are a
/// checksum.
enum Mnemonic {
  private static let list = words.utf8.split(separator: 0x20).map(Array.init)

  private static let numbers = Dictionary(uniqueKeysWithValues: zip(list, 0...))

  /// Whether a text is 12, 15, 18, 21 or 24 words of the list with a right checksum.
  ///
  /// Phrases that repeat words belong to test networks and the standard's examples: random ones hardly ever do.
  static func isPhrase(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(separator: 0x20).map(Array.init)
    guard (12...24).contains(parts.count), parts.count.isMultiple(of: 3), Set(parts).count * 10 >= parts.count * 9
    else {
      return false
    }
    var bits: [Bool] = []
    for part in parts {
      guard let number = numbers[part] else { return false }
      bits += (0..<11).map { number >> (10 - $0) & 1 == 1 }
    }
    let entropy = bytes(of: bits.prefix(parts.count / 3 * 32))
    return bits == self.bits(of: entropy)
  }

  /// The words for some random bytes, which are a multiple of four.
  static func phrase(of entropy: [UInt8]) -> [UInt8] {
    var phrase: [UInt8] = []
    var rest = bits(of: entropy)[...]
    while !rest.isEmpty {
      phrase += list[rest.prefix(11).reduce(0) { $0 << 1 | ($1 ? 1 : 0) }] + [0x20]
      rest = rest.dropFirst(11)
    }
    return phrase.dropLast()
  }

  /// The bits of some bytes, with one bit of their hash for every 32 of them.
  private static func bits(of entropy: [UInt8]) -> [Bool] {
    var bits: [Bool] = []
    for byte in entropy + SHA256.hash(data: entropy) {
      for place in 0..<8 { bits.append(byte >> (7 - place) & 1 == 1) }
    }
    return Array(bits.prefix(entropy.count * 8 + entropy.count / 4))
  }

  private static func bytes(of bits: ArraySlice<Bool>) -> [UInt8] {
    stride(from: bits.startIndex, to: bits.endIndex, by: 8).map { start in
      bits[start..<(start + 8)].reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
    }
  }
}
