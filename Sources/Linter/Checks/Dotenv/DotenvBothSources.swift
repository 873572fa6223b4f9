import Documents
import Workers

extension Rule {
  /// Keys of `.env*` files that do not load because a `.dev.vars*` file exists (docs/facts/wrangler.md §5.1).
  static let dotenvBothSources = Rule(
    id: "dotenv/both-sources",
    title: "`.env` passed over because of `.dev.vars`",
    severity: .warning,
    help: """
      `wrangler dev` takes the Worker's values from one family of files. As soon as a `.dev.vars` file exists, even an \
      empty one, no `.env*` file supplies any value to the Worker, without a message.

      With `--env-file` only the files named load, and `.dev.vars` is passed over in its turn.

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
        ".env": "MODE=alpha\nMAIL_HOST=smtp\n",
      ]),
      .clean([
        "wrangler.jsonc": #"{ "name": "shop" }"#,
        "package.json": ##"{ "scripts": { "dev": "wrangler dev", "dev:live": "wrangler dev --env-file live.vars" } }"##,
        ".dev.vars": "MODE=beta\nMAIL_HOST=smtp\n",
        "live.vars": "MODE=alpha\n",
      ]),
      .bad([
        "wrangler.jsonc": #"{ "name": "shop" }"#,
        "package.json": #"{ "scripts": { "dev": "wrangler dev --env-file config/local.vars" } }"#,
        ".dev.vars": "MODE=beta\n«MAIL_HOST»=smtp\n",
        "config/local.vars": "MODE=alpha\n",
      ]),
    ],
    check: .project { project, checkout in
      let environments = LocalEnvironment.run(of: project, in: checkout)
      var winners: [Winner] = []
      for environment in environments {
        guard let winner = Winner(of: environment, among: environments) else { continue }
        if let index = winners.firstIndex(where: { $0.words == winner.words }) {
          winners[index].environments += winner.environments
        } else {
          winners.append(winner)
        }
      }
      return winners.compactMap { passedOverKeys(because: $0) }
    }
  )
}

/// What keeps other files from loading, in all environments where it does.
private struct Winner {
  /// The file that wins: of several that a command names, the first.
  let file: DotenvFile
  /// As a reason: ".dev.vars exists".
  let words: String
  /// Whether it is there and says nothing.
  let isEmpty: Bool
  let supplied: Set<String>
  /// Whether a file is one that loses.
  let beats: @Sendable (DotenvFile) -> Bool
  var environments: [LocalEnvironment]

  /// - Parameter all: what else commands run.
  init?(of environment: LocalEnvironment, among all: [LocalEnvironment]) {
    environments = [environment]
    supplied = Set(environment.local.loaded.flatMap(\.document.keys))
    if let winner = environment.winningDevVars {
      file = winner
      isEmpty = winner.document.entries.isEmpty
      words = "\(isEmpty ? "the empty file " : "")\(winner.name) exists"
      beats = \.isEnv
    } else if environment.local.areNamed, let first = environment.local.loaded.first {
      // The other files are for the command that names none.
      let isOnly = !all.contains {
        $0.environment.name == environment.environment.name && !$0.local.areNamed
      }
      guard isOnly else { return nil }
      file = first
      isEmpty = false
      words = "`--env-file` names \(KeyNames.words(environment.local.loaded.map(\.name)))"
      beats = \.isDevVars
    } else {
      return nil
    }
  }
}

/// One match for all environments in which the same file wins.
private func passedOverKeys(because winner: Winner) -> Match? {
  var lost: [(key: String, entry: DotenvEntry, file: DotenvFile)] = []
  var seen: Set<String> = []
  var isDeclared = false
  for environment in winner.environments {
    for file in environment.local.passedOver where winner.beats(file) {
      for entry in file.document.entries where !entry.isContinuation && !winner.supplied.contains(entry.key) {
        let isKnown = environment.isRequired(entry.key) || environment.isVariable(entry.key)
        guard isKnown || DotenvAudience.of(entry.key) == .worker, environment.takes(entry.key),
          !environment.isBinding(entry.key)
        else { continue }
        isDeclared = isDeclared || isKnown
        if seen.insert(entry.key).inserted { lost.append((entry.key, entry, file)) }
      }
    }
  }
  let environment = winner.environments[0].environment
  guard let first = lost.first else { return nil }
  let files = KeyNames.words(lost.map(\.file.name).removingRepeats)
  return Match(
    path: first.file.path,
    region: first.entry.keyRegion,
    message: "\(KeyNames.words(lost.map(\.key))) of \(files) \(lost.count == 1 ? "does" : "do") not reach the Worker, "
      + "because \(winner.words)",
    identity: .name("\(winner.file.name)/\(first.key)"),
    help: winner.isEmpty
      ? "Delete the empty \(winner.file.name), or move the Worker's keys from \(files) to it."
      : "Move \(KeyNames.words(lost.map(\.key))) to \(winner.file.name), or keep all of the Worker's keys in \(files).",
    worker: environment.workerName,
    environment: environment.name,
    severity: winner.isEmpty ? .error : nil,
    // Other programs read `.env` too.
    confidence: isDeclared || winner.isEmpty ? nil : .medium,
    related: [
      Match.Related(
        path: winner.file.path,
        region: winner.file.document.entries.first?.keyRegion ?? Region(start: 0, end: 0),
        message: "\(winner.file.name) wins"
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
