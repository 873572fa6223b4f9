/// Text in UTF-32, which some programs of Windows write where they are asked for "Unicode".
package enum UTF32Text {
  /// The text as UTF-8, its byte order mark included; `nil` for bytes that are no text in UTF-32.
  ///
  /// What is no code point becomes U+FFFD.
  package static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count >= 8, bytes.count.isMultiple(of: 4), let isBig = isBigEndian(bytes) else { return nil }
    func code(at index: Int) -> UInt32 {
      let unit = bytes[index..<index + 4].reduce(0) { $0 << 8 | UInt32($1) }
      return isBig ? unit : unit.byteSwapped
    }
    let starts = stride(from: 0, to: bytes.count, by: 4)
    // As for UTF-16: few places of the beginning may be anything else than text.
    let start = starts.prefix(2000)
    let strange = start.count(where: { code(at: $0) < 0x09 || Unicode.Scalar(code(at: $0)) == nil })
    guard strange * 50 <= min(2000, bytes.count / 4) else { return nil }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 4 + bytes.count / 32)
    for index in starts {
      let scalar = Unicode.Scalar(code(at: index)) ?? "\u{FFFD}"
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return text
  }

  /// Told from the mark, or from an ASCII character at the start; `nil`: neither is there.
  private static func isBigEndian(_ bytes: [UInt8]) -> Bool? {
    switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
    case (0, 0, 0xFE, 0xFF), (0, 0, 0, 0x09...0x7E): true
    case (0xFF, 0xFE, 0, 0), (0x09...0x7E, 0, 0, 0): false
    default: nil
    }
  }
}
