import Documents
import Workers

extension Rule {
  /// A value of `.env.local` that loses to `.env.<environment>` (docs/facts/wrangler.md §14).
  static let dotenvPrecedence = Rule(
    id: "dotenv/precedence",
    title: "`.env.local` loses to the environment's file",
    severity: .warning,
    help: """
      Wrangler reads `.env`, `.env.local`, `.env.<environment>` and `.env.<environment>.local` in this order, and the last \
      one wins. So `.env.<environment>` beats `.env.local`, although the documentation says the opposite.

      Put what is meant for this machine and this environment into `.env.<environment>.local`.
      """,
    examples: [
      .bad([
        "wrangler.jsonc": #"{ "name": "shop", "env": { "staging": {} } }"#,
        ".env.local": "MODE=mine\n«MAIL_HOST»=localhost\n",
        ".env.staging": "MAIL_HOST=smtp.example.com\n",
      ]),
      .clean([
        "wrangler.jsonc": #"{ "name": "shop", "env": { "staging": {} } }"#,
        ".env.local": "MAIL_HOST=localhost\nSAME=1\n",
        ".env.staging": "MAIL_HOST=smtp.example.com\nSAME=1\n",
        ".env.staging.local": "MAIL_HOST=localhost\n",
        ".env.production": "SAME=2\n",
      ]),
      .clean([
        "wrangler.jsonc": #"{ "name": "shop", "env": { "staging": {} } }"#,
        ".dev.vars": "MAIL_HOST=localhost\n",
        ".env.local": "MAIL_HOST=localhost\n",
        ".env.staging": "MAIL_HOST=smtp.example.com\n",
      ]),
    ],
    check: .project { project, checkout in
      return LocalEnvironment.run(of: project, in: checkout).flatMap { losingValues(in: $0) }
    }
  )
}

private func losingValues(in environment: LocalEnvironment) -> [Match] {
  let name = environment.environment.name
  let files = environment.local.loaded
  guard name != nil, !environment.local.areNamed,
    let local = files.first(where: { $0.role == .env(environment: nil, isLocal: true) }),
    let own = files.first(where: { $0.role == .env(environment: name, isLocal: false) })
  else { return [] }
  let mended = Set(files.first { $0.role == .env(environment: name, isLocal: true) }?.document.keys ?? [])
  let winners = Dictionary(own.document.entries.map { ($0.key, $0) }, uniquingKeysWith: { _, last in last })
  let entries = Dictionary(local.document.entries.map { ($0.key, $0) }, uniquingKeysWith: { _, last in last })
  return local.document.keys.compactMap { key in
    guard let entry = entries[key], !entry.isContinuation, let winner = winners[key], winner.value != entry.value,
      !mended.contains(key), environment.takes(key) || DotenvAudience.of(key) == .wrangler
    else { return nil }
    return Match(
      path: local.path,
      region: entry.keyRegion,
      message: "\(key) of \(local.name) loses to another value in \(own.name)",
      identity: .name("\(own.name)/\(key)"),
      help: "Put \(key) into \(own.name).local.",
      worker: environment.environment.workerName,
      environment: name,
      related: [Match.Related(path: own.path, region: winner.keyRegion, message: "this value wins")]
    )
  }
}
