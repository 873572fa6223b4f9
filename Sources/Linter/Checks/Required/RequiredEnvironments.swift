import Documents
import Text
import Workers

extension Rule {
  /// docs/facts/wrangler.md §2.4.
  static let requiredEnvironmentMissing = Rule(
    id: "required/environment-missing",
    title: "Environment does not require the secrets of the top level",
    severity: .warning,
    help: """
      `secrets` is not inherited. An environment without its own list requires nothing: its deploy passes although a \
      secret is missing, and wrangler compares no names between the lists.

      Repeat the list in the environment.
      """,
    references: ["https://developers.cloudflare.com/workers/wrangler/configuration/#non-inheritable-keys"],
    examples: [
      .bad([
        "wrangler.toml": """
        name = "api"
        main = "a.ts"
        [secrets]
        required = ["API_TOKEN", "MAIL_KEY"]
        [env.«staging»]
        logpush = true
        [env.production.secrets]
        required = «["API_TOKEN"]»

        """
      ]),
      .clean([
        "wrangler.toml": """
        name = "api"
        main = "a.ts"
        [secrets]
        required = ["API_TOKEN"]
        [env.production.secrets]
        required = ["API_TOKEN", "EXTRA"]

        """
      ]),
    ],
    check: .project { project, checkout in
      let config = project.config
      let names = config.topLevel.requiredSecrets.map(\.name)
      if config.isPages || names.isEmpty { return [] }
      return checkout.environments(of: project).filter { $0.name != nil }.compactMap { environment in
        // A name the environment has in another way is no gap, if perhaps a mistake of another kind.
        let known = Set(environment.bindings.map(\.name))
        let missing = names.filter { !known.contains($0) }
        guard !missing.isEmpty else { return nil }
        let list = environment.own["secrets"]?["required"]
        return Match(
          path: config.source.path,
          region: list?.region ?? environment.keyRegion,
          message: list == nil
            ? "\(environment.words) requires no secrets; the top level requires \(missing.joined(separator: ", "))"
            : "\(environment.words) does not require \(missing.joined(separator: ", ")), which the top level requires",
          identity: .name("\(environment.name ?? "")/\(missing.joined(separator: ","))"),
          help:
            "add \(missing.map { "\"\($0)\"" }.joined(separator: ", ")) to `env.\(environment.name ?? "").secrets.required`",
          worker: environment.workerName,
          environment: environment.name
        )
      }
    }
  )

  /// docs/facts/wrangler.md §4.3.
  static let requiredNoScript = Rule(
    id: "required/no-script",
    title: "Required secrets on a Worker without code",
    severity: .warning,
    help: """
      A Worker of assets only has no script and so no bindings: its required secrets are never checked.

      Move the list to the Worker that runs the code, or add `main`.
      """,
    references: ["https://developers.cloudflare.com/workers/static-assets/"],
    examples: [
      .bad([
        "wrangler.json": #"{ "name": "site", "assets": { "directory": "dist" }, "secrets": { "required": «["KEY"]» } }"#
      ]),
      .clean([
        "wrangler.json":
          #"{ "name": "api", "main": "a.ts", "assets": { "directory": "dist" }, "secrets": { "required": ["KEY"] } }"#
      ]),
    ],
    check: .project { project, checkout in
      let config = project.config
      // A build with Vite names the code in the configuration it writes.
      let isBuilt = ["ts", "mts", "js", "mjs"].contains {
        checkout.tree.contains(FilePath.join(project.folder, "vite.config.\($0)"))
      }
      if config.isPages || isBuilt || project.redirect != nil { return [] }
      return checkout.environments(of: project).compactMap { environment in
        guard environment.section("main") == nil, environment.section("assets") != nil,
          let list = environment.own["secrets"]?["required"], !(list.array?.isEmpty ?? true)
        else { return nil }
        return Match(
          path: config.source.path,
          region: list.region,
          message: "\(environment.words) has no `main`, so wrangler never checks these secrets",
          identity: .name(environment.name ?? ""),
          worker: environment.workerName,
          environment: environment.name
        )
      }
    }
  )
}
