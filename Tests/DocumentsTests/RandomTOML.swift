import TestSupport

/// Writes TOML documents at random that follow the specification, in all the ways it allows.
struct RandomTOML {
  var random: RandomSource

  init(seed: UInt64) {
    random = RandomSource(seed: seed)
  }

  /// A document whose keys are never the same twice in a table.
  mutating func document() -> String {
    let newline = random.once(in: 6) ? "\r\n" : "\n"
    var lines = members(prefix: "m", count: random.below(5))
    for number in 0..<random.below(5) {
      let name = header("t\(number)")
      if random.once(in: 3) {
        for _ in 0..<1 + random.below(3) {
          lines.append("[[\(name)]]" + comment())
          lines += members(prefix: "k", count: random.below(4))
          if random.once(in: 3) {
            lines.append("[\(name).sub]" + comment())
            lines += members(prefix: "k", count: random.below(3))
          }
        }
      } else {
        lines.append(blanks() + "[" + blanks() + name + blanks() + "]" + comment())
        lines += members(prefix: "k", count: random.below(6))
      }
    }
    return lines.joined(separator: newline) + (random.once(in: 2) ? newline : "")
  }

  /// Lines about few names, so that most documents define something twice or extend what is closed.
  mutating func collidingDocument() -> String {
    var lines: [String] = []
    for _ in 0..<2 + random.below(5) {
      let path = (0..<1 + random.below(3)).map { _ in random.pick(["a", "b", "c"]) }.joined(separator: ".")
      switch random.below(8) {
      case 0, 1, 2: lines.append("[\(path)]")
      case 3: lines.append("[[\(path)]]")
      case 4:
        lines.append("\(path) = {\(random.pick(["", "a = 1", "b.c = 1", "a.b = 1, a.c = 2", "a = {}, a.b = 1"]))}")
      case 5: lines.append("\(path) = [{ a = 1 }]")
      default: lines.append("\(path) = 1")
      }
    }
    return lines.joined(separator: "\n")
  }

  private mutating func header(_ name: String) -> String {
    switch random.below(4) {
    case 0: "\"\(name)\""
    case 1: "\(name).in" + blanks() + "." + blanks() + "'ner'"
    default: name
    }
  }

  private mutating func members(prefix: String, count: Int) -> [String] {
    var lines: [String] = []
    for number in 0..<count {
      let name = "\(prefix)\(number)"
      let key: String
      switch random.below(8) {
      case 0: key = "\"\(name) é\""
      case 1: key = "'\(name).x'"
      case 2: key = "\(name).a" + blanks() + "." + blanks() + "\"b c\""
      case 3: key = "\(number)"
      default: key = name
      }
      lines.append(blanks() + key + blanks() + "=" + blanks() + value(depth: 0, isInline: false) + comment())
      if random.once(in: 6) { lines.append(blanks() + comment()) }
    }
    return lines
  }

  private mutating func blanks() -> String { random.pick(["", " ", " ", "\t ", "  "]) }

  private mutating func comment() -> String {
    random.once(in: 5) ? " # \(random.pick(["note", "é ]", "\" '", "x = 1"]))" : ""
  }

  private mutating func value(depth: Int, isInline: Bool) -> String {
    switch random.below(depth > 2 ? 7 : 9) {
    case 0, 1: return string(allowsLines: !isInline)
    case 2: return integer()
    case 3: return float()
    case 4: return random.pick(["true", "false"])
    case 5, 6: return date()
    case 7:
      let space = isInline ? "" : random.pick(["", "\n", " # in array\n  ", "\r\n"])
      let values = (0..<random.below(4)).map { _ in value(depth: depth + 1, isInline: isInline) }
      let comma = !values.isEmpty && random.once(in: 3) ? "," : ""
      return "[" + space + values.joined(separator: space + "," + blanks()) + space + comma + space + "]"
    default:
      let members = (0..<random.below(4)).map { number in
        let key = random.pick(["k\(number)", "\"k \(number)\"", "d\(number).e"])
        return key + blanks() + "=" + blanks() + value(depth: depth + 1, isInline: true)
      }
      return "{" + blanks() + members.joined(separator: "," + blanks()) + blanks() + "}"
    }
  }

  private mutating func string(allowsLines: Bool) -> String {
    let texts = ["", "plain", "é€😀", "a#b = [c]", "tab\there", "{{name}}", "it", "\u{FEFF}x", "e\u{301}"]
    let escapes = ["\\n", "\\t", "\\\"", "\\\\", "\\b\\f\\r", "\\u00e9", "\\U0001F600", "\\u007f", "\\uFFFF"]
    let basic = random.pick(texts) + random.pick(escapes) + random.pick(texts)
    switch random.below(allowsLines ? 6 : 3) {
    case 0: return "\"\(basic)\""
    case 1: return "'\(random.pick(texts))\\ \"'"
    case 2: return "\"\(random.pick(texts))\""
    case 3:
      return
        "\"\"\"\(random.pick(["", "\n"]))\(basic)\n \"\" \(random.pick(texts))\(random.pick(["", "\"", "\"\""]))\"\"\""
    case 4: return "'''\(random.pick(["", "\n", "\r\n"]))\(random.pick(texts))\n''\\\(random.pick(["", "'", "''"]))'''"
    default: return "\"\"\"\(basic)\\\n   \(random.pick(texts)) \\ \n\n  \(basic)\"\"\""
    }
  }

  private mutating func integer() -> String {
    let magnitude = Int64.random(in: 0...Int64.max, using: &random) >> Int64(random.below(63))
    switch random.below(6) {
    case 0: return "0x" + String(magnitude, radix: 16, uppercase: random.once(in: 2))
    case 1: return "0o" + String(magnitude, radix: 8)
    case 2: return "0b1_0" + String(magnitude & 0xFF, radix: 2)
    case 3: return random.pick(["+", "-"]) + "\(magnitude)"
    case 4: return random.pick(["1_000", "-9223372036854775808", "9223372036854775807", "+0", "-0", "1_2_3"])
    default: return "\(magnitude)"
    }
  }

  private mutating func float() -> String {
    let number = Double(bitPattern: random.next())
    switch random.below(4) {
    case 0: return random.pick(["inf", "-inf", "+inf", "nan", "-nan", "+nan"])
    case 1: return random.pick(["1e3", "1E+3", "-0.0", "6.02_2e2_3", "1e06", "0.1", "3.14", "5e-324", "0e0", "-2E-2"])
    default: return number.isFinite ? "\(number)" : "\(Double(random.below(1000)) / 8)"
    }
  }

  private mutating func date() -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let date = "\(1900 + random.below(200))-\(two(1 + random.below(12)))-\(two(1 + random.below(28)))"
    let time =
      "\(two(random.below(24))):\(two(random.below(60))):\(two(random.below(60)))"
      + random.pick(["", "", ".5", ".123456", ".000"])
    let zone = random.pick(["", "Z", "z", "+00:00", "-07:30", "+13:45"])
    switch random.below(3) {
    case 0: return date
    case 1: return time
    default: return date + random.pick(["T", "t", " "]) + time + zone
    }
  }
}
