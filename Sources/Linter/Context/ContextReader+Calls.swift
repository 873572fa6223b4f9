/// Reads values that stand in calls and blocks: after a name, or as an argument whose place says what it is.
extension ContextReader {
  /// The secret argument of a call; see ``ContextAnchors/calls``.
  ///
  /// - Parameter call: the end of the function's name with its parenthesis.
  /// - Parameter skipped: how many arguments stand before the secret one.
  func secretArgument(of call: Range<Int>, after skipped: Int) -> ContextCandidate? {
    var place = skipSpace(call.upperBound)
    for _ in 0..<skipped {
      guard let next = endOfArgument(from: place) else { return nil }
      place = skipSpace(next + 1)
    }
    var name = call.lowerBound..<(call.upperBound - 1)
    while Self.isNameByte(self[name.lowerBound - 1]), name.count < Self.nameReach {
      name = (name.lowerBound - 1)..<name.upperBound
    }
    return lastOrInner(value(.position, name, after: place, mustBeQuoted: true))
  }

  /// The second of two literals in parentheses, as a pair of user and password: `auth=("user", "value")`.
  func secondOfPair(_ name: Range<Int>, at open: Int) -> ContextCandidate? {
    guard let comma = endOfArgument(from: open + 1) else { return nil }
    return lastOrInner(value(.position, name, after: skipSpace(comma + 1), mustBeQuoted: true))
  }

  /// The value of an argument after which the call goes on or ends, at once or after a method of the literal.
  private func lastOrInner(_ candidate: ContextCandidate?) -> ContextCandidate? {
    guard let candidate else { return nil }
    let end = skipSpace(candidate.value.upperBound + 1)
    return ").,".utf8.contains(self[end]) ? candidate : nil
  }

  /// The comma after an argument; `nil` when it is the last one.
  func endOfArgument(from place: Int) -> Int? {
    var index = place
    var mark: UInt8?
    var depth = 0
    while index - place < 256, index < bytes.count {
      let byte = bytes[index]
      if let open = mark {
        if byte == UInt8(ascii: "\\") { index += 1 } else if byte == open { mark = nil }
      } else if isQuote(byte) {
        mark = byte
      } else if byte == UInt8(ascii: "(") {
        depth += 1
      } else if byte == UInt8(ascii: ")") {
        if depth == 0 { return nil }
        depth -= 1
      } else if byte == UInt8(ascii: ","), depth == 0 {
        return index
      }
      index += 1
    }
    return nil
  }

  /// `user:password@tcp(host)` of Go's drivers, from the `@`.
  func dataSourcePassword(at place: Int) -> ContextCandidate? {
    var start = place
    while place - start < 128, self[start - 1] > 0x20, self[start - 1] != UInt8(ascii: ":"),
      !isQuote(self[start - 1])
    {
      start -= 1
    }
    guard self[start - 1] == UInt8(ascii: ":"), start < place else { return nil }
    var user = start - 1
    while start - user < 64, self[user - 1].isASCIILetterOrDigit || "_-.".utf8.contains(self[user - 1]) { user -= 1 }
    guard isQuote(self[user - 1]) || self[user - 1] == UInt8(ascii: "=") else { return nil }
    return ContextCandidate(form: .url, name: user..<(start - 1), value: start..<place, isQuoted: true)
  }

  /// The literal of a call that follows the one with the name: `find("password").sendKeys("value")`,
  /// `env("NAME").unwrap_or("value")`, `when(getSecret()).thenReturn("value")`.
  func nextCall(_ name: Range<Int>, after place: Int) -> ContextCandidate? {
    var index = place
    while index - place < 8, self[index] == UInt8(ascii: ")") { index = skipBlanks(index + 1) }
    index = skipSpace(index)
    guard self[index] == UInt8(ascii: ".") else { return nil }
    let calls: [(String, ContextCandidate.Form)] = [
      ("sendkeys(", .argument), ("send_keys(", .argument), ("type(", .argument), ("fill(", .argument),
      ("setvalue(", .argument), ("set_value(", .argument), ("settext(", .argument), ("unwrap_or(", .fallback),
      ("orelse(", .fallback), ("getorelse(", .fallback), ("thenreturn(", .argument), ("andreturn(", .argument),
      ("returns(", .argument),
    ]
    guard let call = calls.first(where: { starts(with: $0.0, at: index + 1) }) else { return nil }
    return value(call.1, name, after: index + 1 + call.0.utf8.count, mustBeQuoted: true)
  }

  /// The literal that a function with the name does nothing but return: `getSecret() { return "value"; }`.
  func returnedValue(_ name: Range<Int>, after place: Int) -> ContextCandidate? {
    let open = skipBlanks(place)
    guard self[open] == UInt8(ascii: "{") else { return nil }
    let start = skipSpace(open + 1)
    return starts(with: "return ", at: start) ? value(.assignment, name, after: start + 7, mustBeQuoted: true) : nil
  }

  /// Whether a name without quotes is the first of two: `{name, "value"}` of Erlang, `set :name, "value"` of Ruby,
  /// `put(NAME, "value")`, an option of libcurl.
  func isFirstOfTuple(_ name: Range<Int>) -> Bool {
    switch self[name.lowerBound - 1] {
    case UInt8(ascii: "{"): syntax == .code || syntax == .config
    case UInt8(ascii: "("): name.allSatisfy { !(0x61...0x7A).contains(bytes[$0]) }
    case UInt8(ascii: ":"): syntax == .code && " (".utf8.contains(self[name.lowerBound - 2])
    default: starts(with: "curlopt_userpwd", at: name.lowerBound)
    }
  }

  /// The `default = "value"` of the call or block that a quoted name opens: `add_argument("--token", default="value")`,
  /// `variable "token" { default = "value" }`.
  func defaultValue(_ name: Range<Int>, from place: Int, before end: UInt8) -> ContextCandidate? {
    var index = place
    while index - place < 300, index < bytes.count, bytes[index] != end {
      if starts(with: "default", at: index), !Self.isNameByte(self[index - 1]) {
        let equals = skipBlanks(index + 7)
        guard self[equals] == UInt8(ascii: "=") else { return nil }
        return value(.pair, name, after: equals + 1, mustBeQuoted: true)
      }
      index += 1
    }
    return nil
  }

  /// Whether a quoted text that ends with the name is a flag or the selector of a field: `"--password"`, `"#password"`,
  /// `"input[name=password]"`.
  func isFlagOrSelector(before place: Int, in mark: UInt8) -> Bool {
    switch self[place - 1] {
    case UInt8(ascii: "-"):
      return self[place - 2] == mark || self[place - 2] == UInt8(ascii: "-") && self[place - 3] == mark
    case UInt8(ascii: "#"): return self[place - 2] == mark
    case UInt8(ascii: "="): return ["[name=", "[id="].contains { ends(with: $0, before: place) }
    default: return false
    }
  }

  /// What a script of expect sends when it is asked for a password: `expect "password:" { send "value\r" }`.
  func sentPassword(_ name: Range<Int>) -> ContextCandidate? {
    guard self[name.upperBound - 1] == UInt8(ascii: "d"), syntax != .markup, syntax != .config,
      ends(with: "password", before: name.upperBound)
    else { return nil }
    var place = name.upperBound
    while place - name.upperBound < 48, " \t\r\n:*?{}\"".utf8.contains(self[place]) { place += 1 }
    guard place > name.upperBound, starts(with: "send ", at: place) else { return nil }
    place = skipBlanks(place + 5)
    if starts(with: "-- ", at: place) { place = skipBlanks(place + 3) }
    guard let mark = quote(at: place), mark.length == 1 else { return nil }
    let start = place + 1
    // The line break that is sent after it.
    guard let end = firstIndex(of: UInt8(ascii: "\\"), from: start, limit: 96), end > start,
      "rn".utf8.contains(self[end + 1]), self[end + 2] == mark.byte
    else { return nil }
    return ContextCandidate(form: .argument, name: name, value: start..<end, isQuoted: true)
  }

  /// The secret that a PowerShell command makes a secure string of, or the one that is piped into `chpasswd`.
  func pipedPassword(_ program: Range<Int>) -> ContextCandidate? {
    if starts(with: "convertto", at: program.lowerBound) {
      var place = skipBlanks(program.upperBound)
      if starts(with: "-string ", at: place) { place = skipBlanks(place + 8) }
      guard quote(at: place) != nil else { return nil }
      var candidate = value(.command, program, after: place, mustBeQuoted: true)
      candidate?.form = .command
      return candidate
    }
    // `echo 'user:password' | chpasswd`, `echo 'password' | sudo -S`
    var end = program.lowerBound
    if ends(with: "sudo ", before: end) { end -= 5 }
    while program.lowerBound - end < 13, " |".utf8.contains(self[end - 1]) { end -= 1 }
    let mark = self[end - 1]
    guard end < program.lowerBound, isQuote(mark) else { return nil }
    end -= 1
    var start = end
    while end - start < 96, self[start - 1] >= 0x20, self[start - 1] != mark { start -= 1 }
    if starts(with: "sudo", at: program.lowerBound) {
      guard self[start - 1] == mark, start < end else { return nil }
      return ContextCandidate(
        form: .command,
        name: program.lowerBound..<(program.lowerBound + 4),
        value: start..<end,
        isQuoted: true
      )
    }
    guard self[start - 1] == mark, let colon = firstIndex(of: UInt8(ascii: ":"), from: start, limit: end - start),
      colon + 1 < end
    else { return nil }
    return ContextCandidate(form: .command, name: start..<colon, value: (colon + 1)..<end, isQuoted: true)
  }
}
