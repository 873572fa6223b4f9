import Documents

/// Covers what commands are given: passwords behind flags, and what is sent into `wrangler secret put`.
extension ValueMasks {
  mutating func maskCommands(from start: Int, in line: Region) {
    let text = start..<line.end
    // Commands are written by people, not in lines of megabytes.
    guard text.count <= 16_384 else { return }
    maskSchemes(in: text)
    var marks = LineReader.OpenMarks(at: line.start)
    for (index, byte) in zip(text, bytes[text]) where Self.programStarts[Int(byte)] {
      for command in ContextCommand.all where reader.starts(with: command.text, at: index) {
        marks.advance(to: index, of: reader)
        let from = index + command.text.utf8.count - (command.text == "zip -p" ? 3 : 0)
        for place in command.places { maskPassword(at: place, from: from, in: line, enclosing: marks.innermost) }
      }
    }
    for pipe in ["chpasswd", "sudo -s", "password-stdin", "convertto-securestring"] where find(pipe, in: text) != nil {
      maskPrinted(in: text.lowerBound..<(bytes[text].lastIndex(of: UInt8(ascii: "|")) ?? text.upperBound))
    }
    if let wrangler = find("wrangler", in: text) {
      maskWranglerArguments(in: text, behind: wrangler, line)
    } else if let last = bytes[text].last(where: { $0 > 0x20 && $0 != UInt8(ascii: "\\") }), last == UInt8(ascii: "|"),
      let pipe = bytes[text].lastIndex(of: last)
    {
      maskPrinted(in: text.lowerBound..<pipe)
    }
    openHereDocument(in: text)
  }

  private static let programStarts: [Bool] = (0...255).map { byte in
    ContextCommand.all.contains { $0.text.utf8.first == UInt8(byte).asciiLowercased }
  }

  func find(_ word: String, in range: Range<Int>) -> Int? {
    guard let first = word.utf8.first else { return nil }
    return range.first { bytes[$0].asciiLowercased == first && reader.starts(with: word, at: $0) }
  }

  /// `Bearer value`, `Basic value`.
  private mutating func maskSchemes(in text: Range<Int>) {
    for index in text where bytes[index] | 0x20 == UInt8(ascii: "b") {
      guard
        let scheme = ["bearer ", "basic "].first(where: { reader.starts(with: $0, at: index) }),
        !reader[index - 1].isASCIILetterOrDigit
      else { continue }
      let start = index + scheme.utf8.count
      var end = start
      while end < text.upperBound, bytes[end] > 0x20, !LineReader.isQuote(bytes[end]), bytes[end] != UInt8(ascii: "<") {
        end += 1
      }
      if end - start >= 6, !PlainText.isReference(bytes[start..<end]), !PlainText.isPlain(bytes[start..<end]) {
        mask(start..<end)
      }
    }
  }

  // MARK: Flags

  private mutating func maskPassword(
    at place: ContextCommand.Place,
    from start: Int,
    in line: Region,
    enclosing: LineReader.Mark?
  ) {
    var words: [Range<Int>] = []
    var index = start
    while ContextReader.isNameByte(reader[index]), reader[index] != UInt8(ascii: "-") { index += 1 }
    while index < line.end, words.count < 60 {
      index = reader.skipBlanks(index, to: line.end)
      if index >= line.end || ";|".utf8.contains(bytes[index]) { break }
      if bytes[index] == UInt8(ascii: "&"), reader[index + 1] == bytes[index] { break }
      let end = max(index + 1, reader.shellWordEnd(from: index, within: enclosing, to: line.end))
      words.append(index..<end)
      index = end
    }
    func value(of flag: String) -> Range<Int>? {
      for (number, word) in words.enumerated() {
        let written = bytes[word]
        guard written.starts(with: flag.utf8) else { continue }
        if word.count == flag.utf8.count { return number + 1 < words.count ? words[number + 1] : nil }
        var start = word.lowerBound + flag.utf8.count
        if bytes[start] == UInt8(ascii: "=") { start += 1 } else if flag.hasPrefix("--") { continue }
        return start..<word.upperBound
      }
      return nil
    }
    switch place {
    case .flag(let flag, let spelling):
      for word in words where spelling == .joined && word.count > flag.utf8.count && bytes[word].starts(with: flag.utf8)
      {
        maskWordContent((word.lowerBound + flag.utf8.count)..<word.upperBound)
      }
      if spelling != .joined, let value = value(of: flag) { maskWordContent(value) }
    case .pair(let flag, let separator):
      guard let value = value(of: flag), let index = bytes[value].firstIndex(of: separator) else { return }
      maskWordContent((index + 1)..<value.upperBound)
    case .last(_, let flags):
      let isCalled = flags.isEmpty || words.contains { word in flags.contains { bytes[word].elementsEqual($0.utf8) } }
      let isInProgram = flags.contains { reader.starts(with: $0, at: start - 7) }
      if isCalled || isInProgram, let last = words.last(where: { bytes[$0.lowerBound] != UInt8(ascii: "-") }) {
        maskWordContent(last)
      }
    case .share:
      for word in words.dropFirst() where !PlainText.isPlain(bytes[word]) { maskWordContent(word) }
    case .login:
      guard let first = words.first, let slash = bytes[first].firstIndex(of: UInt8(ascii: "/")) else { return }
      let end = bytes[first].lastIndex(of: UInt8(ascii: "@")) ?? first.upperBound
      if slash + 1 < end { mask((slash + 1)..<end) }
    }
  }

  /// Covers a word, but for the quotes around all of it.
  private mutating func maskWordContent(_ word: Range<Int>) {
    guard !word.isEmpty else { return }
    var range = word
    if let mark = reader.mark(at: word.lowerBound, to: word.upperBound), word.count > 2 * mark.length,
      reader.mark(at: word.upperBound - mark.length, to: word.upperBound) == mark
    {
      range = (word.lowerBound + mark.length)..<(word.upperBound - mark.length)
    }
    if !PlainText.isReference(bytes[range]) { mask(range) }
  }

  // MARK: Wrangler

  private mutating func maskWranglerArguments(in text: Range<Int>, behind wrangler: Int, _ line: Region) {
    // What is printed into it.
    if let pipe = bytes[text.lowerBound..<wrangler].lastIndex(of: UInt8(ascii: "|")) {
      maskPrinted(in: text.lowerBound..<pipe)
    }
    var marks = LineReader.OpenMarks(at: line.start)
    marks.advance(to: wrangler, of: reader)
    let enclosing = marks.innermost
    let end = reader.textEnd(of: wrangler, within: enclosing, to: text.upperBound)
    // What is set for it alone: `NAME=value wrangler …`.
    var before = wrangler
    while before > text.lowerBound, !";|&".utf8.contains(bytes[before - 1]) { before -= 1 }
    for word in bytes[before..<wrangler].split(whereSeparator: { LineReader.isBlank($0) }) {
      guard let equals = word.firstIndex(of: UInt8(ascii: "=")), equals > word.startIndex,
        !PlainText.isPlain(word[(equals + 1)...])
      else { continue }
      maskWordContent((equals + 1)..<word.endIndex)
    }
    for flag in ["--value", "--var", "--text", "--api-token", "--define"] {
      var from = wrangler
      while let found = find(flag, in: from..<end) {
        from = found + flag.utf8.count
        guard reader[from] == UInt8(ascii: "=") || LineReader.isBlank(reader[from]) else { continue }
        let start = reader.skipBlanks(from + 1, to: end)
        let stop = reader.shellWordEnd(from: start, within: enclosing, to: end)
        let colon = flag == "--var" || flag == "--define" ? bytes[start..<max(start, stop)].firstIndex(of: 0x3A) : nil
        maskWordContent((colon.map { $0 + 1 } ?? start)..<max(start, stop))
      }
    }
    if let put = find("secret put ", in: wrangler..<end) {
      // A value behind the name, where wrangler takes none.
      var index = put + 11
      var names = 0
      while index < end {
        index = reader.skipBlanks(index, to: end)
        if index >= end || ";|&<>#".utf8.contains(bytes[index]) { break }
        let stop = max(index + 1, reader.shellWordEnd(from: index, within: enclosing, to: end))
        if bytes[index] == UInt8(ascii: "-") {
          index = reader.skipBlanks(stop, to: end)
          if !bytes[index..<max(index, min(stop, end))].contains(UInt8(ascii: "=")) {
            index = max(index, reader.shellWordEnd(from: index, within: enclosing, to: end))
          }
          continue
        }
        names += 1
        if names > 1 { maskWordContent(index..<stop) }
        index = stop
      }
    }
    // A here-string.
    if let string = find("<<<", in: wrangler..<end) {
      let start = reader.skipBlanks(string + 3, to: end)
      let stop = max(start, reader.shellWordEnd(from: start, within: enclosing, to: end))
      let next = reader.skipBlanks(stop, to: end)
      maskWordContent(start..<(next < end && !";&|)".utf8.contains(bytes[next]) ? end : stop))
    }
  }

  /// Covers what `echo` and `printf` print, up to the end of the command.
  private mutating func maskPrinted(in text: Range<Int>) {
    for program in ["echo ", "printf "] {
      guard let found = find(program, in: text) else { continue }
      var start = found + program.utf8.count
      let end = text.upperBound
      func skipWord() {
        while start < end, !LineReader.isBlank(bytes[start]) { start += 1 }
        start = reader.skipBlanks(start, to: end)
      }
      start = reader.skipBlanks(start, to: end)
      while start < end, bytes[start] == UInt8(ascii: "-") { skipWord() }
      // The form that a value is printed in.
      if program == "printf ", bytes[start..<end].prefix(6).contains(UInt8(ascii: "%")),
        bytes[start..<end].contains(0x20), !bytes[start..<end].prefix(24).allSatisfy({ $0 > 0x20 })
      {
        skipWord()
      }
      var last = end
      while last > start, LineReader.isBlank(bytes[last - 1]) { last -= 1 }
      if start < last { maskWordContent(start..<last) }
    }
  }

  // MARK: Here-documents

  private mutating func openHereDocument(in text: Range<Int>) {
    guard let found = find("<<", in: text), reader[found + 2] != UInt8(ascii: "<"),
      reader[found - 1] != UInt8(ascii: "<")
    else { return }
    let isWanted =
      find("wrangler", in: text) != nil || find("password-stdin", in: text) != nil || find("chpasswd", in: text) != nil
    var start = found + 2
    if reader[start] == UInt8(ascii: "-") || reader[start] == UInt8(ascii: "~") { start += 1 }
    start = reader.skipBlanks(start, to: text.upperBound)
    while let mark = reader.mark(at: start, to: text.upperBound) { start += mark.length }
    var end = start
    while end < text.upperBound, bytes[end].isASCIILetterOrDigit || bytes[end] == UInt8(ascii: "_") { end += 1 }
    guard end > start, isWanted else { return }
    // In a text within a text the lines follow behind `\n`.
    if let line = find("\\n", in: end..<text.upperBound) {
      let word = Array("\\n".utf8) + bytes[start..<end]
      let close = bytes[(line + 2)..<text.upperBound].firstOccurrence(of: word)?.lowerBound ?? text.upperBound
      mask((line + 2)..<close)
    } else {
      open = .hereDocument(word: Array(bytes[start..<end]))
    }
  }
}
