import TestSupport

/// Writes JSON documents at random, with comments and trailing commas if wanted.
struct RandomJSON {
  var random: RandomSource
  let hasComments: Bool

  init(seed: UInt64, hasComments: Bool) {
    random = RandomSource(seed: seed)
    self.hasComments = hasComments
  }

  /// A document in which no object has a key twice.
  mutating func document() -> String {
    space() + (random.once(in: 10) ? value(depth: 3) : object(depth: 0)) + space()
  }

  private mutating func space() -> String {
    if hasComments, random.once(in: 8) {
      return random.pick(["// note \"x\"\n", "/* é { */", " /**/ ", "\n  // }\r\n", "/* a\n * b */\n"])
    }
    return random.pick(["", "", " ", "\n  ", "\t", "\r\n"])
  }

  private mutating func object(depth: Int) -> String {
    let members = (0..<random.below(12)).map { number in
      let key = random.pick(["\"k\(number)\"", "\"k \(number) é\"", "\"\\u006b\(number)\\n\""])
      return space() + key + space() + ":" + space() + value(depth: depth + 1) + space()
    }
    return "{" + list(members) + "}"
  }

  private mutating func list(_ items: [String]) -> String {
    let comma = hasComments && !items.isEmpty && random.once(in: 3) ? "," + space() : ""
    return items.joined(separator: ",") + comma + space()
  }

  private mutating func value(depth: Int) -> String {
    switch random.below(depth > 3 ? 7 : 10) {
    case 0: return random.pick(["true", "false", "null"])
    case 1, 2: return number()
    case 3, 4, 5, 6: return string()
    case 7, 8: return object(depth: depth)
    default: return "[" + list((0..<random.below(5)).map { _ in space() + value(depth: depth + 1) + space() }) + "]"
    }
  }

  private mutating func number() -> String {
    let bits = random.next()
    switch random.below(4) {
    case 0: return "\(Int64(bitPattern: bits) >> Int64(random.below(63)))"
    case 1: return "\(random.below(1000)).\(random.below(1000))"
    case 2: return random.pick(["0", "-0", "1.0", "1e5", "1E-5", "-2.5e+3", "9223372036854775807", "0.1"])
    default: return Double(bitPattern: bits).isFinite ? "\(Double(bitPattern: bits))" : "7"
    }
  }

  private mutating func string() -> String {
    let parts = [
      "", "plain", "é€😀", "\\n\\t\\b\\f\\r", "\\\"\\\\\\/", "\\u00e9", "\\ud83d\\ude00", "// x", "{{name}}", "'",
    ]
    return "\"" + (0..<random.below(4)).map { _ in random.pick(parts) }.joined() + "\""
  }
}
