import Patterns
import Testing

@Suite struct SampleTextTests {
  private func fill(_ template: String, seed: String = "test") -> String {
    var sample = SampleText(seed: seed)
    return sample.fill(template)
  }

  @Test func `values depend on the seed and the order alone`() {
    let template = "{hex:32} {base62:20} {uuid}"
    #expect(fill(template) == fill(template))
    #expect(fill(template) != fill(template, seed: "other"))
    let pair = fill("{hex:32}/{hex:32}").split(separator: "/")
    #expect(pair.count == 2 && pair[0] != pair[1])
    // Written out, so that a change of the generator is noticed: it changes every fixture.
    #expect(fill("{hex:8}") == "f90f471b")
  }

  @Test func `a name gives the same value again, in any text`() {
    var sample = SampleText(seed: "test")
    let first = sample.fill("{hex:32#account}")
    #expect(sample.fill("{digits:9} {hex:32#account}").hasSuffix(" " + first))
    #expect(sample.fill("{hex:32#other}") != first)
    #expect(fill("{digits:3}{hex:32#account}").hasSuffix(first))
    #expect(fill("{uuid#a}") == fill("{uuid#a}"))
    #expect(fill("{hex:32#account}", seed: "other") != first)
  }

  @Test(arguments: [
    ("hex", "0123456789abcdef"), ("HEX", "0123456789ABCDEF"), ("digits", "0123456789"),
    ("lower", "abcdefghijklmnopqrstuvwxyz"), ("upper", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    ("base32", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"), ("alnum-lower", "0123456789abcdefghijklmnopqrstuvwxyz"),
    ("base62", "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    ("base64", "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ+/"),
    ("base64url", "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"),
    ("password", "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!@%^*-_+"),
  ])
  func `values have the length, the alphabet and the look of random ones`(name: String, alphabet: String) {
    var sample = SampleText(seed: name)
    for length in 1...80 {
      let value = sample.fill("{\(name):\(length)}")
      #expect(value.utf8.count == length)
      #expect(value.allSatisfy(alphabet.contains))
      guard length >= 16 else { continue }
      let entropy = Entropy(of: Array(value.utf8)[...])
      #expect(entropy.longestRun < 4)
      #expect(entropy.longestSequence < 5)
      for set in ["0123456789", "abcdef", "ABCDEF"] where name.lowercased() == "hex" && alphabet.contains(set) {
        #expect(value.contains(where: set.contains))
      }
      for set in [Character("0")..."9", "a"..."z", "A"..."Z"] where alphabet.count > 60 {
        #expect(value.contains(where: set.contains))
      }
    }
  }

  @Test(arguments: 1...90)
  func `base64 is decodable`(length: Int) {
    guard length % 4 != 1 else { return }
    #expect(Base64.decode(fill("{base64:\(length)}").utf8) != nil)
    #expect(Base64.decode(fill("{base64url:\(length)}").utf8, .urlSafe) != nil)
  }

  @Test(arguments: [
    "{}", "{a}", "{hex}", "{hex:}", "{hex:0}", "{hex:x}", "{hex:99999999}", "{ hex:3 }", "{hex:3", "${HOME}",
    "{{name}}",
    "{\"a\": 1}", "{hex:\n3}", "{checksum:nothing}", "{pem:dsa}", "{jwt:novalue}", "{key:none}", "{uuid:4}",
    "{unknown:3}",
    "function f() { return {a:1}; }", "{base64-of:", "{checksum:pem}",
  ])
  func `everything else in braces stays`(text: String) {
    #expect(fill(text) == text)
  }

  @Test func `a hole in braces is filled, and bytes around it stay`() {
    let filled = fill("${{digits:4}}")
    #expect(filled.hasPrefix("${") && filled.hasSuffix("}") && filled.utf8.count == 7)
    var sample = SampleText(seed: "test")
    let bytes = sample.fill([0xff, 0xfe] + Array("{digits:1}".utf8) + [0x80])
    #expect(bytes.count == 4 && bytes.first == 0xff && bytes.last == 0x80)
  }

  @Test func `a UUID of version 4`() throws {
    let pattern = try Pattern("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")
    let uuid = Array(fill("{uuid}").utf8)
    var matcher = Matcher()
    #expect(try matcher.match(pattern, in: uuid.span, from: 0, to: uuid.count) != nil)
  }

  @Test func `a web token carries its claims`() throws {
    let token = fill("{jwt:iss=https://a.example,role=service_role,exp=1700000000,ok=true}")
    #expect(Checksum.jwt.verify(secret: Array(token.utf8)[...], body: nil, check: nil))
    let parts = token.split(separator: ".")
    #expect(parts[2].utf8.count == 43)
    let payload = try #require(Base64.decode(parts[1].utf8, .urlSafe))
    #expect(
      String(decoding: payload, as: UTF8.self)
        == #"{"iss":"https://a.example","role":"service_role","exp":1700000000,"ok":true}"#
    )
  }

  @Test func `encoded text may have holes and braces`() throws {
    let json = #"{"a":"{hex:32}","t":"{uuid}","s":"{base64:43}="}"#
    let token = fill("{base64-of:\(json)}")
    #expect(Checksum.cloudflareTunnel.verify(secret: Array(token.utf8)[...], body: nil, check: nil))
    let bare = fill("{base64url-of:pq}")
    #expect(bare == "cHE")
  }

  // The templates are those a rule would have; what they give must pass the check of that rule.
  @Test(
    arguments: [
      ("cfut_{base62:40}{checksum:crc32-hex}", .crc32Hex, 5, 8),
      ("{base62:30}{checksum:crc32-base62}", .crc32Base62, 0, 6),
      ("k=ATBB{base62:24}{checksum:crc32-hex-upper@all}", .crc32HexUpper, 2, 8),
      ("\"ATCTT3xFfGN0{base64url:171}={checksum:crc32-hex-upper@all}", .crc32HexUpper, 1, 8),
      ("a «github_pat_{base62:22}_{base62:43}{checksum:sha256-base32@all}", .sha256Base32, 4, 8),
      ("glpat-{base64url:36}.01.10{checksum:crc32-base36@all}", .crc32Base36, 0, 7),
      ("cflt{base64:54}{checksum:crc32-base64-le}", .crc32Base64LittleEndian, 4, 6),
    ] as [(String, Checksum, Int, Int)]
  )
  func `check characters fit the body before them`(template: String, kind: Checksum, start: Int, length: Int) {
    let text = Array(fill(template).utf8)
    let body = text[start..<(text.count - length)]
    #expect(kind.verify(secret: text[start...], body: body, check: text.suffix(length)))
  }

  @Test func `a separator may stand before check characters`() {
    let zuplo = Array(fill("zpka_{hex:32}_{checksum:crc32-hex}").utf8)
    #expect(Checksum.crc32Hex.verify(secret: zuplo[...], body: zuplo[5..<37], check: zuplo[38...]))
    let grafana = Array(fill("token: glsa_{base62:32}_{checksum:crc32-hex-le@all}").utf8)[7...]
    let kind = Checksum.crc32HexLittleEndian
    #expect(kind.verify(secret: grafana, body: grafana.dropLast(9), check: grafana.suffix(8)))
  }

  @Test(
    arguments: [
      ("{base62:52}JQQJ99BA{base62:12}AAAAAZDO{checksum:microsoft-cask@all}", .microsoftCASK),
      ("{alnum-lower:3}8Q~{base62:31}{checksum:microsoft-entra@all}", .microsoftEntra),
      ("AGE-SECRET-KEY-1{BECH32:52}{checksum:age@all}", .age),
      ("nsec1{bech32:52}{checksum:bech32-nsec@all}", .bech32Nsec),
      ("glrt-t1_{base64url:35}.01.0z{checksum:gitlab-length@all}", .gitlabLength),
      ("{key:azure-devops}", .azureDevOps), ("{key:nats-nkey}", .natsNKey), ("{key:stellar}", .stellar),
      ("{key:bitcoin-wif}", .bitcoinWIF), ("{key:bip32}", .bip32), ("{key:microsoft-his/+ASt}", .microsoftHIS),
      ("{key:microsoft-his/AzFu}", .microsoftHIS), ("{key:microsoft-his/+ACR}", .microsoftHIS),
      ("{key:microsoft-his/AIoT}", .microsoftHIS), ("{pem:rsa}", .pem), ("{pem:ec}", .pem), ("{pem:pkcs8}", .pem),
      ("{pem:pkcs8-encrypted}", .pem), ("{pem:openssh}", .pem), ("{pem-escaped:rsa}", .pem),
      ("{pem-escaped:openssh}", .pem),
    ] as [(String, Checksum)]
  )
  func `whole keys pass their check`(template: String, kind: Checksum) {
    for seed in ["a", "b", "c", "d", "e"] {
      let text = Array(fill(template, seed: seed).utf8)
      #expect(kind.verify(secret: text[...], body: nil, check: nil))
    }
  }

  @Test func `blocks have line breaks or none`() {
    let lines = fill("{pem:rsa}").split(separator: "\n")
    #expect(lines.first == "-----BEGIN RSA PRIVATE KEY-----" && lines.last == "-----END RSA PRIVATE KEY-----")
    #expect(lines.dropFirst().dropLast(2).allSatisfy { $0.utf8.count == 64 })
    let line = fill("{pem-escaped:ec}")
    #expect(!line.contains("\n") && line.hasPrefix("-----BEGIN EC PRIVATE KEY-----\\n"))
  }
}
