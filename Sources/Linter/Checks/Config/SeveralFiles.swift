import Documents
import Text
import Workers

extension Rule {
  /// docs/facts/wrangler.md §1.1.
  static let severalConfigFiles = Rule(
    id: "config/several-files",
    title: "Several wrangler configuration files in one folder",
    severity: .warning,
    help: """
      wrangler reads one configuration file, in the order `wrangler.json`, `wrangler.jsonc`, `wrangler.toml`, and never \
      looks at the others: a change made in the wrong one has no effect, and nothing says so.

      Delete the files wrangler does not read, or merge them into the one it does.
      """,
    references: ["https://developers.cloudflare.com/workers/wrangler/configuration/"],
    examples: [
      .bad(["wrangler.jsonc": #"{ "name": "api" }"#, "wrangler.toml": "«»name = \"api\"\n"]),
      .clean(["wrangler.jsonc": #"{ "name": "api" }"#, "sub/wrangler.toml": "name = \"sub\"\n"]),
    ],
    check: .project { project, checkout in
      project.configs.dropFirst().compactMap { loser in
        if checkout.isChosenByCommand(loser) { return nil }
        return Match(
          path: loser.source.path,
          region: Region(start: 0, end: 0),
          message:
            "wrangler never reads this file, because \(FilePath.name(of: project.config.source.path)) stands beside it",
          identity: .name("file"),
          worker: project.config.topLevel.workerName,
          related: [
            Match.Related(
              path: project.config.source.path,
              region: Region(start: 0, end: 0),
              message: "this file is read instead"
            )
          ]
        )
      }
    }
  )
}
