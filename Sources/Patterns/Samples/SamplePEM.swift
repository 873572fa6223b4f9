/// Blocks with the outer form of a private key, and noise inside.
enum SamplePEM {
  /// A block of a kind (`rsa`, `ec`, `pkcs8`, `pkcs8-encrypted`, `openssh`), or nil for an unknown kind.
  static func block(_ kind: String, lineBreak: String, from random: inout SampleRandom) -> [UInt8]? {
    let label: String
    let body: [UInt8]
    var lineLength = 64
    switch kind {
    case "rsa":
      (label, body) = ("RSA ", sequence([2, 1, 0, 2, 0x82, 1, 1, 0] + random.bytes(1_180)))
    case "ec":
      (label, body) = ("EC ", sequence([2, 1, 1, 4, 0x20] + random.bytes(114)))
    case "pkcs8":
      // The algorithm is rsaEncryption.
      let algorithm: [UInt8] = [0x30, 13, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 13, 1, 1, 1, 5, 0]
      (label, body) = ("", sequence([2, 1, 0] + algorithm + random.bytes(1_196)))
    case "pkcs8-encrypted":
      (label, body) = ("ENCRYPTED ", sequence([0x30, 0x1c] + random.bytes(290)))
    case "openssh":
      (label, body) = ("OPENSSH ", Array("openssh-key-v1\u{0}\u{0}\u{0}\u{0}\u{4}none".utf8) + random.bytes(380))
      lineLength = 70
    default:
      return nil
    }
    var text = Array("-----BEGIN \(label)PRIVATE KEY-----\(lineBreak)".utf8)
    var rest = Base64.encode(body)[...]
    while !rest.isEmpty {
      text += rest.prefix(lineLength) + Array(lineBreak.utf8)
      rest = rest.dropFirst(lineLength)
    }
    return text + Array("-----END \(label)PRIVATE KEY-----".utf8)
  }

  private static func sequence(_ content: [UInt8]) -> [UInt8] {
    let count = content.count
    let length: [UInt8] =
      count < 0x80
      ? [UInt8(count)] : count < 0x100 ? [0x81, UInt8(count)] : [0x82, UInt8(count >> 8), UInt8(count & 255)]
    return [0x30] + length + content
  }
}
