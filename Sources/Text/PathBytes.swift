/// A path is any bytes to the system, and text here: bytes that are no UTF-8 have stand-ins, so that no file gets lost.
///
/// The stand-ins are the last 128 code points there are, of an area for private use (Unicode Standard §23.5). A name that
/// holds them itself is spelled with the stand-ins of its bytes, so that different names are different texts.
extension String {
  /// The path of some bytes, as the system or git gives it.
  package init(pathBytes bytes: some Collection<UInt8>) {
    if let text = String(validating: bytes, as: UTF8.self), text.isPlainPath, PathStandIn.slashesStand(in: text) {
      self = text
    } else {
      self = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        .map { PathStandIn.name(of: Array($0)) }.joined(separator: "/")
    }
  }

  /// The bytes that the system knows a path by.
  package var pathBytes: [UInt8] {
    guard utf8.contains(PathStandIn.lead) else { return Array(utf8) }
    return unicodeScalars.flatMap { scalar in PathStandIn.byte(of: scalar).map { [$0] } ?? Array(String(scalar).utf8) }
  }

  /// Whether a path is the text it looks like.
  package var isPlainPath: Bool {
    !utf8.contains(PathStandIn.lead) || unicodeScalars.allSatisfy { PathStandIn.byte(of: $0) == nil }
  }
}

/// Code points in place of bytes that are no UTF-8.
package enum PathStandIn {
  private static let first: UInt32 = 0x10FF80
  /// The byte with which the UTF-8 of every stand-in starts.
  fileprivate static let lead: UInt8 = 0xF4

  /// The byte that a code point stands for.
  package static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    scalar.value < first ? nil : UInt8(truncatingIfNeeded: scalar.value)
  }

  /// - Parameter byte: none of ASCII.
  private static func scalar(for byte: UInt8) -> Unicode.Scalar {
    Unicode.Scalar(first - 0x80 + UInt32(byte)) ?? "\u{FFFD}"
  }

  /// Whether every slash in and around some text is a character of its own, which a mark beside it prevents.
  fileprivate static func slashesStand(in text: String) -> Bool {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return true }
    let slash = UInt8(ascii: "/")
    return text.utf8.count { $0 == slash } + 2 == "/\(text)/".count { $0 == "/" }
  }

  /// One part of a path: with stand-ins where they are needed, and throughout where the part would join a slash.
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
