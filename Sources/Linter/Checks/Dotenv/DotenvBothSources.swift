import Documents
import Workers

extension Rule {
  /// Keys of `.env*` files that do not load because a `.dev.vars*` file exists (wrangler.md §5.1).
  static let dotenvBothSources = Rule(
    id: "dotenv/both-sources",
    title: "`.env` passed over because of `.dev.vars`",
    severity: .warning,
    help: """
      `wrangler dev` takes the Worker's values from one family of files. As soon as a `.dev.vars` file exists, even an \
      empty one, no `.env*` file supplies any value to the Worker, without a message.

      Keep the Worker's values in one family: move the keys to `.dev.vars`, or delete `.dev.vars`.
      """,
    references: ["https://developers.cloudflare.com/workers/local-development/environment-variables/"],
    examples: [
      .bad([
        "wrangler.jsonc": #"{ "name": "shop" }"#,
        ".dev.vars": "MODE=beta\n",
        ".env": "MODE=alpha\nCLOUDFLARE_ACCOUNT_ID={hex:32}\n«MAIL_TOKEN»={alnum-lower:12}\nMAIL_HOST=smtp\n",
      ]),
      .bad([
        "wrangler.jsonc": #"{ "name": "shop", "secrets": { "required": ["MAIL_TOKEN"] } }"#,
        ".dev.vars": "",
        ".env": "OTHER=x\n«MAIL_TOKEN»={alnum-lower:12}\n",
      ]),
      .bad([
        "wrangler.toml": "name = \"shop\"\n[env.staging]\n",
        ".dev.vars.staging": "MODE=beta\n",
        ".env": "«MAIL_HOST»=smtp\n",
      ]),
      .clean([
        "wrangler.jsonc": #"{ "name": "shop" }"#,
        ".dev.vars": "MODE=beta\n",
        ".env": "CLOUDFLARE_API_TOKEN={alnum-lower:12}\nVITE_TITLE=Shop\nNODE_ENV=development\nMODE=alpha\n",
      ]),
      .clean([
        "wrangler.jsonc": #"{ "name": "shop", "secrets": { "required": ["MAIL_TOKEN"] } }"#,
        ".dev.vars": "MAIL_TOKEN={alnum-lower:12}\n",
        ".env": "DATABASE_URL=postgres://localhost/shop\n",
      ]),
      .clean([
        "wrangler.jsonc": #"{ "name": "shop" }"#,
        ".env": "MAIL_HOST=smtp\n",
        ".env.local": "MODE=beta\n",
      ]),
      .clean([
        "wrangler.jsonc": #"{ "name": "shop" }"#,
        "package.json": #"{ "scripts": { "dev": "wrangler dev --env-file .env" } }"#,
        ".dev.vars": "MODE=beta\n",
        ".env": "MAIL_HOST=smtp\n",
      ]),
    ],
    check: .project { project, checkout in
      if checkout.choosesFilesItself(project) { return [] }
      var byWinner: [(winner: DotenvFile, environments: [LocalEnvironment])] = []
      for environment in LocalEnvironment.all(of: project, in: checkout) {
        guard let winner = environment.winningDevVars else { continue }
        if let index = byWinner.firstIndex(where: { $0.winner.path == winner.path }) {
          byWinner[index].environments.append(environment)
        } else {
          byWinner.append((winner, [environment]))
        }
      }
      return byWinner.compactMap { passedOverKeys(because: $0.winner, in: $0.environments) }
    }
  )
}

/// One match for all environments in which the same file wins.
private func passedOverKeys(because winner: DotenvFile, in environments: [LocalEnvironment]) -> Match? {
  let supplied = Set(winner.document.keys)
  var lost: [(key: String, entry: DotenvEntry, file: DotenvFile)] = []
  var seen: Set<String> = []
  var isDeclared = false
  for environment in environments {
    for file in environment.local.passedOver where file.isEnv {
      for entry in file.document.entries where !entry.isContinuation && !supplied.contains(entry.key) {
        let isKnown = environment.isRequired(entry.key) || environment.isVariable(entry.key)
        guard isKnown || DotenvAudience.of(entry.key) == .worker, environment.takes(entry.key),
          !environment.isBinding(entry.key)
        else { continue }
        isDeclared = isDeclared || isKnown
        if seen.insert(entry.key).inserted { lost.append((entry.key, entry, file)) }
      }
    }
  }
  let environment = environments[0].environment
  guard let first = lost.first else { return nil }
  let isEmpty = winner.document.entries.isEmpty
  let files = KeyNames.words(lost.map(\.file.name).removingRepeats)
  return Match(
    path: first.file.path,
    region: first.entry.keyRegion,
    message: "\(KeyNames.words(lost.map(\.key))) of \(files) \(lost.count == 1 ? "does" : "do") not reach the Worker, "
      + "because \(isEmpty ? "the empty file " : "")\(winner.name) exists",
    identity: .name("\(winner.name)/\(first.key)"),
    help: isEmpty
      ? "Delete the empty \(winner.name), or move the Worker's keys from \(files) to it."
      : "Move \(KeyNames.words(lost.map(\.key))) to \(winner.name), or keep all of the Worker's keys in \(files).",
    worker: environment.workerName,
    environment: environment.name,
    severity: isEmpty ? .error : nil,
    // Other programs read `.env` too.
    confidence: isDeclared || isEmpty ? nil : .medium,
    related: [
      Match.Related(
        path: winner.path,
        region: winner.document.entries.first?.keyRegion ?? Region(start: 0, end: 0),
        message: "\(winner.name) wins"
      )
    ]
  )
}

extension [String] {
  /// The elements without those that came before.
  fileprivate var removingRepeats: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
