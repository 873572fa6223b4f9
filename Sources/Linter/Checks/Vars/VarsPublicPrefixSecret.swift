import Documents
import Workers

extension Rule {
  /// A secret under a name that build tools write into browser code.
  static let varsPublicPrefixSecret = Rule(
    id: "vars/public-prefix-secret",
    title: "Secret under a public name",
    severity: .error,
    help: """
      Build tools replace variables whose name starts with `VITE_`, `PUBLIC_`, `NEXT_PUBLIC_`, `NUXT_PUBLIC_`, \
      `EXPO_PUBLIC_`, `REACT_APP_` or `GATSBY_` by their values in the code they build for browsers. Everybody who opens \
      the page can read them. It makes no difference that the file itself is not in the repository.

      Rotate the credential, drop the prefix from its name, and read it in server code only.
      """,
    references: ["https://vite.dev/guide/env-and-mode"],
    examples: [
      .bad([
        ".env": """
        VITE_API_URL=https://api.shop-data.net
        VITE_DATABASE_URL=«postgres://shop:{base62:20}@db.shop-data.net/shop»
        NEXT_PUBLIC_ADMIN_PASSWORD=«"{password:16}"»
        """
      ]),
      .bad(["wrangler.jsonc": #"{ "vars": { "PUBLIC_SERVICE_JWT": «"{jwt:role=service_role,sub=shop}"» } }"#]),
      .clean([
        ".env": """
        VITE_SUPABASE_ANON_KEY={jwt:iss=supabase,role=anon}
        VITE_FIREBASE_API_KEY={base62:39}
        NEXT_PUBLIC_POSTHOG_KEY=phc_{base62:43}
        NEXT_PUBLIC_FORGOT_PASSWORD_PATH=/forgot-password
        PUBLIC_KEY={base64:43}
        DATABASE_URL=postgres://shop:{base62:20}@db.shop-data.net/shop
        """
      ]),
      .clean([".env.example": "VITE_SECRET=changeme\n"]),
    ],
    check: .checkout { checkout in
      publicVars(checkout) + publicDotenv(checkout)
    }
  )

  private static func publicVars(_ checkout: Checkout) -> [Match] {
    checkout.projects.flatMap { project in
      checkout.environments(of: project).flatMap { environment in
        environment.varTexts.compactMap { item -> Match? in
          guard var match = publicMatch(name: item.config.key, value: item.config.text, checkout: checkout) else {
            return nil
          }
          match.path = project.config.source.path
          match.region = item.config.region
          match.secret = item.config.region
          match.message = "\(item.words)\(environment.suffix) \(match.message)"
          match.worker = environment.workerName
          match.environment = environment.name
          return match
        }
      }
    }
  }

  private static func publicDotenv(_ checkout: Checkout) -> [Match] {
    checkout.dotenvFiles.filter { !$0.isExample }.flatMap { file in
      file.document.entries.compactMap { entry -> Match? in
        guard !entry.isContinuation, var match = publicMatch(name: entry.key, value: entry.value, checkout: checkout)
        else { return nil }
        match.path = file.path
        match.region = entry.valueRegion
        match.secret = entry.valueRegion
        match.message = "\(entry.key) \(match.message)"
        if FileRole.isTest(file.path) { match.severity = (match.severity ?? .error).lowered }
        return match
      }
    }
  }

  /// A match that still lacks its place; the message lacks its subject.
  private static func publicMatch(name: String, value: String, checkout: Checkout) -> Match? {
    guard SecretName.hasPublicPrefix(name) else { return nil }
    let plain = SecretName.withoutPublicPrefix(name)
    let help = "Rotate it and rename it to \(plain), so that the build leaves it out of browser code."
    let nowhere = Region(start: 0, end: 0)
    if let secret = ValueSecret.worst(in: value, tokens: checkout.tokens) {
      // Keys of Google's browser APIs are made for pages; the token rule says what there is to say.
      guard !secret.isPublic, !value.hasPrefix("AIza") else { return nil }
      return Match(
        path: "",
        region: nowhere,
        message: "is written into browser code and holds a secret: \(secret.words)",
        identity: secret.identity,
        help: help,
        severity: secret.severity,
        confidence: secret.confidence
      )
    }
    let words = SecretName.words(of: plain)
    guard SecretName.isSecret(plain), SecretValue.isPlausible(value),
      words.contains(where: { ["secret", "password", "passwd", "private", "passphrase", "mnemonic"].contains($0) })
    else { return nil }
    return Match(
      path: "",
      region: nowhere,
      message: "is written into browser code and has a secret's name (\(Redaction.describe(value)))",
      identity: .secret(value),
      help: help,
      severity: .warning,
      confidence: .medium
    )
  }
}
