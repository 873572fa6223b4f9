extension ContextValue {
  /// The part of a value that may be chance where the rest is a name: what stands after `acme_live_`.
  ///
  /// Vendors put words before a random text, so that people and programs know their keys; those words would make the
  /// whole look like text, or like a name. It is the UUID at the end, or the longest run of hexadecimal digits, or of
  /// letters and digits; `nil` when none is long enough.
  var core: ContextValue? {
    if count < 24 || digits == 0 { return nil }
    if count > 36, !bytes[bytes.endIndex - 37].isASCIILetterOrDigit {
      let last = ContextValue(bytes.suffix(36), likeness: likeness)
      if last.isUUID { return last }
    }
    guard let run = longestRun else { return nil }
    for part in [Self.longestHexadecimalRun(in: run), run]
    where part.count >= Self.leastCore && part.count < count && part.count * 3 >= count {
      let core = ContextValue(part, likeness: likeness)
      if core.isMixed, core.surprise > 0 { return core }
    }
    return nil
  }

  /// From here on more surprise does not count.
  static let enoughSurprise = 16.0
  /// How many characters of chance tell, among words.
  private static let leastCore = 20

  /// The longest run of letters and digits, if it is long enough.
  private var longestRun: ArraySlice<UInt8>? {
    var longest: Range<Int>?
    // A run that is long enough has one of these places in it.
    var place = bytes.startIndex + Self.leastCore - 1
    while place < bytes.endIndex {
      var (start, end) = (place, place)
      while start > bytes.startIndex, bytes[start - 1].isASCIILetterOrDigit, bytes[place].isASCIILetterOrDigit {
        start -= 1
      }
      while end < bytes.endIndex, bytes[end].isASCIILetterOrDigit { end += 1 }
      if end - start > max(Self.leastCore - 1, longest?.count ?? 0) { longest = start..<end }
      place = end + Self.leastCore
    }
    return longest.map { bytes[$0] }
  }

  private static func longestHexadecimalRun(in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let runs = bytes.split { !((0x30...0x39).contains($0) || (0x61...0x66).contains($0)) }
    return runs.max { $0.count < $1.count } ?? bytes
  }
}
