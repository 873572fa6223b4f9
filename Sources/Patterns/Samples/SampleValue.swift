/// Makes the value of one hole of ``SampleText``.
enum SampleValue {
  /// Longer values are refused: a typo in a template must not fill the memory.
  private static let maxLength = 1_000_000

  /// The value of the hole `{kind:argument}`, or nil if there is no such hole.
  static func make(_ kind: String, _ argument: String, from random: inout SampleRandom) -> [UInt8]? {
    if let alphabet = SampleAlphabet(named: kind) {
      guard let length = Int(argument), (1...maxLength).contains(length) else { return nil }
      return alphabet.value(length: length, from: &random)
    }
    switch kind {
    case "uuid" where argument.isEmpty: return uuid(from: &random)
    case "jwt": return webToken(claims: argument, from: &random)
    case "pem": return SamplePEM.block(argument, lineBreak: "\n", from: &random)
    case "pem-escaped": return SamplePEM.block(argument, lineBreak: "\\n", from: &random)
    case "key": return SampleKey.make(argument, from: &random)
    default: return nil
    }
  }

  private static func uuid(from random: inout SampleRandom) -> [UInt8] {
    let digits = SampleAlphabet(named: "hex")?.value(length: 32, from: &random) ?? []
    var text: [UInt8] = []
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { text.append(0x2d) }
      switch index {
      case 12: text.append(0x34)
      case 16: text.append(Array("89ab".utf8)[random.number(below: 4)])
      default: text.append(digit)
      }
    }
    return text
  }

  private static func webToken(claims: String, from random: inout SampleRandom) -> [UInt8]? {
    var members: [String] = []
    for claim in claims.split(separator: ",") {
      guard let equals = claim.firstIndex(of: "=") else { return nil }
      let value = String(claim[claim.index(after: equals)...])
      members.append("\(quoted(String(claim[..<equals]))):\(isBare(value) ? value : quoted(value))")
    }
    let payload = "{" + members.joined(separator: ",") + "}"
    let head = [#"{"alg":"HS256","typ":"JWT"}"#, payload].map { Base64.encode($0.utf8, urlSafe: true, padded: false) }
    let signature = Base64.encode(random.bytes(32), urlSafe: true, padded: false)
    return Array((head + [signature]).joined(separator: [0x2e]))
  }

  private static func isBare(_ value: String) -> Bool {
    if ["true", "false", "null", "0"].contains(value) { return true }
    guard let first = value.first, first != "0" else { return false }
    return value.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text.unicodeScalars {
      if character == "\"" || character == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(character)
    }
    return quoted + "\""
  }
}
