/// Inspects one assignment for what its author can hardly have meant.
struct DotenvInspection {
  let scanner: DotenvScanner
  let assignment: DotenvAssignment

  private var raw: Range<Int> { assignment.raw }
  private var firstByte: UInt8 { raw.isEmpty ? 0 : scanner.bytes[raw.lowerBound] }

  /// The `#` that cut the value, see `DotenvEntry.hashCut`.
  func hashCut() -> Region? {
    let hash = assignment.rawEnd
    guard !assignment.isQuoted, scanner.byte(at: hash) == UInt8(ascii: "#") else { return nil }
    if raw.isEmpty {
      guard hash == assignment.separatorEnd, scanner.whiteSpaceLength(at: hash + 1) == 0, hash + 1 < scanner.end else {
        return nil
      }
    } else {
      guard raw.upperBound == hash else { return nil }
    }
    return Region(start: hash, end: hash + 1)
  }

  /// The problems of the value, except `multilineUnquoted`, which depends on the lines below.
  func problems() -> [DotenvProblem] {
    guard !raw.isEmpty else { return [] }
    var problems: [DotenvProblem] = []
    let gap = assignment.key.upperBound..<raw.lowerBound
    if scanner.bytes[gap].contains(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
      problems.append(DotenvProblem(.valueFromLaterLine, Region(raw)))
    }
    if DotenvEntry.Quote(rawValue: firstByte) != nil {
      problems += quoteProblem()
    } else if let region = secondAssignment() {
      problems.append(DotenvProblem(.secondAssignmentOnLine, region))
    }
    if firstByte != DotenvEntry.Quote.double.rawValue, scanner.contains("-----BEGIN", in: raw),
      let escape = scanner.firstOffset(of: "\\n", in: raw)
    {
      problems.append(DotenvProblem(.literalBackslashNInPEM, Region(start: escape, end: escape + 2)))
    }
    return problems
  }

  /// The first byte of a PEM or JSON text that begins here without quotes and is not closed on its line.
  ///
  /// `goesOn` says whether the next line could belong to it: a password may begin with a bracket.
  func openBlock(goesOn: Bool) -> UInt8? {
    guard !raw.isEmpty, !assignment.isQuoted, goesOn else { return nil }
    var start = raw.lowerBound
    if DotenvEntry.Quote(rawValue: firstByte) != nil { start += 1 }
    if scanner.starts(with: "-----BEGIN", at: start) {
      return scanner.contains("-----END", in: raw) ? nil : UInt8(ascii: "-")
    }
    let first = scanner.byte(at: start)
    guard start == raw.lowerBound, first == UInt8(ascii: "{") || first == UInt8(ascii: "["), hashCut() == nil,
      !closesBrackets()
    else { return nil }
    return first
  }

  /// What is wrong with a value that begins with a quote.
  private func quoteProblem() -> [DotenvProblem] {
    let isUnwrapped = raw.count >= 2 && scanner.bytes[raw.upperBound - 1] == firstByte
    guard let close = firstClosingQuote() else {
      guard !isUnwrapped else { return [] }
      return [DotenvProblem(.unclosedQuote, Region(start: raw.lowerBound, end: raw.lowerBound + 1))]
    }
    guard close + 1 < raw.upperBound else { return [] }
    let rest = scanner.trimmed((close + 1)..<raw.upperBound)
    if let region = assignmentStart(after: close + 1) { return [DotenvProblem(.secondAssignmentOnLine, region)] }
    // The inner quotes of 'it's' are kept as they are, which is fine.
    if isUnwrapped, rest.lowerBound == close + 1 { return [] }
    return [DotenvProblem(.textAfterClosingQuote, Region(rest))]
  }

  private func firstClosingQuote() -> Int? {
    ((raw.lowerBound + 1)..<max(raw.upperBound, raw.lowerBound + 1)).first {
      scanner.bytes[$0] == firstByte && scanner.bytes[$0 - 1] != UInt8(ascii: "\\")
    }
  }

  /// The key of an assignment that follows white space, `;` or `,`.
  private func assignmentStart(after offset: Int) -> Region? {
    var start = offset
    while start < raw.upperBound {
      let length = scanner.whiteSpaceLength(at: start)
      let isPunctuation = scanner.bytes[start] == UInt8(ascii: ";") || scanner.bytes[start] == UInt8(ascii: ",")
      guard length > 0 || isPunctuation else { break }
      start += max(1, length)
    }
    let end = scanner.skipKey(from: start)
    guard start > offset, end > start else { return nil }
    let equals = scanner.skipWhiteSpace(from: end)
    guard equals < raw.upperBound, scanner.bytes[equals] == UInt8(ascii: "=") else { return nil }
    return Region(start: start, end: end)
  }

  /// The key of what looks like a second assignment in an unquoted value.
  ///
  /// Only upper-case names after `;` or white space count, and only before the first other `=`, so that connection
  /// strings (`Server=x;User=y`) and addresses with a query do not.
  private func secondAssignment() -> Region? {
    guard let equals = scanner.bytes[raw].firstIndex(of: UInt8(ascii: "=")), equals > raw.lowerBound else { return nil }
    var start = equals
    while start > raw.lowerBound, Self.isUpperCaseNameByte(scanner.bytes[start - 1]) { start -= 1 }
    guard start < equals, start > raw.lowerBound, !(0x30...0x39).contains(scanner.bytes[start]) else { return nil }
    let before = scanner.bytes[start - 1]
    guard before == UInt8(ascii: ";") || before == UInt8(ascii: " ") || before == UInt8(ascii: "\t") else { return nil }
    return Region(start: start, end: equals)
  }

  private static func isUpperCaseNameByte(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
  }

  /// Whether the brackets of a JSON text are all closed within the value.
  private func closesBrackets() -> Bool {
    var depth = 0
    var isInString = false
    var offset = raw.lowerBound
    while offset < raw.upperBound {
      switch scanner.bytes[offset] {
      case UInt8(ascii: "\\") where isInString: offset += 1
      case UInt8(ascii: "\""): isInString.toggle()
      case UInt8(ascii: "{") where !isInString, UInt8(ascii: "[") where !isInString: depth += 1
      case UInt8(ascii: "}") where !isInString, UInt8(ascii: "]") where !isInString: depth -= 1
      default: break
      }
      offset += 1
    }
    return depth <= 0
  }
}
