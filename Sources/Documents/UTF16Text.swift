/// Text in UTF-16, as written by Windows programs such as older versions of PowerShell with `>`.
package enum UTF16Text {
  /// The text as UTF-8, its byte order mark included; `nil` for bytes that are not UTF-16 text.
  ///
  /// Without a mark, it must start with an ASCII character and look like text throughout. A lone surrogate, and half a
  /// unit at the end, become U+FFFD (RFC 2781 §2.2).
  package static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    guard let order = ByteOrder(of: bytes) else { return nil }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 2 + bytes.count / 16)
    var index = 0
    while index + 1 < bytes.count {
      let unit = order.unit(of: bytes, at: index)
      index += 2
      if unit < 0x80 {
        text.append(UInt8(unit))
        continue
      }
      var code = UInt32(unit)
      if UTF16.isLeadSurrogate(unit), index + 1 < bytes.count {
        let next = order.unit(of: bytes, at: index)
        if UTF16.isTrailSurrogate(next) {
          code = 0x10000 + ((code - 0xD800) << 10) + (UInt32(next) - 0xDC00)
          index += 2
        }
      }
      text.append(contentsOf: UTF8.encode(Unicode.Scalar(code) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
    }
    if index < bytes.count { text.append(contentsOf: UTF8.encodedReplacementCharacter) }
    return text
  }

  private enum ByteOrder {
    case big, little

    /// How many bytes are examined to recognise text, as git does to find NUL bytes.
    static let sample = 8000

    init?(of bytes: [UInt8]) {
      guard bytes.count >= 4 else { return nil }
      switch (bytes[0], bytes[1]) {
      case (0xFE, 0xFF): self = .big
      case (0xFF, 0xFE): self = .little
      case (0, 1...0x7F): self = .big
      case (1...0x7F, 0): self = .little
      default: return nil
      }
      let isMarked = bytes[0] >= 0xFE
      guard isMarked ? !isNoText(bytes) : bytes.count.isMultiple(of: 2) && looksLikeText(bytes) else { return nil }
    }

    func unit(of bytes: [UInt8], at index: Int) -> UInt16 {
      switch self {
      case .big: UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
      case .little: UInt16(bytes[index + 1]) << 8 | UInt16(bytes[index])
      }
    }

    private func units(of bytes: [UInt8]) -> some Sequence<UInt16> {
      stride(from: 0, to: min(Self.sample, bytes.count - 1), by: 2).lazy.map { unit(of: bytes, at: $0) }
    }

    /// Many zeros after a mark: UTF-32, or no text at all.
    ///
    /// A single one must not hide a whole text.
    private func isNoText(_ bytes: [UInt8]) -> Bool {
      var (count, zeros) = (0, 0)
      for unit in units(of: bytes) {
        count += 1
        if unit == 0 { zeros += 1 }
      }
      return zeros > 1 + count / 50
    }

    /// Whether every other byte is zero for the most part, and hardly a unit is one that text does not have.
    private func looksLikeText(_ bytes: [UInt8]) -> Bool {
      var (count, ascii, strange) = (0, 0, 0)
      for unit in units(of: bytes) {
        count += 1
        switch unit {
        case 0x09...0x0D, 0x20...0x7E: ascii += 1
        case ..<0xA0, 0xFFFE, 0xFFFF: strange += 1
        default: break
        }
      }
      return ascii * 2 > count && strange * 50 <= count
    }
  }
}
