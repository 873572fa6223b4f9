/// The expansion of one value.
///
/// After each replacement `dotenv-expand` scans the whole text again, so inserted text is expanded too, and a value can
/// grow forever. The budget of bytes written bounds that.
struct DotenvSubstitution {
  var text: [UInt8]
  private(set) var budget: Int
  private(set) var isEndless = false
  private let variables: DotenvVariables

  init(_ text: [UInt8], variables: DotenvVariables, budget: Int) {
    self.text = text
    self.variables = variables
    self.budget = budget
  }

  mutating func run() {
    var seen: Set<[UInt8]> = []
    while let template = DotenvTemplate.first(in: text, from: 0) {
      budget -= text.count + 1
      guard budget > 0 else {
        isEndless = true
        return
      }
      seen.insert(text)
      let value = variables[template.name].flatMap { $0.isEmpty ? nil : Array($0.utf8) }
      let replacement: [UInt8]
      switch (template.operation, value) {
      case (.instead, let value): replacement = value == nil ? [] : template.alternative
      case (_, let value?): replacement = seen.contains(value) ? template.alternative : value
      case (_, nil): replacement = template.alternative
      }
      replaceFirst(template, with: replacement)
      // A lone dollar sign that an earlier entry had escaped is kept.
      if let earlier = variables.fromEarlierEntry(template.name), text.elementsEqual(earlier.utf8) { return }
    }
  }

  /// Replaces the first text equal to the template, which may be an escaped one before it.
  private mutating func replaceFirst(_ template: DotenvTemplate, with replacement: [UInt8]) {
    let needle = text[template.range]
    let range = firstRange(of: needle) ?? template.range
    let before = text[..<range.lowerBound]
    let after = text[range.upperBound...]
    text = before + Self.resolved(replacement, before: before, matched: needle, after: after, limit: budget) + after
  }

  private func firstRange(of needle: ArraySlice<UInt8>) -> Range<Int>? {
    // The template itself is one such place; only an escaped dollar sign before it can begin another.
    var offset = 0
    while offset < needle.startIndex {
      if text[offset] == UInt8(ascii: "$"), text[offset..<min(text.count, offset + needle.count)].elementsEqual(needle)
      {
        return offset..<(offset + needle.count)
      }
      offset += 1
    }
    return nil
  }

  /// A replacement text as in ECMAScript's `replace`, where `$$`, `$&`, `` $` `` and `$'` are special.
  private static func resolved(
    _ replacement: [UInt8],
    before: ArraySlice<UInt8>,
    matched: ArraySlice<UInt8>,
    after: ArraySlice<UInt8>,
    limit: Int
  ) -> [UInt8] {
    guard replacement.contains(UInt8(ascii: "$")) else { return replacement }
    var result: [UInt8] = []
    var offset = 0
    while offset < replacement.count, result.count <= limit {
      let next = offset + 1 < replacement.count ? replacement[offset + 1] : 0
      switch (replacement[offset], next) {
      case (UInt8(ascii: "$"), UInt8(ascii: "$")): result.append(UInt8(ascii: "$"))
      case (UInt8(ascii: "$"), UInt8(ascii: "&")): result += matched
      case (UInt8(ascii: "$"), UInt8(ascii: "`")): result += before
      case (UInt8(ascii: "$"), UInt8(ascii: "'")): result += after
      default:
        result.append(replacement[offset])
        offset += 1
        continue
      }
      offset += 2
    }
    return result
  }

  /// `\$` as `$`.
  static func withoutEscapes(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for byte in text {
      if byte == UInt8(ascii: "$"), result.last == UInt8(ascii: "\\") { result.removeLast() }
      result.append(byte)
    }
    return result
  }
}
