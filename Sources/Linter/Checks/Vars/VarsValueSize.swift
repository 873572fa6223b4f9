import Documents
import Workers

extension Rule {
  /// A var that is too large for Cloudflare, or for a Secrets Store later on.
  static let varsValueSize = Rule(
    id: "vars/value-size",
    title: "Var too large",
    severity: .warning,
    help: """
      A variable of a Worker may have 5 KB; Cloudflare refuses more when the Worker is deployed, and wrangler does not \
      look. Above 1,024 bytes a value cannot move into every Secrets Store. Strings are measured in UTF-8 bytes, other \
      values as compact JSON.

      Keep large values in KV, R2 or a file of the Worker, and only their name in `vars`.
      """,
    references: ["https://developers.cloudflare.com/workers/platform/limits/"],
    examples: [
      .bad(["wrangler.jsonc": #"{ "vars": { "PUBLIC_CERT": «"{lower:1025}"» } }"#]),
      .bad(["wrangler.toml": "[env.production.vars]\nWORDS = «[\"{lower:2000}\", \"{lower:3200}\"]»\n"]),
      .clean(["wrangler.jsonc": #"{ "vars": { "A": "{lower:1024}", "B": { "c": "{lower:1000}" } } }"#]),
    ],
    check: .project { project, checkout in
      checkout.environments(of: project).flatMap { environment in
        environment.vars.compactMap { sizeMatch(for: $0, environment: environment, project: project) }
      }
    }
  )

  private static func sizeMatch(for variable: Binding, environment: Environment, project: Project) -> Match? {
    let size = ValueSize.bytes(of: variable.node)
    guard size > ValueSize.everyStore else { return nil }
    let isRefused = size > ValueSize.variable
    let limit =
      isRefused
      ? "the \(ValueSize.words(ValueSize.variable)) a var may have"
      : "the \(ValueSize.words(ValueSize.everyStore)) every Secrets Store accepts"
    return Match(
      path: project.config.source.path,
      region: variable.node.region,
      message: "var \(variable.name)\(environment.suffix) has \(ValueSize.words(size)) bytes, more than \(limit)",
      identity: .name("\(environment.name ?? "")/\(variable.name)"),
      worker: environment.workerName,
      environment: environment.name,
      severity: isRefused ? .error : .warning
    )
  }
}
