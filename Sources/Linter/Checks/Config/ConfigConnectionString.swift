import Documents
import Workers

extension Rule {
  /// A database password in the configuration of Hyperdrive.
  static let configConnectionString = Rule(
    id: "config/connection-string",
    title: "Password in `localConnectionString`",
    severity: .error,
    help: """
      `localConnectionString` is the database that `wrangler dev` uses in place of Hyperdrive. It stands in a tracked file \
      together with its password, and the Vite plugin copies it into the configuration it writes to the build folder.

      The password of a database on this machine is only a note; a placeholder, or a password that everybody's local \
      database has, is none.

      Change the password, and put the string into `.env` as \
      `CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_<BINDING>`; wrangler reads it there, not in `.dev.vars`.
      """,
    references: ["https://developers.cloudflare.com/hyperdrive/configuration/local-development/"],
    examples: [
      .bad([
        "wrangler.jsonc": """
        {
          "hyperdrive": [
            { "binding": "DB", "id": "{hex:32}", "localConnectionString": «"postgres://app:{base62:24}@db.shop-data.net:5432/app"» },
            { "binding": "LOCAL", "id": "{hex:32}", "localConnectionString": «"postgres://app:{base62:24}@localhost:5432/app"» }
          ]
        }
        """
      ]),
      .bad([
        "wrangler.toml":
          "[[env.dev.hyperdrive]]\nbinding = \"DB\"\nid = \"{hex:32}\"\nlocalConnectionString = «\"postgres://app:{password:16}@127.0.0.1/app\"»\n"
      ]),
      .clean([
        "wrangler.jsonc": """
        {
          "hyperdrive": [
            { "binding": "DB", "id": "{hex:32}", "localConnectionString": "postgres://app@localhost:5432/app" },
            { "binding": "DB2", "id": "{hex:32}", "localConnectionString": "postgres://app:${PASSWORD}@db.shop-data.net/app" },
            { "binding": "DB3", "id": "{hex:32}" },
            { "binding": "DB4", "id": "{hex:32}", "localConnectionString": "postgres://postgres:postgres@localhost/app" }
          ]
        }
        """
      ]),
    ],
    check: .project { project, checkout in
      checkout.environments(of: project).flatMap { environment in
        (environment.own["hyperdrive"]?.array ?? []).compactMap {
          connectionMatch(for: $0, environment: environment, project: project)
        }
      }
    }
  )

  private static func connectionMatch(for entry: Node, environment: Environment, project: Project) -> Match? {
    guard let node = entry["localConnectionString"], let text = node.string,
      let password = ConnectionPassword.find(in: text).first(where: { !$0.isReference && !$0.isPlaceholder })
    else { return nil }
    let binding = entry["binding"]?.string ?? "<BINDING>"
    let what =
      "the password of a \(password.isLocal ? "local" : "remote") database (\(Redaction.describe(password.password)))"
    return Match(
      path: project.config.source.path,
      region: node.region,
      message: "Hyperdrive \(binding)\(environment.suffix) has \(what) in its `localConnectionString`",
      identity: .secret("\(binding)/\(password.password)"),
      secret: node.region,
      help: (password.isLocal ? "" : "Change the password. ")
        + "Put the string into `.env` as `CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_\(binding)`.",
      worker: environment.workerName,
      environment: environment.name,
      severity: password.isLocal ? .note : .error
    )
  }
}
