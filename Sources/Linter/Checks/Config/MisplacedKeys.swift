import Documents
import Workers

extension Rule {
  /// docs/facts/wrangler.md §1.3.
  static let removedConfigKey = Rule(
    id: "config/removed-key",
    title: "Key that wrangler has removed",
    severity: .error,
    help: """
      `legacy_env` and `node_compat` are gone, and wrangler 4 refuses a configuration that still has them. In a project \
      whose `package.json` asks for an older wrangler, that is a note.

      Delete the key. In place of `node_compat`, add `"nodejs_compat"` to `compatibility_flags`.
      """,
    references: ["https://developers.cloudflare.com/workers/wrangler/migration/"],
    examples: [
      .bad(["wrangler.toml": "name = \"api\"\n«node_compat» = true\n"]),
      .bad([
        "wrangler.toml": "name = \"api\"\n«legacy_env» = false\n",
        "package.json": #"{ "devDependencies": { "wrangler": "^3.78.0" } }"#,
      ]),
      .clean(["wrangler.toml": "name = \"api\"\ncompatibility_flags = [\"nodejs_compat\"]\n"]),
    ],
    check: .project { project, checkout in
      let found = checkout.environments(of: project).flatMap { environment in
        (environment.own.table?.members ?? []).filter { ConfigSchema.removed.contains($0.key) }
          .map { (member: $0, environment: environment) }
      }
      // Only now is `package.json` worth a look.
      guard !found.isEmpty else { return [] }
      let isOld = (WranglerVersion.major(for: project, in: checkout.tree) ?? .max) < 4
      return found.map { member, environment in
        Match(
          path: project.config.source.path,
          region: member.keyRegion,
          message: "wrangler\(isOld ? " 4" : "") refuses the removed key `\(member.key)`",
          identity: .name("\(environment.name ?? "")/\(member.key)"),
          help: member.key == "node_compat"
            ? "delete it and add \"nodejs_compat\" to compatibility_flags" : "delete it",
          worker: environment.workerName,
          environment: environment.name,
          severity: isOld ? .note : nil
        )
      }
    }
  )

  /// docs/facts/wrangler.md §2.3.
  static let topLevelOnlyKey = Rule(
    id: "config/top-level-only-key",
    title: "Top-level key in an environment",
    severity: .warning,
    help: """
      This setting is read at the top level only; below `env` wrangler warns and leaves it out.

      Move it to the top level.
      """,
    references: ["https://developers.cloudflare.com/workers/wrangler/configuration/#top-level-only-keys"],
    examples: [
      .bad(["wrangler.toml": "name = \"api\"\n[env.staging]\n«keep_vars» = true\n"]),
      .clean(["wrangler.toml": "name = \"api\"\nkeep_vars = true\n[env.staging]\nlogpush = true\n"]),
    ],
    check: .project { project, checkout in
      checkout.environments(of: project).filter { $0.name != nil }.flatMap { environment in
        (environment.own.table?.members ?? []).filter { ConfigSchema.topLevelOnly.contains($0.key) }.map { member in
          Match(
            path: project.config.source.path,
            region: member.keyRegion,
            message: "`\(member.key)` has no effect in \(environment.words)",
            identity: .name("\(environment.name ?? "")/\(member.key)"),
            worker: environment.workerName,
            environment: environment.name
          )
        }
      }
    }
  )
}
