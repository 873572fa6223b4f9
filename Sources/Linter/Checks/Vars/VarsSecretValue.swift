import Documents
import Workers

extension Rule {
  /// A credential whose form gives it away, in plain text variables.
  static let varsSecretValue = Rule(
    id: "vars/secret-value",
    title: "Secret in `vars`",
    severity: .error,
    help: """
      Values of `vars` are plain text: they stand in the repository, in the dashboard, in the output of `wrangler \
      versions view` and `wrangler types`, and up to 40 characters of each are printed in the log of every deploy.

      A password of a local database, or a placeholder in its place, is only a note: nothing is lost, but the next real \
      value will land in the same line. A key of a Google API is left alone under a name for browser code, such as \
      `FIREBASE_API_KEY`.

      Rotate the credential, remove the var, and deploy; only then store the new value with `npx wrangler secret put \
      NAME`, which is refused with code 10053 while a var of that name is live, and list the name in `secrets.required`. \
      `npx wrangler deploy --secrets-file FILE` does it all at once. In a Pages project, remove the var and run `npx \
      wrangler pages secret put NAME`.
      """,
    references: [
      "https://developers.cloudflare.com/workers/configuration/secrets/",
      "https://developers.cloudflare.com/workers/configuration/environment-variables/",
    ],
    examples: [
      .bad([
        "wrangler.jsonc": """
        {
          "name": "shop",
          "vars": { "DATABASE_URL": «"postgres://shop:{base62:20}@db.shop-data.net:5432/shop"» },
          "env": { "production": { "vars": { "SIGNER": { "pem": «"{pem-escaped:pkcs8}"» } } } }
        }
        """
      ]),
      .bad([
        "wrangler.toml": """
        name = "shop"
        [vars]
        SESSION = «"{jwt:sub=shop-service,role=service_role}"»
        LOCAL_DB = «"postgres://postgres:{base62:12}@localhost:5432/shop"»
        GEMINI = «"AIza{base62:35}"»
        """
      ]),
      .clean([
        "wrangler.jsonc": """
        {
          "vars": {
            "API_URL": "https://api.shop-data.net/v1",
            "DATABASE_URL": "postgres://${DB_USER}:${DB_PASSWORD}@db.shop-data.net/shop",
            "SUPABASE_ANON_KEY": "{jwt:iss=supabase,role=anon}",
            "FIREBASE_API_KEY": "AIza{base62:35}",
            "CERTIFICATE": "-----BEGIN CERTIFICATE-----\\nMIIB\\n-----END CERTIFICATE-----"
          }
        }
        """
      ]),
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
    // Two rules know these better: vars/cloudflare-credential and vars/public-prefix-secret.
    guard CloudflareCredential.words(forKey: item.config.key, value: item.config.text) == nil,
      !SecretName.hasPublicPrefix(item.config.key),
      let secret = ValueSecret.worst(in: item.config.text, tokens: checkout.tokens)
    else { return nil }
    // A publishable key is where it belongs, unless the name promises its secret sibling.
    if secret.isPublic, !SecretName.isSecret(item.config.key) { return nil }
    // Keys of Google are of both kinds, and only the name tells.
    if item.config.text.hasPrefix("AIza"), SecretName.isPublic(item.config.key) { return nil }
    func advice(after start: String) -> String {
      SecretAdvice.sentence(for: item, after: start, environment: environment, of: project, in: checkout)
    }
    return Match(
      path: project.config.source.path,
      region: item.config.region,
      message:
        "\(item.words)\(environment.suffix) holds a \(secret.isPublic ? "public key" : "secret"): \(secret.words)",
      identity: secret.identity,
      secret: item.config.region,
      help: secret.isPublic
        ? advice(after: "Check whether the secret key was meant here; if so, it must not be in `vars`")
        : advice(after: "Rotate it"),
      worker: environment.workerName,
      environment: environment.name,
      severity: secret.severity,
      confidence: secret.confidence
    )
  }
}
