import Patterns
import Testing

/// The vectors of docs/facts/token-checksums.md, which are synthetic: made from random bodies, valid nowhere.
///
/// Their cells are joined only here.
@Suite struct ChecksumTests {
  /// A token with two groups; the body of some kinds starts with the prefix or the separator.
  struct Grouped: Sendable, CustomTestStringConvertible {
    let kind: Checksum
    let body: String
    let check: String
    var testDescription: String { "\(kind.rawValue) \(body.prefix(8))" }

    init(_ kind: Checksum, _ body: [String], _ check: String) {
      self.kind = kind
      self.body = body.joined()
      self.check = check
    }
  }

  static let grouped: [Grouped] = [
    Grouped(.crc32Hex, ["nJPTrKXpjYzTor8vAf2u", "0olpXp1WY4Usmy2h9WtZ"], "d02bfd2b"),
    Grouped(.crc32Hex, ["QFCo70CbQWXp2rIBAjdA", "PkBHzI4Omhg8xK6Bi8fD"], "f5e166be"),
    Grouped(.crc32Hex, ["3TOoNCs8fdDKeDMjHkt9", "Wmq9nbbxEi7U8YtwEH6Y"], "7b9f53d4"),
    Grouped(.crc32Hex, [String(repeating: "A", count: 40)], "2ae98c30"),
    Grouped(.crc32HexAssumed, [String(repeating: "A", count: 40)], "2ae98c30"),
    Grouped(.crc32Hex, ["c849613dd5c43ef2", "ae2402a6271b8849"], "f6b5e252"),
    Grouped(.crc32Hex, ["47983b36b0dd34c3", "5e1e3bd3ee396a61"], "8e3771b3"),
    Grouped(.crc32Base62, ["YMqBPG82DKO37jk", "JrBe4ObB0R4QUIe"], "3vnR6C"),
    Grouped(.crc32Base62, ["1KmAgnb21ddhsP2", "OmEFUQACDhcOQBl"], "22XTbQ"),
    Grouped(.crc32Base62, ["OTgEdLFmGVlN6zg", "66pFQfVazXihskn"], "4SnnCM"),
    Grouped(.crc32Base62, ["MtojIp9flMyNBmo", "WEHLlnmUw23JyuC"], "0XlTlU"),
    Grouped(.crc32Base62, ["LiSu7DDIOs5viFphH6jD8GOwxdMQimRGxiR", "oTNfDNKaBd8FqqJoOBiUzX92dyaEX9GnKzp"], "4M2NIX"),
    Grouped(.crc32Base62, ["iMSgWLz3pgVdDP9", "nSgLThic5MPMUhj"], "0myXGx"),
    Grouped(.crc32Base62, ["z0njAKkoONJxpZZ", "65J2yxDgvbhuUAk"], "0iuNJ5"),
    Grouped(.crc32Base62, ["iWxyxaoH30L4trE", "WUctaMqREYfS20O"], "1sP2XZ"),
    Grouped(.crc32Base62, ["6VbhatMJb38SQzK2npGak0ab8", "3ng9ZSmDpdRgvCe6IsPZ5qUU0"], "1MrKgp"),
    Grouped(.crc32Base62, ["P5euNPyDEvoixOQJRdyNW0ByjDo4ykL1JRQ8", "uoxmASxn0locHX"], "078JZ6"),
    Grouped(.crc32Base62, ["61o0Ex4KYEco5uMKCI4CT0K2k", "FHPnkHTBfTKEopTDjDAI6Xvy6"], "3YzYNd"),
    Grouped(.crc32HexLittleEndian, ["glsa_", "BcVmpTRpXxAgJbLroygxwQbmyeb8HDX2"], "eb53e27c"),
    Grouped(.crc32HexLittleEndian, ["glsa_", "NHvf8imIYIuCwt6YwU2K4PMCbQ4PhFNc"], "9643161c"),
    Grouped(.crc32HexLittleEndian, ["glsa_", "1ZoNRjbL1Rziqh7UQkd8xophri9w2SAZ"], "f4acdac5"),
    Grouped(
      .crc32HexUpper,
      [
        "ATATT3xFfGF0", "Gg7nI415dDIrU1e8psIaDruhAssF6EiRUZPzLhIYd-qbBzeXzEXm7bB24xmVHIi_bUiVO0pVvp17En1v0ADp20k",
        "AahYXeNmT6nWBHLdIMW0lzA-_6kyz2Ulf6uLu1s8e_6BcXN0-MDo1BSSCrD900uqj1hf7PoDg8V3KfonEi7k", "=",
      ],
      "5E9170C6"
    ),
    Grouped(
      .crc32HexUpper,
      [
        "ATCTT3xFfGN0", "uqapo6h852n-9rGBtI1ecqW7hWw1fe46OA72sxX5ogbgPhVBK3NFBiwJvKXS0xZvadsFV6ogJ0qSnkINl7c5cC_9",
        "oIZ6kQZ9IxXUVnr6fCbvl2YHDVw1t4dLuvnSWmH4ZznHQ_N-4zYzCq6A91uVfUdDz6OiqQsCFqsv6rynmCc", "=",
      ],
      "DA8B8E97"
    ),
    Grouped(.crc32HexUpper, ["ATBB", "OMRD82TvgyTpRAXrD8t5tzNJ"], "08323A65"),
    Grouped(.crc32HexUpper, ["ATBB", "4e27DqXu0H9KhbazW9luFgtR"], "45CE842B"),
    Grouped(.crc32Base64LittleEndian, ["l7kHhLZfckEmtXlTazaVFALti8O", "lRjt4uvl6PQVlctkKxe1jq5iIu2"], "gl69JQ"),
    Grouped(.crc32Base64LittleEndian, ["XHXjA7s/X0N6ziY9L/90jRyJcbG", "wS6lQPIZL9Y1136x0++M/U9lnIa"], "Exkadw"),
    Grouped(.crc32Base64LittleEndian, ["c7W2Kj6rwbpHsLtVzIN4YA/hQJ4", "zP8ZEw/hjB++cE1ZtyHKDoJQr0g"], "XmlLgQ"),
    Grouped(.crc32Base36, ["glpat-", "2pag2-nn5-yEMjj8ObO7R286MQp1OjJzCA", ".01.0y"], "0qb0fhv"),
    Grouped(.crc32Base36, ["glpat-", "JuDqMO0oby1WviANwYuqzGM6MQpvOjEKcDphNAp1Ono5EQ", ".01.1a"], "0yur5tr"),
    Grouped(.crc32Base36, ["glrt-t3_", "nmlB0ATbNmvBTeJWHMEqZ286MQpwOjVrCA", ".01.0y"], "0i7fc4q"),
    Grouped(.crc32Base36, ["glpat-", "smPuKuMgFZJl8o5NP6K_D286MQp1OjJzCA", ".0y"], "0ow9wrj"),
    Grouped(
      .sha256Base32,
      ["github_pat_", "11YpNoz7BmrsNKcC51fZn8", "_", "Ax2mz3CCu4k7r45F0F1ykO7khY8Q8zmtxwOVhYCcrYa"],
      "S2SBGJWF"
    ),
    Grouped(
      .sha256Base32,
      ["github_pat_", "11Rlzi8aAid3zJXWepy5I3", "_", "CF26UeIBNWWYrEjC0meSVUxyYEN7x6OK3f4t5iBfPYQ"],
      "RQSEELF7"
    ),
    Grouped(
      .sha256Base32,
      ["github_pat_", "114Tt8NIHYsEIBHxowILuw", "_", "33TInmrc2GJ8oTUXoLhuMRu2FJ26EPyFK04rstHg3WA"],
      "AVVGYDVJ"
    ),
  ]

  @Test(arguments: grouped)
  func `body and check fit, and any other last character does not`(vector: Grouped) {
    let body = Array(vector.body.utf8)
    func isValid(_ check: [UInt8]) -> Bool {
      vector.kind.verify(secret: (body + check)[...], body: body[...], check: check[...])
    }
    let check = Array(vector.check.utf8)
    #expect(isValid(check))
    #expect(vector.kind.checkCharacters(for: body) == check)
    #expect(!isValid(check.dropLast() + [check.last == 0x30 ? 0x31 : 0x30]))
    #expect(!isValid([]))
    #expect(!vector.kind.verify(secret: (body + check)[...], body: body[...], check: nil))
    #expect(!vector.kind.verify(secret: (body + check)[...], body: nil, check: check[...]))
    #expect(vector.kind.needsGroups)
  }

  @Test(arguments: ["%3D", "%3d", "\\="])
  func `an escaped equals sign is undone`(escaped: String) throws {
    let vector = try #require(Self.grouped.first { $0.body.hasSuffix("=") })
    let body = Array((vector.body.dropLast() + escaped).utf8)
    #expect(vector.kind.verify(secret: body[...], body: body[...], check: Array(vector.check.utf8)[...]))
  }

  /// Tokens that are checked as a whole.
  static let whole: [(kind: Checksum, cells: [String])] = [
    (
      .microsoftHIS,
      ["SaJfn+76/+ytD80wxQ3JMxz/i1Xs5T3vYoXA", "nhfm9ddJol+f7vr/7K0PzTDFDckzHP+LVezlPe9i", "+ASt", "SkEiJg=="]
    ),
    (
      .microsoftHIS,
      ["C6JTXS3116/lblJ2+g9+cwL1pjopMQ0vHyM7", "Oqf+SqgLolNdLfXXr+VuUnb6D35zAvWmOikxDS8f", "ACDb", "adoRgQ=="]
    ),
    (.microsoftHIS, ["It83HJKcgM7sz1ZqnM-1uF", "eZoezfhUh8dr1ljtHrSmAi", "AzFu", "B78iAw=="]),
    (.microsoftHIS, ["YE14ZQzfnfRdGF9lfzRb", "rSuIPAzxx9Y0Fz4ZqIRM8o", "AzSe", "gEktL2"]),
    (.microsoftHIS, ["bzCV6is+6uOJXS8L7avH", "uJKPUxfk6exhHkIU4AkNdz", "+ACR", "VxlWL5"]),
    (.microsoftHIS, ["UxLbNvf28lZUVBmG", "Vx8oALG6FbgLH+Whv", "+ASb", "2SC6kU="]),
    (.microsoftHIS, ["Js/7d2+iNAEVnF8O", "nTfDEGTWHB4fgh4gL", "AIoT", "jObAuY="]),
    (
      .microsoftCASK,
      ["rSB2ORkXB5xjKcRH8zCySVJ5aY", "KDNBvYvCn2n82N54S4GGFYjlwx", "JQQJ99BA", "P4gEtV9c7JNMAAAA", "AZDO", "3Xj8"]
    ),
    (
      .microsoftCASK,
      ["HXBiEDVnkYLSzadL3SHeCjNsWa", "59PdN3GESe4zdQUJQEHYHYv9OQ", "JQQJ99BA", "buzUhwFL5XgqAAAA", "ACOG", "2k8F"]
    ),
    (
      .microsoftCASK,
      ["c3abzyz4g1VhbkDz0t0gtYGOYl", "3loBMfTHHAGn7r7j1rUN7DyX6I", "JQQJ99BA", "07IVPkgcBx62AAAA", "AZMP", "4DLX"]
    ),
    (.microsoftCASK, [String(repeating: "a", count: 52), "JQQJ99ALN5Z0", "000LZENeS003", "NUGT", "3OrW"]),
    (.microsoftEntra, ["ARh", "8Q~", "2VHHfaT.eGx7EY.4z4opoOM_ML7ca9V", "cq0"]),
    (.microsoftEntra, ["eYX", "8Q~", "-TM_J4rsCMsbHyfVEqj54I0Pw-KTfoo", "am0"]),
    (.microsoftEntra, ["1rx", "8Q~", "p8CNadlP6WS~O0EohLaUYRpfah.sT~8", "bk8"]),
    (.microsoftEntra, ["zzz", "8Q~", String(repeating: "z", count: 31), "blP"]),
    (.azureDevOps, ["jz3l5oi45shl7gybjllfveinw2", "kw5vpmkabovo36wwsencdtvv7a"]),
    (.azureDevOps, ["cikecqi4ffcpqi4cpewq3bs74u", "skyytcfvmfduagbmqda73bdfoq"]),
    (.age, ["AGE-SECRET-KEY-1", "RDPXT2RSQME8YVS5ED9JJXKQECGGFY5KXVHZU258R0QX6WH2NRJQ", "WF6RJ2"]),
    (.age, ["AGE-SECRET-KEY-1", "X9DQM4EEM6ZL9GLRSREQZD7NUXNSXA0VYM5G964VZ5WC4Y8UXFYQ", "92KVGX"]),
    (.bitcoinWIF, ["5", "KexMADumP5h43rZr6hBgYPUH5JewB4Rqb8c86NLzBQp", "KXKWoWw"]),
    (.bitcoinWIF, ["L", "5LXHyhyttThnTbmyi8N9XYBPwzvS7Q8dTea2JhDDNx7r", "K7RRipd"]),
    (.base58Check, ["L", "5LXHyhyttThnTbmyi8N9XYBPwzvS7Q8dTea2JhDDNx7r", "K7RRipd"]),
    (
      .bip32,
      [
        "xprv", "9s21ZrQH143K3XsBixuKbykV3aFPpTGKdDWxMTW3k2ycGK5L8j",
        "YyCJD27fDcHN2kjkXGUmkiGP9d45rYPsUhZR6HkBXQLGYR8KAn",
        "65tNDaZ",
      ]
    ),
    (.bech32Nsec, ["nsec1", "5y5r66gq0wtp9zyxfz3dcukzpg869cey76mq3wxuy48jdceqf4rq", "djv88t"]),
    (.natsNKey, ["SA", "AOXAUBJWN5VAFZWHKYFQP4RNAAGKW4LIROGB2GDQ2T5UQW4OHNEI", "UJJQ"]),
    (.natsNKey, ["SU", "AAXSOT2CJZ2AMYEMLBDDFOUIXCE46MVO25CI6DKUUMRKWNACNPKU", "5DUI"]),
    (.stellar, ["S", "ARS5VXZ7K7RJY53KU4SWGGP4PIP5PEU2IGMMMT4HCQ5A5OW5IIY", "ZGUC"]),
    (.gitlabLength, ["glpat-", "2pag2-nn5-yEMjj8ObO7R286MQp1OjJzCA", ".01.0y", "0qb0fhv"]),
    (.gitlabLength, ["glpat-", "JuDqMO0oby1WviANwYuqzGM6MQpvOjEKcDphNAp1Ono5EQ", ".01.1a", "0yur5tr"]),
    (.gitlabLength, ["glrt-t3_", "nmlB0ATbNmvBTeJWHMEqZ286MQpwOjVrCA", ".01.0y", "0i7fc4q"]),
    (.gitlabLength, ["glpat-", "smPuKuMgFZJl8o5NP6K_D286MQp1OjJzCA", ".0y", "0ow9wrj"]),
  ]

  @Test(arguments: whole.indices)
  func `the whole secret fits, and any other last character does not`(index: Int) {
    let (kind, cells) = Self.whole[index]
    let secret = Array(cells.joined().utf8)
    func isValid(_ text: [UInt8]) -> Bool { kind.verify(secret: text[...], body: nil, check: nil) }
    #expect(isValid(secret))
    #expect(kind.verify(secret: ([0x22] + secret)[...], body: secret[...], check: nil))
    #expect(!kind.needsGroups)
    for other in "AQaz29".utf8 where other != secret.last {
      #expect(!isValid(secret.dropLast() + [other]), "\(kind.rawValue) ending in \(other)")
    }
    let middle = secret.count / 2
    #expect(!isValid(secret[..<middle] + [secret[middle] == 0x61 ? 0x62 : 0x61] + secret[(middle + 1)...]))
    #expect(!isValid([]))
    // One or two characters less could be padding, which may be left out.
    #expect(!isValid(Array(secret.dropLast(3))))
  }

  @Test(arguments: whole.indices)
  func `check characters are those at the end`(index: Int) throws {
    let (kind, cells) = Self.whole[index]
    let check = try #require(cells.last)
    guard let made = kind.checkCharacters(for: Array(cells.dropLast().joined().utf8)) else {
      #expect(![.microsoftCASK, .microsoftEntra, .age, .bech32Nsec, .gitlabLength].contains(kind))
      return
    }
    #expect(String(decoding: made, as: UTF8.self) == check)
  }

  @Test func `every kind of Microsoft key can be told`() {
    let services: [(Int, String, [String])] = [
      (64, "+ASt", ["Default0"]), (64, "ACDb", ["MastRW00", "MastRO00"]), (64, "+ABa", ["AbAcct00"]),
      (64, "+AMC", ["Classic0"]), (64, "APIM", ["Tenant00", "IoTHub00", "Gatewy00", "GitKey00"]),
      (32, "+ASb", ["Send0000", "Listen00", "Manage00"]), (32, "+AEh", ["Send0000"]), (32, "+ARm", ["Manage00"]),
      (32, "AIoT", ["IoTHub00", "DpsKey00", "Device00"]), (32, "AzCa", ["Access00"]),
      (40, "AzFu", ["Functi00", "System00", "Master00"]), (39, "AzSe", ["PAdmin00", "Query000"]),
      (39, "+ACR", ["ACRDflt0"]),
    ]
    var random = SeededGenerator(seed: 7)
    for (size, signature, seeds) in services {
      for seed in seeds {
        for isRedisWritten in signature == "AzCa" ? [false, true] : [false] {
          let key = microsoftKey(size, signature, seed, isRedisWritten, &random)
          #expect(Checksum.microsoftHIS.verify(secret: key[...], body: nil, check: nil), "\(signature) \(seed)")
        }
        let wrong = microsoftKey(size, signature, "Wrong000", false, &random)
        #expect(!Checksum.microsoftHIS.verify(secret: wrong[...], body: nil, check: nil), "\(signature)")
      }
    }
  }

  /// A key made forward: random bytes, the signature at its place, then the hash (written out here a second time).
  private func microsoftKey(
    _ size: Int,
    _ signature: String,
    _ seed: String,
    _ isRedisWritten: Bool,
    _ random: inout SeededGenerator
  ) -> [UInt8] {
    var text = Base64.encode((0..<size).map { _ in UInt8.random(in: 0...255, using: &random) })
    if isRedisWritten { text = text.map { $0 == 0x2b ? 0x50 : $0 == 0x2f ? 0x46 : $0 } }
    let digitCount = text.prefix { $0 != 0x3d }.count
    text.replaceSubrange((digitCount - 10)..<(digitCount - 6), with: signature.utf8)
    let bytes = Base64.decode(text) ?? []
    var key = Base64.encode(bytes.dropLast(4) + marvin(Array(bytes.dropLast(4)), seed))
    if isRedisWritten { key = key.map { $0 == 0x2b ? 0x50 : $0 == 0x2f ? 0x46 : $0 } }
    return key
  }

  private func marvin(_ bytes: [UInt8], _ seed: String) -> [UInt8] {
    var high = seed.utf8.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    var low = seed.utf8.suffix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    func turned(_ value: UInt32, _ count: UInt32) -> UInt32 { value << count | value >> (32 - count) }
    var padded = bytes + [0x80]
    while padded.count % 4 != 0 { padded.append(0) }
    let words = stride(from: 0, to: padded.count, by: 4).map { start in
      (0..<4).reduce(UInt32(0)) { $0 | UInt32(padded[start + $1]) << UInt32(8 * $1) }
    }
    for word in words.map(Optional.some) + [nil] {
      low = low &+ (word ?? 0)
      high ^= low
      low = turned(low, 20) &+ high
      high = turned(high, 9) ^ low
      low = turned(low, 27) &+ high
      high = turned(high, 19)
    }
    return (0..<4).map { UInt8(truncatingIfNeeded: (low ^ high) >> UInt32(8 * $0)) }
  }

  @Test func `an older Entra secret has no checksum`() {
    let secret = Array(("abc" + "7Q~" + String(repeating: "x", count: 31)).utf8)
    #expect(Checksum.microsoftEntra.verify(secret: secret[...], body: nil, check: nil))
    #expect(!Checksum.microsoftEntra.verify(secret: secret.dropLast(), body: nil, check: nil))
  }

  @Test func `what no vendor states can lower less`() {
    #expect(Checksum.crc32Hex.isDocumentedByVendor)
    #expect(!Checksum.crc32HexAssumed.isDocumentedByVendor)
    #expect(!Checksum.microsoftEntra.isDocumentedByVendor)
  }

  @Test(arguments: Checksum.allCases)
  func `no kind accepts or crashes on noise`(kind: Checksum) {
    var random = SeededGenerator(seed: 1)
    let alphabet = Array("AZaz09+/=-_.~{}\":\\ \n-----BEGIN PRIVATE KEY-----END".utf8) + [0, 0xff]
    for length in 0..<150 {
      let text = (0..<length).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      let cut = length / 2
      #expect(!kind.verify(secret: text[...], body: nil, check: nil))
      #expect(!kind.verify(secret: text[...], body: text[..<cut], check: text[cut...]))
    }
  }
}
