import Documents
import Workers

extension Rule {
  /// More variables and secrets than a Worker may have.
  static let varsCount = Rule(
    id: "vars/count",
    title: "Too many variables",
    severity: .warning,
    help: """
      A Worker may have 64 variables on the Free plan and 128 on the Paid plan, secrets and plain text together. Wrangler \
      does not count them; Cloudflare refuses the deploy.

      Join values that belong together in one JSON value, or keep them in KV.
      """,
    references: ["https://developers.cloudflare.com/workers/platform/limits/"],
    examples: [
      .bad([
        "wrangler.toml": "[env.production.«vars»]\n" + assignments(60)
          + "[env.production.secrets]\nrequired = [\(names(69))]\n"
      ]),
      .bad(["wrangler.toml": "[«vars»]\n" + assignments(65)]),
      .clean(["wrangler.toml": "[vars]\n" + assignments(64) + "[env.production.vars]\nA = \"1\"\n"]),
    ],
    check: .project { project, checkout in
      checkout.environments(of: project).compactMap { countMatch(for: $0, project: project) }
    }
  )

  private static func assignments(_ count: Int) -> String {
    (1...count).map { "NAME_\($0) = \"\($0)\"\n" }.joined()
  }

  private static func names(_ count: Int) -> String {
    (1...count).map { "\"REQUIRED_\($0)\"" }.joined(separator: ", ")
  }

  private static func countMatch(for environment: Environment, project: Project) -> Match? {
    let vars = Set(environment.vars.map(\.name))
    let required = Set(environment.requiredSecrets.map(\.name)).subtracting(vars)
    let count = vars.count + required.count
    guard count > 64,
      let region = (environment.own.table?.member("vars") ?? environment.own.table?.member("secrets"))?.keyRegion
    else { return nil }
    let parts = required.isEmpty ? "" : " (\(vars.count) vars and \(required.count) required secrets)"
    return Match(
      path: project.config.source.path,
      region: region,
      message: "\(environment.words) has \(count) variables\(parts), more than the \(count > 128 ? 128 : 64) "
        + "of the \(count > 128 ? "Paid" : "Free") plan",
      identity: .name("\(environment.name ?? "")/count"),
      worker: environment.workerName,
      environment: environment.name,
      severity: count > 128 ? .warning : .note
    )
  }
}
