/// A way to write text inside other text.
package enum TextEncoding: Sendable, Hashable, CaseIterable {
  /// Base64 with either alphabet, padded or not (RFC 4648 §4, §5).
  case base64
  /// Two hexadecimal digits for each byte (RFC 4648 §8).
  case hexadecimal
  /// `%2F` (RFC 3986 §2.1).
  case percent
  /// `\n`, `\/`, `\u002F`, `\u{2F}` and `\x2F`, as in the strings of JSON (RFC 8259 §7) and JavaScript; `\057`, as in
  /// C, and `\0057`, as in shells.
  case backslash
  /// `&#47;`, `&#x2F;` and `&amp;`, as in HTML and XML.
  case entity
  /// `103, 104`, `0x67, 0x68`: the numbers of the bytes.
  case byteList

  /// How the text is written, to follow the name of what it holds.
  package var words: String {
    switch self {
    case .base64: "in base64"
    case .hexadecimal: "in hexadecimal digits"
    case .percent: "in percent-encoding"
    case .backslash: "with backslash escapes"
    case .entity: "with HTML entities"
    case .byteList: "in a list of bytes"
    }
  }
}
