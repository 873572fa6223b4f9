/// Reads what stands around an anchor: the name it is a piece of, the operator, the value.
///
/// It knows no language, only the ways in which nearly all of them write a name with a value. Every step is bounded, so
/// that a line of megabytes costs no more than any other text.
struct ContextReader: Sendable {
  let bytes: [UInt8]
  let syntax: ContextFile.Syntax

  /// The longest name, in bytes on either side of the anchor.
  static let nameReach = 64
  /// The longest value.
  static let valueReach = 512

  init(_ bytes: [UInt8], syntax: ContextFile.Syntax) {
    self.bytes = bytes
    self.syntax = syntax
  }

  /// The byte at a place; 0 outside.
  @inline(__always)
  subscript(_ index: Int) -> UInt8 { index >= 0 && index < bytes.count ? bytes[index] : 0 }

  // MARK: Names

  /// The name around a place, without dashes, dots and dollars at its ends; `nil` when it is longer than names are.
  func name(around hit: Range<Int>) -> Range<Int>? {
    var start = hit.lowerBound
    while Self.isNameByte(self[start - 1]) {
      start -= 1
      if hit.lowerBound - start > Self.nameReach { return nil }
    }
    var end = hit.upperBound
    while Self.isNameByte(self[end]) {
      end += 1
      if end - hit.upperBound > Self.nameReach { return nil }
    }
    while start < hit.lowerBound, !self[start].isASCIILetterOrDigit, self[start] != UInt8(ascii: "_") { start += 1 }
    while end > hit.upperBound, [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "$")].contains(self[end - 1]) {
      end -= 1
    }
    return start..<end
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetterOrDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "$")
  }

  /// What a name leads to; `nil` when no value is joined to it.
  func candidate(forName name: Range<Int>) -> ContextCandidate? {
    let before = self[name.lowerBound - 1]
    // `checksum/secret: …`, `shop.io/token: …` are annotations.
    if before == UInt8(ascii: "/"), syntax == .config { return nil }
    var place = name.upperBound
    var isQuotedName = false
    if self[place] == UInt8(ascii: "]"), before == UInt8(ascii: "="), quote(at: place + 1) != nil { place += 1 }
    if let mark = quote(at: place) {
      // The end of a sentence is no name: `"Enter the password"`.
      guard
        isQuote(before)
          ? before == mark.byte
          : isPath(before: name.lowerBound, in: mark.byte) || isFlagOrSelector(before: name.lowerBound, in: mark.byte)
      else { return nil }
      isQuotedName = true
      place += mark.length
    }
    let afterMark = place
    place = skipBlanks(place)
    if self[place] == UInt8(ascii: "]") { place = skipBlanks(place + 1) }
    // `$config{'name'} = "value"`
    if isQuotedName, self[place] == UInt8(ascii: "}"), self[skipBlanks(place + 1)] == UInt8(ascii: "=") {
      place = skipBlanks(place + 1)
    }
    switch self[place] {
    case UInt8(ascii: "="): return equals(name, place, isQuotedName)
    case UInt8(ascii: ":"): return sentPassword(name) ?? colon(name, place, isQuotedName)
    case UInt8(ascii: "!"):
      guard self[place + 1] == UInt8(ascii: "=") else { return nil }
      return value(.comparison, name, after: place + (self[place + 2] == UInt8(ascii: "=") ? 3 : 2), mustBeQuoted: true)
    case UInt8(ascii: "|"):
      guard self[place + 1] == UInt8(ascii: "|") else { return syntax == .prose ? tableCell(name, place) : nil }
      let isAssignment = self[place + 2] == UInt8(ascii: "=")
      return value(
        isAssignment ? .assignment : .fallback,
        name,
        after: place + (isAssignment ? 3 : 2),
        mustBeQuoted: true
      )
    case UInt8(ascii: "?"):
      return question(name, place)
    case UInt8(ascii: ","):
      if isQuotedName { return comma(name, place) }
      return isFirstOfTuple(name) ? value(.argument, name, after: place + 1, mustBeQuoted: true) : nil
    case UInt8(ascii: "("):
      if isQuotedName { return nil }
      if self[place + 1] == UInt8(ascii: ")") {
        return nextCall(name, after: place + 1) ?? returnedValue(name, after: place + 2)
      }
      if starts(with: ".auth(", at: place - 5), let pair = secondOfPair(name, at: place) { return pair }
      return value(.call, name, after: place + 1, mustBeQuoted: true)
    case UInt8(ascii: ")"):
      // `os.getenv("NAME") or "value"`, `let(:name) { "value" }`
      let next = skipBlanks(place + 1)
      if isQuotedName { return fallback(name, after: next) ?? nextCall(name, after: place) }
      guard before == UInt8(ascii: ":"), self[next] == UInt8(ascii: "{") else { return nil }
      return value(.assignment, name, after: next + 1, mustBeQuoted: true)
    case UInt8(ascii: ">"):
      return element(name, place, isQuotedName)
    case UInt8(ascii: "["):
      return array(name, place)
    case UInt8(ascii: "<"):
      if self[place + 1] == UInt8(ascii: "-") {
        return value(.assignment, name, after: place + 2, mustBeQuoted: true)
      }
      return plist(name, place)
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      return yamlPair(name, place) ?? commentedValue(name)
    default:
      return afterBlank(name, place, afterMark: afterMark, isQuotedName: isQuotedName)
    }
  }

  // MARK: Operators

  private func equals(_ name: Range<Int>, _ place: Int, _ isQuotedName: Bool) -> ContextCandidate? {
    switch self[place + 1] {
    case UInt8(ascii: "="):
      let length = self[place + 2] == UInt8(ascii: "=") ? 3 : 2
      return value(.comparison, name, after: place + length, mustBeQuoted: true)
    case UInt8(ascii: ">"):
      return value(.member, name, after: place + 2, mustBeQuoted: true)
    case UInt8(ascii: "~"):
      return nil
    default:
      // `name="API_KEY" value="…"`: the name is a value itself.
      if isFlag(name) { return value(.flag, name, after: place + 1, mustBeQuoted: false) }
      if self[place + 1] == UInt8(ascii: "("), starts(with: "auth", at: name.upperBound - 4) {
        return secondOfPair(name, at: place + 1)
      }
      let isInText = place == name.upperBound && isSettingStart(self[name.lowerBound - 1])
      if isInText, let setting = setting(name, after: place + 1) { return setting }
      return value(.assignment, name, after: place + 1, mustBeQuoted: bareWordsAreCode)
    }
  }

  private func colon(_ name: Range<Int>, _ place: Int, _ isQuotedName: Bool) -> ContextCandidate? {
    switch self[place + 1] {
    case UInt8(ascii: ":"): return nil
    case UInt8(ascii: "="): return value(.assignment, name, after: place + 2, mustBeQuoted: bareWordsAreCode)
    case UInt8(ascii: "-"):
      guard isInBraces(name) else { break }
      return value(.fallback, name, after: place + 2, mustBeQuoted: false)
    default: break
    }
    if isInBraces(name) {
      // `${name:?message}` stops with a message.
      if self[place + 1] == UInt8(ascii: "?"), self[name.lowerBound - 2] == UInt8(ascii: "$") { return nil }
      return value(.fallback, name, after: place + 1, mustBeQuoted: false)
    }
    if syntax == .code || syntax == .prose, !isQuotedName, !starts(with: "auth", at: name.lowerBound),
      let equals = endOfType(place + 1)
    {
      return value(.assignment, name, after: equals + 1, mustBeQuoted: true)
    }
    let isHeader = isHeaderInText(name)
    // What is commented out is often written down for people: `// password: value`.
    let mustBeQuoted = bareWordsAreCode && !isHeader && !(syntax == .code && startsComment(name))
    return value(isHeader ? .header : .member, name, after: place + 1, mustBeQuoted: mustBeQuoted)
  }

  private func question(_ name: Range<Int>, _ place: Int) -> ContextCandidate? {
    switch (self[place + 1], self[place + 2]) {
    case (UInt8(ascii: "?"), UInt8(ascii: "=")): value(.assignment, name, after: place + 3, mustBeQuoted: true)
    case (UInt8(ascii: "?"), _), (UInt8(ascii: ":"), UInt8(ascii: " ")):
      value(.fallback, name, after: place + 2, mustBeQuoted: true)
    case (UInt8(ascii: "="), _):
      value(.assignment, name, after: place + 2, mustBeQuoted: bareWordsAreCode)
    default: nil
    }
  }

  /// After a closed call: `|| "value"`, `?? "value"`, `or "value"`.
  private func fallback(_ name: Range<Int>, after place: Int) -> ContextCandidate? {
    let pair = (self[place], self[place + 1])
    if pair == (UInt8(ascii: "|"), UInt8(ascii: "|")) || pair == (UInt8(ascii: "?"), UInt8(ascii: "?"))
      || pair == (UInt8(ascii: "?"), UInt8(ascii: ":"))
      || (pair == (UInt8(ascii: "o"), UInt8(ascii: "r"))
        && self[place + 2] == 0x20)
    {
      return value(.fallback, name, after: place + 2, mustBeQuoted: true)
    }
    return nil
  }

  /// After a quoted name: the next argument, or the `value` that goes with a `name`.
  private func comma(_ name: Range<Int>, _ place: Int) -> ContextCandidate? {
    let next = skipSpace(place + 1)
    if let value = pairedValue(name, at: next) { return value }
    if self[name.lowerBound - 1] == UInt8(ascii: "-"),
      let value = defaultValue(name, from: next, before: UInt8(ascii: ")"))
    {
      return value
    }
    // `("NAME", "\"value\"")`: a literal for the code that is generated.
    if isQuote(self[next]), self[next + 1] == UInt8(ascii: "\\") {
      return value(.argument, name, after: next + 1, mustBeQuoted: true)
    }
    guard
      isFirstOfPair(name) || self[name.lowerBound - 1] == UInt8(ascii: "#")
        || self[name.upperBound] == UInt8(ascii: "]")
    else { return nil }
    return value(.argument, name, after: place + 1, mustBeQuoted: true)
  }

  /// `value: "…"` or `value="…"` as the partner of a name.
  private func pairedValue(_ name: Range<Int>, at place: Int) -> ContextCandidate? {
    var start = place
    let mark = quote(at: start)
    if let mark { start += mark.length }
    guard
      let end = ["value", "default", "defaultvalue", "content", "val", "parametervalue", "with"].lazy
        .compactMap({ word in starts(with: word, at: start) ? start + word.utf8.count : nil })
        .first(where: { !Self.isNameByte(self[$0]) })
    else { return nil }
    var next = end
    if let mark {
      guard quote(at: next)?.byte == mark.byte else { return nil }
      next += mark.length
    }
    next = skipBlanks(next)
    guard self[next] == UInt8(ascii: ":") || self[next] == UInt8(ascii: "=") else { return nil }
    let isBare = syntax == .config && self[next] == UInt8(ascii: ":")
    return value(.pair, name, after: next + 1, mustBeQuoted: !isBare)
  }

  /// `<name>value<` and `<string name="name">value<`.
  private func element(_ name: Range<Int>, _ place: Int, _ isQuotedName: Bool) -> ContextCandidate? {
    let before = self[name.lowerBound - 1]
    guard before == UInt8(ascii: "<") || before == UInt8(ascii: ":") || isQuotedName else { return nil }
    return elementText(.element, name, from: place + 1)
  }

  private func elementText(_ form: ContextCandidate.Form, _ name: Range<Int>, from place: Int) -> ContextCandidate? {
    var start = skipSpace(place)
    if starts(with: "<![cdata[", at: start) { start += 9 }
    var end = start
    while end - start < Self.valueReach, end < bytes.count, self[end] != UInt8(ascii: "<"), self[end] >= 0x20 {
      end += 1
    }
    if self[end] == UInt8(ascii: "\n") || self[end] == UInt8(ascii: "\r") {
      guard self[skipSpace(end)] == UInt8(ascii: "<") else { return nil }
    } else if self[end] != UInt8(ascii: "<") {
      return nil
    }
    if end - start > 3, self[end - 1] == UInt8(ascii: "]"), self[end - 2] == UInt8(ascii: "]") { end -= 2 }
    while end > start, self[end - 1] == 0x20 { end -= 1 }
    guard end > start else { return nil }
    return ContextCandidate(form: form, name: name, value: start..<end, isQuoted: true)
  }

  /// `<key>name</key> <string>value</string>`.
  private func plist(_ name: Range<Int>, _ place: Int) -> ContextCandidate? {
    guard self[name.lowerBound - 1] == UInt8(ascii: ">") else { return nil }
    guard let tag = ["</key>", "</name>"].first(where: { starts(with: $0, at: place) }) else { return nil }
    let next = skipSpace(place + tag.utf8.count)
    guard self[next] == UInt8(ascii: "<"), self[next + 1] != UInt8(ascii: "/"),
      let open = firstIndex(of: UInt8(ascii: ">"), from: next, limit: 24)
    else { return nil }
    return elementText(.pair, name, from: open + 1)
  }

  /// `char name[] = "value"`, `name[16] = "value"`.
  private func array(_ name: Range<Int>, _ place: Int) -> ContextCandidate? {
    var index = place + 1
    while index - place < 16, self[index].isASCIILetterOrDigit || self[index] == UInt8(ascii: "_") { index += 1 }
    guard self[index] == UInt8(ascii: "]") else { return nil }
    index = skipBlanks(index + 1)
    guard self[index] == UInt8(ascii: "="), self[index + 1] != UInt8(ascii: "=") else { return nil }
    return value(.assignment, name, after: index + 1, mustBeQuoted: true)
  }

  /// `- name: NAME ⏎ value: text`.
  private func yamlPair(_ name: Range<Int>, _ place: Int) -> ContextCandidate? {
    guard syntax == .config || syntax == .prose, self[name.lowerBound - 1] == 0x20 || isQuote(self[name.lowerBound - 1])
    else { return nil }
    return pairedValue(name, at: skipSpace(place))
  }

  /// A value after nothing but a blank: flags, `ENV name value`, `#define`, SQL, netrc.
  private func afterBlank(
    _ name: Range<Int>,
    _ place: Int,
    afterMark: Int,
    isQuotedName: Bool
  ) -> ContextCandidate? {
    guard place > afterMark else { return nil }
    // `<add key="NAME" value="…"/>`, `<input name="NAME" value="…">`
    if isQuotedName {
      if let pair = pairedValue(name, at: place) ?? inputValue(name, from: place) { return pair }
      guard syntax == .data, self[place] == UInt8(ascii: "{") else { return nil }
      return defaultValue(name, from: place + 1, before: UInt8(ascii: "}"))
    }
    if self[place] == UInt8(ascii: "o"), let fallback = fallback(name, after: place) { return fallback }
    if isFlag(name) { return value(.flag, name, after: place, mustBeQuoted: false) }
    if isStatement(name) || isBareDirective(name, place) {
      // Routers write the way it is encrypted before it: `enable secret 0 value`; 0 is not at all, 7 as good as.
      let isPlain = "07".utf8.contains(self[place]) && self[place + 1] == 0x20
      return value(.statement, name, after: isPlain ? place + 2 : place, mustBeQuoted: false)
    }
    if isLiteral(at: place), isSQLOrDefinition(name) || isDirective(name, place) {
      return value(.statement, name, after: place, mustBeQuoted: true)
    }
    if syntax == .code, let equals = endOfType(place) {
      return value(.assignment, name, after: equals + 1, mustBeQuoted: true)
    }
    if let stated = statedValue(name, at: place) { return stated }
    if starts(with: "as string =", at: place) { return value(.assignment, name, after: place + 11, mustBeQuoted: true) }
    // `the Codecov token 0123…`, in a text for people.
    if syntax == .prose, let words = words(before: name), isLongWord(at: place),
      ServiceNames.occur(in: SecretName.words(of: String(decoding: bytes[words], as: UTF8.self)))
    {
      return value(.member, name, after: place, mustBeQuoted: false)
    }
    return nil
  }
}
