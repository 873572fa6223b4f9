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
      .clean([
        "wrangler.json": #"{ "name": "api" }"#,
        ".wrangler/deploy/config.json": #"{ "configPath": "../../dist/wrangler.json" }"#,
        "dist/wrangler.json": #"{ "name": "api" }"#,
      ]),
    ],
    check: .project { project, _ in
      guard let redirect = project.redirect else { return [] }
      let path = redirect.pointer.path
      func match(_ region: Region, _ message: String) -> Match {
        Match(path: path, region: region, message: message, identity: .name("redirect"))
      }
      if let error = redirect.document.errors.first {
        return [match(error.region, "the redirect cannot be read: \(error.message)")]
      }
      let root = redirect.document.root
      guard let node = root["configPath"], let text = node.string, !text.isEmpty else {
        return [match(root.region, "the redirect names no `configPath`")]
      }
      // A target outside of the folder checked cannot be judged.
      guard redirect.targetPath != nil else { return [] }
      guard let target = redirect.target else {
        return [match(node.region, "the generated configuration \(text) does not exist")]
      }
      if let environments = target.root.table?.member("env") {
        return [
          Match(
            path: target.source.path,
            region: environments.keyRegion,
            message: "a generated configuration cannot have `env`",
            identity: .name("env")
          )
        ]
      }
      return []
    }
  )
}
