/// Measures of how random a text looks, to tell random values from names and words.
///
/// One fixed limit does not fit all kinds of values (docs/facts/false-positives.md §6).
package struct Entropy: Equatable, Sendable {
  /// How many bytes the text has.
  package let length: Int

  /// Shannon entropy in bits per byte, from 0 to 8, from the frequency of each byte value in this text.
  package let bitsPerByte: Double

  /// How many different byte values occur.
  package let distinctCount: Int

  /// The length of the longest run of the same byte.
  package let longestRun: Int

  /// The length of the longest run in which every byte is one more than the last, or in which every byte is one less
  /// (`abcde`, `98765`).
  package let longestSequence: Int

  /// Measures a text.
  package init(of bytes: ArraySlice<UInt8>) {
    var counts = [Int](repeating: 0, count: 256)
    var (run, longestRun) = (0, 0)
    var last: UInt8?
    for byte in bytes {
      counts[Int(byte)] += 1
      run = byte == last ? run + 1 : 1
      longestRun = max(longestRun, run)
      last = byte
    }
    length = bytes.count
    self.longestRun = longestRun
    longestSequence = Self.longestSequence(of: bytes)
    var distinct = 0
    var weighted = 0.0
    for count in counts where count > 0 {
      distinct += 1
      weighted += Double(count) * Self.binaryLogarithm(Double(count))
    }
    distinctCount = distinct
    bitsPerByte = length == 0 ? 0 : max(0, Self.binaryLogarithm(Double(length)) - weighted / Double(length))
  }

  /// The length of the longest run in which every byte is one more, or one less, than the one before.
  package static func longestSequence(of bytes: ArraySlice<UInt8>) -> Int {
    var (rising, falling, longest) = (0, 0, 0)
    var last: UInt8?
    for byte in bytes {
      let step = last.map { Int(byte) - Int($0) }
      rising = step == 1 ? rising + 1 : 1
      falling = step == -1 ? falling + 1 : 1
      longest = max(longest, rising, falling)
      last = byte
    }
    return longest
  }

  /// The length of the shortest block that the whole text repeats (`abcabcab` repeats 3 bytes), or nil if none repeats
  /// at least twice.
  package static func repeatedBlockLength(of bytes: ArraySlice<UInt8>) -> Int? {
    let text = Array(bytes)
    // The prefix function of Knuth, Morris and Pratt: the longest proper prefix that is also a suffix, for each prefix.
    var border = [Int](repeating: 0, count: text.count)
    for index in text.indices.dropFirst() {
      var length = border[index - 1]
      while length > 0, text[length] != text[index] { length = border[length - 1] }
      border[index] = text[length] == text[index] ? length + 1 : 0
    }
    guard let longest = border.last else { return nil }
    let block = text.count - longest
    return block * 2 <= text.count ? block : nil
  }

  /// The bits per character for an alphabet of this size.
  package static func bits(_ size: Int) -> Double { binaryLogarithm(Double(max(1, size))) }

  /// The binary logarithm of a number of at least 1, without the C library: exponent plus a series for the mantissa.
  private static func binaryLogarithm(_ value: Double) -> Double {
    // Nearly always a small count.
    let count = Int(exactly: value) ?? smallLogarithms.count
    return count < smallLogarithms.count ? smallLogarithms[count] : series(value)
  }

  /// The logarithms of 0 to 127; 0 for 0, which is never used.
  private static let smallLogarithms = [0] + (1..<128).map { series(Double($0)) }

  private static func series(_ value: Double) -> Double {
    // ln m = 2 artanh((m - 1) / (m + 1)); for m from 1 to 2 the ratio is at most 1/3, so 16 terms are exact.
    let ratio = (value.significand - 1) / (value.significand + 1)
    var power = ratio
    var sum = 0.0
    for term in 0..<16 {
      sum += power / Double(2 * term + 1)
      power *= ratio * ratio
    }
    return Double(value.exponent) + 2 * sum * 1.442_695_040_888_963_4
  }
}
