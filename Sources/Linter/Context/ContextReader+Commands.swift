/// Reads the passwords in command lines.
extension ContextReader {
  /// One argument of a command: what it is without quotation marks.
  private struct Argument {
    let content: Range<Int>
    let isQuoted: Bool
  }

  /// As far as the arguments of one command are read, in bytes.
  private static let commandReach = 400

  /// The password given to a program whose name stands at a place, and how far the command was read.
  func password(of command: ContextCommand, _ program: Range<Int>) -> (candidate: ContextCandidate?, end: Int) {
    let (arguments, end) = arguments(after: program)
    for place in command.places {
      guard let argument = argument(at: place, of: program, in: arguments) else { continue }
      let candidate = ContextCandidate(
        form: .command,
        name: argument.name ?? program,
        value: argument.value,
        isQuoted: argument.isQuoted
      )
      return (candidate, candidate.value.upperBound)
    }
    return (nil, end)
  }

  private func argument(
    at place: ContextCommand.Place,
    of program: Range<Int>,
    in arguments: [Argument]
  ) -> (name: Range<Int>?, value: Range<Int>, isQuoted: Bool)? {
    switch place {
    case .flag(let flag, let spelling):
      return flagged(flag, spelling, in: arguments).map { (nil, $0.content, $0.isQuoted) }
    case .pair(let flag, let separator):
      guard let argument = flagged(flag, .any, in: arguments) else { return nil }
      return behind(separator, in: argument)
    case .last(let least, let words):
      return last(of: program, in: arguments, atLeast: least, after: words).map { (nil, $0.content, $0.isQuoted) }
    case .share:
      guard let share = arguments.firstIndex(where: { starts(with: "\\\\", at: $0.content.lowerBound) }),
        ends(with: "net use", before: program.upperBound), self[program.upperBound] == 0x20
      else { return nil }
      let next = arguments[(share + 1)...].first { !isOption($0) }
      return next.map { (nil, $0.content, $0.isQuoted) }
    case .login:
      guard let first = arguments.first(where: { !isOption($0) }),
        let slash = bytes[first.content].firstIndex(of: UInt8(ascii: "/")), slash > first.content.lowerBound
      else { return nil }
      let end = bytes[slash..<first.content.upperBound].firstIndex(of: UInt8(ascii: "@")) ?? first.content.upperBound
      return slash + 1 < end ? (first.content.lowerBound..<slash, (slash + 1)..<end, first.isQuoted) : nil
    }
  }

  /// The value of a flag.
  private func flagged(_ flag: String, _ spelling: ContextCommand.Spelling, in arguments: [Argument]) -> Argument? {
    for (index, argument) in arguments.enumerated() {
      let content = argument.content
      guard bytes[content].starts(with: flag.utf8) else { continue }
      if content.count == flag.utf8.count {
        if spelling != .apart, !argument.isQuoted, let mark = quote(at: content.upperBound) {
          return quoted(from: content.upperBound + mark.length, by: mark)
        }
        if spelling != .joined, index + 1 < arguments.count { return arguments[index + 1] }
      } else if spelling != .apart {
        var start = content.lowerBound + flag.utf8.count
        if flag.hasPrefix("--") {
          guard self[start] == UInt8(ascii: "=") else { continue }
          start += 1
        }
        if let mark = quote(at: start), !argument.isQuoted { return quoted(from: start + mark.length, by: mark) }
        if start < content.upperBound { return Argument(content: start..<content.upperBound, isQuoted: false) }
      }
    }
    return nil
  }

  /// What stands behind the user in a pair of both.
  private func behind(
    _ separator: UInt8,
    in argument: Argument
  ) -> (name: Range<Int>?, value: Range<Int>, isQuoted: Bool)? {
    let content = argument.content
    guard let index = bytes[content].firstIndex(of: separator), index + 1 < content.upperBound else { return nil }
    return (content.lowerBound..<index, (index + 1)..<content.upperBound, argument.isQuoted)
  }

  /// The last argument, where there are enough.
  private func last(
    of program: Range<Int>,
    in arguments: [Argument],
    atLeast least: Int,
    after words: [String]
  ) -> Argument? {
    // The literal that led here may hold the word: `net use` of `net user`.
    let isInProgram = words.contains { starts(with: $0, at: program.lowerBound) }
    let word = arguments.firstIndex { argument in
      words.contains { $0.utf8.count == argument.content.count && starts(with: $0, at: argument.content.lowerBound) }
    }
    guard isInProgram || word != nil else { return nil }
    let rest = arguments[(word.map { $0 + 1 } ?? 0)...].filter { !isOption($0) }
    return rest.count >= least ? rest.last : nil
  }

  private func isOption(_ argument: Argument) -> Bool {
    let first = self[argument.content.lowerBound]
    // `/add` and `/user:nora`, but not `/etc/shop`.
    let isWindows =
      first == UInt8(ascii: "/")
      && bytes[argument.content].dropFirst().allSatisfy { $0.isASCIILetterOrDigit || ":\\_.".utf8.contains($0) }
    return !argument.isQuoted && (first == UInt8(ascii: "-") || isWindows)
  }

  // MARK: Arguments

  /// The arguments up to the end of the command, or of the text it stands in.
  private func arguments(after program: Range<Int>) -> ([Argument], end: Int) {
    var place = program.upperBound
    // The literal that leads here may be only the start of the program's name, or hold its first flag.
    if self[place - 1] != 0x20 {
      while Self.isNameByte(self[place]) { place += 1 }
      if starts(with: "zip -p", at: program.lowerBound) { place = program.upperBound - 2 }
    }
    let limit = min(bytes.count, program.upperBound + Self.commandReach)
    let enclosing = enclosingMark(of: program)
    var arguments: [Argument] = []
    while place < limit, self[place] != enclosing {
      switch self[place] {
      case 0x20, 0x09: place += 1
      case UInt8(ascii: "\\") where self[place + 1] == UInt8(ascii: "\n"): place += 2
      case UInt8(ascii: "\\") where self[place + 1] == UInt8(ascii: "\r"): place += 3
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "|"), UInt8(ascii: ";"), UInt8(ascii: "&"):
        return (arguments, place)
      default:
        let end = appendArgument(from: place, within: enclosing, to: &arguments)
        if end == place { return (arguments, place) }
        place = end
      }
    }
    return (arguments, place)
  }

  /// The mark that ends the text a command stands in: a string that starts with it, or code in a sentence.
  private func enclosingMark(of program: Range<Int>) -> UInt8? {
    let before = self[program.lowerBound - 1]
    if isQuote(before) { return before }
    let backtick = UInt8(ascii: "`")
    var start = program.lowerBound
    var isInCode = false
    while start > 0, program.lowerBound - start < Self.commandReach, self[start - 1] != UInt8(ascii: "\n") {
      start -= 1
      if self[start] == backtick { isInCode.toggle() }
    }
    return isInCode ? backtick : nil
  }

  /// - Returns: where it ends; its start where no argument is.
  private func appendArgument(from start: Int, within enclosing: UInt8?, to arguments: inout [Argument]) -> Int {
    if let mark = quote(at: start) {
      guard let argument = quoted(from: start + mark.length, by: mark) else { return start }
      arguments.append(argument)
      return argument.content.upperBound + mark.length
    }
    var end = start
    var joined: Argument?
    while end - start < 160, self[end] > 0x20, !"|;)<>&".utf8.contains(self[end]) {
      if self[end] == enclosing { break }
      if let mark = quote(at: end) {
        if self[start] != UInt8(ascii: "-"), mark.length == 1, let end = endOfJoinedWord(from: end) {
          // `A"B"` is one word.
          arguments.append(Argument(content: start..<end, isQuoted: false))
          return end
        }
        // `-p'value'`; or the end of the text that the command stands in.
        joined = quoted(from: end + mark.length, by: mark)
        break
      }
      end += 1
    }
    if end > start { arguments.append(Argument(content: start..<end, isQuoted: false)) }
    return joined.map { $0.content.upperBound + 1 } ?? end
  }

  /// The end of a word with a quoted piece in it, from that piece on; `nil` when no blank or end of the line follows.
  private func endOfJoinedWord(from start: Int) -> Int? {
    var end = start
    while end - start < 160, self[end] > 0x20 {
      guard let mark = quote(at: end), mark.length == 1 else {
        if ";|)<>&".utf8.contains(self[end]) { break }
        end += 1
        continue
      }
      guard let close = quoted(from: end + 1, by: mark) else { return nil }
      end = close.content.upperBound + 1
    }
    return self[end] <= 0x20 ? end : nil
  }

  /// What stands up to the next mark of the same kind on the line.
  private func quoted(from start: Int, by mark: (byte: UInt8, length: Int)) -> Argument? {
    var end = start
    while end - start < 160, self[end] >= 0x20, self[end] != mark.byte { end += 1 }
    guard self[end] == mark.byte, end > start else { return nil }
    if mark.length == 2, self[end - 1] == UInt8(ascii: "\\") { end -= 1 }
    return end > start ? Argument(content: start..<end, isQuoted: true) : nil
  }
}
