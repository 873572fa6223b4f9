import Documents
import Workers

extension Rule {
  /// docs/facts/wrangler.md §1.3.
  static let unknownConfigKey = Rule(
    id: "config/unknown-key",
    title: "Unknown key in the configuration",
    severity: .warning,
    help: """
      wrangler only warns about keys it does not know and goes on without them: a misspelt `secrets` means that no secret \
      is required, and the deploy passes.

      Settings of older versions that do nothing any more, such as `type`, `zone_id` and `usage_model`, are left alone.

      Correct the spelling, or delete the key.
      """,
    references: ["https://developers.cloudflare.com/workers/wrangler/configuration/"],
    examples: [
      .bad(["wrangler.jsonc": "{\n  \"name\": \"api\",\n  «\"secret\"»: { \"required\": [\"KEY\"] }\n}\n"]),
      .bad(["wrangler.toml": "name = \"api\"\n[env.prod]\n«kv_namespace» = []\n"]),
      .bad(["wrangler.toml": "name = \"api\"\n[secrets]\n«require» = []\n"]),
      .bad([
        "wrangler.toml": """
        name = "api"
        [assets]
        directory = "public"
        «not_found» = "404-page"
        [build]
        «cmd» = "npm run build"
        [[secrets_store_secrets]]
        binding = "KEY"
        store_id = "{hex:32}"
        «name» = "key"
        """
      ]),
      .bad([
        "wrangler.jsonc":
          #"{ "name": "api", "previews": { "vars": { "MODE": "x" }, «"secrets"»: { "required": [] } } }"#
      ]),
      .clean(["wrangler.toml": "name = \"api\"\n[vars]\nanything = \"goes\"\n"]),
      .clean([
        "wrangler.toml":
          "name = \"site\"\ntype = \"webpack\"\nzone_id = \"\"\nusage_model = \"bundled\"\n[env.live]\nzone_id = \"{hex:32}\"\n"
      ]),
      .bad(["wrangler.toml": "name = \"old\"\n«kv-namespaces» = [{ binding = \"A\", id = \"{hex:32}\" }]\n"]),
      .clean([
        "wrangler.toml": """
        name = "api"
        assets = { directory = "public", binding = "ASSETS", run_worker_first = true, html_handling = "none" }
        build = { command = "npm run build", cwd = "app", watch_dir = ["src"] }
        """
      ]),
    ],
    check: .project { project, _ in
      project.configs.prefix(1).flatMap { config -> [Match] in
        // Keys of a Pages configuration, removed keys and misplaced keys have rules of their own.
        let isPages = config.isPages
        var matches = unknown(
          in: config.root,
          known: ConfigSchema.topLevel,
          others: ConfigSchema.removed.union(ConfigSchema.redirectedOnly).union(ConfigSchema.outlived),
          place: "at the top level",
          environment: nil,
          config: config
        )
        if isPages { return matches }
        for environment in config.namedEnvironments {
          matches += unknown(
            in: environment.own,
            known: ConfigSchema.environment,
            others: ConfigSchema.removed.union(ConfigSchema.topLevelOnly).union(ConfigSchema.outlived),
            place: "in \(environment.words)",
            environment: environment,
            config: config
          )
        }
        for environment in config.environments {
          for (section, known) in ConfigSchema.sectionKeys {
            guard let node = environment.own[section] else { continue }
            for entry in node.array ?? [node] {
              matches += unknown(
                in: entry,
                known: known,
                others: [],
                place: "in `\(section)`",
                environment: environment,
                config: config
              )
            }
          }
          if let secrets = environment.own["previews"]?.table?.member("secrets") {
            matches.append(match(secrets, place: "in `previews`", environment: environment, config: config))
          }
        }
        return matches
      }
    }
  )

  private static func unknown(
    in node: Node,
    known: Set<String>,
    others: Set<String>,
    place: String,
    environment: Environment?,
    config: WranglerConfig
  ) -> [Match] {
    (node.table?.members ?? []).compactMap { member in
      guard !known.contains(member.key), !others.contains(member.key) else { return nil }
      // A plain value below an environment is most likely a var; see config/key-in-wrong-table.
      if environment != nil, others.contains("env"), WrongTable.isLikelyVar(member) { return nil }
      let guess = [meant[member.key], NearMiss.closest(to: member.key, among: known)].compactMap(\.self)
        .first { known.contains($0) }
      return match(member, place: place, guess: guess, environment: environment, config: config)
    }
  }

  private static func match(
    _ member: Member,
    place: String,
    guess: String? = nil,
    environment: Environment?,
    config: WranglerConfig
  ) -> Match {
    Match(
      path: config.source.path,
      region: member.keyRegion,
      message: "wrangler knows no key \"\(member.key)\" \(place) and leaves it out",
      identity: .name("\(environment?.name ?? "")/\(place)/\(member.key)"),
      help: guess.map { "did you mean \"\($0)\"?" } ?? "delete it, or look up its name in wrangler's documentation",
      worker: environment?.workerName,
      environment: environment?.name
    )
  }

  /// Spellings that people use for a key that is further away than a typing mistake.
  private static let meant = [
    "required_secrets": "secrets", "secret": "secrets", "secret_store": "secrets_store_secrets",
    "secrets_store": "secrets_store_secrets", "variables": "vars", "var": "vars", "environment": "env",
    "environments": "env", "envs": "env", "kv": "kv_namespaces", "r2": "r2_buckets", "d1": "d1_databases",
    "queue": "queues", "cron": "triggers", "crons": "triggers", "entry": "main", "entrypoint": "main",
  ]
}
