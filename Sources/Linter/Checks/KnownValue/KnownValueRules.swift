import Documents
import Workers

/// Where the value of a local secrets file was found, which decides the rule (docs/decisions/known-values.md).
enum KnownValuePlace: Sendable {
  case source, published, built

  var rule: Rule {
    switch self {
    case .source: .knownValueInSource
    case .published: .knownValuePublished
    case .built: .knownValueBuilt
    }
  }

  private var words: String {
    switch self {
    case .source: "here"
    case .published: "in a file that is published"
    case .built: "in the output of a build"
    }
  }

  func match(for hit: KnownValueScanner.Hit, in path: String, severity: Severity?) -> RuleMatch {
    let form = hit.form.words.isEmpty ? "" : ", \(hit.form.words)"
    return RuleMatch(
      rule: rule.id,
      match: Match(
        path: path,
        region: Region(hit.range),
        message: "the value of \(hit.value.name) from \(hit.value.path) stands \(words)\(form)",
        identity: .secret(hit.value.bytes),
        secret: Region(hit.range),
        severity: severity,
        related: [
          Match.Related(path: hit.value.path, region: hit.value.keyRegion, message: "the secret is kept here")
        ]
      )
    )
  }
}

extension Rule {
  /// docs/decisions/known-values.md.
  static let knownValueInSource = Rule(
    id: "known-value/in-source",
    title: "Value of a local secret in another file",
    severity: .error,
    help: """
      The exact value of a secret of `.dev.vars` or `.env` stands in a file that git does not ignore: whoever can read \
      the repository has it. It is found as it is, and in base64, hexadecimal digits, JSON and URL escapes; where it is only \
      a piece of a longer word or token it is not reported.

      A secret counts for all files of its own repository, and for no other: a submodule is one of its own. Outside of a \
      repository it counts for its own project and for files that belong to no other one.

      Read it from `env` here, and revoke it if it was ever pushed.
      """,
    examples: [
      .bad([
        ".dev.vars": "PARTNER_TOKEN={alnum-lower:24#token}\n",
        "src/index.ts": "const partner = fetch(url, { headers: { 'X-Partner': '«{alnum-lower:24#token}»' } });\n",
      ]),
      .bad([
        ".env": "SESSION_SECRET=\"{hex:32#key}\"\n",
        "deploy/values.yaml": "data: «{base64-of:{hex:32#key}}»\n",
      ]),
      .bad([
        "wrangler.toml": "name = \"shop\"\n",
        "package.json": #"{ "scripts": { "dev": "wrangler dev --env-file=./local.vars" } }"#,
        "local.vars": "PARTNER_TOKEN={alnum-lower:24#token}\n",
        "src/index.ts": "const partner = fetch(url, { headers: { 'X-Partner': '«{alnum-lower:24#token}»' } });\n",
      ]),
      .clean([
        ".dev.vars": "PARTNER_TOKEN=changeme\nMODE=production\nPORT=8787\n",
        "src/index.ts": "const mode = 'production'; const text = 'changeme'; serve(8787);\n",
      ]),
      .clean([
        ".dev.vars": "PARTNER_TOKEN={alnum-lower:24#token}\n",
        ".env.local": "PARTNER_TOKEN={alnum-lower:24#token}\n",
        "src/index.ts": "fetch(url, { headers: { 'X-Partner': env.PARTNER_TOKEN } });\n",
      ]),
      .clean([
        ".dev.vars": "PARTNER_TOKEN={alnum-lower:24#token}\n",
        "src/index.ts": "const build = 'x{alnum-lower:24#token}9';\n",
      ]),
    ],
    check: .builtIn
  )

  /// docs/decisions/known-values.md.
  static let knownValuePublished = Rule(
    id: "known-value/published",
    title: "Value of a local secret in a published file",
    severity: .error,
    help: """
      The exact value of a secret of `.dev.vars` or `.env` stands in a file of the folder of static assets: everybody can \
      download it once it is deployed. Bundlers put values of the environment into client code.

      Keep the value on the server, build again, and revoke it if it was ever deployed.
      """,
    examples: [
      .bad([
        "wrangler.toml": "name = \"shop\"\n[assets]\ndirectory = \"public\"\n",
        ".dev.vars": "PARTNER_TOKEN={alnum-lower:24#token}\n",
        "public/app.js": "const k=\"«{alnum-lower:24#token}»\";\n",
      ]),
      .clean([
        "wrangler.toml": "name = \"shop\"\n[assets]\ndirectory = \"public\"\n",
        ".dev.vars": "PARTNER_TOKEN={alnum-lower:24#token}\n",
        "public/app.js": "const k=\"{alnum-lower:24#other}\";\n",
      ]),
    ],
    check: .builtIn
  )

  /// docs/decisions/known-values.md.
  static let knownValueBuilt = Rule(
    id: "known-value/built",
    title: "Value of a local secret in the output of a build",
    severity: .warning,
    help: """
      The exact value of a secret of `.dev.vars` or `.env` was written into the code that a build made, and is uploaded \
      with it. It then does not change with `wrangler secret put`, and everybody who can see the script can read it.

      Read it from `env` at run time in place of `process.env` or `define` at build time, and build again.
      """,
    examples: [
      .bad([
        "wrangler.toml": "name = \"shop\"\n",
        ".gitignore": "dist/\n",
        ".dev.vars": "PARTNER_TOKEN={alnum-lower:24#token}\n",
        "dist/index.js": "const k=\"«{alnum-lower:24#token}»\";\n",
      ]),
      .clean([
        "wrangler.toml": "name = \"shop\"\n",
        ".gitignore": "dist/\n",
        ".dev.vars": "PARTNER_TOKEN={alnum-lower:24#token}\n",
        "dist/index.js": "const k=env.PARTNER_TOKEN;\n",
      ]),
    ],
    check: .builtIn
  )
}
