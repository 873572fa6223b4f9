import Documents
import Workers

extension Rule {
  /// Wrangler's own credentials where they reach the Worker, or where wrangler does not look
  /// (docs/facts/wrangler.md §5.2).
  static let dotenvCloudflareToken = Rule(
    id: "dotenv/cloudflare-token",
    title: "Wrangler's credential among the Worker's values",
    severity: .warning,
    help: """
      Wrangler reads its own credentials from `.env` files or the shell, never from `.dev.vars`. Where there is neither a \
      `.dev.vars` file nor a `secrets` property, everything in `.env` also becomes a binding of the Worker in local \
      development, and a Vite build copies it to its output folder.

      Set the credential in the shell, or declare the Worker's own names in `secrets.required`, so that nothing else \
      reaches it.
      """,
    examples: [
      .bad([
        "wrangler.jsonc": #"{ "name": "shop" }"#,
        ".env": "CLOUDFLARE_ACCOUNT_ID={hex:32}\n«CLOUDFLARE_API_TOKEN»={alnum-lower:12}\n",
      ]),
      .bad([
        "wrangler.jsonc": #"{ "name": "shop" }"#,
        ".dev.vars": "«CLOUDFLARE_API_KEY»={alnum-lower:12}\n",
        "drizzle.config.ts": "export default { token: process.env.CLOUDFLARE_API_KEY };\n",
      ]),
      .clean([
        "wrangler.jsonc": #"{ "name": "shop", "secrets": { "required": [] } }"#,
        ".env": "CLOUDFLARE_API_TOKEN={alnum-lower:12}\n",
      ]),
      .clean([
        "wrangler.jsonc": #"{ "name": "shop" }"#,
        ".dev.vars": "MODE=beta\nCLOUDFLARE_API_TOKEN=\n",
        ".env": "CLOUDFLARE_API_TOKEN={alnum-lower:12}\n",
      ]),
      .clean([
        "wrangler.jsonc": #"{ "name": "purge", "main": "src/index.ts" }"#,
        ".dev.vars": "CLOUDFLARE_API_TOKEN={alnum-lower:12}\n",
        "src/index.ts": "export default { fetch: (request, env) => purge(env.CLOUDFLARE_API_TOKEN) };\n",
      ]),
    ],
    check: .project { project, checkout in
      var reads: [String: Bool] = [:]
      return LocalEnvironment.all(of: project, in: checkout).flatMap { environment in
        environment.values.compactMap { value in
          guard credentials.contains(value.key), !value.value.isEmpty, !environment.isRequired(value.key),
            !environment.isVariable(value.key), value.file.isDevVars || !environment.environment.definesSecrets
          else { return nil }
          let isRead = reads[value.key] ?? WorkerReads.mention(value.key, in: project, of: checkout)
          reads[value.key] = isRead
          return isRead ? nil : match(value, in: environment)
        }
      }
    }
  )
}

/// The variables with which wrangler signs in, the deprecated ones among them (docs/facts/wrangler.md §9).
private let credentials: Set<String> = [
  "CLOUDFLARE_API_TOKEN", "CLOUDFLARE_API_KEY", "CLOUDFLARE_ACCESS_CLIENT_SECRET", "CF_API_TOKEN", "CF_API_KEY",
  "WRANGLER_R2_SQL_AUTH_TOKEN", "WRANGLER_CF_AUTHORIZATION_TOKEN",
]

private func match(_ value: LocalValues.LocalValue, in environment: LocalEnvironment) -> Match {
  let name = value.file.name
  return Match(
    path: value.file.path,
    region: value.entry.keyRegion,
    message: value.file.isDevVars
      ? "\(value.key) in \(name) is given to the Worker, while wrangler itself does not read it there"
      : "\(value.key) in \(name) becomes a binding of the Worker in local development",
    identity: .name(value.key),
    help: value.file.isDevVars
      ? "Move \(value.key) to the shell; if the Worker itself needs it, add it to `secrets.required`."
      : nil,
    worker: environment.environment.workerName,
    environment: environment.environment.name,
    confidence: value.file.isDevVars ? .medium : nil
  )
}
