import Documents
import Workers

extension Rule {
  /// Names of `.dev.vars` that `.dev.vars.<environment>` lacks (docs/facts/wrangler.md §5.1).
  static let dotenvEnvFileNotMerged = Rule(
    id: "dotenv/env-file-not-merged",
    title: "`.dev.vars.<environment>` lacks names of `.dev.vars`",
    severity: .warning,
    help: """
      For an environment `wrangler dev` reads either `.dev.vars.<environment>` or `.dev.vars`, never both. A name that \
      stands only in `.dev.vars` is undefined in the environment that has a file of its own.

      Copy the missing names to the environment's file.
      """,
    examples: [
      .bad([
        "wrangler.jsonc": #"{ "name": "shop", "env": { "staging": {} } }"#,
        ".dev.vars": "MODE=beta\nMAIL_TOKEN={alnum-lower:12}\n",
        ".dev.vars.staging": "«MODE»=alpha\n",
      ]),
      .clean([
        "wrangler.jsonc": #"{ "name": "shop", "env": { "staging": { "vars": { "MODE": "beta" } } } }"#,
        ".dev.vars": "MODE=beta\nMAIL_TOKEN={alnum-lower:12}\n",
        ".dev.vars.staging": "MAIL_TOKEN={alnum-lower:12}\nEXTRA=1\n",
      ]),
      .clean([
        "wrangler.jsonc": #"{ "name": "shop", "env": { "staging": { "secrets": { "required": ["A_KEY"] } } } }"#,
        ".dev.vars": "A_KEY={alnum-lower:12}\nB_KEY={alnum-lower:12}\n",
        ".dev.vars.staging": "A_KEY={alnum-lower:12}\n",
      ]),
    ],
    check: .project { project, checkout in
      return LocalEnvironment.run(of: project, in: checkout).compactMap { missingNames(in: $0) }
    }
  )
}

private func missingNames(in environment: LocalEnvironment) -> Match? {
  guard let own = environment.winningDevVars, own.environment != nil,
    let common = environment.local.passedOver.first(where: { $0.role == .devVars(environment: nil) })
  else { return nil }
  let supplied = Set(own.document.keys)
  var seen: Set<String> = []
  // Required names that are missing are told at their declaration: `required/missing-local`.
  let missing = common.document.entries.filter { entry in
    !entry.isContinuation && !supplied.contains(entry.key) && !environment.isVariable(entry.key)
      && !environment.isBinding(entry.key) && !environment.environment.definesSecrets
      && seen.insert(entry.key).inserted
  }
  guard !missing.isEmpty else { return nil }
  return Match(
    path: own.path,
    region: own.document.entries.first?.keyRegion ?? Region(start: 0, end: 0),
    message: "\(own.name) lacks \(KeyNames.words(missing.map(\.key))) of \(common.name); the two are not merged",
    identity: .name("\(own.name)"),
    help: "Copy \(KeyNames.words(missing.map(\.key))) to \(own.name).",
    worker: environment.environment.workerName,
    environment: environment.environment.name,
    related: missing.prefix(3).map {
      Match.Related(path: common.path, region: $0.keyRegion, message: "\($0.key) is set here only")
    }
  )
}
