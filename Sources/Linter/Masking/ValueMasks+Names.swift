import Documents
import Workers

/// Covers every value that stands under the name of a secret.
extension ValueMasks {
  /// A name, and how it leads to its value.
  struct Place {
    enum Join {
      case equals, colon, comparison, fallback, argument, call, element, flag, statement, cell, nextLine
    }

    let name: Range<Int>
    let join: Join
    /// Whether the name alone is enough: a mere key or signature covers only what does not read like text.
    let isSure: Bool
  }

  mutating func maskNamedValues(from start: Int, in line: Region) {
    var marks = LineReader.OpenMarks(at: line.start)
    var index = start
    while index < line.end {
      guard ContextReader.isNameByte(bytes[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < line.end, ContextReader.isNameByte(bytes[end]) { end += 1 }
      defer { index = max(index + 1, end) }
      guard let name = nameOfSecret(in: index..<end) else { continue }
      marks.advance(to: name.range.lowerBound, of: reader)
      let enclosing = marks.innermost
      // A value of megabytes is not followed to its end for every name in it.
      let limit = Region(start: line.start, end: min(line.end, name.range.upperBound + 8192))
      guard let (place, value) = join(of: name.range, isSure: name.isSure, enclosing: enclosing, in: limit) else {
        continue
      }
      marks.advance(to: value, of: reader)
      // The literal of the name itself is closed by now.
      end = max(end, maskValue(at: value, place, in: limit, enclosing: marks.innermost))
    }
  }

  /// The name of a secret in a run of characters of names.
  private mutating func nameOfSecret(in run: Range<Int>) -> (range: Range<Int>, isSure: Bool)? {
    guard run.count >= 2, run.count <= 200, Self.mayNameSecret(bytes[run]) else { return nil }
    var (start, end) = (run.lowerBound, run.upperBound)
    while start < end, !bytes[start].isASCIILetterOrDigit, bytes[start] != UInt8(ascii: "_") { start += 1 }
    while end > start, "-.$".utf8.contains(bytes[end - 1]) { end -= 1 }
    guard start < end else { return nil }
    let name = String(decoding: bytes[start..<end], as: UTF8.self)
    // Settings that hold the names of secrets, which are shown.
    if ConfigSchema.topLevel.contains(name) || ["required", "secret_name"].contains(name) { return nil }
    if Self.furtherNames.contains(name.lowercased()) { return (start..<end, true) }
    if let promise = names.promise(of: name) {
      return (start..<end, promise == .password || promise == .secret || promise == .token)
    }
    return SecretName.isSecret(name) ? (start..<end, true) : nil
  }

  /// Names that promise too little for a finding, but enough for a mask.
  private static let furtherNames: Set<String> = [
    "cookie", "set-cookie", "userpwd", "pin", "dsn", "pgpassword", "mysql_pwd", "sig", "pw", "x-amz-signature",
    "access_key_id", "accesskeyid", "credentials", "bearer", "jsessionid", "phpsessid", "sessionid",
    "authorization", "proxy-authorization",
  ]

  /// What every name of a secret holds, in small letters.
  private static let stems: [[UInt8]] = [
    "pass", "pwd", "secret", "token", "key", "auth", "cred", "salt", "psk", "pat", "pw", "cookie", "dsn", "sig", "sess",
    "pin", "bearer", "geheim", "kennwort", "wachtwoord", "phrase", "login", "community", "jwk", "hash", "wort", "psw",
  ].map { Array($0.utf8) }

  private static let stemStarts: [Bool] = (0...255).map { byte in
    stems.contains { $0[0] == UInt8(byte).asciiLowercased }
  }

  private static func mayNameSecret(_ run: ArraySlice<UInt8>) -> Bool {
    run.indices.contains { index in
      stemStarts[Int(run[index])] && stems.contains { run[index...].startsIgnoringCase($0) }
    }
  }

  // MARK: Operators

  /// What joins a name to a value, and where that starts.
  private mutating func join(
    of name: Range<Int>,
    isSure: Bool,
    enclosing: LineReader.Mark?,
    in line: Region
  ) -> (Place, value: Int)? {
    func place(_ join: Place.Join, sure: Bool? = nil) -> Place {
      Place(name: name, join: join, isSure: sure ?? isSure)
    }
    let end = line.end
    let before = reader[name.lowerBound - 1]
    var index = name.upperBound
    var isQuoted = false
    while index < end, let mark = reader.mark(at: index, to: end), LineReader.isQuote(before) || mark == enclosing {
      isQuoted = true
      index += mark.length
      break
    }
    let afterName = index
    while index < end, "]})".utf8.contains(bytes[index]) { index += 1 }
    index = reader.skipBlanks(index, to: end)
    if reader[index] == UInt8(ascii: "]") { index = reader.skipBlanks(index + 1, to: end) }
    guard index < end else {
      // YAML: `- name: DB_PASSWORD`, and its value on the next line.
      if reader.syntax == .config, LineReader.isBlank(before) || isQuoted { open = .pair }
      return nil
    }
    let (byte, next) = (bytes[index], reader[index + 1])
    switch byte {
    case UInt8(ascii: "="):
      if next == UInt8(ascii: ">"), !isQuoted, before != UInt8(ascii: ":"), before != UInt8(ascii: "$") { return nil }
      if isFlag(name) { return (place(.flag), index + 1) }
      var value = index + 1
      while value < end, "=>~".utf8.contains(bytes[value]) { value += 1 }
      return (place(next == byte ? .comparison : .equals), reader.skipBlanks(value, to: end))
    case UInt8(ascii: ":"):
      if next == byte { return nil }
      var value = index + 1
      if "=-+?".utf8.contains(next), next == UInt8(ascii: "=") || before == UInt8(ascii: "{") { value += 1 }
      value = reader.skipBlanks(value, to: end)
      // `name: String = "value"`
      if reader.syntax == .code || reader.syntax == .prose, let equals = endOfType(value, to: end) {
        return (place(.equals), reader.skipBlanks(equals + 1, to: end))
      }
      return (place(.colon), value)
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      var value = index + 1
      while value < end, "=?:!".utf8.contains(bytes[value]) { value += 1 }
      guard value > index + 1 else { return nil }
      return (place(.comparison), reader.skipBlanks(value, to: end))
    case UInt8(ascii: "|"):
      if next == byte { return (place(.fallback), reader.skipBlanks(index + 2, to: end)) }
      return reader.syntax == .prose ? (place(.cell), reader.skipBlanks(index + 1, to: end)) : nil
    case UInt8(ascii: "<"):
      if next == UInt8(ascii: "-") { return (place(.equals), reader.skipBlanks(index + 2, to: end)) }
      if next == UInt8(ascii: "/"), let close = reader.firstIndex(of: UInt8(ascii: ">"), from: index, to: end),
        let open = reader.firstIndex(of: UInt8(ascii: ">"), from: close + 1, to: end), open - close < 24
      {
        return (place(.element), open + 1)
      }
      return nil
    case UInt8(ascii: ">"):
      guard before == UInt8(ascii: "<") || before == UInt8(ascii: ":") || isQuoted else { return nil }
      return (place(.element), index + 1)
    case UInt8(ascii: "["):
      guard let close = reader.firstIndex(of: UInt8(ascii: "]"), from: index, to: min(end, index + 24)) else {
        return nil
      }
      let equals = reader.skipBlanks(close + 1, to: end)
      return reader[equals] == UInt8(ascii: "=") ? (place(.equals), reader.skipBlanks(equals + 1, to: end)) : nil
    case UInt8(ascii: ","):
      let value = reader.skipBlanks(index + 1, to: end)
      if let partner = partnerValue(at: value, to: end) { return (place(.colon), partner) }
      return isQuoted || reader[name.lowerBound - 1] == UInt8(ascii: "-") || before == UInt8(ascii: ":")
        ? (place(.argument), value) : (place(.argument, sure: false), value)
    case UInt8(ascii: "("):
      return isQuoted ? nil : (place(.call), reader.skipBlanks(index + 1, to: end))
    default:
      guard index > afterName else { return nil }
      if let partner = partnerValue(at: index, to: end) { return (place(.colon), partner) }
      if isFlag(name) { return (place(.flag), index) }
      if isQuoted { return nil }
      if reader.mark(at: index, to: end) != nil, reader.syntax != .prose || enclosing == nil {
        return (place(.statement, sure: isSure && reader.syntax != .prose), index)
      }
      return isStatement(name, in: line) ? (place(.statement), index) : nil
    }
  }

  private func isFlag(_ name: Range<Int>) -> Bool {
    guard reader[name.lowerBound - 1] == UInt8(ascii: "-") else { return false }
    let isDouble = reader[name.lowerBound - 2] == UInt8(ascii: "-")
    return !ContextReader.isNameByte(reader[name.lowerBound - (isDouble ? 3 : 2)])
  }

  /// `ENV name value`, `login user password value`, `requirepass value`.
  private func isStatement(_ name: Range<Int>, in line: Region) -> Bool {
    if reader.syntax == .code || reader.syntax == .markup { return false }
    let first = reader.skipBlanks(line.start, to: line.end)
    if name.lowerBound == first { return reader.syntax == .config || reader.syntax == .data }
    if reader.syntax != .prose,
      ["env ", "setenv ", "setx ", "export ", "set ", "arg "].contains(where: { reader.starts(with: $0, at: first) })
    {
      return true
    }
    return reader.starts(with: "machine ", at: first) || reader.starts(with: "login ", at: first)
      || reader.starts(with: "username ", at: first) || reader.starts(with: "enable ", at: first)
  }

  /// The `=` after the type of an annotated name.
  private func endOfType(_ place: Int, to end: Int) -> Int? {
    var index = place
    while index < end, index - place < 48 {
      let byte = bytes[index]
      if byte == UInt8(ascii: "=") {
        return index == place || reader[index + 1] == UInt8(ascii: "=") || reader[index + 1] == UInt8(ascii: ">")
          ? nil : index
      }
      guard byte.isASCIILetterOrDigit || " _&<>?[]|.*!".utf8.contains(byte) else { return nil }
      index += 1
    }
    return nil
  }
}
