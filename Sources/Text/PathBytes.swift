/// Paths are any bytes to the system and text here: for each byte that is not UTF-8 a code point stands in.
///
/// The stand-ins are the last 128 code points, in a private use area (Unicode Standard §23.5). A name that contains
/// them itself is written with the stand-ins of its bytes, so that different names stay different texts.
extension String {
  /// The path for bytes from the system or git.
  package init(pathBytes bytes: some Collection<UInt8>) {
    if let text = String(validating: bytes, as: UTF8.self), text.isPlainPath, PathStandIn.slashesStand(in: text) {
      self = text
    } else {
      self = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        .map { PathStandIn.name(of: Array($0)) }.joined(separator: "/")
    }
  }

  /// The bytes of the path, as the system knows it.
  package var pathBytes: [UInt8] {
    guard utf8.contains(PathStandIn.lead) else { return Array(utf8) }
    return unicodeScalars.flatMap { scalar in PathStandIn.byte(of: scalar).map { [$0] } ?? Array(String(scalar).utf8) }
  }

  /// Whether the path contains no stand-ins.
  package var isPlainPath: Bool {
    !utf8.contains(PathStandIn.lead) || unicodeScalars.allSatisfy { PathStandIn.byte(of: $0) == nil }
  }
}

/// Code points in place of bytes that are not UTF-8.
package enum PathStandIn {
  private static let first: UInt32 = 0x10FF80
  /// The byte with which the UTF-8 of every stand-in starts.
  fileprivate static let lead: UInt8 = 0xF4

  /// The byte that a code point stands for.
  package static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    scalar.value < first ? nil : UInt8(truncatingIfNeeded: scalar.value)
  }

  /// - Parameter byte: not an ASCII byte.
  private static func scalar(for byte: UInt8) -> Unicode.Scalar {
    Unicode.Scalar(first - 0x80 + UInt32(byte)) ?? "\u{FFFD}"
  }

  /// Whether every slash in and around a text is a character by itself: a combining mark after it prevents that.
  fileprivate static func slashesStand(in text: String) -> Bool {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return true }
    let slash = UInt8(ascii: "/")
    return text.utf8.count { $0 == slash } + 2 == "/\(text)/".count { $0 == "/" }
  }

  /// One part of a path: with stand-ins where needed, and throughout where the part would combine with a slash.
  fileprivate static func name(of bytes: [UInt8]) -> String {
    var name = String.UnicodeScalarView()
    var rest = bytes.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    var count = 0
    while count < bytes.count {
      switch parser.parseScalar(from: &rest) {
      case .valid(let encoded) where byte(of: Unicode.UTF8.decode(encoded)) == nil:
        name.append(Unicode.UTF8.decode(encoded))
        count += encoded.count
      case .valid(let encoded):
        name.append(contentsOf: encoded.map(scalar))
        count += encoded.count
      case .error(let length):
        name.append(contentsOf: bytes[count..<count + length].map(scalar))
        count += length
      case .emptyInput: count = bytes.count
      }
    }
    if slashesStand(in: String(name)) { return String(name) }
    return String(String.UnicodeScalarView(bytes.map { $0 < 0x80 ? Unicode.Scalar($0) : scalar(for: $0) }))
  }
}
