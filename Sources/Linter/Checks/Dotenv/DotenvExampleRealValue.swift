import Documents
import Patterns
import Workers

extension Rule {
  /// A real secret in a file that is made to be committed (docs/facts/wrangler.md §11.2).
  static let dotenvExampleRealValue = Rule(
    id: "dotenv/example-real-value",
    title: "Real secret in an example file",
    severity: .error,
    help: """
      Example files are committed on purpose and excepted from `.gitignore`. A secret in one of them is public to everybody \
      who can read the repository, and stays in its history.

      Revoke the secret, and leave only the name or a placeholder in the file.
      """,
    examples: [
      .bad([
        "wrangler.jsonc": #"{ "name": "shop" }"#,
        ".dev.vars.example": """
        MODE=beta
        SESSION_SECRET=«{hex:64}»
        SIGNING_KEY="«{pem:pkcs8}»"
        OTHER_KEY="«{pem-escaped:ec}»"
        """,
      ]),
      .bad([
        "wrangler.jsonc": #"{ "name": "shop" }"#,
        ".env.example": "GITHUB=«ghp_{base62:30}{checksum:crc32-base62}»\n",
      ]),
      .clean([
        "wrangler.jsonc": #"{ "name": "shop" }"#,
        ".dev.vars.example": """
        SESSION_SECRET=
        API_KEY=your-api-key-0123456789
        MAIL_TOKEN=<token>
        JWT_SECRET=a-long-secret-with-at-least-32-characters
        ACCOUNT_ID={hex:32}
        CACHE_KEY={hex:32}
        PASSWORD=xxxxxxxxxxxxxxxxxxxxxxxx
        TOKEN_URL=https://id.example.com/0a1b2c3d4e5f60718293
        SIGNING_KEY="-----BEGIN PRIVATE KEY-----\\n...\\n-----END PRIVATE KEY-----"
        """,
        ".dev.vars": "SESSION_SECRET={hex:64}\n",
      ]),
    ],
    check: .project { project, checkout in project.exampleFiles.flatMap { realValues(in: $0, checkout) } }
  )
}

private func realValues(in file: DotenvFile, _ checkout: Checkout) -> [Match] {
  var matches = privateKeys(in: file)
  for entry in file.document.entries where !entry.isContinuation {
    let isKnown = matches.contains { $0.region.overlaps(entry.valueRegion) }
    if isKnown { continue }
    let tokens = checkout.tokens.scan(entry.value).matches
    let secrets = tokens.filter { !checkout.tokens.entries[$0.entry].rule.isPublic }
    matches += secrets.map { token(of: $0, in: entry, of: file, noun: checkout.tokens.entries[$0.entry].rule.noun) }
    if tokens.isEmpty, let match = namedSecret(entry, in: file) { matches.append(match) }
  }
  return matches
}

private func token(of found: TokenMatch, in entry: DotenvEntry, of file: DotenvFile, noun: String) -> Match {
  let region = entry.region(ofValue: found.secret, in: file.source.bytes)
  return Match(
    path: file.path,
    region: region,
    message: "\(entry.key) of \(file.name) holds a real value: \(noun) (\(found.redaction))",
    identity: .secret(Array(entry.value.utf8)[found.secret.clamped(to: 0..<entry.value.utf8.count)]),
    secret: region
  )
}

/// A value under a secret's name that looks like chance.
private func namedSecret(_ entry: DotenvEntry, in file: DotenvFile) -> Match? {
  guard SecretName.isSecret(entry.key), DotenvAudience.of(entry.key) != .clientBuild, looksRandom(entry.value) else {
    return nil
  }
  return Match(
    path: file.path,
    region: entry.contentRegion,
    message: "\(entry.key) of \(file.name) seems to hold a real value (\(Redaction.describe(entry.value)))",
    identity: .secret(entry.value),
    secret: entry.contentRegion,
    severity: .warning,
    confidence: .medium
  )
}

private func looksRandom(_ value: String) -> Bool {
  let bytes = Array(value.utf8)
  guard (16...512).contains(bytes.count), SecretValue.isPlausible(value), !Placeholder.isPlaceholder(token: bytes[...])
  else { return false }
  // Words joined by dashes, addresses and sentences have no long run of letters with digits among them.
  let runs = bytes.split { !$0.isASCIILetterOrDigit }
  guard let longest = runs.max(by: { $0.count < $1.count }), longest.count >= 16 else { return false }
  let digits = longest.filter { (0x30...0x39).contains($0) }.count
  let entropy = Entropy(of: longest)
  return digits >= 2 && digits < longest.count && entropy.bitsPerByte >= 3 && entropy.longestSequence < 6
    && !bytes.contains(UInt8(ascii: " ")) && !value.contains("://")
}

// MARK: Private keys

/// Every PEM block of a private key in the file with a body that is no illustration.
private func privateKeys(in file: DotenvFile) -> [Match] {
  let bytes = file.source.bytes
  let dashes = Array("-----".utf8)
  var marks: [Int] = []
  var index = 0
  while index + dashes.count <= bytes.count {
    if bytes[index..<index + dashes.count].elementsEqual(dashes) {
      marks.append(index)
      index += dashes.count
    } else {
      index += 1
    }
  }
  // Four runs of dashes enclose the two labels of a block.
  var matches: [Match] = []
  var first = 0
  while first + 3 < marks.count {
    let label = String(decoding: bytes[(marks[first] + 5)..<marks[first + 1]], as: UTF8.self)
    let end = String(decoding: bytes[(marks[first + 2] + 5)..<marks[first + 3]], as: UTF8.self)
    guard label.hasPrefix("BEGIN "), label.hasSuffix("PRIVATE KEY"), label.utf8.count < 40, end.hasPrefix("END ") else {
      first += 1
      continue
    }
    let body = bytes[(marks[first + 1] + 5)..<marks[first + 2]].filter(\.isASCIILetterOrDigit)
    if body.count >= 40, Entropy(of: body[...]).distinctCount >= 16 {
      let region = Region(start: marks[first], end: marks[first + 3] + 5)
      matches.append(
        Match(
          path: file.path,
          region: region,
          message: "\(file.name) holds a private key (\(Redaction.describe(bytes[region.range])))",
          identity: .secret(body),
          secret: region
        )
      )
    }
    first += 4
  }
  return matches
}
