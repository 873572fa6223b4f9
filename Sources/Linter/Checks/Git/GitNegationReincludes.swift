import Documents
import Text
import Workers

extension Rule {
  /// A `!` line of an ignore file that brings a secret file back.
  static let gitNegationReincludes = Rule(
    id: "git/negation-reincludes",
    title: "Ignore exception that covers a secret file",
    severity: .error,
    help: """
      In `.gitignore` the last line that matches a file decides. A line with `!` after the one that ignores a secret file \
      takes that back, often because the exception for a sample was written too wide, such as `!.env*`. The tools that add \
      ignore lines do not notice. An exception for the settings of one stage, such as `!.env.test`, is reported once that \
      file is there, as a note without a secret in it.

      Narrow the line to the one file it is meant for, such as `!.env.example`, or move it above the line that ignores.
      """,
    references: ["https://git-scm.com/docs/gitignore"],
    examples: [
      .bad(
        [".gitignore": ".env*\n.dev.vars*\n«!.dev.vars*»\n!.env.example\n", "wrangler.toml": "name = \"shop\"\n"],
        tracked: [".gitignore", "wrangler.toml"]
      ),
      .bad(
        [".gitignore": ".env*\n", "api/.gitignore": "«!.env.staging»\n", "api/.env.staging": "PORT=1\n"],
        tracked: [".gitignore", "api/.gitignore"]
      ),
      .clean(
        [".gitignore": ".env*\n!.env.example\n.dev.vars*\n!.dev.vars.example\n", "wrangler.toml": "name = \"shop\"\n"],
        tracked: [".gitignore", "wrangler.toml"]
      ),
      .clean(
        [".gitignore": ".env\n.env.*\n!.env.example\n!.env.test\n.dev.vars*\n", "wrangler.toml": "name = \"shop\"\n"],
        tracked: [".gitignore", "wrangler.toml"]
      ),
      .clean(
        [".gitignore": "!.env*\n.env*\n.dev.vars*\n", "wrangler.toml": "name = \"shop\"\n"],
        tracked: [".gitignore"]
      ),
    ],
    check: .checkout { checkout in
      guard checkout.tracked != nil else { return [] }
      var exceptions: [Exception: [String]] = [:]
      for path in candidates(checkout) {
        guard let decision = checkout.tree.ignoreDecision(for: path), !decision.isIgnored,
          checkout.isInRepository(path), checkout.tree.contains(decision.file)
        else { continue }
        let exception = Exception(path: decision.file, region: decision.pattern.region, text: decision.pattern.text)
        exceptions[exception, default: []].append(path)
      }
      return exceptions.keys.sorted { ($0.path, $0.region) < ($1.path, $1.region) }.compactMap { exception in
        reincludeMatch(for: exception, paths: exceptions[exception] ?? [], checkout: checkout)
      }
    }
  )

  private struct Exception: Hashable {
    let path: String
    let region: Region
    let text: String
  }

  /// The secret files there are, and those a project may get, sorted.
  private static func candidates(_ checkout: Checkout) -> [String] {
    let existing = checkout.dotenvFiles.filter { !$0.isExample }.map(\.path)
    let future = checkout.projects.flatMap { project in
      project.localSecretNames.map { FilePath.join(project.folder, $0) }
    }
    return Set(existing + future).sorted()
  }

  private static func reincludeMatch(for exception: Exception, paths: [String], checkout: Checkout) -> Match? {
    // `.env.development` and the like are meant to be tracked by some frameworks; `.env` and `.dev.vars` are not.
    let isCertain = paths.contains { path in
      switch DotenvFile.role(ofFileNamed: FilePath.name(of: path)) {
      case .devVars: true
      case .env(let environment, let isLocal): environment == nil || isLocal
      case .example, .named, nil: false
      }
    }
    let open = checkout.dotenvFiles.filter { paths.contains($0.path) }
    guard isCertain || !open.isEmpty else { return nil }
    let hasSecret = open.contains { DotenvContent(of: $0.document, tokens: checkout.tokens) == .secret }
    let names = Set(paths.map(FilePath.name)).sorted()
    return Match(
      path: exception.path,
      region: exception.region,
      message: "`\(exception.text)` takes back that git ignores \(names.inWords)",
      identity: .name(exception.text),
      severity: isCertain && !FileRole.isTest(exception.path) ? .error : isCertain || hasSecret ? .warning : .note
    )
  }
}
