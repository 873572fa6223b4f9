/// The block of 512 bytes before each member of a tar archive.
///
/// The format is that of POSIX.1-2017, pax, "ustar Interchange Format", with what GNU tar adds ("Basic Tar Format").
struct TarHeader {
  static let size = 512

  enum Kind: Sendable, Hashable {
    case file
    /// The long name of the next member (GNU).
    case longName
    /// Records about the next member (pax).
    case records
    /// Has content that does not belong to a file.
    case other
    /// A link, folder or device; its size means nothing.
    case withoutContent
  }

  let kind: Kind
  let contentSize: Int
  let name: [UInt8]
  /// Whether it is marked as this format, as all but very old archives are.
  let isMarked: Bool
  /// Whether blocks with a map of holes precede the content (GNU).
  let hasMoreAboutHoles: Bool

  /// `nil` for bytes that are not a header: the checksum must be right.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count == Self.size else { return nil }
    let block = Array(bytes)
    guard let sum = Self.number(block[148..<156]), Self.sums(of: block).contains(sum),
      let size = Self.number(block[124..<136]), size >= 0
    else { return nil }
    contentSize = size
    isMarked = block[257..<262].elementsEqual("ustar".utf8)
    var name = Self.text(block[0..<100])
    // GNU tar, whose mark ends in a blank, uses the standard's name prefix for other things.
    if isMarked, block[262] == 0, block[345] != 0 { name = Self.text(block[345..<500]) + [UInt8(ascii: "/")] + name }
    self.name = name
    hasMoreAboutHoles = block[156] == UInt8(ascii: "S") && block[482] != 0
    kind =
      switch block[156] {
      case 0, UInt8(ascii: "0"), UInt8(ascii: "7"), UInt8(ascii: "S"): .file
      case UInt8(ascii: "1")...UInt8(ascii: "6"): .withoutContent
      case UInt8(ascii: "L"): .longName
      case UInt8(ascii: "x"), UInt8(ascii: "X"): .records
      default: .other
      }
  }

  /// The sum of the bytes, with blanks in place of the sum itself; some programs summed signed bytes.
  private static func sums(of block: [UInt8]) -> [Int] {
    var unsigned = 8 * 0x20
    var signed = 8 * 0x20
    for (index, byte) in block.enumerated() where !(148..<156).contains(index) {
      unsigned += Int(byte)
      signed += Int(Int8(bitPattern: byte))
    }
    return [unsigned, signed]
  }

  /// A number in octal digits or, when they do not suffice, in binary after a mark of 0x80 (GNU).
  private static func number(_ field: ArraySlice<UInt8>) -> Int? {
    var number = 0
    if field.first == 0x80 {
      for byte in field.dropFirst() {
        guard number < 1 << 48 else { return nil }
        number = number << 8 | Int(byte)
      }
      return number
    }
    for byte in field.drop(while: { $0 == 0x20 }) {
      guard (0x30...0x37).contains(byte) else { return byte == 0 || byte == 0x20 ? number : nil }
      number = number << 3 | Int(byte - 0x30)
    }
    return number
  }

  private static func text(_ field: ArraySlice<UInt8>) -> [UInt8] { Array(field.prefix { $0 != 0 }) }
}
