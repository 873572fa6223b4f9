import Documents
import Workers

extension Rule {
  /// docs/facts/wrangler.md §2.2.
  static let workerNameClash = Rule(
    id: "config/worker-name-clash",
    title: "Two environments deploy to one Worker",
    severity: .error,
    help: """
      Each environment is a Worker of its own, told apart by its name alone. Two that resolve to one name overwrite each \
      other's code, bindings and secrets with every deploy.

      Give each environment its own `name`, or leave `name` out: wrangler then appends the environment's name.
      """,
    references: ["https://developers.cloudflare.com/workers/wrangler/environments/"],
    examples: [
      .bad([
        "wrangler.toml": "name = \"api\"\n[env.production]\nname = «\"api\"»\n"
      ]),
      .clean(["wrangler.toml": "name = \"api\"\n[env.production]\nname = \"api-live\"\n[env.staging]\n"]),
    ],
    check: .project { project, checkout in
      let config = project.config
      if config.isPages { return [] }
      let wanted = Set(checkout.environments(of: project).map(\.name))
      var first: [String: Environment] = [:]
      var matches: [Match] = []
      for environment in config.environments {
        guard let name = environment.workerName else { continue }
        guard let other = first[name] else {
          first[name] = environment
          continue
        }
        guard wanted.contains(environment.name) else { continue }
        let region = environment.own["name"]?.region ?? environment.keyRegion
        matches.append(
          Match(
            path: config.source.path,
            region: region,
            message: "\(environment.words) deploys to the Worker \"\(name)\", as \(other.words) does",
            identity: .name("\(environment.name ?? "")/\(name)"),
            worker: name,
            environment: environment.name,
            related: [
              Match.Related(
                path: config.source.path,
                region: other.workerNameRegion ?? other.keyRegion,
                message: "the name for \(other.words)"
              )
            ]
          )
        )
      }
      return matches
    }
  )

  /// docs/facts/wrangler.md §2.2.
  static let workerName = Rule(
    id: "config/worker-name",
    title: "Invalid Worker name",
    severity: .error,
    help: """
      wrangler accepts lower-case letters, digits, `-` and `_`, and no dash at the start. The address on workers.dev \
      further needs at most 63 characters, no `_` and no dash at either end; the name of an environment counts with its \
      suffix.

      Choose a shorter or plainer name, or give the environment a `name` of its own.
      """,
    references: ["https://developers.cloudflare.com/workers/configuration/routing/workers-dev/"],
    examples: [
      .bad(["wrangler.toml": "name = «\"Shop API\"»\n"]),
      .bad(["wrangler.toml": "name = «\"shop-\"»\n"]),
      .clean(["wrangler.toml": "name = \"shop-api\"\n[env.staging]\n"]),
    ],
    check: .project { project, checkout in
      let config = project.config
      return checkout.environments(of: project).compactMap { environment in
        let written = environment.own["name"] ?? (environment.name == nil ? nil : config.root["name"])
        guard let written, let text = written.string, !text.isEmpty, let name = environment.workerName,
          !Placeholder.isReference(text)
        else { return nil }
        func match(_ message: String, _ severity: Severity) -> Match {
          Match(
            path: config.source.path,
            region: written.region,
            message: message,
            identity: .name("\(environment.name ?? "")/\(name)"),
            worker: name,
            environment: environment.name,
            severity: severity
          )
        }
        if !isAccepted(text) {
          // Said once, where the name is written.
          return environment.own["name"] == nil
            ? nil : match("wrangler refuses the Worker name \"\(text)\"", .error)
        }
        if config.isPages || !isOnWorkersDev(environment) { return nil }
        if name.utf8.count > 63 {
          return match(
            "the Worker name \"\(name)\" has \(name.utf8.count) characters, and workers.dev takes 63",
            .warning
          )
        }
        if name.hasSuffix("-") || name.utf8.contains(UInt8(ascii: "_")) || !isAccepted(name) {
          return environment.own["name"] == nil && isPlain(text) == false
            ? nil : match("the Worker name \"\(name)\" cannot be an address on workers.dev", .warning)
        }
        return nil
      }
    }
  )

  /// Whether the Worker gets an address on workers.dev: by default, when it has no routes.
  private static func isOnWorkersDev(_ environment: Environment) -> Bool {
    environment.section("workers_dev")?.boolean
      ?? (environment.section("routes") == nil && environment.section("route") == nil)
  }

  /// The pattern of wrangler itself.
  private static func isAccepted(_ name: String) -> Bool {
    !name.hasPrefix("-")
      && name.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      }
  }

  private static func isPlain(_ name: String) -> Bool {
    isAccepted(name) && !name.hasSuffix("-") && !name.utf8.contains(UInt8(ascii: "_"))
  }
}
