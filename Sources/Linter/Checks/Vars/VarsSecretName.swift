import Documents
import Workers

extension Rule {
  /// A plain text variable whose name promises a secret.
  static let varsSecretName = Rule(
    id: "vars/secret-name",
    title: "Var with a secret's name",
    severity: .warning,
    confidence: .medium,
    help: """
      The name says that the value is a secret, and the value looks like one. Values of `vars` are plain text: everybody \
      who can read the repository, the dashboard or the log of a deploy can read them.

      Names of ids, addresses, switches and public keys are left alone, and so are values that are numbers, addresses, \
      placeholders or names of other things.

      Rotate the value, remove the var, and deploy; only then store the new value with `npx wrangler secret put NAME`, \
      which is refused with code 10053 while a var of that name is live, and list the name in `secrets.required`. \
      `npx wrangler deploy --secrets-file FILE` does it all at once. In a Pages project, remove the var and run `npx \
      wrangler pages secret put NAME`.
      """,
    references: ["https://developers.cloudflare.com/workers/configuration/secrets/"],
    examples: [
      .bad([
        "wrangler.jsonc": """
        {
          "name": "shop",
          "vars": {
            "SESSION_SECRET": «"{base62:40}"»,
            "PAYMENT": { "provider": "acme", "apiKey": «"{hex:32}"» }
          }
        }
        """
      ]),
      .bad(["wrangler.toml": "[env.production.vars]\nADMIN_PASSWORD = «'{password:16}'»\n"]),
      .clean([
        "wrangler.jsonc": """
        {
          "vars": {
            "PUBLIC_KEY": "{base62:40}",
            "ACCESS_KEY_ID": "{HEX:20}",
            "TOKEN_URL": "https://login.example.com/token",
            "TOKEN_TTL": "3600",
            "TOKEN_SECRET": "stripe-token-secret",
            "MAX_TOKENS": 4096,
            "CLIENT_SECRET": "<client secret>",
            "API_KEY": "",
            "DATABASE_URL": "postgres://db.internal:5432/shop",
            "POLICY_AUD": "{hex:64}"
          }
        }
        """
      ]),
      .clean(["wrangler.toml": "[vars]\nAPI_SECRET = \"your-api-secret\"\nSESSION_SECRET = true\n"]),
    ],
    check: .project { project, checkout in
      checkout.environments(of: project).flatMap { environment in
        environment.varTexts.compactMap {
          match(for: $0, environment: environment, project: project, checkout: checkout)
        }
      }
    }
  )

  private static func match(
    for item: VarText,
    environment: Environment,
    project: Project,
    checkout: Checkout
  ) -> Match? {
    let (key, text) = (item.config.key, item.config.text)
    guard SecretName.isSecret(key), SecretValue.isPlausible(text),
      CloudflareCredential.words(forKey: key, value: text) == nil,
      ValueSecret.worst(in: text, tokens: checkout.tokens) == nil
    else { return nil }
    return Match(
      path: project.config.source.path,
      region: item.config.region,
      message:
        "\(item.words)\(environment.suffix) has a secret's name and a literal value (\(Redaction.describe(text)))",
      identity: .secret(text),
      secret: item.config.region,
      help: SecretAdvice.sentence(
        for: item,
        after: "Rotate it",
        environment: environment,
        of: project,
        in: checkout
      ),
      worker: environment.workerName,
      environment: environment.name
    )
  }
}
