/// Checks of keys that Microsoft marks as its own (docs/facts/token-checksums.md §3).
enum MicrosoftKey {
  /// One kind of identifiable key of the first generation.
  private struct Service {
    /// How many bytes the decoded key has.
    let size: Int
    /// The four characters before the last six (padding aside).
    let signature: String
    /// The seeds of the hash; none if they are not published.
    let seeds: [String]
  }

  private static let services = [
    Service(size: 64, signature: "+ASt", seeds: ["Default0"]),
    Service(size: 64, signature: "ACDb", seeds: ["MastRW00", "MastRO00"]),
    Service(size: 64, signature: "+ABa", seeds: ["AbAcct00"]),
    Service(size: 64, signature: "+AMC", seeds: ["Classic0"]),
    Service(size: 64, signature: "APIM", seeds: ["Tenant00", "IoTHub00", "Gatewy00", "GitKey00"]),
    Service(size: 32, signature: "+ASb", seeds: ["Send0000", "Listen00", "Manage00"]),
    Service(size: 32, signature: "+AEh", seeds: ["Send0000", "Listen00", "Manage00"]),
    Service(size: 32, signature: "+ARm", seeds: ["Send0000", "Listen00", "Manage00"]),
    Service(size: 32, signature: "AIoT", seeds: ["IoTHub00", "DpsKey00", "Device00"]),
    Service(size: 32, signature: "AZEG", seeds: []),
    Service(size: 32, signature: "AzCa", seeds: ["Access00"]),
    Service(size: 40, signature: "AzFu", seeds: ["Functi00", "System00", "Master00"]),
    Service(size: 39, signature: "AzSe", seeds: ["PAdmin00", "Query000"]),
    Service(size: 39, signature: "+ACR", seeds: ["ACRDflt0"]),
  ]

  /// Whether a key of the first generation has size, signature and checksum of one of the services.
  ///
  /// No seed is published for Event Grid: size and signature are enough there.
  static func isIdentifiable(_ text: [UInt8]) -> Bool {
    guard let bytes = Base64.decode(text, .any) else { return false }
    let digits = text.prefix { $0 != 0x3d }
    guard digits.count > 10 else { return false }
    let signature = digits.dropLast(6).suffix(4).map { $0 == 0x2d ? 0x2b : $0 }
    for service in services where service.size == bytes.count && signature.elementsEqual(service.signature.utf8) {
      if service.seeds.isEmpty { return true }
      for seed in service.seeds {
        let hash = Marvin32.hash(bytes.dropLast(4), seed: Marvin32.seed(seed))
        let expected = Array(bytes.dropLast(4)) + Checksum.littleEndianBytes(hash)
        if expected == bytes { return true }
        // Redis keys avoid `+` and `/`: the checksum is written with `P` and `F` in their place.
        guard service.signature == "AzCa" else { continue }
        let replaced = Base64.encode(expected).map { $0 == 0x2b ? 0x50 : $0 == 0x2f ? 0x46 : $0 }
        if replaced[..<digits.count].elementsEqual(digits) { return true }
      }
    }
    return false
  }

  /// A key made of random bytes (at least 64) for the first service with this signature; nil if there is none.
  static func identifiable(signature: String, _ random: [UInt8]) -> [UInt8]? {
    guard let service = services.first(where: { $0.signature == signature }), service.size <= random.count else {
      return nil
    }
    var text = Base64.encode(random.prefix(service.size))
    let digitCount = text.prefix { $0 != 0x3d }.count
    text.replaceSubrange((digitCount - 10)..<(digitCount - 6), with: signature.utf8)
    guard let bytes = Base64.decode(text)?.dropLast(4) else { return nil }
    let hash = Marvin32.hash(bytes, seed: Marvin32.seed(service.seeds.first ?? ""))
    let key = Base64.encode(bytes + Checksum.littleEndianBytes(hash))
    // Functions and Search keys are written in the URL-safe alphabet.
    let isURLSafe = signature == "AzFu" || signature == "AzSe"
    return isURLSafe ? key.map { $0 == 0x2b ? 0x2d : $0 == 0x2f ? 0x5f : $0 } : key
  }

  /// Whether a common annotated key of 84 or 88 characters has its mark and its checksum.
  static func isAnnotated(_ text: [UInt8]) -> Bool {
    guard text.count == 84 || text.count == 88 && text.suffix(2) == [0x3d, 0x3d] else { return false }
    guard text[52..<57].elementsEqual("JQQJ9".utf8), [0x39, 0x44, 0x48].contains(text[57]) else { return false }
    guard let hash = annotatedHash(Array(text[..<80])) else { return false }
    let plain = Base64.encode(Checksum.littleEndianBytes(hash), padded: false)
    return text[80..<84] == annotatedDigits(of: hash)[...]
      || text[80..<84] == plain[..<4]
  }

  /// The last four characters for the first eighty, or nil if these are not base64.
  static func annotatedCheckCharacters(for text: [UInt8]) -> [UInt8]? {
    text.count == 80 ? annotatedHash(text).map(annotatedDigits) : nil
  }

  private static func annotatedHash(_ text: [UInt8]) -> UInt32? {
    Base64.decode(text, .any).map { Marvin32.hash($0, seed: Marvin32.seed("Default0")) }
  }

  private static func annotatedDigits(of hash: UInt32) -> [UInt8] {
    let bytes = Checksum.littleEndianBytes(hash)
    var digits = bytes.prefix { $0 == 0 }.map { _ in UInt8(0x30) }
    digits += Digits.base62.text(of: hash.byteSwapped)
    while digits.count < 6 { digits.append(0x30) }
    return Array(digits.prefix(4))
  }

  /// Whether an Entra client secret has its mark and, in the form with `8Q~`, its checksum.
  static func isEntraSecret(_ text: [UInt8]) -> Bool {
    guard text.count > 6, text[4] == 0x51, text[5] == 0x7e else { return false }
    if text[3] == 0x37 { return text.count == 37 }
    return text[3] == 0x38 && text.count == 40
      && entraCheckCharacters(for: Array(text[..<37])) == Array(text[37...])
  }

  /// The last three characters for the first 37.
  static func entraCheckCharacters(for text: [UInt8]) -> [UInt8]? {
    guard text.count == 37 else { return nil }
    return Array(Digits.base66.text(of: Marvin32.hash(text, seed: Marvin32.seed("AadPwd00")), length: 6).prefix(3))
  }

  /// Whether the checksum spread over a DevOps token of 52 lower-case characters fits one of the two kinds.
  static func isDevOpsToken(_ text: [UInt8]) -> Bool {
    guard text.count == 52, text.allSatisfy({ !(0x41...0x5a).contains($0) }) else { return false }
    let upper = text.map { (0x61...0x7a).contains($0) ? $0 & ~0x20 : $0 }
    guard let bytes = Base32.decode(upper), bytes.count == 32 else { return false }
    let token = bytes.indices.filter { !devOpsPlaces.contains($0) }.map { bytes[$0] }
    let found = devOpsPlaces.map { bytes[$0] }
    return devOpsMagics.contains { Checksum.littleEndianBytes(CRC.crc32(token) ^ $0) == found }
  }

  /// A user's DevOps token of 28 random bytes.
  static func devOpsToken(_ random: [UInt8]) -> [UInt8] {
    let sum = Checksum.littleEndianBytes(CRC.crc32(random) ^ devOpsMagics[0])
    var bytes = random
    for (byte, place) in zip(sum, devOpsPlaces).reversed() { bytes.insert(byte, at: place) }
    return Base32.encode(bytes).map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
  }

  // Where the bytes of the checksum are, little endian, and what it is xored with for users and applications.
  private static let devOpsPlaces = [22, 8, 7, 2]
  private static let devOpsMagics: [UInt32] = [0xe0b9_692d, 0x1019_f92e]
}
