import Documents
import Workers

extension Rule {
  /// A local value that makes a string of a var that is none (docs/facts/wrangler.md §5.1).
  static let dotenvChangesType = Rule(
    id: "dotenv/changes-type",
    title: "Local value changes the type of a var",
    severity: .warning,
    help: """
      A value from a dotenv file replaces the var of the same name and is always a string: `false` becomes the text \
      `"false"`, which is true in a condition, and an object becomes its JSON text. The Worker then sees another type \
      locally than when it is deployed.

      Make the var a string in the configuration and parse it in code, or do not set it locally.
      """,
    references: ["https://github.com/cloudflare/workers-sdk/issues/7460"],
    examples: [
      .bad([
        "wrangler.jsonc":
          #"{ "name": "shop", "vars": { "DEBUG_MODE": false, "LIMITS": { "max": 3 }, "MODE": "beta" } }"#,
        ".dev.vars": "«DEBUG_MODE»=true\n«LIMITS»={\"max\":5}\nMODE=alpha\n",
      ]),
      .clean([
        "wrangler.jsonc":
          #"{ "name": "shop", "vars": { "RETRIES": "3" }, "env": { "staging": { "vars": { "LIMIT": 3 } } } }"#,
        ".dev.vars": "RETRIES=5\n",
        ".dev.vars.staging": "OTHER=5\n",
        ".env": "LIMIT=4\n",
      ]),
    ],
    check: .project { project, checkout in
      LocalEnvironment.all(of: project, in: checkout).flatMap { environment in
        let vars = Dictionary(environment.environment.vars.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        return environment.values.compactMap { value in
          vars[value.key].flatMap { match(value, replacing: $0, in: environment, of: project) }
        }
      }
    }
  )
}

private func match(
  _ value: LocalValues.LocalValue,
  replacing variable: Binding,
  in environment: LocalEnvironment,
  of project: Project
) -> Match? {
  switch variable.node.value {
  case .integer, .float, .boolean, .array, .table, .null: break
  case .string, .date: return nil
  }
  return Match(
    path: value.file.path,
    region: value.entry.keyRegion,
    message:
      "\(value.key) of \(value.file.name) is a string, while the var it replaces is \(variable.node.kindInWords)",
    identity: .name(value.key),
    worker: environment.environment.workerName,
    environment: environment.environment.name,
    related: [
      Match.Related(
        path: project.config.source.path,
        region: variable.nameRegion,
        message: "the var is \(variable.node.kindInWords) here"
      )
    ]
  )
}
