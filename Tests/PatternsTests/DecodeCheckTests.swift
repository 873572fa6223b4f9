import Patterns
import Testing

/// Tokens here are put together from their parts, so that none stands in this file.
@Suite struct DecodeCheckTests {
  private func isValid(_ kind: Checksum, _ text: String) -> Bool {
    kind.verify(secret: Array(text.utf8)[...], body: nil, check: nil)
  }

  private func base64(_ text: String, urlSafe: Bool = false, padded: Bool = true) -> String {
    String(decoding: Base64.encode(text.utf8, urlSafe: urlSafe, padded: padded), as: UTF8.self)
  }

  private let random = String(repeating: "x9Kd", count: 16)

  @Test func `web tokens need an algorithm, an object and a signature`() {
    func token(_ header: String, _ payload: String, _ signature: String) -> String {
      [base64(header, urlSafe: true, padded: false), base64(payload, urlSafe: true, padded: false), signature]
        .joined(separator: ".")
    }
    #expect(isValid(.jwt, token("{\"alg\":\"HS256\",\"typ\":\"JWT\"}", "{\"role\":\"anon\"}", "abcd")))
    #expect(isValid(.jwt, token(" {\"typ\":\"JWT\", \"alg\" : \"RS256\"} ", "{}", "abcd")))
    #expect(!isValid(.jwt, token("{\"alg\":\"none\"}", "{}", "abcd")))
    #expect(!isValid(.jwt, token("{\"alg\":\"HS256\"}", "{}", "")))
    #expect(!isValid(.jwt, token("{\"typ\":\"JWT\"}", "{}", "abcd")))
    #expect(!isValid(.jwt, token("{\"alg\":\"HS256\"}", "[1]", "abcd")))
    #expect(!isValid(.jwt, token("{\"alg\":\"HS256\"", "{}", "abcd")))
    #expect(!isValid(.jwt, "a.b"))
  }

  @Test func `tunnel tokens hold account, tunnel and secret`() {
    let account = String(repeating: "0a", count: 16)
    let tunnel = ["0123abcd", "0123", "4567", "89ab", "0123456789ab"].joined(separator: "-")
    let secret = base64(String(random.prefix(32)))
    #expect(isValid(.cloudflareTunnel, base64("{\"a\":\"\(account)\",\"t\":\"\(tunnel)\",\"s\":\"\(secret)\"}")))
    #expect(
      isValid(
        .cloudflareTunnel,
        base64("{\"s\":\"\(secret)\",\"t\":\"\(tunnel)\",\"a\":\"\(account)\"}", padded: false)
      )
    )
    #expect(!isValid(.cloudflareTunnel, base64("{\"a\":\"fake\",\"t\":\"fake\",\"s\":\"fake\"}")))
    #expect(!isValid(.cloudflareTunnel, base64("{\"a\":\"\(account)\",\"t\":\"\(tunnel)\",\"s\":\"c2hvcnQ=\"}")))
    #expect(
      !isValid(.cloudflareTunnel, base64("{\"a\":\"\(account)\",\"t\":\"\(account)\",\"s\":\"\(secret)\"}"))
    )
    #expect(!isValid(.cloudflareTunnel, base64("{\"a\":\"\(account)\",\"t\":\"\(tunnel)\"}")))
  }

  @Test func `tokens of base64 JSON need their keys`() {
    let sentry = base64("{\"iat\":1.5,\"url\":\"u\",\"org\":\"o\"}")
    #expect(isValid(.sentryOrganization, "sntrys_" + sentry + "_" + random.prefix(43)))
    #expect(isValid(.sentryOrganization, sentry + "_" + random.prefix(43)))
    #expect(!isValid(.sentryOrganization, "sntrys_" + sentry + "_" + random.prefix(42)))
    #expect(!isValid(.sentryOrganization, "sntrys_" + base64("{\"iat\":1}") + "_" + random.prefix(43)))

    #expect(isValid(.grafanaCloud, "glc_" + base64("{\"o\":\"1\",\"n\":\"n\",\"k\":\"k\",\"m\":{\"r\":\"eu\"}}")))
    #expect(!isValid(.grafanaCloud, "glc_" + base64("{\"o\":\"1\",\"n\":\"n\",\"k\":\"k\"}")))

    let account = "{\"email\":\"e\",\"muk\":{\"k\":[1,-2.5e3,null,true,false]},\"secretKey\":\"A3\"}"
    #expect(isValid(.onePassword, "ops_" + base64(account, urlSafe: true, padded: false)))
    #expect(!isValid(.onePassword, "ops_" + base64(String(account.dropLast()))))

    #expect(isValid(.upstashQStash, base64("{\"UserID\":\"u\",\"Password\":\"p\"}")))
    #expect(!isValid(.upstashQStash, base64("{\"UserID\":\"u\"}")))
    #expect(isValid(.convex, "prod:calm-cat-123|" + base64("{\"v2\":\"v\"}")))
    #expect(!isValid(.convex, "prod:calm-cat-123|" + base64("{\"v1\":\"v\"}")))
  }

  @Test func `tokens of other base64 text`() {
    #expect(isValid(.discordBot, base64("123456789012345678") + ".abcdef." + random.prefix(38)))
    #expect(!isValid(.discordBot, base64("1234567890123456") + ".abcdef." + random.prefix(38)))
    #expect(!isValid(.discordBot, base64("123456789012345678") + "." + random.prefix(38)))
    #expect(isValid(.pypi, "pypi-" + base64("\u{2}\u{1}\u{8}pypi.org\u{2}" + random, urlSafe: true)))
    #expect(!isValid(.pypi, "pypi-" + base64("\u{2}\u{1}\u{8}pypi.com\u{2}" + random, urlSafe: true)))
    #expect(isValid(.intercom, base64("tok:" + random)))
    #expect(!isValid(.intercom, base64("tok;" + random)))
    #expect(isValid(.jfrogReference, base64("reftkn:01:1700000000:" + random.prefix(27))))
    #expect(!isValid(.jfrogReference, base64("reftkn:01:never:" + random.prefix(27))))
    #expect(isValid(.awsSES, base64("\u{4}" + random.prefix(32))))
    #expect(!isValid(.awsSES, base64("\u{5}" + random.prefix(32))))
    #expect(!isValid(.awsSES, base64("\u{4}" + random.prefix(31))))
    #expect(isValid(.clerkPublishable, "pk_test_" + base64("calm-cat-1.clerk.accounts.dev$", padded: false)))
    #expect(!isValid(.clerkPublishable, "pk_test_" + base64("calm-cat-1.clerk.accounts.dev", padded: false)))
    #expect(isValid(.atlassianDataCenter, base64("123456789012:" + random.prefix(20))))
    #expect(!isValid(.atlassianDataCenter, base64("12345678901x:" + random.prefix(20))))
    #expect(isValid(.elastic, base64(random.prefix(20) + ":" + random.prefix(22))))
    #expect(!isValid(.elastic, base64(random.prefix(21) + ":" + random.prefix(22))))
    #expect(isValid(.wireGuard, base64(String(random.prefix(32)))))
    #expect(!isValid(.wireGuard, base64(String(random.prefix(33)))))
    #expect(!isValid(.wireGuard, String(random.prefix(42)) + "B="))
  }

  @Test func `base58 of 54 bytes`() {
    // 73 characters of which the value lies in the middle of what 54 bytes can hold.
    #expect(isValid(.jfrogKey, "AKCp" + String(repeating: "8", count: 69)))
    #expect(!isValid(.jfrogKey, "AKCp" + String(repeating: "8", count: 60)))
    #expect(!isValid(.jfrogKey, "AKCp" + String(repeating: "0", count: 69)))
  }

  @Test(
    arguments: [
      ("{}", []), (" {\"a\" : 1 , \"b\":\"x\\\"y\"}\n", ["a", "b"]), ("{\"a\":{\"b\":[{\"c\":1}]}}", ["a"]),
      ("{\"\\u00e9\":-0.5E+3}", ["\\u00e9"]), ("", nil), ("[]", nil), ("{\"a\"}", nil), ("{\"a\":1,}", nil),
      ("{\"a\":01}", nil), ("{\"a\":1}x", nil), ("{\"a\":\"\n\"}", nil), ("{\"a\":\"\\x\"}", nil), ("{a:1}", nil),
      ("{\"a\":tru}", nil), ("{\"a\":1.}", nil), ("{\"a\":\"b", nil), ("{\"a\":", nil), ("{\"\\u12\":1}", nil),
    ] as [(String, [String]?)]
  )
  func `names of a JSON object`(text: String, names: [String]?) {
    #expect(JSONKeys(text.utf8)?.names == names)
  }

  @Test func `strings of a JSON object, and no endless nesting`() {
    let object = JSONKeys("{\"a\":\"x\",\"b\":2,\"c\":\"\",\"a\":\"y\"}".utf8)
    #expect(object?.strings == ["a": "y", "c": ""])
    #expect(object?.contains("b") == true)
    let deep = String(repeating: "[", count: 100_000)
    #expect(JSONKeys("{\"a\":\(deep)".utf8) == nil)
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"), ("\u{fb}\u{ff}", "w7vDvw=="),
  ])
  func `base64 both ways`(plain: String, encoded: String) {
    #expect(base64(plain) == encoded)
    #expect(Base64.decode(encoded.utf8).map { String(decoding: $0, as: UTF8.self) } == plain)
    let bare = encoded.filter { $0 != "=" }
    #expect(Base64.decode(bare.utf8).map { String(decoding: $0, as: UTF8.self) } == plain)
  }

  @Test(arguments: ["A", "AB=", "AB", "AAB", "A===", "AA=A", "AA==AA==", "A A=", "AA-_", "AAAAA"])
  func `what is not base64 is refused`(text: String) {
    #expect(Base64.decode(text.utf8) == nil)
  }

  @Test func `both alphabets, but not in one text`() {
    #expect(Base64.decode("-_-_".utf8, .urlSafe) == Base64.decode("+/+/".utf8))
    #expect(Base64.decode("-_-_".utf8, .any) == [0xfb, 0xff, 0xbf])
    #expect(Base64.decode("+_AA".utf8, .any) == nil)
    #expect(Base64.decode("+/AA".utf8, .urlSafe) == nil)
  }
}
