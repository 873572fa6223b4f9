import Patterns
import Testing

@Suite struct PEMBlockTests {
  private let block: String

  init() {
    var sample = SampleText(seed: "pem")
    block = sample.fill("{pem:pkcs8}")
  }

  private func isValid(_ text: String) -> Bool {
    Checksum.pem.verify(secret: Array(text.utf8)[...], body: nil, check: nil)
  }

  private func lines(_ separator: String) -> String {
    block.split(separator: "\n").joined(separator: separator)
  }

  @Test(arguments: [
    "\r\n", "\\n", "\\r\\n", "\\\\n", " ", "\n    ", "\\n\\\n", "\\n\" +\n  \"", "\",\n  \"", "\\n'\n  + '",
  ])
  func `lines may be joined in many ways`(separator: String) {
    #expect(isValid(lines(separator)))
  }

  @Test func `slashes may be escaped`() {
    let escaped = lines("\\n").split(separator: "/", omittingEmptySubsequences: false).joined(separator: "\\/")
    #expect(escaped.contains("\\/") && isValid(escaped))
  }

  @Test func `a plus sign at the start of a joined line is kept`() {
    let encoded = String(decoding: Base64.encode([0x30, 6, 0, 0xfb, 0xef, 0xbe, 1, 2]), as: UTF8.self)
    #expect(encoded.contains("+"))
    let cut = encoded.prefix { $0 != "+" }
    let joined =
      "-----BEGIN PRIVATE KEY-----\",\n\"\(cut)\",\n\"\(encoded.dropFirst(cut.count))\",\n\"-----END PRIVATE KEY-----"
    #expect(isValid(joined))
  }

  @Test func `a wrong length, start, character or label is refused`() {
    #expect(isValid(block))
    let all = block.split(separator: "\n")
    #expect(!isValid((all.prefix(3) + all.dropFirst(4)).joined(separator: "\n")))
    #expect(!isValid(all.prefix(5).joined(separator: "\n")))
    #expect(!isValid(block.split(separator: "M", maxSplits: 1).joined(separator: "N")))
    #expect(!isValid(lines("\n...\n")))
    #expect(!isValid("-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----"))
    #expect(!isValid("-----BEGIN PRIVATE KEY-----"))
    #expect(!isValid(block.split(separator: "PRIVATE", omittingEmptySubsequences: false).joined(separator: "PUBLIC")))
  }

  @Test func `an encrypted body is not looked into`() {
    let noise = String(decoding: Base64.encode((0..<64).map { UInt8($0 * 3) }), as: UTF8.self)
    let headers = "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0123456789ABCDEF\n\n"
    #expect(isValid("-----BEGIN RSA PRIVATE KEY-----\n" + headers + noise + "\n-----END RSA PRIVATE KEY-----"))
    #expect(
      isValid(
        "-----BEGIN RSA PRIVATE KEY-----\\n\(headers.split(separator: "\n").joined(separator: "\\n"))\\n\\n\(noise)"
      )
    )
    #expect(!isValid("-----BEGIN RSA PRIVATE KEY-----\n" + noise + "\n-----END RSA PRIVATE KEY-----"))
  }

  @Test func `OpenPGP armour has packets and may have a checksum`() {
    func armour(_ data: String, _ sum: String) -> String {
      "-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: 1\n\n\(data)\n\(sum)\n-----END PGP PRIVATE KEY BLOCK-----"
    }
    // Packets start with bit 7 set.
    let packets = String(decoding: Base64.encode([0x95, 1, 2, 3]), as: UTF8.self)
    #expect(isValid(armour(packets, "")))
    #expect(isValid(armour(packets, "=WgjI")))
    #expect(!isValid(armour(packets, "=WgjA")))
    #expect(!isValid(armour(String(decoding: Base64.encode("text".utf8), as: UTF8.self), "")))
  }
}
