import Documents
import Workers

extension Rule {
  /// docs/facts/wrangler.md §3.1.
  static let bindingDuplicate = Rule(
    id: "config/binding-duplicate",
    title: "One name for two bindings",
    severity: .error,
    help: """
      A Worker sees all its vars, secrets and bindings in one object, so each name can be used once. wrangler refuses a \
      repeated name; for e-mail bindings and rate limits it does not look, and one of the two is lost.

      Rename one of them, here and in the code.
      """,
    references: ["https://developers.cloudflare.com/workers/runtime-apis/bindings/"],
    examples: [
      .bad([
        "wrangler.jsonc": #"""
        {
          "name": "api",
          "vars": { "CACHE": "on" },
          "kv_namespaces": [{ "binding": «"CACHE"», "id": "{hex:32}" }]
        }

        """#
      ]),
      .clean([
        "wrangler.jsonc": #"""
        {
          "name": "api",
          "kv_namespaces": [{ "binding": "CACHE", "id": "{hex:32}" }],
          "env": { "staging": { "kv_namespaces": [{ "binding": "CACHE", "id": "{hex:32}" }] } }
        }

        """#
      ]),
    ],
    check: .project { project, checkout in
      let config = project.config
      return checkout.environments(of: project).flatMap { environment -> [Match] in
        var first: [String: Binding] = [:]
        return environment.bindings.compactMap { binding in
          guard let other = first[binding.name] else {
            first[binding.name] = binding
            return nil
          }
          // Two equal keys of one object are config/duplicate-key, two equal required names required/shape.
          if case .variable = binding.kind, case .variable = other.kind { return nil }
          if case .requiredSecret = binding.kind, case .requiredSecret = other.kind { return nil }
          return Match(
            path: config.source.path,
            region: binding.nameRegion,
            message: "the name \(binding.name) of this \(binding.kind.words) is already that of a \(other.kind.words)",
            identity: .name("\(environment.name ?? "")/\(binding.name)"),
            worker: environment.workerName,
            environment: environment.name,
            severity: isCompared(binding) && isCompared(other) ? nil : .warning,
            related: [
              Match.Related(path: config.source.path, region: other.nameRegion, message: "the \(other.kind.words)")
            ]
          )
        }
      }
    }
  )

  private static func isCompared(_ binding: Binding) -> Bool {
    if case .section(let section) = binding.kind { section.isComparedByWrangler } else { true }
  }

  /// docs/facts/wrangler.md §3.2.
  static let bindingKindDrift = Rule(
    id: "config/binding-kind-drift",
    title: "One name is of different kinds in different environments",
    severity: .warning,
    help: """
      A name that is a plain var in one environment and a secret in another has two types, and the code sees a string \
      here and something else there. A var is also readable by everybody with access to the repository.

      Use one kind everywhere.
      """,
    examples: [
      .bad([
        "wrangler.jsonc": #"""
        {
          "name": "api",
          "secrets": { "required": ["MAIL_LOGIN"] },
          "env": { "staging": { "vars": { «"MAIL_LOGIN"»: "test" } } }
        }

        """#
      ]),
      .clean([
        "wrangler.jsonc": #"""
        {
          "name": "api",
          "vars": { "MAIL_LOGIN": "live" },
          "env": { "staging": { "vars": { "MAIL_LOGIN": "test" } } }
        }

        """#
      ]),
    ],
    check: .project { project, _ in
      var first: [String: (binding: Binding, environment: Environment)] = [:]
      var matches: [Match] = []
      for environment in project.config.environments {
        for binding in environment.bindings {
          guard let known = first[binding.name] else {
            first[binding.name] = (binding, environment)
            continue
          }
          // Within one environment this is config/binding-duplicate.
          guard known.environment.name != environment.name,
            known.binding.kind.sectionKey != binding.kind.sectionKey,
            holdsValue(known.binding) || holdsValue(binding)
          else { continue }
          matches.append(
            Match(
              path: project.config.source.path,
              region: binding.nameRegion,
              message: "\(binding.name) is a \(binding.kind.words) in \(environment.words) "
                + "and a \(known.binding.kind.words) in \(known.environment.words)",
              identity: .name("\(environment.name ?? "")/\(binding.name)"),
              worker: environment.workerName,
              environment: environment.name,
              related: [
                Match.Related(
                  path: project.config.source.path,
                  region: known.binding.nameRegion,
                  message: "a \(known.binding.kind.words) here"
                )
              ]
            )
          )
        }
      }
      return matches
    }
  )

  /// Whether a binding is a var, a secret or a secret of the store, between which people move names.
  private static func holdsValue(_ binding: Binding) -> Bool {
    ["vars", "secrets", "secrets_store_secrets"].contains(binding.kind.sectionKey)
  }

  /// docs/facts/wrangler.md §3.
  static let nameNotIdentifier = Rule(
    id: "config/name-not-identifier",
    title: "Name that is no identifier",
    severity: .warning,
    help: """
      Cloudflare's API describes the names of vars, secrets and bindings as JavaScript variable names. Others can only be \
      read as `env["…"]`, do not work in `process.env` tooling, and may be refused by other commands.

      Use letters, digits and underscores, and start with a letter or an underscore.
      """,
    references: ["https://developers.cloudflare.com/workers/configuration/environment-variables/"],
    examples: [
      .bad(["wrangler.toml": "name = \"api\"\n[vars]\n«my-flag» = \"on\"\n«\"2FA\"» = \"off\"\n"]),
      .bad(["wrangler.jsonc": #"{ "name": "api", "secrets": { "required": [«"API KEY"»] } }"#]),
      .clean(["wrangler.toml": "name = \"api\"\n[vars]\nMY_FLAG = \"on\"\n_internal = \"1\"\n"]),
    ],
    check: .project { project, checkout in
      checkout.environments(of: project).flatMap { environment in
        environment.bindings.filter {
          !isIdentifier($0.name) && !Placeholder.isReference($0.name) && !isRestOfBrokenValue($0, in: project.config)
        }.map { binding in
          Match(
            path: project.config.source.path,
            region: binding.nameRegion,
            message: "the name \"\(binding.name)\" of this \(binding.kind.words) is no identifier",
            identity: .name("\(environment.name ?? "")/\(binding.kind.sectionKey)/\(binding.name)"),
            worker: environment.workerName,
            environment: environment.name
          )
        }
      }
    }
  )

  /// Whether a name is what is left of a value that a syntax error ends: `config/syntax` speaks of it, without the text.
  private static func isRestOfBrokenValue(_ binding: Binding, in config: WranglerConfig) -> Bool {
    let lines = config.source.lines
    let line = lines.lineNumber(at: binding.nameRegion.start)
    return config.document.errors.contains { (line - 1...line).contains(lines.lineNumber(at: $0.region.start)) }
  }

  private static func isIdentifier(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(0x30...0x39).contains(first) else { return false }
    return name.utf8.allSatisfy { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "_") }
  }
}
