import Documents
import Workers

extension Rule {
  /// docs/facts/wrangler.md §1.6.
  static let configNotEvaluated = Rule(
    id: "config/not-evaluated",
    title: "Configuration written as a program",
    severity: .note,
    help: """
      A Worker can be configured by a TypeScript program. Paddock does not run programs, so nothing this file says takes \
      part in the check.

      Nothing to do; look at what it sets with your own eyes.
      """,
    examples: [
      .bad(["wrangler.json": #"{ "name": "api" }"#, "cloudflare.config.ts": "«»export default {};\n"]),
      .clean(["wrangler.json": #"{ "name": "api" }"#, "vite.config.ts": "export default {};\n"]),
    ],
    check: .project { project, _ in
      project.programConfigs.map { path in
        Match(
          path: path,
          region: Region(start: 0, end: 0),
          message: "this configuration is a program and was not evaluated",
          identity: .name("program")
        )
      }
    }
  )
}
