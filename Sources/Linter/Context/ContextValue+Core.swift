extension ContextValue {
  /// The part of a value that may be chance where the rest is a name: `acme_live_` and what stands after it.
  ///
  /// Vendors put words before a random text, so that people and programs know their keys; those words would make the
  /// whole look like text, or like a name. The UUID at the end it is, or the longest run of hexadecimal digits, or of
  /// letters and digits; the whole value when none is long enough.
  var core: ContextValue {
    if count < 24 || digits == 0 { return self }
    if count > 36, !bytes[bytes.endIndex - 37].isASCIILetterOrDigit {
      let last = ContextValue(bytes.suffix(36), likeness: likeness)
      if last.isUUID { return last }
    }
    var letters = LongestRun()
    var hexadecimal = LongestRun()
    for (index, byte) in zip(bytes.indices, bytes) {
      letters.add(index, isMember: byte.isASCIILetterOrDigit)
      hexadecimal.add(index, isMember: (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte))
    }
    for (run, least) in [(hexadecimal.range, 24), (letters.range, 20)]
    where run.count >= least && run.count < count && run.count * 3 >= count {
      let core = ContextValue(bytes[run], likeness: likeness)
      if core.isMixed, core.surprise > 0 { return core }
    }
    return self
  }

  /// From here on more surprise does not count.
  static let enoughSurprise = 16.0

  private struct LongestRun {
    private(set) var range = 0..<0
    private var start = 0
    private var end = -1

    mutating func add(_ index: Int, isMember: Bool) {
      guard isMember else { return }
      if index != end { start = index }
      end = index + 1
      if end - start > range.count { range = start..<end }
    }
  }
}
