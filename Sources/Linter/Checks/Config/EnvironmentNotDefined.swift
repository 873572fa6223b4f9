import Documents
import Text
import Workers

extension Rule {
  /// docs/facts/wrangler.md §2.1.
  static let environmentNotDefined = Rule(
    id: "config/environment-not-defined",
    title: "Command names an environment that does not exist",
    severity: .error,
    help: """
      With environments in the file, wrangler refuses a command for one that is not there. Without any, it warns and \
      deploys the top level, with its bindings, under another Worker name.

      Correct the name, or add the environment to the configuration.
      """,
    references: ["https://developers.cloudflare.com/workers/wrangler/environments/"],
    examples: [
      .bad([
        "wrangler.toml": "name = \"api\"\n[env.production]\nlogpush = true\n",
        "package.json": #"{ "scripts": { "deploy": "wrangler deploy --env «prod»" } }"#,
      ]),
      .clean([
        "wrangler.toml": "name = \"api\"\n[env.production]\nlogpush = true\n",
        "package.json":
          #"{ "scripts": { "deploy": "wrangler deploy --env production", "x": "wrangler deploy -e $ENV" } }"#,
      ]),
    ],
    check: .checkout { checkout in
      checkout.invocations.compactMap { invocation in
        guard let word = invocation.environment, !word.hasUnknownPart, !word.text.isEmpty,
          !Placeholder.isReference(word.text), let project = project(of: invocation, in: checkout),
          !project.config.isPages
        else { return nil }
        let config = project.config
        // A file that cannot be read to its end may define it further down.
        if config.environment(named: word.text) != nil || !config.document.errors.isEmpty { return nil }
        let others = config.namedEnvironments.compactMap(\.name)
        let hint = NearMiss.closest(to: word.text, among: others)
        return Match(
          path: invocation.path,
          region: word.region,
          message: others.isEmpty
            ? "\(config.source.path) defines no environments, so \"\(word.text)\" deploys the top level under another name"
            : "\(config.source.path) has no environment \"\(word.text)\"",
          identity: .name(word.text),
          help: hint.map { "did you mean \"\($0)\"?" }
            ?? "add `env.\(word.text)` to \(config.source.path), or correct the name",
          environment: word.text,
          severity: others.isEmpty ? .warning : nil
        )
      }
    }
  )

  /// The project a command works on: that of the folder it runs in, or the only one there is.
  private static func project(of invocation: WranglerInvocation, in checkout: Checkout) -> Project? {
    if let config = invocation.values(of: "--config", "-c").last {
      guard !config.hasUnknownPart, let folder = invocation.folder else { return nil }
      let path = FilePath.resolve(config.text, from: folder)
      return checkout.projects.first { $0.config.source.path == path }
    }
    if let folder = invocation.folder { return checkout.project(of: FilePath.join(folder, "wrangler.json")) }
    return checkout.projects.count == 1 ? checkout.projects[0] : nil
  }
}
