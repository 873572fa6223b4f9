import Linter
import Patterns
import Testing

/// Values that stand for a secret, and values that may be one.
///
/// Holes are filled with random characters.
struct PlaceholderTests {
  @Test(arguments: [
    "", " ", "\t\n", "string", "secret", "SECRET", "token", "Password", "passwd", "key", "value", "apikey", "api_key",
    "API-KEY", "bearer", "none", "null", "nil", "undefined", "true", "false", "empty", "default", "n/a", "unset",
    "not-set",
    "set_me", "changeme", "change-me", "CHANGE_ME", "changethis", "change_this_in_production", "please-change-it-now",
    "replaceme", "replace-me", "REPLACE_WITH_YOUR_KEY", "replace this", "update-me", "fill-in", "fill_me", "todo",
    "TODO: set",
    "FIXME", "tbd", "to-be-set", "insert-token-here", "put-your-key-here", "add-your-token", "enter your key",
    "paste your token here", "your-api-key", "YOUR_API_KEY_HERE", "yourToken", "your_secret", "my-secret", "my_token",
    "mysecret", "my-super-secret", "our-secret", "example", "example-key", "sample_token", "dummy",
    "dummy-token-1234567890",
    "fake-key", "mock", "mock-token", "stub", "placeholder", "redacted", "[redacted]", "<redacted>", "REMOVED",
    "masked",
    "hidden", "censored", "sanitized", "obfuscated", "test", "test-key", "test_secret", "testing", "demo", "demo-token",
    "invalid", "invalid-token", "not-a-real-key", "not-real", "bogus", "foo", "bar", "foobar", "foo-bar-baz",
    "lorem ipsum",
    "xxx", "XXXX", "xxxxxxxxxxxxxxxx", "sk_live_xxxxxxxxxxxx", "xxxx-xxxx-xxxx", "*", "****", "********", "...", "…",
    "-----",
    "0000000000", "11111111", "00000000-0000-0000-0000-000000000000", "a", "1234", "12345678", "1234567890", "abc",
    "abc123",
    "abcdef", "abcdefghijklmnop", "0123456789abcdef", "abababababab", "qwerty", "asdf", "admin", "root", "user", "pass",
    "passw0rd", "password123", "supersecret", "super-secret", "deadbeef", "sk-...abcd", "ghp_****",
    "AKIA................",
    "sk_live_…", "<token>", "<YOUR_API_KEY>", "< token >", "&lt;token&gt;", "${TOKEN}", "${TOKEN:-x}", "$TOKEN",
    "$API_KEY_2",
    "$(cat token)", "$env:TOKEN", "%TOKEN%", "!TOKEN!", "__TOKEN__", "@TOKEN@", "@@TOKEN@@", "{{ token }}", "{{token}}",
    "{% token %}", "{token}", "[token]", "<%= token %>", "#{token}", "((token))", "${{ secrets.TOKEN }}",
    "Bearer ${{ secrets.TOKEN }}", "process.env.TOKEN", "import.meta.env.TOKEN", "env.TOKEN", "c.env.TOKEN",
    "Deno.env.get(x)",
    "os.environ['X']", "op://vault/item/field", "vault:secret/data", "doppler://x", "ssm:/prod/x",
    "arn:aws:secretsmanager:eu-west-1:1:secret:x", "ENC[AES256,data]", "encrypted:abc", "set-via-dashboard",
    "use wrangler secret put",
    "stored-in-1password", "do-not-use", "insecure", "local", "development", "  changeme  ",
  ])
  func standsForASecret(_ value: String) {
    #expect(Placeholder.isPlaceholder(value))
  }

  @Test(arguments: [
    "{hex:32}", "{HEX:40}", "{base62:20}", "{base62:40}", "{base64:44}", "{base64url:43}", "{base32:32}", "{uuid}",
    "{password:12}", "{password:20}", "{digits:12}", "hunter2", "$2b$12${base62:53}", "$argon2id$v=19${base62:43}",
    "$ecret1", "Tr33house", "S3rver-Pa55", "test-{base62:32}", "my-{hex:32}", "key_test_{base62:24}", "demo_{hex:40}",
    "your-{base62:24}", "prod-7f3a9", "{jwt:sub=abc}", "postgres://u:{base62:16}@db.shop-data.net/x",
    "{\"key\":\"{hex:32}\"}",
    "[\"{hex:32}\",\"{hex:32}\"]", "https://api.shop-data.net", "us-east-1", "3600", "production", "hello world",
    "пароль",
    "42", "no", "{pem-escaped:rsa}", "AAAA{base64:40}==", "exam-{hex:16}", "contest-winner", "latest",
    "attestation",
    "barrier", "food", "tester", "todos", "mocha", "stubborn", "yours", "keyboard", "tokenizer", "fakery",
    "@{base62:8}!x@",
  ])
  func mayBeASecret(_ template: String) {
    for round in 0..<20 {
      var sample = SampleText(seed: "\(template)/\(round)")
      let value = sample.fill(template)
      #expect(!Placeholder.isPlaceholder(value), "round \(round)")
    }
  }

  @Test(arguments: [
    ("{hex:32}", false), ("{base62:36}", false), ("AKIA{upper:9}EXAMPLE", true), ("xxxxxxxxxxxxxxxxxxxx", true),
    ("{hex:10}aaaaaaa{hex:10}", true), ("YOUR_{upper:20}", true), ("{hex:8}REDACTED{hex:8}", true),
    ("{base64:20}AAAAAAAAAA{base64:20}", false), ("0123456789abcdef{hex:16}", true), ("{hex:4}test{hex:20}", false),
  ])
  func judgesTokensWithoutAWordList(_ template: String, _ expected: Bool) {
    var sample = SampleText(seed: template)
    let token = Array(sample.fill(template).utf8)
    #expect(Placeholder.isPlaceholder(token: token[...]) == expected)
  }
}
