import Documents
import Text
import Workers

extension Rule {
  /// A rule for additional modules that takes secret files along.
  static let assetsModulesSecretFile = Rule(
    id: "assets/modules-secret-file",
    title: "Secret file uploaded as a module",
    severity: .error,
    help: """
      With `find_additional_modules` wrangler uploads every file below `base_dir` that matches a glob of `rules`, leaving \
      out nothing but the configuration file and `.wrangler`. A wide glob such as `**/*` takes keys and local secrets along; \
      they then are part of every version of the Worker.

      Narrow the glob to the files the Worker imports, and rotate what was uploaded.
      """,
    references: ["https://developers.cloudflare.com/workers/wrangler/bundling/"],
    examples: [
      .bad([
        "wrangler.jsonc": """
        {
          "main": "src/index.js",
          "find_additional_modules": true,
          "rules": [{ "type": "Text", "globs": [«"**/*.pem"», "**/*.txt"] }]
        }
        """,
        "src/keys/signer.pem": "{pem:ec}\n",
      ]),
      .bad([
        "wrangler.toml":
          "main = \"index.js\"\nfind_additional_modules = true\n[[rules]]\ntype = \"Data\"\nglobs = [«\"*\"»]\n",
        ".dev.vars": "API_SECRET={base62:32}\n",
      ]),
      .clean([
        "wrangler.jsonc": """
        {
          "main": "src/index.js",
          "find_additional_modules": true,
          "rules": [{ "type": "Text", "globs": ["*.pem", "**/*.html"] }]
        }
        """,
        "src/keys/signer.pem": "{pem:ec}\n",
        ".dev.vars": "API_SECRET={base62:32}\n",
      ]),
      .clean([
        "wrangler.jsonc": #"{ "main": "index.js", "rules": [{ "type": "Text", "globs": ["**/*"] }] }"#,
        ".dev.vars": "API_SECRET={base62:32}\n",
      ]),
    ],
    check: .project { project, checkout in
      checkout.environments(of: project).flatMap { moduleMatches(in: $0, project: project, checkout: checkout) }
    }
  )

  private static func moduleMatches(in environment: Environment, project: Project, checkout: Checkout) -> [Match] {
    guard environment.section("find_additional_modules")?.boolean == true else { return [] }
    let main = environment.section("main")?.string.flatMap { FilePath.resolve($0, from: project.folder) }
    let base = environment.section("base_dir")?.string.map { FilePath.resolve($0, from: project.folder) }
    guard let folder = base ?? main.map(FilePath.folder) else { return [] }
    let globs = (environment.section("rules")?.array ?? []).flatMap { $0["globs"]?.array ?? [] }
    guard !globs.isEmpty else { return [] }
    let files = checkout.tree.everyFile(inOrBelow: folder).map(\.path).filter {
      SecretFile.mayBe($0) && $0 != project.config.source.path
    }
    let secrets = files.compactMap { SecretFile.judge($0, in: checkout) }.filter { $0.severity == .error }
    return globs.compactMap { node -> Match? in
      guard let glob = node.string else { return nil }
      // A leading slash keeps `*.pem` from matching at any depth, as it does in ignore files.
      let rules = IgnoreRules(files: [IgnoreFile(path: "", folder: folder, bytes: Array("/\(glob)".utf8))])
      let taken = secrets.filter { rules.decision(forPath: $0.path, isDirectory: false)?.isIgnored ?? false }
      guard let first = taken.first else { return nil }
      let more = taken.count > 1 ? " and \(taken.count - 1) more secret files" : ", \(first.words),"
      return Match(
        path: project.config.source.path,
        region: node.region,
        message: "the glob \"\(glob)\" uploads \(first.path)\(more) as part of the Worker",
        identity: .name(glob),
        worker: environment.workerName,
        related: taken.prefix(10).map {
          .init(path: $0.path, region: Region(start: 0, end: 0), message: "uploaded as a module")
        }
      )
    }
  }
}
