/// Fills holes in text with pseudo-random values, so that no text with the shape of a token is ever committed.
///
/// | hole | filled with |
/// |---|---|
/// | `{hex:N}` `{HEX:N}` `{base62:N}` `{base64:N}` `{base64url:N}` `{base32:N}` `{bech32:N}` `{BECH32:N}` `{digits:N}` `{lower:N}` `{upper:N}` `{alnum-lower:N}` | N characters of that alphabet; base64 and base32 without padding, decodable |
/// | `{password:N}` | N letters, digits and symbols of `!@%^*-_+` |
/// | `{uuid}` | a UUID of version 4 |
/// | `{jwt:key=value,key=value}` | a web token (HS256) with those claims; values that are JSON numbers or `true`, `false`, `null` stay bare |
/// | `{pem:rsa}` `{pem:ec}` `{pem:pkcs8}` `{pem:pkcs8-encrypted}` `{pem:openssh}` | a block of several lines, no line break at the end |
/// | `{pem-escaped:rsa}` and so on | the same in one line with `\n` |
/// | `{base64-of:TEXT}` `{base64url-of:TEXT}` | the encoded text, whose own holes are filled first; braces in it must pair up |
/// | `{checksum:KIND}` | the check characters of a ``Checksum`` over the value of the hole before |
/// | `{checksum:KIND@all}` | the same over the token so far: back to `«`, white space, a quote, `=`, `:` or the start (separators just before the hole are part of the token) |
/// | `{key:KIND}` | a whole key that cannot be put together from the others, see ``SampleKey`` |
///
/// Values depend on the seed and on the order of holes. A name (`{hex:32#account}`) gives the same value wherever the
/// same hole with that name stands, in any text filled by values of the same seed. Anything else in braces stays.
package struct SampleText: Sendable {
  private let seed: String
  private var random: SampleRandom

  /// The values filled in so far, except those of holes whose name starts with `public`.
  package private(set) var secrets: [[UInt8]] = []

  /// Starts a sequence of values.
  package init(seed: String) {
    self.seed = seed
    random = SampleRandom(seeds: seed)
  }

  /// The text with its holes filled.
  package mutating func fill(_ template: String) -> String {
    String(decoding: fill(Array(template.utf8)), as: UTF8.self)
  }

  /// The same for bytes of any encoding.
  package mutating func fill(_ template: [UInt8]) -> [UInt8] {
    fill(template[...], depth: 0)
  }

  private mutating func fill(_ template: ArraySlice<UInt8>, depth: Int) -> [UInt8] {
    var text: [UInt8] = []
    var previous: [UInt8] = []
    var rest = template
    while let open = rest.firstIndex(of: 0x7b) {
      text += rest[..<open]
      rest = rest[open...]
      guard let end = Self.end(ofHole: rest), let value = value(of: rest[..<end], after: text, previous, depth: depth)
      else {
        text.append(0x7b)
        rest = rest.dropFirst()
        continue
      }
      text += value
      previous = value
      if depth == 0, !Self.isPublic(hole: rest[..<end]) { secrets.append(value) }
      rest = rest[end...]
    }
    return text + rest
  }

  private static func isPublic(hole: ArraySlice<UInt8>) -> Bool {
    guard let mark = hole.lastIndex(of: 0x23) else { return false }
    return hole[(mark + 1)...].starts(with: "public".utf8)
  }

  /// Where a hole that starts here would end; nil if its line ends first or it does not start like one.
  private static func end(ofHole text: ArraySlice<UInt8>) -> Int? {
    let name = text.dropFirst().prefix { (0x61...0x7a).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2d }
    guard !name.isEmpty, name.endIndex < text.endIndex, [0x3a, 0x7d, 0x23].contains(text[name.endIndex]) else {
      return nil
    }
    let mayNest = name.elementsEqual("base64-of".utf8) || name.elementsEqual("base64url-of".utf8)
    var depth = 1
    for index in text.indices.dropFirst() {
      switch text[index] {
      case 0x7b:
        guard mayNest else { return nil }
        depth += 1
      case 0x7d:
        depth -= 1
        if depth == 0 { return index + 1 }
      case 0x0a: return nil
      default: continue
      }
    }
    return nil
  }

  private mutating func value(
    of hole: ArraySlice<UInt8>,
    after text: [UInt8],
    _ previous: [UInt8],
    depth: Int
  ) -> [UInt8]? {
    let content = String(decoding: hole.dropFirst().dropLast(), as: UTF8.self)
    let kind = content.prefix { $0 != ":" && $0 != "#" }
    var argument = content.dropFirst(kind.count)
    if argument.first == ":" { argument = argument.dropFirst() }

    if kind == "base64-of" || kind == "base64url-of" {
      guard depth < 8 else { return nil }
      let inner = fill(Array(argument.utf8)[...], depth: depth + 1)
      return Base64.encode(inner, urlSafe: kind == "base64url-of", padded: kind == "base64-of")
    }
    if kind == "checksum" {
      return Self.checksum(String(argument), after: text, previous)
    }
    guard let nameStart = argument.lastIndex(of: "#") else {
      return SampleValue.make(String(kind), String(argument), from: &random)
    }
    // A named value depends only on the seed and the hole, so it need not be remembered.
    var own = SampleRandom(seeds: seed, content)
    return SampleValue.make(String(kind), String(argument[..<nameStart]), from: &own)
  }

  private static func checksum(_ argument: String, after text: [UInt8], _ previous: [UInt8]) -> [UInt8]? {
    guard argument.hasSuffix("@all") else {
      return Checksum(rawValue: argument)?.checkCharacters(for: previous)
    }
    guard let kind = Checksum(rawValue: String(argument.dropLast(4))) else { return nil }
    var token = tokenSoFar(in: text)
    // Grafana's separator is not part of the checksum.
    if kind == .crc32HexLittleEndian, token.last == 0x5f { token.removeLast() }
    return kind.checkCharacters(for: Array(token))
  }

  private static func tokenSoFar(in text: [UInt8]) -> ArraySlice<UInt8> {
    let separators = text.reversed().prefix { $0 == 0x3d }.count
    let start = text.dropLast(separators).lastIndex { byte in
      // 0xab ends «, whose first byte is not in tokens either.
      [0x09, 0x0a, 0x0d, 0x20, 0x22, 0x27, 0x60, 0x3d, 0x3a, 0xab].contains(byte)
    }
    return text[(start.map { $0 + 1 } ?? 0)...]
  }
}
