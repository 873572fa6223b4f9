import Documents

/// What is next to a known value: the bytes of the file, or those that its neighbours stand for where they are encoded
/// together with it.
///
/// Where the neighbours do not decode to text, they are something else that happens to be written in the same digits, such
/// as the path before `/BASE64`: there is nothing next to the value then.
struct ValueSurroundings {
  private(set) var before: ArraySlice<UInt8> = []
  private(set) var after: ArraySlice<UInt8> = []

  private static let reach = ValueBoundary.reach

  /// - Parameters:
  ///   - position: where the bytes of the form start.
  ///   - length: of the value itself.
  init(of form: ValueForms.Form, at position: Int, in bytes: [UInt8], length: Int) {
    let end = position + form.bytes.count
    switch form.encoding {
    case .text:
      before = bytes[max(0, position - Self.reach)..<position]
      after = bytes[end..<min(bytes.count, end + Self.reach)]
    case .hexadecimal:
      let digits = Self.run(before: position, in: bytes, \.isHexadecimalDigit, perGroup: 2)
      before = Self.text(Self.decode(hexadecimal: digits), isBefore: true)
      let others = Self.run(after: end, in: bytes, \.isHexadecimalDigit)
      after = Self.text(Self.decode(hexadecimal: others), isBefore: false)
    case .base64(let alignment):
      // The characters before the form that share a group with it: none, two or three.
      let group = position - [0, 2, 3][alignment]
      if group >= 0 {
        let digits = Self.run(before: group, in: bytes, Self.isBase64, perGroup: 4) + bytes[group..<min(end, group + 4)]
        before = Self.text(Self.decode(base64: digits[...]).dropLast(3 - alignment).suffix(Self.reach), isBefore: true)
      }
      let last = group + (alignment + length) / 3 * 4
      if last >= 0, last <= bytes.count {
        let digits = bytes[last..<max(last, end)] + Self.run(after: max(last, end), in: bytes, Self.isBase64)
        after = Self.text(Self.decode(base64: digits).dropFirst((alignment + length) % 3), isBefore: false)
      }
    }
  }

  /// The digits before a place that make whole groups with those after it.
  private static func run(
    before place: Int,
    in bytes: [UInt8],
    _ isDigit: (UInt8) -> Bool,
    perGroup count: Int
  ) -> ArraySlice<UInt8> {
    let digits = bytes[max(0, place - 2 * reach)..<place].reversed().prefix(while: isDigit)
    return bytes[place - digits.count / count * count..<place]
  }

  private static func run(after place: Int, in bytes: [UInt8], _ isDigit: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    bytes[place..<min(bytes.count, place + 2 * reach)].prefix(while: isDigit)
  }

  /// The bytes nearest to the value, if they are text.
  private static func text(_ decoded: ArraySlice<UInt8>, isBefore: Bool) -> ArraySlice<UInt8> {
    let nearest = isBefore ? decoded.suffix(6) : decoded.prefix(6)
    return nearest.allSatisfy { (0x20...0x7E).contains($0) || (0x09...0x0D).contains($0) } ? decoded : []
  }

  private static func decode(hexadecimal digits: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let pairs = stride(from: digits.startIndex, to: digits.endIndex - 1, by: 2)
    return pairs.compactMap { UInt8(hexadecimal: digits[$0..<$0 + 2]) }[...]
  }

  /// In either alphabet; a group at the end that is not whole gives the bytes that are.
  private static func decode(base64 digits: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var (bits, count): (UInt32, Int) = (0, 0)
    var bytes: [UInt8] = []
    for digit in digits {
      bits = bits << 6 | UInt32(Self.value(base64: digit))
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes[...]
  }

  private static func value(base64 digit: UInt8) -> UInt8 {
    switch digit {
    case 0x41...0x5A: digit - 0x41
    case 0x61...0x7A: digit - 0x61 + 26
    case 0x30...0x39: digit - 0x30 + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    default: 63
    }
  }

  private static func isBase64(_ byte: UInt8) -> Bool { byte.isASCIILetterOrDigit || "+/-_".utf8.contains(byte) }
}
