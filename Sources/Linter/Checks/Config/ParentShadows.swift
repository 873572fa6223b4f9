import Documents
import Text
import Workers

extension Rule {
  /// docs/facts/wrangler.md §1.1.
  static let parentConfigShadows = Rule(
    id: "config/parent-shadows",
    title: "Configuration file in a folder above wins",
    severity: .error,
    help: """
      wrangler looks for `wrangler.json` in this folder and all folders above before it looks for `wrangler.jsonc`, and \
      for that before `wrangler.toml`. A file of a better name further up is therefore used instead of the one here.

      Give both files the same name, or pass `--config` to every wrangler command in this folder.
      """,
    references: ["https://developers.cloudflare.com/workers/wrangler/configuration/"],
    examples: [
      .bad(["wrangler.json": #"{ "name": "top" }"#, "apps/api/wrangler.toml": "«»name = \"api\"\n"]),
      .clean(["wrangler.toml": "name = \"top\"\n", "apps/api/wrangler.json": #"{ "name": "api" }"#]),
    ],
    check: .project { project, checkout in
      guard let winner = project.shadowedBy, !checkout.isChosenByCommand(project.config) else { return [] }
      return [
        Match(
          path: project.config.source.path,
          region: Region(start: 0, end: 0),
          message: "in this folder wrangler reads \(winner) and not this file",
          identity: .name("file"),
          help: "rename one of the two, or pass `--config \(FilePath.name(of: project.config.source.path))`",
          worker: project.config.topLevel.workerName,
          related: [Match.Related(path: winner, region: Region(start: 0, end: 0), message: "this file is read instead")]
        )
      ]
    }
  )
}
