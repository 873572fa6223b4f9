import Documents
import Workers

extension Rule {
  /// docs/facts/wrangler.md §1.2.
  static let redirectStale = Rule(
    id: "config/redirect-stale",
    title: "Redirect to a generated configuration that does not work",
    severity: .error,
    help: """
      `.wrangler/deploy/config.json`, written by a build, sends `wrangler deploy` to a generated configuration. wrangler \
      stops when the pointer or its target cannot be used, or when the target was built for another environment. It is a \
      warning when the target shows that it was built before the configuration changed: from a file or for an environment \
      that is gone, or before an environment was added.

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
      .bad([
        "wrangler.jsonc": #"{ "name": "api" }"#,
        ".wrangler/deploy/config.json": #"{ "configPath": "../../dist/wrangler.json" }"#,
        "dist/wrangler.json": #"{ "name": "api", "userConfigPath": «"/home/me/api/wrangler.toml"» }"#,
      ]),
      .bad([
        "wrangler.json": #"{ "name": "api", "env": { "live": {} } }"#,
        ".wrangler/deploy/config.json": #"{ "configPath": "../../dist/wrangler.json" }"#,
        "dist/wrangler.json":
          #"{ "name": "api", "targetEnvironment": «"staging"», "definedEnvironments": ["staging"] }"#,
      ]),
      .bad([
        "wrangler.json": #"{ "name": "api", "env": { "live": {}, "staging": {} } }"#,
        ".wrangler/deploy/config.json": #"{ "configPath": "../../dist/wrangler.json" }"#,
        "dist/wrangler.json": #"{ "name": "api", "definedEnvironments": «["live"]» }"#,
      ]),
      .clean([
        "wrangler.json": #"{ "name": "api", "env": { "live": {} } }"#,
        ".wrangler/deploy/config.json": #"{ "configPath": "../../dist/wrangler.json" }"#,
        "dist/wrangler.json": #"""
        {
          "name": "api-live", "targetEnvironment": "live", "definedEnvironments": ["live"],
          "userConfigPath": "C:\\src\\api\\wrangler.json"
        }
        """#,
      ]),
      .clean([
        "wrangler.json": #"{ "name": "api" }"#,
        ".wrangler/deploy/config.json": #"{ "configPath": "../../dist/wrangler.json" }"#,
        "dist/wrangler.json": #"{ "name": "api" }"#,
      ]),
    ],
    check: .project { project, _ in
      guard let redirect = project.redirect else { return [] }
      if let (path, region, message) = redirect.problem {
        return [Match(path: path, region: region, message: message, identity: .name("redirect"))]
      }
      guard let target = redirect.target,
        let (region, message) = redirect.staleness(for: project.config, besides: project.configs.map(\.source.path))
      else { return [] }
      return [
        Match(
          path: target.source.path,
          region: region,
          message: message,
          identity: .name("stale"),
          severity: .warning,
          related: [
            Match.Related(
              path: project.config.source.path,
              region: Region(start: 0, end: 0),
              message: "`wrangler deploy` does not read this file"
            )
          ]
        )
      ]
    }
  )
}
