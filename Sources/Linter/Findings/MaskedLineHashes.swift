import Documents

/// The hashes by which GitHub code scanning follows an alert from run to run, of lines with every secret masked.
///
/// The algorithm is that of the action that uploads results (github/codeql-action, `src/fingerprints.ts`): for each line
/// a polynomial hash to the base 37, modulo 2⁶⁴, of the 100 UTF-16 code units from its start on. Spaces and tabs are left
/// out, CR and CRLF count as LF, and after the text come the unit 65,535 and zeros. Then a colon, and how many lines with
/// the same hash there were so far.
///
/// Where no secret stands in those 100 units the hash is the very one the action computes. A secret is hashed as one
/// bullet, so that nobody can try out guessable values against a published hash.
struct MaskedLineHashes {
  private var hashes: [Int: String] = [:]

  /// How many lines of usual length go into the hash of one.
  static let reach = 6

  /// - Parameters:
  ///   - lines: the lines to hash, from 1.
  ///   - secrets: every region of the source that must not be hashed, in order, none touching another.
  init(of source: Source, lines: Set<Int>, secrets: [Region]) {
    guard let last = lines.max() else { return }
    var window = Window()
    var offset = 0
    for secret in secrets {
      guard feed(source.bytes[offset..<secret.start], into: &window, lines: lines, last: last) else { return }
      guard feed(Self.masked(source.bytes[secret.range]), into: &window, lines: lines, last: last) else { return }
      offset = secret.end
    }
    guard feed(source.bytes[offset...], into: &window, lines: lines, last: last) else { return }
    window.append(.max)
    take(&window, lines: lines)
    // Zeros push the starts of the last lines out of the window.
    for _ in 0..<Window.size {
      window.appendRaw(0)
      take(&window, lines: lines)
    }
  }

  /// The hash of a line; `nil` for a line that was not asked for or does not exist.
  subscript(line: Int) -> String? { hashes[line] }

  /// - Returns: `false` as soon as every hash wanted is known.
  private mutating func feed(
    _ bytes: ArraySlice<UInt8>,
    into window: inout Window,
    lines: Set<Int>,
    last: Int
  ) -> Bool {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] < 0x80 {
        window.append(UInt16(bytes[index]))
        take(&window, lines: lines)
        index += 1
      } else {
        let end = bytes[index...].firstIndex { $0 < 0x80 } ?? bytes.endIndex
        for unit in String(decoding: bytes[index..<end], as: UTF8.self).utf16 {
          window.append(unit)
          take(&window, lines: lines)
        }
        index = end
      }
      if hashes[last] != nil { return false }
    }
    return true
  }

  private mutating func take(_ window: inout Window, lines: Set<Int>) {
    guard let (line, hash) = window.takeFinished(), lines.contains(line) else { return }
    hashes[line] = hash
  }

  /// A secret keeps its line ends, so that lines keep their numbers; each of its lines becomes one bullet.
  private static func masked(_ secret: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var masked: [UInt8] = []
    var isInText = false
    for byte in secret {
      let isLineEnd = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      if isLineEnd {
        masked.append(byte)
      } else if !isInText {
        masked += String(Excerpt.mask).utf8
      }
      isInText = !isLineEnd
    }
    return masked[...]
  }

  /// The last 100 units, which of them start a line, and their hash.
  private struct Window {
    static let size = 100
    private static let base: UInt64 = 37
    /// The factor of the unit that leaves the window.
    private static let highest = (0..<size).reduce(UInt64(1)) { power, _ in power &* base }

    private var units = [UInt16](repeating: 0, count: size)
    /// The line each unit starts; 0 for none.
    private var starts = [Int](repeating: 0, count: size)
    private var index = 0
    private var hash: UInt64 = 0
    private var line = 0
    private var isAtLineStart = true
    private var isAfterCarriageReturn = false
    private var counts: [UInt64: Int] = [:]

    mutating func append(_ unit: UInt16) {
      if unit == 0x20 || unit == 0x09 || (isAfterCarriageReturn && unit == 0x0A) {
        isAfterCarriageReturn = false
        return
      }
      isAfterCarriageReturn = unit == 0x0D
      let unit = isAfterCarriageReturn ? 0x0A : unit
      var started = 0
      if isAtLineStart {
        line += 1
        started = line
      }
      isAtLineStart = unit == 0x0A
      appendRaw(unit, starting: started)
    }

    mutating func appendRaw(_ unit: UInt16, starting line: Int = 0) {
      let leaving = UInt64(units[index])
      units[index] = unit
      starts[index] = line
      hash = hash &* Self.base &+ UInt64(unit) &- leaving &* Self.highest
      index = (index + 1) % Self.size
    }

    /// The line whose first unit is now the oldest of the window, with its hash.
    mutating func takeFinished() -> (line: Int, hash: String)? {
      let line = starts[index]
      guard line > 0 else { return nil }
      starts[index] = 0
      let count = counts[hash, default: 0] + 1
      counts[hash] = count
      return (line, "\(String(hash, radix: 16)):\(count)")
    }
  }
}
