import Documents
import Workers

extension Rule {
  /// Local secrets that a build wrote into its output, and git records.
  static let assetsBuildOutputSecretFile = Rule(
    id: "assets/build-output-secret-file",
    title: "Secrets in a build folder that git records",
    severity: .error,
    help: """
      The Vite plugin writes a `.dev.vars` with the resolved local values next to the Worker it builds. With `secrets` in \
      the configuration these are the required ones, else all of them, and with `CLOUDFLARE_INCLUDE_PROCESS_ENV=true` the \
      whole environment of the shell. That is meant for this machine only.

      Ignore the build folder, run `git rm --cached FILE` where the file is tracked, and rotate what was in it.
      """,
    references: ["https://developers.cloudflare.com/workers/vite-plugin/reference/secrets/"],
    examples: [
      .bad(
        ["wrangler.toml": "name = \"shop\"\n", "dist/shop/.dev.vars": "«»API_SECRET={base62:32}\n"],
        tracked: ["wrangler.toml", "dist/shop/.dev.vars"]
      ),
      .bad(
        ["wrangler.toml": "name = \"shop\"\n", ".cloudflare/output/v0/.env": "«»API_SECRET={base62:32}\n"],
        tracked: ["wrangler.toml"]
      ),
      .clean(
        [
          ".gitignore": "dist\n", "dist/shop/.dev.vars": "API_SECRET={base62:32}\n",
          "wrangler.toml": "name = \"shop\"\n",
        ],
        tracked: [".gitignore", "wrangler.toml"]
      ),
      .clean(["dist/.dev.vars.example": "API_SECRET=\n", ".dev.vars": "A=1\n"], tracked: ["dist/.dev.vars.example"]),
    ],
    check: .checkout { checkout in
      guard checkout.tracked != nil else { return [] }
      return checkout.dotenvFiles.compactMap { buildMatch(for: $0, checkout: checkout) }
    }
  )

  private static func buildMatch(for file: DotenvFile, checkout: Checkout) -> Match? {
    guard !file.isExample, SecretFile.isInBuildFolder(file.path) else { return nil }
    let isTracked = checkout.isTracked(file.path)
    guard isTracked || checkout.tree.entry(file.path)?.isIgnored == false else { return nil }
    let hasValues = DotenvContent(of: file.document, tokens: checkout.tokens) > .publicOnly
    let severity = hasValues ? Severity.error : .warning
    return Match(
      path: file.path,
      region: Region(start: 0, end: 0),
      message: isTracked
        ? "git tracks \(file.path), local values in a build folder"
        : "\(file.path), local values in a build folder, is not ignored by git",
      identity: .name(file.path),
      help: isTracked
        ? "Run `\(GitRemoval.untrack(checkout.tracked?.pathFromTop(file.path) ?? file.path))`, ignore the folder, and rotate every secret in it."
        : "Add the build folder to .gitignore.",
      severity: FileRole.isTest(file.path) ? severity.lowered : severity
    )
  }
}
