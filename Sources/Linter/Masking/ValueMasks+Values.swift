import Documents

/// Covers one value, from its first character to its last, however it is written.
extension ValueMasks {
  /// - Parameter enclosing: the literal that name and value stand in.
  /// - Returns: where the line goes on.
  mutating func maskValue(at start: Int, _ place: Place, in line: Region, enclosing: LineReader.Mark?) -> Int {
    guard start < line.end else {
      if place.join == .equals || place.join == .colon || place.join == .call {
        open = .nextLine(indentation: indentation(of: line), linesLeft: 3)
      }
      return line.end
    }
    let quoted = literalStart(at: start, to: line.end)
    if let quoted, let mark = reader.mark(at: quoted, to: line.end), mark != enclosing || place.join == .argument {
      if place.join == .flag || reader.syntax == .shell && enclosing == nil && place.join == .equals {
        return maskWord(from: quoted, place, in: line, enclosing: enclosing)
      }
      return maskLiteral(at: quoted, mark, place, in: line, enclosing: enclosing)
    }
    switch place.join {
    case .argument, .call, .comparison, .fallback:
      if place.join == .fallback, reader[place.name.lowerBound - 1] == UInt8(ascii: "{") { break }
      return maskExpression(
        from: start,
        in: line,
        depth: place.join == .call ? 1 : 0,
        linesLeft: 6,
        isSure: place.isSure
      )
    case .cell:
      let end = reader.firstIndex(of: UInt8(ascii: "|"), from: start, to: line.end) ?? line.end
      return cover(start..<end, place)
    case .element:
      let end = reader.firstIndex(of: UInt8(ascii: "<"), from: start, to: line.end) ?? line.end
      if end == line.end { open = .element(linesLeft: 20) }
      return cover(start..<end, place)
    default: break
    }
    return enclosing == nil
      ? maskBare(from: start, place, in: line)
      : maskInText(from: start, place, in: line, enclosing: enclosing)
  }

  private func indentation(of line: Region) -> Int { reader.skipBlanks(line.start, to: line.end) - line.start }

  /// The mark at a place, behind the letters that say how to read the literal and an opening bracket: `b"`, `(r'`.
  private func literalStart(at place: Int, to end: Int) -> Int? {
    var index = place
    while index < end, index - place < 4 {
      if reader.mark(at: index, to: end) != nil { return index }
      guard "bBrRuUfFLNqQ@$&*".utf8.contains(bytes[index]) else { return nil }
      index += 1
    }
    return nil
  }

  /// Covers a range, unless its name promises little and it reads like text, or it only refers to a value.
  @discardableResult
  private mutating func cover(_ range: Range<Int>, _ place: Place) -> Int {
    var range = range
    // The scheme of a header is shown.
    for scheme in ["bearer ", "basic ", "token "] where reader.starts(with: scheme, at: range.lowerBound) {
      range = min(range.upperBound, range.lowerBound + scheme.utf8.count)..<range.upperBound
    }
    let value = bytes[range]
    if !PlainText.isReference(value), place.isSure || !PlainText.isPlain(value) { mask(range) }
    return range.upperBound
  }

  // MARK: Literals

  private mutating func maskLiteral(
    at start: Int,
    _ mark: LineReader.Mark,
    _ place: Place,
    in line: Region,
    enclosing: LineReader.Mark?
  ) -> Int {
    let literal = reader.literal(at: start, mark, within: enclosing, to: line.end)
    if place.join == .argument, isName(literal, to: line.end) { return start }
    cover(literal.content, place)
    if literal.isOpen {
      let isTriple = literal.content.lowerBound == start + 3
      let goesOver = mark.byte == UInt8(ascii: "`") || isTriple || reader.syntax != .code && reader.syntax != .data
      open = .literal(mark, isTriple: isTriple, linesLeft: isTriple ? 400 : goesOver ? 60 : 2)
    } else {
      let next = reader.skipBlanks(literal.end, to: line.end)
      if next < line.end, "+\\&.".utf8.contains(bytes[next]), reader.skipBlanks(next + 1, to: line.end) == line.end {
        open = .nextLine(indentation: 0, linesLeft: 3)
      } else if next == line.end {
        open = .joined
      }
    }
    return literal.end
  }

  /// Whether a literal after a name is one more name: of a list of them, or that of the next member.
  private func isName(_ literal: LineReader.Literal, to end: Int) -> Bool {
    let next = reader.skipBlanks(literal.end, to: end)
    return PlainText.isNameOfVariable(bytes[literal.content]) || next < end && bytes[next] == UInt8(ascii: ":")
      || reader[next] == UInt8(ascii: "=") && reader[next + 1] == UInt8(ascii: ">")
  }

  /// Covers the literals of an expression: `a || "value"`, `decrypt("value")`, `["a", "b"]`.
  mutating func maskExpression(
    from start: Int,
    in line: Region,
    depth: Int,
    linesLeft: Int,
    isSure: Bool = true
  ) -> Int {
    var depth = depth
    var index = start
    var isFunction = false
    scan: while index < line.end {
      let byte = bytes[index]
      if let mark = reader.mark(at: index, to: line.end) {
        let literal = reader.literal(at: index, mark, within: nil, to: line.end)
        let isName =
          depth > 0 && "([,{".utf8.contains(lastByte(before: index, from: line.start))
          && (PlainText.isNameOfVariable(bytes[literal.content])
            || isLookup(before: index, in: line)
              && PlainText.isPlain(bytes[literal.content]))
        // A member's name.
        let next = reader.skipBlanks(literal.end, to: line.end)
        let isKey = depth > 0 && reader[next] == UInt8(ascii: ":") && next < line.end
        if !isName, !isKey {
          let name = Place(name: index..<index, join: .equals, isSure: isSure)
          let end = maskLiteral(at: index, mark, name, in: line, enclosing: nil)
          if literal.isOpen { return end }
        }
        index = max(index + 1, literal.end)
        continue
      }
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        // What a function does says nothing of a value.
        if byte == UInt8(ascii: "{"), index > start, lastByte(before: index, from: line.start) != UInt8(ascii: "=") {
          isFunction = isFunction || ")>".utf8.contains(lastByte(before: index, from: line.start))
        }
        depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if depth <= 0 {
          if depth < 0 { break scan }
        }
      case UInt8(ascii: ","):
        if depth == 0 { break scan }
      case UInt8(ascii: ";"): break scan
      case UInt8(ascii: "/"):
        if reader[index + 1] == byte, index == start || LineReader.isBlank(reader[index - 1]) { break scan }
      default: break
      }
      index += 1
    }
    guard index >= line.end, !isFunction, linesLeft > 1 else { return index }
    let last = lastByte(before: line.end, from: line.start)
    if depth > 0 {
      open = .group(depth: depth, linesLeft: linesLeft - 1)
    } else if "=+?:|\\".utf8.contains(last) {
      open = .nextLine(indentation: 0, linesLeft: 3)
    }
    return index
  }

  /// Whether a call that looks a name up takes the literal at a place: `headers.get("X-Name")`, `getenv("name")`.
  private func isLookup(before place: Int, in line: Region) -> Bool {
    guard lastByte(before: place, from: line.start) == UInt8(ascii: "("), place - line.start > 4 else { return false }
    return ["get(", "env(", "has(", "header("].contains { reader.starts(with: $0, at: place - $0.utf8.count) }
  }

  private func lastByte(before place: Int, from start: Int) -> UInt8 {
    var index = place
    while index > start, LineReader.isBlank(bytes[index - 1]) { index -= 1 }
    return index > start ? bytes[index - 1] : 0
  }

  // MARK: Bare values

  private mutating func maskBare(from start: Int, _ place: Place, in line: Region) -> Int {
    if place.join == .flag { return maskWord(from: start, place, in: line, enclosing: nil) }
    // One of several settings: `Server=db;Password=value;`
    if let end = settingEnd(from: start, place, to: line.end, isSure: false) { return cover(start..<end, place) }
    switch reader.syntax {
    case .code:
      return maskExpression(from: start, in: line, depth: 0, linesLeft: 40, isSure: place.isSure)
    case .data:
      return maskData(from: start, place, in: line)
    case .config:
      if place.join == .equals && reader.isYAML { return maskWord(from: start, place, in: line, enclosing: nil) }
      return maskRestOfLine(from: start, place, in: line)
    case .shell:
      return maskWord(from: start, place, in: line, enclosing: nil)
    case .markup:
      var end = start
      while end < line.end, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ">"), bytes[end] != UInt8(ascii: "<") {
        end += 1
      }
      return cover(start..<end, place)
    case .prose:
      return maskProse(from: start, place, in: line)
    }
  }

  /// The end of one of several settings: before a semicolon or an ampersand that the next one follows.
  private func settingEnd(from start: Int, _ place: Place, to end: Int, isSure: Bool) -> Int? {
    guard place.join == .equals else { return nil }
    var before = place.name.lowerBound
    // `User Password=`
    while before > 0, LineReader.isBlank(reader[before - 1]) || reader[before - 1].isASCIILetterOrDigit { before -= 1 }
    let lead = reader[place.name.lowerBound - 1]
    if lead == UInt8(ascii: "?") || lead == UInt8(ascii: "&") {
      var index = start
      while index < end, bytes[index] > 0x20, bytes[index] != UInt8(ascii: "&"), bytes[index] != UInt8(ascii: "#"),
        bytes[index] != UInt8(ascii: ">"), isSure || !LineReader.isQuote(bytes[index])
      {
        index += 1
      }
      return index
    }
    let semicolon = UInt8(ascii: ";")
    let isList = reader[before - 1] == semicolon
    guard let close = endOfSetting(from: start, to: end) else {
      return isList && isSure ? end : nil
    }
    if isList { return close }
    var next = reader.skipBlanks(close + 1, to: end)
    let first = next
    while next < end, bytes[next].isASCIILetterOrDigit || bytes[next] == 0x20 || bytes[next] == UInt8(ascii: "_") {
      next += 1
    }
    return next > first && reader[next] == UInt8(ascii: "=") && reader.syntax != .shell || isSure ? close : nil
  }

  /// The semicolon after a value, which may be in quotes or braces.
  private func endOfSetting(from start: Int, to end: Int) -> Int? {
    var index = start
    let closing: UInt8? =
      reader[start] == UInt8(ascii: "{") ? UInt8(ascii: "}") : LineReader.isQuote(reader[start]) ? reader[start] : nil
    if let closing, let close = reader.firstIndex(of: closing, from: start + 1, to: end),
      reader[close + 1] == UInt8(ascii: ";")
    {
      return close + 1
    }
    while index < end {
      if bytes[index] == UInt8(ascii: ";") { return index }
      index += 1
    }
    return nil
  }

  /// A word of a command, with the pieces that quotes join to it.
  private mutating func maskWord(
    from start: Int,
    _ place: Place,
    in line: Region,
    enclosing: LineReader.Mark?
  ) -> Int {
    let end = reader.shellWordEnd(from: start, within: enclosing, to: line.end)
    var range = start..<max(start, end)
    // The quotes around all of it are shown.
    if let mark = reader.mark(at: start, to: end), range.count > 2 * mark.length,
      reader.mark(at: end - mark.length, to: end) == mark
    {
      range = (start + mark.length)..<(end - mark.length)
    } else if let mark = reader.mark(at: start, to: end), mark.backslashes == 0,
      !bytes[(start + 1)..<end].contains(mark.byte), enclosing == nil
    {
      // A text of several lines.
      open = .literal(mark, isTriple: false, linesLeft: 60)
      mask((start + 1)..<line.end)
      return line.end
    }
    cover(range, place)
    if end == line.end - 1, reader[end] == UInt8(ascii: "\\") { open = .nextLine(indentation: 0, linesLeft: 2) }
    return end
  }

  private mutating func maskRestOfLine(from start: Int, _ place: Place, in line: Region) -> Int {
    let first = bytes[start]
    if first == UInt8(ascii: "{") {
      // The members of a flow mapping have names of their own.
      return start
    }
    var end = line.end
    // A comment is one for a reader when blanks stand around its mark.
    var index = start
    while index + 1 < end {
      if bytes[index] == UInt8(ascii: "#"), index == start || LineReader.isBlank(bytes[index - 1]),
        LineReader.isBlank(bytes[index + 1])
      {
        end = index
      }
      index += 1
    }
    while end > start, LineReader.isBlank(bytes[end - 1]) || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    if place.join == .colon || place.join == .nextLine {
      var last = end
      while last > start,
        bytes[last - 1].isASCIILetterOrDigit && last - 1 > start || "+-".utf8.contains(bytes[last - 1])
      {
        last -= 1
      }
      // `|`, `>-`, `!vault |`, `&name |2`
      let indicator = last > start ? bytes[last - 1] : 0
      if indicator == UInt8(ascii: "|") || indicator == UInt8(ascii: ">"), end - last <= 2,
        last - 1 == start || LineReader.isBlank(bytes[last - 2]) && "!&".utf8.contains(first)
      {
        open = .block(indentation: indentation(of: line))
        return end
      }
    }
    if start == end, place.join == .colon { open = .nextLine(indentation: indentation(of: line) + 1, linesLeft: 2) }
    cover(start..<end, place)
    return end
  }

  /// A value without quotes where all values have some: a number, a word, a list; or a mistake.
  private mutating func maskData(from start: Int, _ place: Place, in line: Region) -> Int {
    if "[{(".utf8.contains(bytes[start]) {
      return maskExpression(from: start, in: line, depth: 0, linesLeft: 60, isSure: place.isSure)
    }
    var end = line.end
    while end > start, bytes[end - 1] <= 0x20 || ",}])".utf8.contains(bytes[end - 1]) { end -= 1 }
    let word = bytes[start..<end].prefix { $0 > 0x20 && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "}") }
    if place.join == .nextLine { return cover(start..<end, place) }
    if PlainText.isLiteralWord(word) { return word.endIndex }
    // Terraform: a variable, or a call.
    if word.allSatisfy({ $0.isASCIILetterOrDigit || "_.[]()".utf8.contains($0) }), word.contains(UInt8(ascii: ".")),
      PlainText.isPlain(word)
    {
      return maskExpression(from: start, in: line, depth: 0, linesLeft: 6, isSure: place.isSure)
    }
    return cover(start..<end, place)
  }

  private mutating func maskProse(from start: Int, _ place: Place, in line: Region) -> Int {
    var end = line.end
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    let words = bytes[start..<end].split { LineReader.isBlank($0) }
    guard let first = words.first else { return start }
    // A sentence about it goes on with further words.
    if place.join == .equals { return cover(start..<first.endIndex, place) }
    if words.count > 2, words.prefix(3).allSatisfy(PlainText.isWord) { return start }
    return cover(start..<(words.count <= 4 ? end : first.endIndex), place)
  }

  // MARK: Values in a text

  /// Covers a value that stands with its name inside of a literal: a header, a query, a list of settings, a command.
  private mutating func maskInText(
    from start: Int,
    _ place: Place,
    in line: Region,
    enclosing: LineReader.Mark?
  ) -> Int {
    let textEnd = reader.textEnd(of: start, within: enclosing, to: line.end)
    if place.join == .flag { return maskWord(from: start, place, in: line, enclosing: enclosing) }
    if let end = settingEnd(from: start, place, to: textEnd, isSure: true) { return cover(start..<end, place) }
    let isCommand = ["wrangler", "npx ", "npm ", "node "].contains { find($0, in: start..<textEnd) != nil }
    let isAtStart = LineReader.isQuote(reader[place.name.lowerBound - 1]) && !(isCommand && place.join == .equals)
    if isAtStart || place.join != .equals {
      let last = reader[textEnd] == enclosing?.byte || textEnd == line.end ? textEnd : start
      // A header in a command that stands in one text with others ends at its word.
      if isAtStart || !bytes[start..<last].contains(0x20) || reader.syntax != .data {
        if textEnd == line.end, let enclosing { open = .literal(enclosing, isTriple: false, linesLeft: 3) }
        return cover(start..<last, place)
      }
    }
    return maskWord(from: start, place, in: line, enclosing: enclosing)
  }
}
