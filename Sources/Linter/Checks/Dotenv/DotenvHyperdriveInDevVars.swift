import Documents
import Workers

extension Rule {
  /// A local connection string of Hyperdrive that wrangler does not find (docs/facts/wrangler.md §5.2, §9).
  static let dotenvHyperdriveInDevVars = Rule(
    id: "dotenv/hyperdrive-in-dev-vars",
    title: "Hyperdrive connection string that is not found",
    severity: .warning,
    help: """
      Wrangler looks for `CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_<BINDING>` in the shell and in `.env` files. In \
      `.dev.vars` it does not find it, and with a name that is no Hyperdrive binding it has no effect. The prefix \
      `WRANGLER_` is deprecated.

      Move the line to `.env`, with the name of the binding at its end.
      """,
    references: ["https://github.com/cloudflare/workers-sdk/issues/8157"],
    examples: [
      .bad([
        "wrangler.jsonc": #"{ "name": "shop", "hyperdrive": [{ "binding": "DB", "id": "{hex:32}" }] }"#,
        ".dev.vars": "«CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_DB»=postgres://localhost/shop\n",
      ]),
      .bad([
        "wrangler.jsonc": #"{ "name": "shop", "hyperdrive": [{ "binding": "DB", "id": "{hex:32}" }] }"#,
        ".env": """
        «WRANGLER_HYPERDRIVE_LOCAL_CONNECTION_STRING_DB»=postgres://localhost/shop
        «CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_BD»=postgres://localhost/shop
        """,
      ]),
      .clean([
        "wrangler.toml": """
        name = "shop"
        [[env.staging.hyperdrive]]
        binding = "DB"
        id = "{hex:32}"
        """,
        ".env": "CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_DB=postgres://localhost/shop\n",
      ]),
    ],
    check: .project { project, _ in
      let isComplete = project.programConfigs.isEmpty && project.config.document.errors.isEmpty
      let bindings = Set(
        project.config.environments.flatMap(\.sectionBindings).filter { $0.kind.sectionKey == "hyperdrive" }.map(\.name)
      )
      return project.secretFiles.flatMap { file in
        file.document.entries.compactMap { match($0, in: file, bindings: isComplete ? bindings : nil) }
      }
    }
  )
}

private let stem = "HYPERDRIVE_LOCAL_CONNECTION_STRING_"

private func match(_ entry: DotenvEntry, in file: DotenvFile, bindings: Set<String>?) -> Match? {
  guard !entry.isContinuation,
    let prefix = ["CLOUDFLARE_", "WRANGLER_"].first(where: { entry.key.hasPrefix($0 + stem) })
  else { return nil }
  let binding = String(entry.key.dropFirst(prefix.count + stem.count))
  var match = Match(
    path: file.path,
    region: entry.keyRegion,
    message: "\(entry.key) in \(file.name) has no effect: wrangler reads it from `.env` files and the shell only",
    identity: .name(entry.key),
    help: "Move the line to `.env`."
  )
  if file.isDevVars { return match }
  if let bindings, !bindings.contains(binding) {
    match.message = "\(entry.key) has no effect: no Hyperdrive binding is called \"\(binding)\""
    let near = NearMiss.closest(to: binding, among: bindings)
    match.help =
      near.map { "Write `CLOUDFLARE_\(stem)\($0)`." }
      ?? "Put the name of a Hyperdrive binding at the end of the key, or delete the line."
    return match
  }
  guard prefix == "WRANGLER_" else { return nil }
  match.message = "the prefix \"WRANGLER_\" of \(entry.key) is deprecated"
  match.help = "Write `CLOUDFLARE_\(stem)\(binding)`."
  match.fix = Fix(
    title: "Write the prefix `CLOUDFLARE_`",
    isSafe: false,
    edits: [
      Fix.Edit(
        path: file.path,
        region: Region(start: entry.keyRegion.start, end: entry.keyRegion.start + prefix.utf8.count),
        replacement: "CLOUDFLARE_"
      )
    ]
  )
  return match
}
