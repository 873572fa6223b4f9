import Documents

/// A regular expression in Go's syntax (RE2), written anew for PCRE2.
///
/// Most of the two syntaxes is the same. The differences are those between <https://pkg.go.dev/regexp/syntax> and
/// `man pcre2pattern`: `$` is the very end of the text, `\v` one character, a hyphen after a class such as `\w` itself, `{`
/// without numbers a brace. Go matches characters where ``Pattern`` matches bytes; what that changes is listed.
struct GoPattern {
  /// The pattern for PCRE2.
  private(set) var translation: [UInt8] = []
  /// What the pattern means for Go and not here, each in a few words.
  private(set) var differences: [String] = []

  private let source: [UInt8]
  private var index = 0
  /// Whether `$` matches at the ends of lines, for each open group.
  private var isMultiline = [false]

  init(_ text: String) {
    source = Array(text.utf8)
    while index < source.count { translateNext() }
  }

  var text: String { String(decoding: translation, as: UTF8.self) }

  private var next: UInt8? { index + 1 < source.count ? source[index + 1] : nil }

  private mutating func differs(_ words: String) {
    if !differences.contains(words) { differences.append(words) }
  }

  /// Copies some bytes as they are.
  private mutating func copy(_ count: Int) {
    let end = min(source.count, index + count)
    translation += source[index..<end]
    index = end
  }

  private mutating func translateNext() {
    switch source[index] {
    case UInt8(ascii: "\\"): translateEscape()
    case UInt8(ascii: "["): translateClass()
    case UInt8(ascii: "("): openGroup()
    case UInt8(ascii: ")"):
      if isMultiline.count > 1 { isMultiline.removeLast() }
      copy(1)
    case UInt8(ascii: "$"):
      translation += isMultiline.last == true ? "$".utf8 : #"\z"#.utf8
      index += 1
    case UInt8(ascii: "{"):
      if !isQuantifier { translation.append(UInt8(ascii: "\\")) }
      copy(1)
    case 0x80...: character(source[index...].prefixOfOneCharacter)
    default: copy(1)
    }
  }

  /// `{2}`, `{2,}` or `{2,3}` from here.
  private var isQuantifier: Bool {
    guard let close = source[index...].firstIndex(of: UInt8(ascii: "}")) else { return false }
    let parts = source[(index + 1)..<close].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard let first = parts.first, !first.isEmpty, parts.count <= 2 else { return false }
    return parts.allSatisfy { $0.allSatisfy { (0x30...0x39).contains($0) } }
  }

  /// A character of several bytes: a group, so that a quantifier after it holds for all of them.
  private mutating func character(_ bytes: ArraySlice<UInt8>) {
    translation += "(?:".utf8
    translation += bytes
    translation.append(UInt8(ascii: ")"))
    index = bytes.endIndex
  }

  // MARK: Groups

  /// `(`, and the flags of `(?ims-U)` and `(?ims-U:`.
  private mutating func openGroup() {
    isMultiline.append(isMultiline.last ?? false)
    copy(1)
    guard index < source.count, source[index] == UInt8(ascii: "?") else { return }
    var place = index + 1
    var turnsOn = true
    var multiline: Bool?
    while place < source.count {
      switch source[place] {
      case UInt8(ascii: "-"): turnsOn = false
      case UInt8(ascii: "m"): multiline = turnsOn
      case UInt8(ascii: "i"), UInt8(ascii: "s"), UInt8(ascii: "U"): break
      case UInt8(ascii: ")"):
        // The flags hold for the rest of the group around.
        isMultiline.removeLast()
        if let multiline { isMultiline[isMultiline.count - 1] = multiline }
        copy(place + 1 - index)
        return
      case UInt8(ascii: ":"):
        if let multiline { isMultiline[isMultiline.count - 1] = multiline }
        copy(place + 1 - index)
        return
      default: return
      }
      place += 1
    }
  }

  // MARK: Escapes

  private mutating func translateEscape() {
    switch next {
    case UInt8(ascii: "Q"):
      let rest = source[index...]
      copy((rest.firstOccurrence(of: #"\E"#.utf8)?.upperBound ?? rest.endIndex) - index)
    case UInt8(ascii: "v"): verticalTab()
    case UInt8(ascii: "x"):
      if let (scalar, end) = codePoint, scalar.value >= 0x80 {
        character(ArraySlice(String(Character(scalar)).utf8))
        index = end
      } else {
        copy(2)
      }
    case UInt8(ascii: "p"), UInt8(ascii: "P"): property()
    default: copy(2)
    }
  }

  /// PCRE2's `\v` is every kind of line break.
  private mutating func verticalTab() {
    translation += #"\x0B"#.utf8
    index += 2
  }

  private mutating func property() {
    differs(#"`\p` asks about single bytes, so that letters outside of ASCII are not known"#)
    copy(2)
  }

  /// `\x7F` or `\x{10FFFF}` from here, and where it ends.
  private var codePoint: (scalar: Unicode.Scalar, end: Int)? {
    let start = index + 2
    guard start < source.count else { return nil }
    let digits: ArraySlice<UInt8>
    let end: Int
    if source[start] == UInt8(ascii: "{") {
      guard let close = source[start...].firstIndex(of: UInt8(ascii: "}")) else { return nil }
      digits = source[(start + 1)..<close]
      end = close + 1
    } else {
      digits = source[start...].prefix(2)
      end = digits.endIndex
    }
    guard let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else { return nil }
    return Unicode.Scalar(number).map { ($0, end) }
  }

  // MARK: Classes

  private mutating func translateClass() {
    copy(1)
    if index < source.count, source[index] == UInt8(ascii: "^") { copy(1) }
    // A bracket in the first place is itself.
    if index < source.count, source[index] == UInt8(ascii: "]") { copy(1) }
    var followsSet = false
    while index < source.count, source[index] != UInt8(ascii: "]") { followsSet = translateMember(followsSet) }
    if index < source.count { copy(1) }
  }

  /// One member of a class.
  ///
  /// - Parameter followsSet: whether the member before was a set of characters, so that a hyphen means itself.
  /// - Returns: whether this one is.
  private mutating func translateMember(_ followsSet: Bool) -> Bool {
    switch source[index] {
    case UInt8(ascii: "\\"):
      switch next {
      case UInt8(ascii: "v"): verticalTab()
      case UInt8(ascii: "p"), UInt8(ascii: "P"):
        property()
        if index < source.count, source[index] == UInt8(ascii: "{") {
          copy((source[index...].firstIndex(of: UInt8(ascii: "}")) ?? index) + 1 - index)
        } else {
          copy(1)
        }
        return true
      case UInt8(ascii: "x"):
        guard let (scalar, end) = codePoint, scalar.value >= 0x80 else {
          copy(2)
          break
        }
        bytes(of: ArraySlice(String(Character(scalar)).utf8))
        index = end
      default:
        let isSet = next.map { "dDsSwW".utf8.contains($0) } ?? false
        copy(2)
        return isSet
      }
    case UInt8(ascii: "["):
      if next == UInt8(ascii: ":"), let end = source[index...].firstOccurrence(of: ":]".utf8)?.upperBound {
        copy(end - index)
        return true
      }
      // `[.` and `[=` would open something here.
      translation.append(UInt8(ascii: "\\"))
      copy(1)
    case UInt8(ascii: "-") where followsSet && next != UInt8(ascii: "]"):
      translation.append(UInt8(ascii: "\\"))
      copy(1)
    case 0x80...:
      let character = source[index...].prefixOfOneCharacter
      bytes(of: character)
      index = character.endIndex
    default: copy(1)
    }
    return false
  }

  /// The bytes of a character as members of a class.
  private mutating func bytes(of character: ArraySlice<UInt8>) {
    differs("a character outside of ASCII in `[…]` stands for each of its bytes")
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in character { translation += Array(#"\x"#.utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
  }
}

extension ArraySlice<UInt8> {
  /// The bytes of the UTF-8 character at the start.
  fileprivate var prefixOfOneCharacter: ArraySlice<UInt8> {
    self[..<(dropFirst().firstIndex { $0 & 0xC0 != 0x80 } ?? endIndex)]
  }
}
