import Documents

/// Reads where values on a line end as a person reads them, in whatever language and whether or not it is well-formed.
struct LineReader: Sendable {
  let bytes: [UInt8]
  let syntax: ContextFile.Syntax
  /// YAML has no `=`, but commands in it do.
  let isYAML: Bool

  init(_ bytes: [UInt8], file: ContextFile, path: String) {
    self.bytes = bytes
    syntax = file.syntax
    isYAML = path.hasSuffix(".yml") || path.hasSuffix(".yaml")
  }

  /// The byte at a place; 0 outside.
  @inline(__always)
  subscript(_ index: Int) -> UInt8 { index >= 0 && index < bytes.count ? bytes[index] : 0 }

  static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  func skipBlanks(_ place: Int, to end: Int) -> Int {
    var place = place
    while place < end, Self.isBlank(bytes[place]) { place += 1 }
    return place
  }

  /// Whether a text in lower case stands at a place, in any case.
  func starts(with text: String, at place: Int) -> Bool {
    var index = place
    for byte in text.utf8 {
      guard self[index].asciiLowercased == byte else { return false }
      index += 1
    }
    return true
  }

  func firstIndex(of byte: UInt8, from start: Int, to end: Int) -> Int? {
    start < end ? bytes[start..<end].firstIndex(of: byte) : nil
  }

  // MARK: Quotation marks

  /// A quotation mark, with the backslashes before it in a text within a text: `"`, `\"`, `\\\"`.
  struct Mark: Equatable {
    let byte: UInt8
    let backslashes: Int
    var length: Int { backslashes + 1 }
  }

  /// The mark at a place, its backslashes included.
  func mark(at place: Int, to end: Int) -> Mark? {
    var index = place
    while index < end, bytes[index] == UInt8(ascii: "\\") { index += 1 }
    guard index < end, Self.isQuote(bytes[index]) else { return nil }
    return Mark(byte: bytes[index], backslashes: index - place)
  }

  /// How many backslashes stand before a place, from another place on.
  private func backslashes(before place: Int, from start: Int) -> Int {
    var count = 0
    while place - count > start, bytes[place - count - 1] == UInt8(ascii: "\\") { count += 1 }
    return count
  }

  /// The literals that are open at a place of a line, the innermost last, kept while the line is read.
  struct OpenMarks {
    private(set) var marks: [Mark] = []
    private var place: Int

    init(at lineStart: Int) { place = lineStart }

    var innermost: Mark? { marks.last }

    /// Reads on to a place that is not before the last one.
    mutating func advance(to end: Int, of reader: LineReader) {
      while place < end {
        guard let mark = reader.mark(at: place, to: end) else {
          place += reader.bytes[place] == UInt8(ascii: "\\") ? 2 : 1
          continue
        }
        if let known = marks.lastIndex(where: { $0.byte == mark.byte && mark.backslashes <= $0.backslashes }) {
          marks.removeSubrange(known...)
        } else if !reader.isApostrophe(at: place + mark.backslashes) {
          marks.append(mark)
        }
        place += mark.length
      }
    }
  }

  /// Whether a quotation mark stands between letters: `don't`.
  func isApostrophe(at place: Int) -> Bool {
    bytes[place] == UInt8(ascii: "'") && self[place - 1].isASCIILetterOrDigit && self[place + 1].isASCIILetterOrDigit
  }

  /// Where a literal ends, and whether its closing mark stands on the line.
  struct Literal {
    let content: Range<Int>
    /// One past the closing mark.
    let end: Int
    /// Whether it goes on: its mark does not stand on the line, or an operator joins more to it.
    let isOpen: Bool
  }

  /// The literal whose mark stands at a place, to the mark that closes it for a reader.
  ///
  /// A mark inside of the value does not: what follows the right one is the end of the line, a separator, a bracket or a
  /// comment, and no other mark is left over. When no mark will do, the rest of the line belongs to the value.
  func literal(at place: Int, _ mark: Mark, within enclosing: Mark?, to lineEnd: Int) -> Literal {
    let content = place + mark.length
    if mark.backslashes == 0, self[content] == mark.byte, self[content + 1] == mark.byte, content + 1 < lineEnd {
      return tripleQuoted(content + 2, mark, to: lineEnd)
    }
    guard let close = close(of: mark, within: enclosing, from: content, to: lineEnd) else {
      // The text around it is closed all the same.
      return Literal(content: content..<lineEnd, end: lineEnd, isOpen: true)
    }
    return Literal(content: content..<close, end: close + mark.length, isOpen: false)
  }

  private func tripleQuoted(_ content: Int, _ mark: Mark, to lineEnd: Int) -> Literal {
    var index = content
    while index + 2 < lineEnd {
      if bytes[index] == mark.byte, bytes[index + 1] == mark.byte, bytes[index + 2] == mark.byte {
        var end = index + 3
        while end < lineEnd, bytes[end] == mark.byte { end += 1 }
        return Literal(content: content..<(end - 3), end: end, isOpen: false)
      }
      index += 1
    }
    return Literal(content: content..<lineEnd, end: lineEnd, isOpen: true)
  }

  /// The place of the mark that ends a literal, its backslashes included; `nil` when none on the line does.
  func close(of mark: Mark, within enclosing: Mark?, from content: Int, to lineEnd: Int) -> Int? {
    var index = content
    while index < lineEnd {
      guard bytes[index] == mark.byte else {
        index += 1
        continue
      }
      let count = backslashes(before: index, from: content)
      if count > mark.backslashes {
        index += 1
        continue
      }
      // The mark of a text within a text.
      let start = index - count
      if count == mark.backslashes || enclosing?.byte == mark.byte,
        endsValue(index + 1, mark, within: enclosing, isEmpty: start == content, to: lineEnd)
      {
        return start
      }
      // Two marks in a row stand for one.
      index += bytes[index + 1 < bytes.count ? index + 1 : index] == mark.byte && count == 0 ? 2 : 1
    }
    return nil
  }

  /// Whether what follows a mark lets a reader take it for the end of the value.
  private func endsValue(_ place: Int, _ mark: Mark, within enclosing: Mark?, isEmpty: Bool, to lineEnd: Int) -> Bool {
    let next = skipBlanks(place, to: lineEnd)
    if next >= lineEnd { return true }
    let byte = bytes[next]
    let isBeside = next == place
    if let other = self.mark(at: next, to: lineEnd) {
      // The end of the text around it, or one more piece of the value.
      return other.byte == enclosing?.byte && other.backslashes <= (enclosing?.backslashes ?? 0)
        && (isBeside || isBalanced(other, from: next, to: lineEnd) == false)
    }
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"),
      UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: ":"), UInt8(ascii: "?"):
      break
    case UInt8(ascii: "#"), UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: "*"), UInt8(ascii: "<"),
      UInt8(ascii: "-"):
      if isBeside, !(byte == UInt8(ascii: "=") && self[next + 1] == byte) { return false }
    case UInt8(ascii: "/"):
      // `"value"/>`
      if isBeside, self[next + 1] != UInt8(ascii: ">"), self[next + 1] != byte { return false }
    case UInt8(ascii: "\\"):
      // A line break in a text within a text, or after a line of the shell.
      let isBreak = mark.backslashes > 0 && "nrt".utf8.contains(self[next + 1])
      if !isBreak && next + 1 < lineEnd { return false }
    case UInt8(ascii: "."):
      // A method of the literal; a dot alone joins texts in PHP.
      if !(0x61...0x7A).contains(self[next + 1]) { return false }
    case UInt8(ascii: "+"):
      // One more piece of the value, where there is one.
      return !bytes[next..<lineEnd].contains(mark.byte)
    default:
      if isBeside { return false }
    }
    return isBalanced(mark, from: next, to: lineEnd)
  }

  /// Whether the marks on the rest of the line come in pairs: one that is left over belongs to the value.
  private func isBalanced(_ mark: Mark, from place: Int, to lineEnd: Int) -> Bool {
    guard lineEnd - place < 4096 else { return true }
    var count = 0
    var index = place
    while index < lineEnd {
      if let other = self.mark(at: index, to: lineEnd) {
        if other == mark, !isApostrophe(at: index + other.backslashes) { count += 1 }
        index += other.length
      } else {
        index += 1
      }
    }
    return count % 2 == 0
  }

  // MARK: Words

  /// The end of a word of the shell, quotes and escapes included; of one with a mark that nothing closes, the next blank.
  func shellWordEnd(from start: Int, within enclosing: Mark?, to lineEnd: Int) -> Int {
    var index = start
    var firstOperator: Int?
    while index < lineEnd {
      let byte = bytes[index]
      if Self.isBlank(byte) { break }
      if let mark = mark(at: index, to: lineEnd) {
        if let enclosing, mark.byte == enclosing.byte, mark.backslashes <= enclosing.backslashes {
          // Inside of a text: its mark ends the word, unless more of the word stands behind it.
          if endsValue(index + mark.length, enclosing, within: nil, isEmpty: false, to: lineEnd) { return index }
          index += mark.length
          continue
        }
        if mark.backslashes == (enclosing?.byte == UInt8(ascii: "\"") && mark.byte == UInt8(ascii: "\"") ? 1 : 0) {
          var close = index + mark.length
          while close < lineEnd, self.mark(at: close, to: lineEnd) != mark {
            close += self.mark(at: close, to: lineEnd)?.length ?? 1
          }
          if close < lineEnd {
            index = close + mark.length
            continue
          }
          firstOperator = nil
        }
        index += mark.length
        continue
      }
      if byte == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if ";|)".utf8.contains(byte) || byte == UInt8(ascii: "&") && self[index + 1] == byte {
        firstOperator = firstOperator ?? index
        break
      }
      index += 1
    }
    return min(firstOperator ?? index, lineEnd)
  }

  /// The end of the text a value stands in: of the literal, or of the line.
  func textEnd(of place: Int, within enclosing: Mark?, to lineEnd: Int) -> Int {
    guard let enclosing else { return lineEnd }
    return close(of: enclosing, within: nil, from: place, to: lineEnd) ?? lineEnd
  }

  /// A region a rule has found, grown to the whole value it is a part of.
  func whole(_ region: Region, in line: Region) -> Region {
    let start = max(region.start, line.start)
    var end = min(region.end, line.end)
    guard start < end else { return region }
    var first = start
    let limit = max(line.start, start - 256)
    while first > limit, !Self.separates(bytes[first - 1]), !endsEscape(at: first) { first -= 1 }
    let isInAddress = bytes[first..<start].contains(UInt8(ascii: "/"))
    let isPassword = self[first - 1] == UInt8(ascii: ":")
    let last = min(line.end, end + 512)
    while end < last, !Self.separates(bytes[end]), escapeLength(at: end) == nil,
      !(isInAddress && bytes[end] == UInt8(ascii: "/")), !(isPassword && bytes[end] == UInt8(ascii: "@"))
    {
      end += 1
    }
    // The address before a secret in it is shown.
    return Region(
      start: min(region.start, isInAddress || first == limit && limit > line.start ? start : first),
      end: max(region.end, end == last && last < line.end ? min(region.end, line.end) : end)
    )
  }

  /// The length of an escape that separates words in a text within a text: `\n`, `\"`, `%3A`; `nil` where none starts.
  func escapeLength(at place: Int) -> Int? {
    switch self[place] {
    case UInt8(ascii: "\\"): "nrt\"'/\\".utf8.contains(self[place + 1]) ? 2 : nil
    case UInt8(ascii: "%"):
      ContextValue.isHexadecimal(self[place + 1]) && ContextValue.isHexadecimal(self[place + 2]) ? 3 : nil
    default: nil
    }
  }

  /// Whether such an escape ends before a place.
  private func endsEscape(at place: Int) -> Bool {
    self[place - 2] == UInt8(ascii: "\\") && escapeLength(at: place - 2) != nil
      || self[place - 3] == UInt8(ascii: "%") && escapeLength(at: place - 3) != nil
  }

  private static func separates(_ byte: UInt8) -> Bool {
    byte <= 0x20 || "\"'`=:,;&?()[]{}<>|".utf8.contains(byte)
  }
}
