import Documents

/// Covers passwords in URLs and in addresses of data sources.
extension ValueMasks {
  mutating func maskAddresses(from start: Int, in line: Region) {
    var index = start
    while index + 2 < line.end {
      if bytes[index] == UInt8(ascii: ":"), bytes[index + 1] == UInt8(ascii: "/"), bytes[index + 2] == bytes[index + 1]
      {
        let info = URLUserInfo(at: index, in: bytes, limit: line.end)
        if let info, info.password.isEmpty {
          // A lone user may be a token.
          if !PlainText.isPlain(bytes[info.user]) { mask(info.user) }
        } else if let info, !PlainText.isReference(bytes[info.password]) {
          mask(info.password)
        }
        index = max(index + 3, info?.at ?? 0)
      } else if bytes[index] == UInt8(ascii: "@"), reader.starts(with: "@tcp(", at: index) {
        maskDataSource(before: index, from: start)
        index += 5
      } else if bytes[index] | 0x20 == UInt8(ascii: "j"), reader.starts(with: "jdbc:oracle:", at: index) {
        maskOracle(from: index, to: line.end)
        index += 12
      } else {
        index += 1
      }
    }
  }

  /// Masks the password of `user:password@tcp(host)`.
  private mutating func maskDataSource(before at: Int, from start: Int) {
    var first = at
    while first > start, !LineReader.isQuote(bytes[first - 1]), bytes[first - 1] != UInt8(ascii: "=") { first -= 1 }
    if let colon = bytes[first..<at].firstIndex(of: UInt8(ascii: ":")) { mask((colon + 1)..<at) }
  }

  /// Masks the password of `jdbc:oracle:thin:user/password@host`.
  private mutating func maskOracle(from start: Int, to end: Int) {
    var last = start
    while last < end, bytes[last] > 0x20, !LineReader.isQuote(bytes[last]) { last += 1 }
    guard let slash = bytes[start..<last].firstIndex(of: UInt8(ascii: "/")),
      let at = bytes[slash..<last].lastIndex(of: UInt8(ascii: "@"))
    else { return }
    mask((slash + 1)..<at)
  }
}
