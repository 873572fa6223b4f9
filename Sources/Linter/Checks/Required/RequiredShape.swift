import Documents
import Workers

extension Rule {
  /// docs/facts/wrangler.md §4.1.
  static let requiredShape = Rule(
    id: "required/shape",
    title: "`secrets` has the wrong shape",
    severity: .error,
    help: """
      Required secrets are declared as `"secrets": { "required": ["NAME", …] }`. wrangler refuses every other shape and a \
      repeated name.

      Write an object with one array of names.
      """,
    references: ["https://developers.cloudflare.com/workers/configuration/secrets/"],
    examples: [
      .bad(["wrangler.json": #"{ "name": "api", "main": "a.ts", "secrets": «["API_TOKEN"]» }"#]),
      .bad(["wrangler.json": #"{ "name": "api", "main": "a.ts", "secrets": { "required": ["A", «"A"», «7»] } }"#]),
      .clean(["wrangler.json": #"{ "name": "api", "main": "a.ts", "secrets": { "required": ["API_TOKEN"] } }"#]),
      .clean(["wrangler.json": #"{ "name": "api", "main": "a.ts", "secrets": {} }"#]),
    ],
    check: .project { project, checkout in
      let config = project.config
      if config.isPages { return [] }
      return checkout.environments(of: project).flatMap { environment -> [Match] in
        func match(_ region: Region, _ message: String) -> Match {
          Match(
            path: config.source.path,
            region: region,
            message: message,
            identity: .name("\(environment.name ?? "")/\(message)"),
            worker: environment.workerName,
            environment: environment.name
          )
        }
        guard let secrets = environment.own["secrets"] else { return [] }
        guard secrets.table != nil else {
          return [match(secrets.region, "`secrets` must be an object with `required`, not \(secrets.kindInWords)")]
        }
        guard let required = secrets["required"] else { return [] }
        guard let nodes = required.array else {
          return [match(required.region, "`secrets.required` must be an array of names, not \(required.kindInWords)")]
        }
        var seen: Set<String> = []
        return nodes.compactMap { node in
          guard let name = node.string else {
            return match(node.region, "a required secret must be a name in quotes, not \(node.kindInWords)")
          }
          if name.isEmpty { return match(node.region, "a required secret needs a name") }
          if !seen.insert(name).inserted { return match(node.region, "\(name) is required twice") }
          return nil
        }
      }
    }
  )
}
