import Documents
import Workers

extension Rule {
  /// A sample of a dotenv file that git ignores together with the real ones.
  static let gitExampleIgnored = Rule(
    id: "git/example-ignored",
    title: "Sample of a dotenv file ignored by git",
    severity: .note,
    help: """
      `.dev.vars.example` and `.env.example` tell a newcomer, and the "Deploy to Cloudflare" button, which secrets the \
      Worker needs. A wide pattern such as `.env*` keeps them out of the repository together with the real files.

      Add an exception for the sample, such as `!.env.example`, after the pattern.
      """,
    references: ["https://developers.cloudflare.com/workers/platform/deploy-buttons/"],
    examples: [
      .bad(
        [".gitignore": "node_modules\n«.dev.vars*»\n", ".dev.vars.example": "API_SECRET=\n"],
        tracked: [".gitignore"]
      ),
      .clean(
        [".gitignore": ".dev.vars*\n!.dev.vars.example\n", ".dev.vars.example": "API_SECRET=\n"],
        tracked: [".gitignore"]
      ),
      .clean([".gitignore": ".env*\n", ".env.example": "API_SECRET=\n"], tracked: [".gitignore", ".env.example"]),
    ],
    check: .checkout { checkout in
      guard checkout.tracked != nil else { return [] }
      return checkout.dotenvFiles.filter { $0.isExample && !checkout.isTracked($0.path) }.compactMap {
        ignoredMatch(for: $0, checkout: checkout)
      }
    }
  )

  private static func ignoredMatch(for sample: DotenvFile, checkout: Checkout) -> Match? {
    // A sample in an ignored folder was not seen at all.
    guard checkout.isInRepository(sample.path), let decision = checkout.tree.ignoreDecision(for: sample.path),
      decision.isIgnored, checkout.tree.contains(decision.file)
    else { return nil }
    let end = decision.pattern.region.end
    return Match(
      path: decision.file,
      region: decision.pattern.region,
      message: "`\(decision.pattern.text)` makes git ignore \(sample.path), which shows the names of the secrets",
      identity: .name(sample.path),
      related: [.init(path: sample.path, region: Region(start: 0, end: 0), message: "the sample")],
      fix: Fix(
        title: "Add an exception for the sample",
        isSafe: true,
        edits: [.init(path: decision.file, region: Region(start: end, end: end), replacement: "\n!\(sample.name)")]
      )
    )
  }
}
