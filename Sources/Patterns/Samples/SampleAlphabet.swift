/// The characters a hole such as `{hex:32}` is filled with, and what makes a value look typical.
struct SampleAlphabet {
  /// The characters, in the order of their values where they are digits of a binary encoding.
  let characters: [UInt8]
  /// Character sets; a value of `typicalLength` or more has at least one member of each.
  let required: [[UInt8]]
  /// From this length on a value looks typical.
  let typicalLength: Int

  private init(_ characters: String, required: [String] = [], typicalLength: Int = 8) {
    self.characters = Array(characters.utf8)
    self.required = required.map { Array($0.utf8) }
    self.typicalLength = typicalLength
  }

  /// The alphabet of a hole's name, or nil.
  init?(named name: String) {
    let digits = "0123456789"
    let lower = "abcdefghijklmnopqrstuvwxyz"
    let upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    let mixed = [digits, lower, upper]
    switch name {
    case "hex": self.init(digits + "abcdef", required: [digits, "abcdef"])
    case "HEX": self.init(digits + "ABCDEF", required: [digits, "ABCDEF"])
    case "base62": self.init(digits + upper + lower, required: mixed, typicalLength: 16)
    case "base64": self.init(upper + lower + digits + "+/", required: mixed, typicalLength: 16)
    case "base64url": self.init(upper + lower + digits + "-_", required: mixed, typicalLength: 16)
    case "base32": self.init(upper + "234567", required: [upper, "234567"], typicalLength: 16)
    case "bech32": self.init("qpzry9x8gf2tvdw0s3jn54khce6mua7l", required: [digits, lower], typicalLength: 16)
    case "BECH32": self.init("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L", required: [digits, upper], typicalLength: 16)
    case "digits": self.init(digits)
    case "lower": self.init(lower)
    case "upper": self.init(upper)
    case "alnum-lower": self.init(digits + lower, required: [digits, lower], typicalLength: 16)
    case "password":
      let symbols = "!@%^*-_+"
      self.init(digits + upper + lower + symbols, required: mixed + [symbols])
    default: return nil
    }
  }

  /// A random value of this length.
  func value(length: Int, from random: inout SampleRandom) -> [UInt8] {
    // Nearly every value is typical; the bound is for lengths and alphabets that cannot be.
    for _ in 0..<1_000 {
      var value = (0..<length).map { _ in characters[random.number(below: characters.count)] }
      clearSpareBits(of: &value)
      if length < typicalLength || isTypical(value) { return value }
    }
    return (0..<length).map { characters[$0 * 7 % characters.count] }
  }

  private func isTypical(_ value: [UInt8]) -> Bool {
    let entropy = Entropy(of: value[...])
    guard entropy.longestRun < 4, entropy.longestSequence < 5 else { return false }
    return required.allSatisfy { set in value.contains(where: set.contains) }
  }

  /// Adjusts a base64 or base32 value so that a strict decoder accepts it (followed by padding, where usual).
  private func clearSpareBits(of value: inout [UInt8]) {
    let bitsPerDigit = characters.count == 64 ? 6 : characters.count == 32 ? 5 : 8
    let spare = value.count * bitsPerDigit % 8
    guard spare > 0, spare < bitsPerDigit, let last = value.last, let digit = characters.firstIndex(of: last) else {
      return
    }
    value[value.count - 1] = characters[(digit >> spare) << spare]
  }
}
