import Documents
import Patterns

/// Gathers what to cover of a source, line by line; remembers values that go on over the end of a line.
struct ValueMasks {
  let reader: LineReader
  private(set) var regions: [Region] = []
  var names = ContextNames()
  /// What the line before has left open.
  var open: OpenValue?

  /// A value that goes on on the next line.
  enum OpenValue {
    /// A literal: its mark has yet to come, three of them or one.
    case literal(LineReader.Mark, isTriple: Bool, linesLeft: Int)
    /// A block of YAML: every line that stands further to the right.
    case block(indentation: Int)
    /// An operator ends the line: the value is on the next one, which may have a given indentation at least.
    case nextLine(indentation: Int, linesLeft: Int)
    /// The value seems complete, but the next line may join more to it.
    case joined
    /// A list or a call: every literal up to the closing bracket.
    case group(depth: Int, linesLeft: Int)
    /// A here-document, up to a line with its word.
    case hereDocument(word: [UInt8])
    /// An element of markup, up to its end.
    case element(linesLeft: Int)
    /// `name: NAME`: its partner `value: …` follows.
    case pair
  }

  init(reader: LineReader) { self.reader = reader }

  var bytes: [UInt8] { reader.bytes }

  mutating func forgetOpenValue() { open = nil }

  mutating func mask(_ range: Range<Int>) {
    if !range.isEmpty { regions.append(Region(range)) }
  }

  /// - Parameter isShown: whether masks are wanted, or only what the line leaves open.
  mutating func read(_ line: Region, isShown: Bool) {
    let count = regions.count
    let start = continueValue(on: line)
    if start < line.end {
      maskNamedValues(from: start, in: line)
      maskCommands(from: start, in: line)
      if isShown {
        maskAddresses(from: start, in: line)
        maskChance(from: start, in: line)
      }
    }
    if !isShown { regions.removeSubrange(count...) }
  }

  /// Covers what belongs to a value of the line before.
  ///
  /// - Returns: where the rest of the line starts.
  private mutating func continueValue(on line: Region) -> Int {
    guard let value = open else { return line.start }
    open = nil
    let first = reader.skipBlanks(line.start, to: line.end)
    let isEmpty = first == line.end
    switch value {
    case .literal(let mark, let isTriple, let linesLeft):
      let close =
        isTriple
        ? firstTriple(of: mark.byte, from: line.start, to: line.end)
        : reader.close(of: mark, within: nil, from: line.start, to: line.end)
      if let close {
        mask(first..<max(first, close))
        return min(line.end, close + (isTriple ? 3 : mark.length))
      }
      mask(first..<line.end)
      if linesLeft > 1 { open = .literal(mark, isTriple: isTriple, linesLeft: linesLeft - 1) }
      return line.end
    case .block(let indentation):
      guard isEmpty || first - line.start > indentation else { return line.start }
      mask(first..<line.end)
      open = value
      return line.end
    case .nextLine(let indentation, let linesLeft):
      if isEmpty {
        if linesLeft > 1 { open = .nextLine(indentation: indentation, linesLeft: linesLeft - 1) }
        return line.end
      }
      if isMember(at: first, to: line.end) || first - line.start < indentation { return line.start }
      return maskValue(at: first, Place(name: first..<first, join: .nextLine, isSure: true), in: line, enclosing: nil)
    case .joined:
      let byte = bytes.indices.contains(first) ? bytes[first] : 0
      guard !isEmpty, "+.&\"'`".utf8.contains(byte), reader.syntax == .code || reader.syntax == .shell else {
        return line.start
      }
      return maskExpression(from: first, in: line, depth: 0, linesLeft: 40)
    case .group(let depth, let linesLeft):
      return maskExpression(from: line.start, in: line, depth: depth, linesLeft: linesLeft)
    case .hereDocument(let word):
      var last = line.end
      while last > first, LineReader.isBlank(bytes[last - 1]) { last -= 1 }
      if bytes[first..<last].elementsEqual(word) { return line.end }
      mask(first..<line.end)
      open = value
      return line.end
    case .element(let linesLeft):
      let close = reader.firstIndex(of: UInt8(ascii: "<"), from: line.start, to: line.end) ?? line.end
      mask(first..<max(first, close))
      if close == line.end, linesLeft > 1 { open = .element(linesLeft: linesLeft - 1) }
      return close
    case .pair:
      if let partner = partnerValue(at: first, to: line.end) {
        return maskValue(at: partner, Place(name: first..<first, join: .colon, isSure: true), in: line, enclosing: nil)
      }
      return line.start
    }
  }

  private func firstTriple(of byte: UInt8, from start: Int, to end: Int) -> Int? {
    var index = start
    while index + 2 < end {
      if bytes[index] == byte, bytes[index + 1] == byte, bytes[index + 2] == byte {
        // Further marks belong to the text.
        while index + 3 < end, bytes[index + 3] == byte { index += 1 }
        return index
      }
      index += 1
    }
    return nil
  }

  /// Whether a line starts with a name and an operator: the next setting, not the value of the one before.
  func isMember(at place: Int, to end: Int) -> Bool {
    var index = place
    if reader[index] == UInt8(ascii: "[") { return true }
    if reader[index] == UInt8(ascii: "-"), LineReader.isBlank(reader[index + 1]) { index += 2 }
    if LineReader.isQuote(reader[index]) { index += 1 }
    let start = index
    while index < end, ContextReader.isNameByte(bytes[index]) { index += 1 }
    guard index > start else { return false }
    if LineReader.isQuote(reader[index]) { index += 1 }
    index = reader.skipBlanks(index, to: end)
    let next = reader[index + 1]
    return reader[index] == UInt8(ascii: ":") && (index + 1 >= end || LineReader.isBlank(next))
      || reader[index] == UInt8(ascii: "=") && next != UInt8(ascii: "=") && index + 1 < end
  }

  /// `value: …` or `value="…"`: where what belongs to a name starts.
  func partnerValue(at place: Int, to end: Int) -> Int? {
    var index = place
    if LineReader.isQuote(reader[index]) { index += 1 }
    guard
      let word = ["value", "default", "defaultvalue", "content", "val"]
        .first(where: { reader.starts(with: $0, at: index) && !ContextReader.isNameByte(reader[index + $0.utf8.count]) }
        )
    else { return nil }
    index += word.utf8.count
    if LineReader.isQuote(reader[index]) { index += 1 }
    index = reader.skipBlanks(index, to: end)
    guard index < end, reader[index] == UInt8(ascii: ":") || reader[index] == UInt8(ascii: "=") else { return nil }
    return reader.skipBlanks(index + 1, to: end)
  }
}
