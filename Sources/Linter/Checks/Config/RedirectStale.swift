import Documents
import Workers

extension Rule {
  /// wrangler.md §16.1 row 16, §1.2.
  static let redirectStale = Rule(
    id: "config/redirect-stale",
    title: "Redirect to a generated configuration that does not work",
    severity: .error,
    help: """
      `.wrangler/deploy/config.json`, written by a build, sends `wrangler deploy` to a generated configuration. wrangler \
      stops when the pointer or its target cannot be used, or when the target was built for another environment.

      Run the build again with the right `CLOUDFLARE_ENV`, or delete `.wrangler/deploy`.
      """,
    references: ["https://developers.cloudflare.com/workers/wrangler/configuration/#generated-wrangler-configuration"],
    examples: [
      .bad([
        "wrangler.json": #"{ "name": "api" }"#,
        ".wrangler/deploy/config.json": #"{ "configPath": «"../../dist/wrangler.json"» }"#,
      ]),
      .bad([
        "wrangler.json": #"{ "name": "api" }"#, ".wrangler/deploy/config.json": #"«{ "path": "x" }»"#,
      ]),
      .bad([
        "package.json": "{}", "api/wrangler.json": #"{ "name": "api" }"#,
        ".wrangler/deploy/config.json": #"{ "configPath": «"../../dist/wrangler.json"» }"#,
        "dist/wrangler.json": #"{ "name": "site", "targetEnvironment": "live" }"#,
      ]),
      .clean([
        "wrangler.json": #"{ "name": "api" }"#,
        ".wrangler/deploy/config.json": #"{ "configPath": "../../dist/wrangler.json" }"#,
        "dist/wrangler.json": #"{ "name": "api" }"#,
      ]),
    ],
    check: .project { project, _ in
      guard let (path, region, message) = project.redirect?.problem else { return [] }
      return [Match(path: path, region: region, message: message, identity: .name("redirect"))]
    }
  )
}
