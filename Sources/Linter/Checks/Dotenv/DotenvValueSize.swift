import Documents
import Workers

extension Rule {
  /// A local value that is too long for a secret of a Worker (docs/facts/wrangler.md §7).
  static let dotenvValueSize = Rule(
    id: "dotenv/value-size",
    title: "Value too long for a secret",
    severity: .warning,
    help: """
      A secret or a var of a Worker may have 5 KB at most, and only up to 1,024 bytes does every Secrets Store accept it. A \
      longer value works locally, where nothing checks it, and fails when it is put on the Worker.

      Keep long values in KV or R2, or split them.
      """,
    references: ["https://developers.cloudflare.com/workers/platform/limits/"],
    examples: [
      .bad([
        "wrangler.jsonc": #"{ "name": "shop" }"#,
        ".dev.vars": "SMALL={hex:1024}\n«LARGE»={hex:1025}\n«HUGE»={hex:5200}\n",
      ]),
      .clean([
        "wrangler.jsonc": #"{ "name": "shop" }"#,
        ".dev.vars": "SMALL={hex:1024}\n",
        ".env": "LARGE={hex:1200}\n",
        ".dev.vars.example": "LARGE={hex:1200}\n",
      ]),
      .clean([
        "wrangler.jsonc": #"{ "name": "shop" }"#,
        ".env": "VITE_TEXT={hex:1200}\n",
      ]),
    ],
    check: .project { project, checkout in
      LocalEnvironment.all(of: project, in: checkout).flatMap { environment in
        environment.values.compactMap { match($0, in: environment) }
      }
    }
  )
}

private func match(_ value: LocalValues.LocalValue, in environment: LocalEnvironment) -> Match? {
  let size = value.value.utf8.count
  guard size > ValueSize.everyStore, environment.takes(value.key), !environment.isBinding(value.key),
    value.file.isDevVars || DotenvAudience.of(value.key) == .worker
  else { return nil }
  let limit =
    size > ValueSize.variable
    ? "\(ValueSize.words(ValueSize.variable)) bytes, the limit of a Worker's secret"
    : "\(ValueSize.words(ValueSize.everyStore)) bytes, which every Secrets Store accepts"
  return Match(
    path: value.file.path,
    region: value.entry.keyRegion,
    message: "\(value.key) has \(ValueSize.words(size)) bytes, more than \(limit)",
    identity: .name(value.key),
    worker: environment.environment.workerName,
    environment: environment.environment.name,
    severity: size > ValueSize.variable ? .error : nil
  )
}
