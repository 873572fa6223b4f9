import DeployState
import Documents
import Workers

extension Rule {
  /// A secret that `define` writes into the program.
  static let configDefineSecret = Rule(
    id: "config/define-secret",
    title: "Secret in `define`",
    severity: .error,
    help: """
      `define` replaces names by text while the Worker is built. The text stands in the configuration file, in the bundle \
      and in its source map, and stays readable in every version that was ever uploaded.

      Rotate the value, remove it from `define`, store it with `npx wrangler secret put NAME`, and read it from `env`.
      """,
    references: ["https://developers.cloudflare.com/workers/wrangler/configuration/"],
    examples: [
      .bad([
        "wrangler.jsonc": """
        {
          "define": {
            "DB": «"'postgres://shop:{base62:20}@db.shop-data.net/shop'"»,
            "process.env.API_SECRET": «"\\"{base62:40}\\""»,
            "process.env.MODE": "\\"production\\""
          }
        }
        """
      ]),
      .bad([
        "wrangler.toml": "name = \"shop\"\n",
        "package.json": #"{ "scripts": { "deploy": "wrangler deploy --define «API_SECRET:'{base62:40}'»" } }"#,
      ]),
      .clean([
        "wrangler.toml":
          "[define]\nVERSION = \"'1.2.3'\"\nAPI_KEY = \"globalThis.API_KEY\"\nAPI_SECRET = \"'changeme'\"\n",
        "package.json": #"{ "scripts": { "deploy": "wrangler deploy --define API_SECRET:$SECRET --define MODE:1" } }"#,
      ]),
    ],
    check: .checkout { checkout in
      checkout.projects.flatMap { inConfig($0, checkout: checkout) } + inScripts(checkout)
    }
  )

  private static func inConfig(_ project: Project, checkout: Checkout) -> [Match] {
    checkout.environments(of: project).flatMap { environment in
      let texts =
        ConfigText.all(inMembersOf: environment.own["define"])
        + ConfigText.all(inMembersOf: environment.own["previews"]?["define"])
      return texts.compactMap { item -> Match? in
        guard CloudflareCredential.words(forKey: item.key, value: item.text) == nil,
          let found = DefinedText(name: item.key, text: item.text).judge(with: checkout.tokens)
        else { return nil }
        let name = item.key.split(separator: ".").last.map(String.init) ?? item.key
        let advice = SecretAdvice(
          storing: name,
          removing: .removeValue(item.key, from: "define"),
          environment: environment,
          of: project,
          in: checkout.deploy.state(for: project)
        )
        return Match(
          path: project.config.source.path,
          region: item.region,
          message: "`define` of \(item.key)\(environment.suffix) writes a secret into the bundle: \(found.words)",
          identity: found.identity,
          secret: item.region,
          help: advice.sentence(after: "Rotate it, and read `env.\(name)` in the code"),
          worker: environment.workerName,
          environment: environment.name,
          severity: found.severity,
          confidence: found.confidence
        )
      }
    }
  }

  private static func inScripts(_ checkout: Checkout) -> [Match] {
    checkout.invocations.flatMap { invocation in
      invocation.values(of: "--define").compactMap { word -> Match? in
        guard !word.hasUnknownPart, let colon = word.text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let name = String(word.text[..<colon])
        let text = String(word.text[word.text.utf8.index(after: colon)...])
        guard let found = DefinedText(name: name, text: text, isQuoted: true).judge(with: checkout.tokens) else {
          return nil
        }
        return Match(
          path: invocation.path,
          region: word.region,
          message: "`--define` of \(name) writes a secret into the bundle: \(found.words)",
          identity: found.identity,
          secret: word.region,
          severity: FileRole.isTest(invocation.path) ? found.severity.lowered : found.severity,
          confidence: found.confidence
        )
      }
    }
  }

  /// A replacement text of `define`: an expression of the language, in which a secret is a string literal.
  private struct DefinedText {
    let name: String
    let text: String
    /// Whether the literal's own quotation marks are gone already: the shell took them.
    var isQuoted = false

    func judge(
      with tokens: TokenScanner
    ) -> (words: String, severity: Severity, confidence: Confidence, identity: Identity)? {
      if let secret = ValueSecret.worst(in: text, tokens: tokens) {
        return secret.isPublic ? nil : (secret.words, secret.severity, secret.confidence, secret.identity)
      }
      let bytes = Array(text.utf8)
      let isLiteral = bytes.count > 2 && bytes.first == bytes.last && "\"'`".utf8.contains(bytes[0])
      guard isLiteral || isQuoted else { return nil }
      let value = isLiteral ? String(decoding: bytes[1..<bytes.count - 1], as: UTF8.self) : text
      let last = name.split(separator: ".").last.map(String.init) ?? name
      guard SecretName.isSecret(last), SecretValue.isPlausible(value) else { return nil }
      return ("a literal under a secret's name (\(Redaction.describe(value)))", .error, .medium, .secret(value))
    }
  }
}
