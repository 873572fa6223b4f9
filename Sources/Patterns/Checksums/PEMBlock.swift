/// Checks whether the text between `-----BEGIN` and `-----END` can be a private key.
///
/// The block may be written as it comes from a tool, or in one string with `\n` for the line breaks, or as strings
/// joined line by line.
enum PEMBlock {
  /// Whether a block holds what its label says: DER of the length that it states, an OpenSSH key, or OpenPGP packets.
  ///
  /// A key encrypted in the old way (`DEK-Info`) is noise: only its base64 and length are checked.
  static func isPrivateKey(_ text: ArraySlice<UInt8>) -> Bool {
    guard let (label, content) = parts(of: text), range(of: "PRIVATE KEY", in: label) != nil else { return false }
    let (headers, encoded) = splitHeaders(content)
    let digits = base64Digits(in: encoded)
    if label.starts(with: "PGP".utf8) { return isOpenPGP(digits) }
    guard let bytes = Base64.decode(digits) else { return false }
    if headers { return bytes.count >= 16 }
    if label.starts(with: "OPENSSH".utf8) { return bytes.starts(with: Array("openssh-key-v1".utf8) + [0]) }
    return isDERSequence(bytes)
  }

  /// Whether bytes are one DER SEQUENCE and nothing more.
  static func isDERSequence(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 2, bytes[0] == 0x30 else { return false }
    if bytes[1] < 0x80 { return bytes.count == 2 + Int(bytes[1]) }
    let lengthBytes = Int(bytes[1] & 0x7f)
    guard (1...4).contains(lengthBytes), bytes.count > 2 + lengthBytes else { return false }
    let length = bytes[2..<(2 + lengthBytes)].reduce(0) { $0 << 8 | Int($1) }
    return bytes.count == 2 + lengthBytes + length
  }

  /// Label and content, or nil if there is no BEGIN line.
  private static func parts(of text: ArraySlice<UInt8>) -> (label: ArraySlice<UInt8>, content: ArraySlice<UInt8>)? {
    guard let begin = range(of: "-----BEGIN ", in: text) else { return nil }
    let rest = text[begin.upperBound...]
    guard let labelEnd = range(of: "-----", in: rest) else { return nil }
    let label = rest[..<labelEnd.lowerBound]
    let content = rest[labelEnd.upperBound...]
    let end = range(of: "-----END", in: content)?.lowerBound ?? content.endIndex
    return (label, content[..<end])
  }

  /// Removes headers such as `Proc-Type: 4,ENCRYPTED`, and returns whether they mention encryption.
  private static func splitHeaders(_ content: ArraySlice<UInt8>) -> (areEncrypted: Bool, body: ArraySlice<UInt8>) {
    // Base64 has no colon, so a line with one is a header.
    guard let colon = content.lastIndex(of: 0x3a) else { return (false, content) }
    let isEncrypted = range(of: "ENCRYPTED", in: content) != nil || range(of: "DEK-Info", in: content) != nil
    let value = content[(colon + 1)...].drop { $0 == 0x20 }
    // The value ends at the first line break, real or escaped.
    let end = value.firstIndex { [0x0a, 0x0d, 0x5c].contains($0) } ?? value.endIndex
    return (isEncrypted, value[end...])
  }

  /// The content without line breaks (real and escaped), and without the quotes, commas and operators of joined
  /// strings.
  private static func base64Digits(in content: ArraySlice<UInt8>) -> [UInt8] {
    var digits: [UInt8] = []
    digits.reserveCapacity(content.count)
    var position = content.startIndex
    while position < content.endIndex {
      let byte = content[position]
      position += 1
      switch byte {
      case 0x09, 0x0a, 0x0d, 0x20:
        continue
      case 0x5c:
        // Any number of backslashes, then the letter of the escape; an escaped slash is a slash.
        while position < content.endIndex, content[position] == 0x5c { position += 1 }
        if position < content.endIndex, "nrt".utf8.contains(content[position]) { position += 1 }
      case 0x22, 0x27, 0x60:
        // From the quote that ends a string to the one that starts the next.
        let gap = content[position...].prefix { [0x09, 0x0a, 0x0d, 0x20, 0x2b, 0x2c, 0x26, 0x2e].contains($0) }
        if gap.endIndex < content.endIndex, [0x22, 0x27, 0x60].contains(content[gap.endIndex]) {
          position = gap.endIndex + 1
        }
      case 0x2c, 0x23, 0x2a, 0x3e, 0x7c:
        // Commas, and the prefixes of comments and quoted text.
        continue
      default:
        digits.append(byte)
      }
    }
    return digits
  }

  /// Whether base64 decodes to OpenPGP packets, with the right checksum if there is one.
  private static func isOpenPGP(_ digits: [UInt8]) -> Bool {
    var data = digits[...]
    var sum: [UInt8]?
    // Five characters at the end are `=` and the checksum; padding before them belongs to the data.
    if digits.count > 5, digits[digits.count - 5] == 0x3d {
      sum = Base64.decode(digits.suffix(4))
      data = digits.dropLast(5)
      guard sum != nil else { return false }
    }
    guard let bytes = Base64.decode(data), let first = bytes.first, first & 0x80 != 0 else { return false }
    guard let sum else { return true }
    return sum.reduce(0) { $0 << 8 | UInt32($1) } == CRC.crc24(bytes)
  }

  private static func range(of needle: String, in text: ArraySlice<UInt8>) -> Range<Int>? {
    let pattern = Array(needle.utf8)
    var start = text.startIndex
    while start + pattern.count <= text.endIndex {
      if text[start] == pattern[0], text[start...].starts(with: pattern) { return start..<(start + pattern.count) }
      start += 1
    }
    return nil
  }
}
