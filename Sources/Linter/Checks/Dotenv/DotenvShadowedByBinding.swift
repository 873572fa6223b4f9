import Documents
import Workers

extension Rule {
  /// A key with the name of a binding, which wins (docs/facts/wrangler.md §4.2).
  static let dotenvShadowedByBinding = Rule(
    id: "dotenv/shadowed-by-binding",
    title: "Key with the name of a binding",
    severity: .warning,
    help: """
      When a key of a dotenv file has the name of a binding such as a KV namespace or a database, the Worker gets the \
      binding. The value of the file has no effect.

      Rename the key, or delete the line.
      """,
    examples: [
      .bad([
        "wrangler.jsonc": #"{ "name": "shop", "kv_namespaces": [{ "binding": "CACHE", "id": "{hex:32}" }] }"#,
        ".dev.vars": "«CACHE»=on\nMODE=beta\n",
      ]),
      .bad([
        "wrangler.jsonc": #"{ "name": "shop", "hyperdrive": [{ "binding": "DB", "id": "{hex:32}" }] }"#,
        ".dev.vars": "«DB»=postgres://localhost/shop\n",
      ]),
      .clean([
        "wrangler.jsonc": """
        { "name": "shop",
          "vars": { "MODE": "beta" },
          "env": { "staging": { "kv_namespaces": [{ "binding": "CACHE", "id": "{hex:32}" }] } } }
        """,
        ".dev.vars": "CACHE=on\nMODE=alpha\n",
        ".dev.vars.staging": "MODE=alpha\nCACHE_TTL=3\n",
      ]),
    ],
    check: .project { project, checkout in
      LocalEnvironment.all(of: project, in: checkout).flatMap { environment in
        let bindings = Dictionary(
          // A Secrets Store secret is more than a name clash: `store/local-gap`.
          environment.environment.sectionBindings.filter { $0.kind.sectionKey != "secrets_store_secrets" }
            .map { ($0.name, $0) },
          uniquingKeysWith: { first, _ in first }
        )
        return environment.values.compactMap { value in
          bindings[value.key].map { match(value, shadowedBy: $0, in: environment, of: project) }
        }
      }
    }
  )
}

private func match(
  _ value: LocalValues.LocalValue,
  shadowedBy binding: Binding,
  in environment: LocalEnvironment,
  of project: Project
) -> Match {
  let isHyperdrive = binding.kind.sectionKey == "hyperdrive"
  return Match(
    path: value.file.path,
    region: value.entry.keyRegion,
    message: "\(value.key) of \(value.file.name) has no effect: a binding has the same name (\(binding.kind.words))",
    identity: .name(value.key),
    help: isHyperdrive
      ? "Put the local connection string into `.env` as `CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_\(value.key)`."
      : nil,
    worker: environment.environment.workerName,
    environment: environment.environment.name,
    // Other programs read `.env` too.
    confidence: value.file.isEnv ? .medium : nil,
    related: [
      Match.Related(path: project.config.source.path, region: binding.nameRegion, message: "the binding that wins")
    ]
  )
}
