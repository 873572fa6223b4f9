import Documents
import Foundation
import Patterns
import TestSupport
import Testing

@testable import Linter

/// Tokens that stand encoded in a file are found, at the place of what encodes them, and no other is reported twice.
struct EncodedTokenTests {
  private static let scanner = TokenScanner(RuleSet.builtIn.rules)

  private static func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
  private static func hexadecimal(_ text: String) -> String { String(hexadecimal: text.utf8) }
  private static func percent(_ text: String) -> String { text.utf8.map { "%" + String($0, radix: 16) }.joined() }
  private static func escaped(_ text: String) -> String { text.utf8.map { "\\x" + String($0, radix: 16) }.joined() }
  private static func octal(_ text: String) -> String { text.utf8.map { "\\" + String($0, radix: 8) }.joined() }
  private static func list(_ text: String) -> String { text.utf8.map { String($0) }.joined(separator: ", ") }
  private static func json(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
      .replacing("/", with: "\\/")
  }
  private static func entities(_ text: String) -> String {
    text.utf8.map { byte in
      Byte.isPlain(byte) ? String(UnicodeScalar(byte)) : "&#\(byte);"
    }.joined()
  }

  /// What is found in a text: the rule, the text it stands for, the text at its place, and the encodings.
  private static func find(_ text: String) -> [(rule: String, value: String, place: String, words: String)] {
    let bytes = Array(text.utf8)
    var scratch = TokenScanner.Scratch()
    let plain = scanner.scan(bytes, scratch: &scratch)
    let hits = scratch.hits
    let found = EncodedTokenScanner(tokens: scanner).scan(bytes, besides: plain, scratch: &scratch).tokens
    #expect(scratch.hits == hits)
    return found.filter { $0.isSure(in: scanner) }.map {
      (
        scanner.entries[$0.token.entry].id.text, String(decoding: $0.value, as: UTF8.self),
        String(decoding: bytes[$0.place], as: UTF8.self), $0.words
      )
    }
  }

  static let samples = [
    "sk_live_{base62:24}", "xoxb-{digits:12}-{digits:12}-{base62:24}", "ghp_{base62:30}{checksum:crc32-base62}",
  ]

  @Test(arguments: samples, 0..<6)
  func isFoundInEveryEncoding(_ template: String, _ length: Int) throws {
    var text = SampleText(seed: "\(template)/\(length)")
    let token = text.fill(template)
    let rule = try #require(Self.scanner.scan(token).matches.first.map { Self.scanner.entries[$0.entry].id.text })
    let inner = String(repeating: "a", count: length) + " \"" + token + "\" b"
    let cases: [(encoded: String, words: String)] = [
      (Self.base64(inner), "in base64"), (Self.hexadecimal(inner), "in hexadecimal digits"),
      ("0x\(Self.hexadecimal(inner))", "in hexadecimal digits"), (Self.percent(inner), "in percent-encoding"),
      (Self.escaped(inner), "with backslash escapes"),
      (Self.octal(inner), "with backslash escapes"), ("[\(Self.list(inner))]", "in a list of bytes"),
      ("String.fromCharCode(\(Self.list(Self.base64(inner))))", "in base64 in a list of bytes"),
      (Self.base64(Self.base64(inner)), "in base64 in base64"),
      (Self.percent(Self.base64(inner)), "in base64 in percent-encoding"),
      (Self.base64(Self.percent(inner)), "in percent-encoding in base64"),
      (Self.escaped(Self.base64(inner)), "in base64 with backslash escapes"),
      (Self.base64(Self.hexadecimal(Self.base64(inner))), "in base64 in hexadecimal digits in base64"),
      (
        "//# sourceMappingURL=data:application/json;base64,\(Self.base64(#"{"sourcesContent":["\#(Self.escaped(inner))"]}"#))",
        "with backslash escapes in base64"
      ),
    ]
    for (encoded, words) in cases {
      let found = Self.find("const a = '\(encoded)';\n")
      #expect(found.map(\.rule) == [rule], "\(words)")
      #expect(found.map(\.value) == [token])
      #expect(found.map(\.words) == [" \(words)"])
      #expect(found.allSatisfy { encoded.contains($0.place) && $0.place.count > token.count })
    }
    let tooDeep = Self.base64(Self.base64(Self.base64(Self.base64(inner))))
    #expect(Self.find(tooDeep).isEmpty)
  }

  /// The rules ask that no letter stands before a token; an escape ends in one.
  @Test(arguments: [#"line\n«»"#, #"\"key\":\t«»"#, "%22«»%22", "a%3D«»%26b", "a\\u003d«»"])
  func isFoundBehindAnEscape(_ text: String) {
    var sample = SampleText(seed: text)
    let token = sample.fill("sk_live_{base62:24}")
    let found = Self.find(text.replacing("«»", with: token))
    #expect(found.map(\.value) == [token])
    #expect(found.map(\.place) == [token] && found.map(\.words) == [""])
  }

  @Test func isFoundWithEscapesInside() {
    var sample = SampleText(seed: "inside")
    let hook = sample.fill("https://hooks.slack.com/services/T{upper:9}/B{upper:9}/{base62:24}")
    let address = sample.fill("postgres://app:{base62:16}@db.shop.internal:5432/shop")
    for text in [Self.json(hook), Self.percent(hook), Self.entities(hook)] {
      #expect(Self.find("{\"url\": \"\(text)\"}").count == 1, "\(text.prefix(12))")
    }
    let escaped = address.replacing(":", with: "%3A").replacing("/", with: "%2F").replacing("@", with: "%40")
    for text in [escaped, Self.json(Self.json(address)), Self.entities(address)] {
      #expect(Self.find("{\"url\": \"\(text)\"}").count == 1, "\(text.prefix(12))")
    }
  }

  /// What a rule finds as it stands is not found again in what it decodes to.
  @Test(
    arguments: [
      "token: sk_live_{base62:24}\\n", "%22key%22 sk_live_{base62:24} %22and-so-on-and-on-and-on-and-on%22",
      "client-key-data: {base64-of:{pem:rsa}}", "KEY={base64-of:{pem:pkcs8}}", "{jwt:sub=me,iat=1700000000}",
    ]
  )
  func isNotFoundTwice(_ template: String) {
    var sample = SampleText(seed: template)
    #expect(Self.find(sample.fill(template)).isEmpty)
  }

  /// A Kubernetes object other than a Secret, for which there is a rule of its own.
  @Test func isFoundInConfiguration() {
    var sample = SampleText(seed: "secret")
    let text = sample.fill(
      "kind: ConfigMap\nbinaryData:\n  a: {base64-of:sk_live_{base62:24}}\n  b: {base64-of:{\"k\":\"rk_live_{base62:24}\"}}\n"
    )
    #expect(Self.find(text).map(\.rule) == ["token/stripe-secret-key", "token/stripe-restricted-key"])
  }

  /// What has fewer digits than are looked at everywhere is found by how it begins.
  @Test(arguments: [
    "AKIA{base32:16}", "glpat-{base62:20}", "gldt-{base62:20}", "glcbt-{base62:2}_{base62:20}", "GR1348941{base62:20}",
    "rzp_live_{base62:14}", "LTAI{base62:19}5",
  ])
  func aShortTokenIsFoundInBase64(_ template: String) {
    var sample = SampleText(seed: template)
    let token = sample.fill(template)
    let encoded = Self.base64(token)
    #expect(encoded.utf8.prefix { $0 != UInt8(ascii: "=") }.count < 40)
    for text in [
      "key: \(encoded)\n", "a=\(encoded)", "{\"key\": \"\(encoded)\"}", Self.base64("\"k\": \"\(encoded)\" "),
    ] {
      #expect(Self.find(text).map(\.value) == [token], "\(text)")
    }
    // With one digit more it is long enough for the search of all digits.
    #expect(token.utf8.count == 29 || Self.find("x\(encoded)").isEmpty)
  }

  /// A rule about a token of 20 to 29 bytes is of no use in base64 if its beginning is not looked for.
  @Test func everyShortTokenIsLookedForInBase64() throws {
    for rule in RuleSet.withExamples.rules where rule.confidence == .high {
      guard case .token(let token) = rule.check, token.before == 0, !token.ignoresCase, !token.isPublic else {
        continue
      }
      for sample in token.samples where sample.isMatch {
        var text = SampleText(seed: rule.id.text)
        let marked = try #require(MarkedSample(text.fill(sample.template)))
        for range in marked.marked where (20..<30).contains(range.count) {
          let secret = String(decoding: Array(marked.text.utf8)[range], as: UTF8.self)
          // Others follow the name of a setting.
          guard token.anchors.contains(where: { secret.hasPrefix($0) }) else { continue }
          let encoded = Self.base64(secret)
          #expect(Self.find("a: \(encoded)").map(\.value) == [secret], "\(rule.id)")
        }
      }
    }
  }

  /// A list of the bytes of the shortest tokens.
  @Test(arguments: 0..<80)
  func aShortTokenIsFoundInAListOfBytes(_ offset: Int) {
    var sample = SampleText(seed: "list/\(offset)")
    let token = sample.fill("glsoat-{base62:20}")
    let list = token.utf8.map { "\($0)" }.joined(separator: ", ")
    let hexadecimal = token.utf8.map { "0x" + String($0, radix: 16) }.joined(separator: ",")
    for numbers in [list, hexadecimal] {
      #expect((92..<150).contains(numbers.utf8.count))
      let text = String(repeating: "-", count: offset) + "[" + numbers + "]"
      #expect(Self.find(text).map(\.value) == [token], "\(text)")
    }
  }

  @Test func chanceHoldsNoToken() {
    var random = RandomSource(seed: 3)
    let data = Data(random.bytes(7_500_000))
    #expect(Self.find("a = '\(data.base64EncodedString())'").isEmpty)
  }
}

private enum Byte {
  static func isPlain(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2E
  }
}
