import Documents

/// Covers what looks like chance, whatever its name.
extension ValueMasks {
  mutating func maskChance(from start: Int, in line: Region) {
    var index = start
    while index < line.end {
      if let mark = reader.mark(at: index, to: min(line.end, index + 4)) {
        // A short literal is one value, with all the characters in it.
        let content = index + mark.length
        if let close = reader.close(of: mark, within: nil, from: content, to: min(line.end, content + 160)),
          close > content, !bytes[content..<close].contains(0x20), !bytes[content..<close].contains(UInt8(ascii: "/")),
          !PlainText.isPlain(bytes[content..<close])
        {
          if !isID(at: index, from: start) { mask(content..<close) }
          index = close + mark.length
        } else {
          index = content
        }
        continue
      }
      if let length = reader.escapeLength(at: index) {
        index += length
        continue
      }
      guard !Self.separates(bytes[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < line.end, !Self.separates(bytes[end]), reader.escapeLength(at: end) == nil { end += 1 }
      if end - index >= 8, !PlainText.isPlain(withoutCommit(index..<end)), !isID(at: index, from: start) {
        mask(index..<end)
      }
      index = end
    }
  }

  private static func separates(_ byte: UInt8) -> Bool {
    byte <= 0x20 || "\"'`=,;()[]{}<>|&?/:".utf8.contains(byte)
  }

  /// `checkout@4f1c…`: the name without the commit that it is pinned to.
  private func withoutCommit(_ range: Range<Int>) -> ArraySlice<UInt8> {
    let word = bytes[range]
    guard let at = word.lastIndex(of: UInt8(ascii: "@")), range.upperBound - at == 41,
      word[(at + 1)...].allSatisfy(ContextValue.isHexadecimal)
    else { return word }
    return word[..<at]
  }

  /// Whether the name before a value says that it is an id, a hash or a version.
  private func isID(at place: Int, from start: Int) -> Bool {
    var end = place
    // `@` before the commit of an action, a colon before the digest of an image.
    while end > start, " \t\"'`:=(@".utf8.contains(bytes[end - 1]) { end -= 1 }
    var first = end
    while first > start, end - first < 64, ContextReader.isNameByte(bytes[first - 1]) { first -= 1 }
    if end < place, bytes[end] == UInt8(ascii: "@") { return true }
    let words = SecretName.words(of: String(decoding: bytes[first..<end], as: UTF8.self))
    guard let last = words.last else { return false }
    return Self.idWords.contains(last) || last.hasSuffix("id")
  }

  private static let idWords: Set<String> = [
    "id", "ids", "uuid", "guid", "hash", "sha", "sha1", "sha256", "sha384", "sha512", "md5", "digest", "commit", "rev",
    "ref", "revision", "integrity", "checksum", "fingerprint", "etag", "version", "tag", "account", "database", "zone",
    "namespace", "bucket", "index", "resolved", "sum", "date",
  ]
}
