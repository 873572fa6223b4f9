import Documents
import Workers

extension Rule {
  /// docs/facts/wrangler.md §2.4.
  static let environmentSectionMissing = Rule(
    id: "config/environment-section-missing",
    title: "Environment lacks a section that is not inherited",
    severity: .warning,
    help: """
      `vars` and bindings are not inherited: an environment without its own starts with none of them, and the code there \
      finds `undefined`.

      Repeat the section in the environment, with the values for it.
      """,
    references: ["https://developers.cloudflare.com/workers/wrangler/configuration/#non-inheritable-keys"],
    examples: [
      .bad([
        "wrangler.toml": "name = \"api\"\n[vars]\nMODE = \"live\"\n[env.«staging»]\nlogpush = true\n"
      ]),
      .clean([
        "wrangler.toml": "name = \"api\"\n[vars]\nMODE = \"live\"\n[env.staging.vars]\nMODE = \"test\"\n"
      ]),
    ],
    check: .project { project, checkout in
      let config = project.config
      if config.isPages { return [] }
      return checkout.environments(of: project).filter { $0.name != nil }.compactMap { environment in
        let missing = ConfigSchema.notInheritable.filter { key in
          // Required secrets have a rule of their own; `define` and the like are about building, not about names.
          key != "secrets" && key != "define" && !isEmpty(config.root[key]) && environment.own[key] == nil
        }
        guard !missing.isEmpty else { return nil }
        let list = missing.map { "`\($0)`" }.joined(separator: ", ")
        return Match(
          path: config.source.path,
          region: environment.keyRegion,
          message: "\(environment.words) has no \(list), which it does not inherit from the top level",
          identity: .name("\(environment.name ?? "")/\(missing.joined(separator: ","))"),
          worker: environment.workerName,
          environment: environment.name,
          related: missing.compactMap { key in
            config.root.table?.member(key).map {
              Match.Related(path: config.source.path, region: $0.keyRegion, message: "`\(key)` of the top level")
            }
          }
        )
      }
    }
  )

  /// docs/facts/wrangler.md §2.4.
  static let environmentNamesMissing = Rule(
    id: "config/environment-names-missing",
    title: "Environment lacks names that the top level has",
    severity: .warning,
    help: """
      An environment takes nothing from the top level's `vars` and bindings. A name that is missing in it is `undefined` \
      in the code that runs there. A var with a secret's name is left out: deployed environments have it as a secret.

      Add the names to the environment, with the values for it.
      """,
    references: ["https://developers.cloudflare.com/workers/wrangler/configuration/#non-inheritable-keys"],
    examples: [
      .bad([
        "wrangler.jsonc": """
        {
          "name": "api",
          "vars": { "MODE": "live", "REGION": "eu" },
          "env": { "staging": { «"vars"»: { "MODE": "test" } } }
        }

        """
      ]),
      .clean([
        "wrangler.jsonc": """
        {
          "name": "api",
          "vars": { "MODE": "live", "SESSION_SECRET": "only-for-development" },
          "env": { "staging": { "vars": { "MODE": "test", "DEBUG": "1" } } }
        }

        """
      ]),
    ],
    check: .project { project, checkout in
      let config = project.config
      let top = names(of: config.topLevel)
      return checkout.environments(of: project).filter { $0.name != nil }.flatMap { environment -> [Match] in
        let own = names(of: environment)
        let everywhere = Set(own.values.joined())
        return top.keys.sorted().compactMap { key in
          guard let member = environment.own.table?.member(key) else { return nil }
          // A name that moved to another kind of binding is not missing.
          let missing = (top[key] ?? []).filter {
            !everywhere.contains($0) && !(key == "vars" && SecretName.isSecret($0))
          }
          guard !missing.isEmpty else { return nil }
          return Match(
            path: config.source.path,
            region: member.keyRegion,
            message:
              "`\(key)` of \(environment.words) lacks \(missing.joined(separator: ", ")), which the top level has",
            identity: .name("\(environment.name ?? "")/\(key)"),
            worker: environment.workerName,
            environment: environment.name
          )
        }
      }
    }
  )

  /// The names of each section that is not inherited, required secrets excepted.
  private static func names(of environment: Environment) -> [String: [String]] {
    let bindings = environment.bindings.filter { binding in
      ConfigSchema.notInheritable.contains(binding.kind.sectionKey) && binding.kind.sectionKey != "secrets"
    }
    return Dictionary(grouping: bindings, by: \.kind.sectionKey).mapValues { $0.map(\.name) }
  }

  private static func isEmpty(_ node: Node?) -> Bool {
    guard let node else { return true }
    return node.array?.isEmpty ?? node.table?.members.isEmpty ?? false
  }
}
