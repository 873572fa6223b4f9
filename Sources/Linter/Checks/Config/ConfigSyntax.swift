import Documents
import Workers

extension Rule {
  /// docs/facts/wrangler.md §1.3.
  static let configSyntax = Rule(
    id: "config/syntax",
    title: "Configuration file cannot be parsed",
    severity: .error,
    help: """
      wrangler stops at the first syntax error, so nothing can be deployed with this file.

      Repair the file at the place shown.
      """,
    references: ["https://developers.cloudflare.com/workers/wrangler/configuration/"],
    examples: [
      .bad(["wrangler.toml": "name = \"api\"\nmain = «src/index.ts»\n"]),
      .bad(["wrangler.json": "«[1, 2]»\n"]),
      .clean(["wrangler.jsonc": "{\n  // comments and trailing commas are fine\n  \"name\": \"api\",\n}\n"]),
    ],
    check: .project { project, _ in
      project.configs.flatMap { config -> [Match] in
        var matches = config.document.errors.prefix(20).enumerated().map { index, error in
          let isTemplate = config.source.text(of: error.region).contains("{{")
          return Match(
            path: config.source.path,
            region: error.region,
            message: error.message,
            identity: .name("\(index)"),
            help: isTemplate
              ? "fill in the template before wrangler reads the file, or put the mark in quotes" : nil
          )
        }
        if matches.isEmpty, config.root.table == nil {
          matches.append(
            Match(
              path: config.source.path,
              region: config.root.region,
              message: "the file holds \(config.root.kindInWords) where wrangler expects an object",
              identity: .name("root"),
              help: "write the settings as members of one object: { \"name\": … }"
            )
          )
        }
        return matches
      }
    }
  )

  /// Duplicate members of JSON objects: docs/facts/wrangler.md §1.3.
  static let configDuplicateKey = Rule(
    id: "config/duplicate-key",
    title: "Key written twice",
    severity: .warning,
    help: """
      Of two members with the same key in a JSON object the last one counts, and wrangler does not mention the other.

      Keep one of them.
      """,
    examples: [
      .bad(["wrangler.json": "{\n  \"name\": \"api\",\n  «\"name\"»: \"shop\"\n}\n"]),
      .clean(["wrangler.json": "{ \"name\": \"api\" }\n"]),
    ],
    check: .project { project, _ in
      project.configs.flatMap { config in
        config.document.duplicateKeys.map { duplicate in
          Match(
            path: config.source.path,
            region: duplicate.region,
            message: "the key \"\(duplicate.key)\" is written twice in one object, and this one counts",
            identity: .name(duplicate.key),
            related: [
              Match.Related(path: config.source.path, region: duplicate.firstRegion, message: "first written here")
            ]
          )
        }
      }
    }
  )
}
