/// What a program sees of a value as written in the file.
enum DotenvValue {
  /// Unifies line breaks, removes the quotes and resolves the escapes of double-quoted values.
  static func decoded(_ raw: ArraySlice<UInt8>) -> String {
    let isEscaped = raw.first == DotenvEntry.Quote.double.rawValue
    var bytes = withUnifiedLineBreaks(raw)
    bytes = withoutQuotes(bytes)
    // Also without a closing quote: dotenv looks at the first character only.
    if isEscaped { bytes = withResolvedEscapes(bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func withUnifiedLineBreaks(_ raw: ArraySlice<UInt8>) -> [UInt8] {
    guard raw.contains(UInt8(ascii: "\r")) else { return Array(raw) }
    var result: [UInt8] = []
    var wasReturn = false
    for byte in raw {
      if byte == UInt8(ascii: "\r") {
        result.append(UInt8(ascii: "\n"))
      } else if byte != UInt8(ascii: "\n") || !wasReturn {
        result.append(byte)
      }
      wasReturn = byte == UInt8(ascii: "\r")
    }
    return result
  }

  /// Removes the quotes around the value.
  ///
  /// dotenv does so for every run of lines that begins and ends with the same quote. Only a value with U+2028 or U+2029
  /// in it can have such a run beside the whole value.
  private static func withoutQuotes(_ bytes: [UInt8]) -> [UInt8] {
    guard let first = bytes.first else { return bytes }
    if bytes.count >= 2, bytes[bytes.count - 1] == first, DotenvEntry.Quote(rawValue: first) != nil {
      return Array(bytes[1..<(bytes.count - 1)])
    }
    let scanner = DotenvScanner(bytes: bytes)
    guard scanner.lineEnd(from: 0) < bytes.count else { return bytes }
    // The last quote of each kind at the end of a line: runs are greedy.
    var lastAtLineEnd: [UInt8: Int] = [:]
    for (offset, byte) in bytes.enumerated() where DotenvEntry.Quote(rawValue: byte) != nil {
      if offset + 1 == bytes.count || scanner.lineEndLength(at: offset + 1) > 0 { lastAtLineEnd[byte] = offset }
    }
    var result: [UInt8] = []
    var offset = 0
    var isLineStart = true
    while offset < bytes.count {
      if isLineStart, let last = lastAtLineEnd[bytes[offset]], last > offset {
        result += bytes[(offset + 1)..<last]
        offset = last + 1
        isLineStart = false
        continue
      }
      let length = scanner.lineEndLength(at: offset)
      isLineStart = length > 0
      result += bytes[offset..<(offset + max(1, length))]
      offset += max(1, length)
    }
    return result
  }

  private static func withResolvedEscapes(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "\\")) else { return bytes }
    var result: [UInt8] = []
    var offset = 0
    while offset < bytes.count {
      let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
      switch (bytes[offset], next) {
      case (UInt8(ascii: "\\"), UInt8(ascii: "n")): result.append(UInt8(ascii: "\n"))
      case (UInt8(ascii: "\\"), UInt8(ascii: "r")): result.append(UInt8(ascii: "\r"))
      default:
        result.append(bytes[offset])
        offset += 1
        continue
      }
      offset += 2
    }
    return result
  }
}
