/// Finds lists of numbers that are the bytes of a text: `[103, 104, …]` or `0x67, 0x68, …`, as in `Buffer.from([…])`,
/// `String.fromCharCode(…)` and `bytes([…])`.
///
/// Only samples of eight bytes are examined, and their surroundings where they can be part of a list. Why:
/// `docs/decisions/encoded-text.md`.
@safe struct ByteLists {
  /// Where the numbers of each list are.
  private(set) var lists: [[Range<Int>]] = []

  /// The shortest text looked for, in bytes; few tokens are shorter.
  private static let minimum = 20
  /// Every list of 92 characters contains one sample and two numbers after it: two dozen letters and digits with blanks
  /// hardly ever take fewer.
  private static let step = 72
  private static let blockSize = 8
  /// More blanks than separate two numbers of a list, even on separate lines.
  private static let mostBlanks = 64

  /// - Parameter limit: how many numbers to record at most.
  init(in bytes: Span<UInt8>, limit: Int) {
    guard bytes.count >= 3 * Self.minimum - 1 else { return }
    var rest = limit
    var position = 0
    let last = bytes.count - Self.blockSize
    while position <= last {
      guard let comma = Self.comma(at: position, in: bytes),
        let list = Self.list(around: comma, in: bytes, limit: rest), let end = list.last?.upperBound
      else {
        position &+= Self.step
        continue
      }
      position = max(position + Self.step, end)
      guard list.count >= Self.minimum, list.count <= rest else { continue }
      rest -= list.count
      lists.append(list)
    }
  }

  /// The first comma among eight bytes, if they can be part of a list: decimal numbers have no byte above `?`,
  /// hexadecimal ones have an `x`.
  @inline(__always)
  private static func comma(at position: Int, in bytes: Span<UInt8>) -> Int? {
    let block = unsafe bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: position, as: UInt64.self)
    let commas = zeros(in: block ^ 0x2C2C_2C2C_2C2C_2C2C)
    if commas == 0 { return nil }
    guard block & 0xC0C0_C0C0_C0C0_C0C0 == 0 || zeros(in: block ^ 0x7878_7878_7878_7878) != 0 else { return nil }
    return position + UInt64(littleEndian: commas).trailingZeroBitCount / 8
  }

  /// A bit for each of eight bytes that is zero; only the lowest set bit is reliable.
  @inline(__always)
  private static func zeros(in block: UInt64) -> UInt64 {
    (block &- 0x0101_0101_0101_0101) & ~block & 0x8080_8080_8080_8080
  }

  private static func list(around comma: Int, in bytes: Span<UInt8>, limit: Int) -> [Range<Int>]? {
    guard let first = number(after: comma, in: bytes), let second = Self.comma(after: first, in: bytes),
      var next = number(after: second, in: bytes)
    else { return nil }
    var numbers: [Range<Int>] = []
    var place = comma
    while numbers.count < limit, let before = number(before: place, in: bytes) {
      numbers.append(before)
      guard let earlier = self.comma(before: before, in: bytes) else { break }
      place = earlier
    }
    numbers.reverse()
    numbers += [first, next]
    while numbers.count < limit, let separator = self.comma(after: next, in: bytes),
      let number = number(after: separator, in: bytes)
    {
      numbers.append(number)
      next = number
    }
    return numbers
  }

  // MARK: Numbers

  /// The number after a comma, if it is a byte of text.
  private static func number(after comma: Int, in bytes: Span<UInt8>) -> Range<Int>? {
    let start = skipBlanks(from: comma + 1, in: bytes)
    var end = start
    while end < bytes.count, end - start < 5, isPartOfWord(bytes[end]) { end += 1 }
    return value(of: start..<end, in: bytes) == nil ? nil : start..<end
  }

  private static func number(before comma: Int, in bytes: Span<UInt8>) -> Range<Int>? {
    let end = skipBlanks(before: comma, in: bytes)
    var start = end
    while start > 0, end - start < 5, isPartOfWord(bytes[start - 1]) { start -= 1 }
    if start > 0, bytes[start - 1] == UInt8(ascii: "-") { return nil }
    return value(of: start..<end, in: bytes) == nil ? nil : start..<end
  }

  /// Whether a byte can belong to a number, or to what only starts or ends like one.
  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    Byte.isDigit(byte) || Byte.isLetter(byte) || byte == Byte.dot || byte == UInt8(ascii: "_")
  }

  /// The byte of text that a word denotes: up to three digits, or two hexadecimal ones after `0x`.
  static func value(of word: Range<Int>, in bytes: Span<UInt8>) -> UInt8? {
    var number: UInt32 = 0
    if word.count == 4, bytes[word.lowerBound] == UInt8(ascii: "0"),
      bytes[word.lowerBound + 1] | 0x20 == UInt8(ascii: "x")
    {
      for place in word.dropFirst(2) {
        guard let digit = Byte.hexadecimalValue(bytes[place]) else { return nil }
        number = number << 4 | digit
      }
    } else {
      guard 1...3 ~= word.count else { return nil }
      for place in word {
        guard Byte.isDigit(bytes[place]) else { return nil }
        number = number * 10 + UInt32(bytes[place] - UInt8(ascii: "0"))
      }
    }
    let isText = 0x20..<0x7F ~= number || number == 0x09 || number == 0x0A || number == 0x0D
    return isText ? UInt8(number) : nil
  }

  // MARK: Separators

  private static func comma(after number: Range<Int>, in bytes: Span<UInt8>) -> Int? {
    let place = skipBlanks(from: number.upperBound, in: bytes)
    return place < bytes.count && bytes[place] == Byte.comma ? place : nil
  }

  private static func comma(before number: Range<Int>, in bytes: Span<UInt8>) -> Int? {
    let end = skipBlanks(before: number.lowerBound, in: bytes)
    return end > 0 && bytes[end - 1] == Byte.comma ? end - 1 : nil
  }

  private static func skipBlanks(from start: Int, in bytes: Span<UInt8>) -> Int {
    var place = start
    while place < bytes.count, place - start < mostBlanks, isBlank(bytes[place]) { place += 1 }
    return place
  }

  private static func skipBlanks(before end: Int, in bytes: Span<UInt8>) -> Int {
    var place = end
    while place > 0, end - place < mostBlanks, isBlank(bytes[place - 1]) { place -= 1 }
    return place
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    Byte.isBlank(byte) || byte == Byte.newline || byte == Byte.carriageReturn
  }
}
