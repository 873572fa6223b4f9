/// What the reader needs to know about the bytes around a place.
extension ContextReader {
  /// Whether a word without quotes stands for a variable here.
  var bareWordsAreCode: Bool { syntax == .code || syntax == .data || syntax == .markup }

  func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
  }

  /// A quotation mark, plain or escaped as in a text within a text.
  func quote(at place: Int) -> (byte: UInt8, length: Int)? {
    let byte = self[place]
    if isQuote(byte) { return (byte, 1) }
    if byte == UInt8(ascii: "\\"), self[place + 1] == UInt8(ascii: "\"") || self[place + 1] == UInt8(ascii: "'") {
      return (self[place + 1], 2)
    }
    return nil
  }

  /// Whether only the parts of a path stand between a quotation mark and a place: `"Auth:ClientSecret"`.
  func isPath(before place: Int, in mark: UInt8) -> Bool {
    var start = place
    while place - start < 48, Self.isNameByte(self[start - 1]) || self[start - 1] == UInt8(ascii: ":") { start -= 1 }
    // `"AWS::IAM::AccessKey"` is a type.
    return self[place - 1] == UInt8(ascii: ":") && self[place - 2] != UInt8(ascii: ":") && self[start - 1] == mark
  }

  func skipBlanks(_ place: Int) -> Int {
    var index = place
    while index - place < 64, self[index] == 0x20 || self[index] == 0x09 { index += 1 }
    return index
  }

  /// Skips blanks and line breaks.
  func skipSpace(_ place: Int) -> Int {
    var index = place
    while index - place < 128, self[index] == 0x20 || (0x09...0x0D).contains(self[index]) { index += 1 }
    return index
  }

  func firstIndex(of byte: UInt8, from place: Int, limit: Int) -> Int? {
    var index = place
    let end = min(bytes.count, place + limit)
    while index < end {
      if bytes[index] == byte { return index }
      index += 1
    }
    return nil
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

  /// Whether a text in lower case ends just before a place, in any case.
  func ends(with text: String, before place: Int) -> Bool {
    let start = place - text.utf8.count
    return start >= 0 && starts(with: text, at: start)
  }

  /// Up to three words before a name, each a blank apart: `Acme secret key`; `nil` when there is none.
  func words(before name: Range<Int>) -> Range<Int>? {
    var start = name.lowerBound
    for _ in 0..<3 {
      var word = start - 1
      while start - word < 24, self[word - 1].isASCIILetterOrDigit { word -= 1 }
      guard self[start - 1] == 0x20, word < start - 1 else { break }
      start = word
    }
    return start < name.lowerBound ? start..<name.lowerBound : nil
  }

  /// Whether twenty letters and digits or more stand at a place, both of them.
  func isLongWord(at place: Int) -> Bool {
    var end = place
    while end - place < 20, self[end].isASCIILetterOrDigit { end += 1 }
    return end - place == 20 && bytes[place..<end].contains { (0x30...0x39).contains($0) }
  }

  /// Whether dashes lead to the name: `--password`, `-Password`.
  func isFlag(_ name: Range<Int>) -> Bool {
    guard self[name.lowerBound - 1] == UInt8(ascii: "-") else { return false }
    let isDouble = self[name.lowerBound - 2] == UInt8(ascii: "-")
    let before = self[name.lowerBound - (isDouble ? 3 : 2)]
    return !Self.isNameByte(before) && (isDouble || syntax == .shell)
  }

  /// Whether a quoted name is the first of its list, or a flag: the next literal of a longer list belongs to no name.
  func isFirstOfPair(_ name: Range<Int>) -> Bool {
    if self[name.lowerBound - 1] == UInt8(ascii: "-") { return true }
    var place = name.lowerBound - 2
    while name.lowerBound - place < 48, " \t\r\n@".utf8.contains(self[place]) { place -= 1 }
    return "([{".utf8.contains(self[place])
  }

  /// Whether the name stands in `${…}`, so that what follows a colon is its default.
  func isInBraces(_ name: Range<Int>) -> Bool {
    self[name.lowerBound - 1] == UInt8(ascii: "{")
      && (self[name.lowerBound - 2] == UInt8(ascii: "$") || self[name.lowerBound - 2] == UInt8(ascii: "#"))
  }

  /// Whether the name is a header in a text: `"X-API-Key: value"`, `-H 'Authorization: …'`.
  func isHeaderInText(_ name: Range<Int>) -> Bool {
    guard isQuote(self[name.lowerBound - 1]) else { return false }
    return self[name.upperBound] == UInt8(ascii: ":")
  }

  /// Whether a byte leads a setting inside of a longer text: `?token=`, `;Password=`.
  func isSettingStart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "?") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: ";")
      || byte == 0x20 && (syntax == .code || syntax == .data || syntax == .markup) || isQuote(byte)
  }

  /// Whether a word before the name makes the rest of the line its value: `ENV NAME value`, `setenv NAME value`.
  func isStatement(_ name: Range<Int>) -> Bool {
    guard syntax == .shell || syntax == .config || syntax == .prose else { return false }
    let directives = ["requirepass", "rocommunity", "rwcommunity", "snmp-server community"]
    if name.count >= 11,
      directives.contains(where: { $0.utf8.count == name.count && starts(with: $0, at: name.lowerBound) })
    {
      return name.lowerBound == 0 || self[name.lowerBound - 1] == UInt8(ascii: "\n")
    }
    guard self[name.lowerBound - 1] == 0x20 else { return false }
    let before = name.lowerBound - 1
    // netrc: `login user password value`; routers: `username user password 0 value`
    if starts(with: "password", at: name.lowerBound), name.count == 8 {
      let user = before - bytes[max(0, before - 64)..<before].reversed().prefix { $0 > 0x20 }.count
      if ["login ", "account ", "username "].contains(where: { ends(with: $0, before: user) }) { return true }
    }
    return ["env", "setenv", "setx", "proxy_set_header", "stats", "enable", "configure set"].contains { word in
      ends(with: word, before: before) && !Self.isNameByte(self[before - word.utf8.count - 1])
    }
  }

  /// Whether the line is nothing but the name and one word without quotation marks, as in files of Redis and Mosquitto.
  func isBareDirective(_ name: Range<Int>, _ place: Int) -> Bool {
    guard syntax == .config, name.lowerBound == 0 || self[name.lowerBound - 1] == UInt8(ascii: "\n") else {
      return false
    }
    var end = place
    while end - place < Self.valueReach, self[end] > 0x20, !isQuote(self[end]) { end += 1 }
    return end > place && (end >= bytes.count || "\r\n".utf8.contains(self[end]))
  }

  /// Whether the line is nothing but the name and one quoted value: `storePassword "x"`, `:api-key "x"`.
  func isDirective(_ name: Range<Int>, _ place: Int) -> Bool {
    guard syntax == .code || syntax == .config, let mark = quote(at: place),
      let close = firstIndex(of: mark.byte, from: place + mark.length, limit: Self.valueReach)
    else { return false }
    var start = name.lowerBound
    while start > 0, name.lowerBound - start < 32, " \t:{".utf8.contains(self[start - 1]) { start -= 1 }
    let end = skipBlanks(close + 1)
    return (start == 0 || self[start - 1] == UInt8(ascii: "\n"))
      && (end >= bytes.count || "\r\n};".utf8.contains(self[end]))
  }

  /// Whether a quotation mark stands here, that of Objective-C included.
  func isLiteral(at place: Int) -> Bool {
    quote(at: place) != nil || self[place] == UInt8(ascii: "@") && quote(at: place + 1) != nil
  }

  /// Whether a quoted value may follow the name directly: `PASSWORD 'x'`, `IDENTIFIED BY 'x'`, `#define KEY "x"`.
  func isSQLOrDefinition(_ name: Range<Int>) -> Bool {
    if starts(with: "identified by", at: name.lowerBound) { return true }
    if ["define ", "(def "].contains(where: { ends(with: $0, before: name.lowerBound) }) { return true }
    // A keyword of Clojure in a map.
    if syntax == .code, self[name.lowerBound - 1] == UInt8(ascii: ":"), " {".utf8.contains(self[name.lowerBound - 2]) {
      return true
    }
    let isPassword = starts(with: "password", at: name.lowerBound) && name.count == 8
    // A sentence is no statement: `password 'x'` after a word of SQL only.
    return isPassword
      && (ends(with: "with ", before: name.lowerBound) || ends(with: "encrypted ", before: name.lowerBound)
        || self[name.lowerBound] == UInt8(ascii: "P") && self[name.lowerBound + 1] == UInt8(ascii: "A"))
  }

  /// Whether a byte can stand in the type of an annotated name.
  private static func joinsType(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, UInt8(ascii: "_"), UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "?"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "|"), UInt8(ascii: "."), UInt8(ascii: "'"),
      UInt8(ascii: "*"), UInt8(ascii: "!"):
      true
    default: false
    }
  }

  /// The `=` after the type of an annotated name: `name: String = "value"`.
  func endOfType(_ place: Int) -> Int? {
    var index = skipBlanks(place)
    guard self[index].isASCIILetterOrDigit || self[index] == UInt8(ascii: "&") || self[index] == UInt8(ascii: "[")
    else {
      return nil
    }
    let start = index
    while index - start < 48 {
      let byte = self[index]
      if byte == UInt8(ascii: "=") {
        return self[index + 1] == UInt8(ascii: "=") || self[index + 1] == UInt8(ascii: ">") ? nil : index
      }
      guard byte.isASCIILetterOrDigit || Self.joinsType(byte) else { return nil }
      index += 1
    }
    return nil
  }
}
