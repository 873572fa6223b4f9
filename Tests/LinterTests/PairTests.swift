import Documents
import Linter
import Patterns
import Testing
import Workers

/// Credentials in two halves: one finding, with both places.
struct PairTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let what: String
    let text: String
    /// For each finding its rule and line, and the line of the other half.
    let found: [String]
    var off: [String] = []
    var testDescription: String { what }
  }

  static let rows: [Row] = [
    Row(
      what: "AWS, the id first",
      text: "aws_access_key_id = AKIA{base32:16}\naws_secret_access_key = {base64:40}\n",
      found: ["aws-secret-access-key 2 with 1"]
    ),
    Row(
      what: "AWS, the secret first",
      text: "secretAccessKey: '{base64:40}',\n\naccessKeyId: 'AKIA{base32:16}',\n",
      found: ["aws-secret-access-key 1 with 3"]
    ),
    Row(
      what: "several profiles",
      text: """
        [a]
        aws_access_key_id = AKIA{base32:16}
        aws_secret_access_key = {base64:40}
        [b]
        aws_access_key_id = AKIA{base32:16}
        aws_secret_access_key = {base64:40}
        """,
      found: ["aws-secret-access-key 3 with 2", "aws-secret-access-key 6 with 5"]
    ),
    Row(
      what: "several profiles, the secrets first",
      text: """
        aws_secret_access_key = {base64:40}
        aws_access_key_id = AKIA{base32:16}
        aws_secret_access_key = {base64:40}
        aws_access_key_id = AKIA{base32:16}
        """,
      found: ["aws-secret-access-key 1 with 2", "aws-secret-access-key 3 with 4"]
    ),
    Row(what: "an id alone", text: "id = AKIA{base32:16}\n", found: ["aws-access-key-id 1 alone"]),
    Row(what: "a secret alone", text: "secretAccessKey = {base64:40}\n", found: ["aws-secret-access-key 1 alone"]),
    Row(
      what: "an id far away",
      text: "id = AKIA{base32:16}\n" + String(repeating: "// more\n", count: 100) + "secretAccessKey = {base64:40}\n",
      found: ["aws-access-key-id 1 alone", "aws-secret-access-key 102 alone"]
    ),
    Row(
      what: "an id whose secret nobody wants",
      text: "aws_access_key_id = AKIA{base32:16}\naws_secret_access_key = {base64:40}\n",
      found: ["aws-access-key-id 1 alone"],
      off: ["token/aws-secret-access-key", "source"]
    ),
    Row(
      what: "R2 by the endpoint",
      text: """
        const s3 = new S3Client({
          endpoint: "https://{hex:32}.r2.cloudflarestorage.com",
          credentials: {
            accessKeyId: "{hex:32}",
            secretAccessKey: "{hex:64}",
          },
        });
        """,
      found: ["cloudflare-r2-secret-access-key 5 with 4"]
    ),
    Row(
      what: "Access, headers",
      text: "CF-Access-Client-Id: {hex:32}.access\nCF-Access-Client-Secret: {hex:64}\n",
      found: ["cloudflare-access-service-token-secret-legacy 2 with 1"]
    ),
    Row(
      what: "Access, the new form",
      text: "id: {hex:32}.access\nsecret: cfast_{base62:40}{checksum:crc32-hex}\n",
      found: ["cloudflare-access-service-token-secret 2 with 1"]
    ),
  ]

  @Test(arguments: rows)
  func isOneFinding(_ row: Row) {
    var settings = Settings()
    settings.ignoredRules = row.off.map { RuleSelector($0) }
    var sample = SampleText(seed: row.what)
    let tree = FileTree(texts: ["src/a.ts": sample.fill(row.text)])
    let findings = Scan(rules: .builtIn, settings: settings).run(on: tree, tracked: nil).findings
    let words = findings.map { finding in
      let others = finding.related.map { "\($0.location.start.line)" }.joined(separator: " and ")
      return "\(finding.rule.name) \(finding.location.start.line) \(others.isEmpty ? "alone" : "with \(others)")"
    }
    #expect(words == row.found)
    #expect(findings.allSatisfy { $0.related.allSatisfy { $0.message.hasSuffix("stands here") } })
  }
}
