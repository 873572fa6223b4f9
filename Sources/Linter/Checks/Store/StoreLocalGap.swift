import Documents
import Workers

extension Rule {
  /// A dotenv key meant to supply a Secrets Store binding (docs/facts/wrangler.md §8.3).
  static let storeLocalGap = Rule(
    id: "store/local-gap",
    title: "Dotenv value for a Secrets Store binding",
    severity: .warning,
    help: """
      A Secrets Store binding never gets its value from `.dev.vars` or `.env`. Locally it reads a store of its own below \
      `.wrangler/`, and `get()` fails until the secret has been created there.

      Create the secret in the local store with `npx wrangler secrets-store secret create`, without `--remote`, and delete \
      the line.
      """,
    references: ["https://github.com/cloudflare/workers-sdk/issues/9369"],
    examples: [
      .bad([
        "wrangler.jsonc": """
        { "name": "shop",
          "secrets_store_secrets": [{ "binding": "MAIL_TOKEN", "store_id": "{hex:32}", "secret_name": "mail" }] }
        """,
        ".dev.vars": "«MAIL_TOKEN»={alnum-lower:12}\n",
      ]),
      .clean([
        "wrangler.jsonc": """
        { "name": "shop",
          "env": { "staging": {
            "secrets_store_secrets": [{ "binding": "MAIL_TOKEN", "store_id": "{hex:32}", "secret_name": "mail" }] } } }
        """,
        ".dev.vars": "MAIL_TOKEN={alnum-lower:12}\n",
        ".dev.vars.staging": "MODE=beta\n",
      ]),
    ],
    check: .project { project, checkout in
      LocalEnvironment.all(of: project, in: checkout).flatMap { environment in
        let bindings = environment.environment.sectionBindings.filter { $0.kind.sectionKey == "secrets_store_secrets" }
        return environment.values.compactMap { value in
          bindings.first { $0.name == value.key }.map { match(value, meantFor: $0, in: environment, of: project) }
        }
      }
    }
  )
}

private func match(
  _ value: LocalValues.LocalValue,
  meantFor binding: Binding,
  in environment: LocalEnvironment,
  of project: Project
) -> Match {
  // Only what cannot be a value pasted in the wrong place is repeated.
  func shown(_ field: String, _ isShown: (String.UTF8View) -> Bool, _ stand: String) -> String {
    binding.node[field]?.string.flatMap { isShown($0.utf8) ? $0 : nil } ?? stand
  }
  let store = shown("store_id", { $0.count == 32 && $0.allSatisfy(\.isASCIILetterOrDigit) }, "STORE_ID")
  let name = shown("secret_name", { $0.count <= 40 && $0.allSatisfy { $0.isASCIILetterOrDigit || $0 == 0x5F } }, "NAME")
  return Match(
    path: value.file.path,
    region: value.entry.keyRegion,
    message: "\(value.key) of \(value.file.name) has no effect: the binding reads the Secrets Store",
    identity: .name(value.key),
    help: "Create it locally: `npx wrangler secrets-store secret create \(store) --name \(name) --scopes workers`.",
    worker: environment.environment.workerName,
    environment: environment.environment.name,
    related: [
      Match.Related(path: project.config.source.path, region: binding.nameRegion, message: "the binding of this name")
    ]
  )
}
