import Documents
import Linter
import Patterns
import Testing
import Workers

/// How the rules about values work together with token rules and with each other.
struct VarsRulesTests {
  /// Two invented vendors: one with a secret key, one with a key for browsers.
  private static let tokenRules = """
    [[rule]]
    id = "token/acme"
    title = "Acme secret key"
    help = "A key."
    anchors = ["acme_"]
    pattern = 'acme_[0-9A-Za-z]{24}'
    match = ["«acme_{base62:24}»"]

    [[rule]]
    id = "token/acme-public"
    title = "Acme publishable key"
    help = "A key."
    public = true
    anchors = ["pubacme_"]
    pattern = 'pubacme_[0-9A-Za-z]{24}'
    match = ["«pubacme_{base62:24}»"]
    """

  private func findings(_ files: [String: String], tracked: [String]? = nil) throws -> [String] {
    let rules = try RuleSet.builtIn.adding([Source(path: "acme.toml", text: Self.tokenRules)])
    var settings = Settings()
    settings.select = ["vars", "token", "config/define-secret", "git", "assets"].map(RuleSelector.init)
    var sample = SampleText(seed: "vars")
    let texts = files.keys.sorted().map { ($0, sample.fill(files[$0] ?? "")) }
    let tree = FileTree(texts: Dictionary(uniqueKeysWithValues: texts))
    let result = Scan(rules: rules, settings: settings).run(on: tree, tracked: tracked.map { TrackedPaths($0) })
    return result.findings.map { "\($0.severity) \($0.rule) \($0.message)" }
  }

  @Test func namesTheTokenByItsRule() throws {
    let found = try findings([
      "wrangler.jsonc": #"{ "name": "shop", "env": { "production": { "vars": { "ACME_KEY": "acme_{base62:24}" } } } }"#
    ])
    #expect(
      found == [
        #"error vars/secret-value var ACME_KEY of environment "production" holds a secret: Acme secret key (acme_…, 29 chars)"#
      ]
    )
  }

  @Test func oneValueIsReportedOnce() throws {
    let found = try findings([
      "wrangler.jsonc": #"{ "vars": { "ACME_SECRET": "acme_{base62:24}", "CLOUDFLARE_API_TOKEN": "{base62:40}" } }"#
    ])
    #expect(found.map { $0.split(separator: " ")[1] } == ["vars/secret-value", "vars/cloudflare-credential"])
  }

  @Test func nestedAndPreviewValuesCount() throws {
    let found = try findings([
      "wrangler.jsonc": """
      {
        "vars": { "CONFIG": { "keys": ["x", "acme_{base62:24}"] } },
        "previews": { "vars": { "KEY": "acme_{base62:24}" } }
      }
      """
    ])
    #expect(
      found == [
        "error vars/secret-value var CONFIG.keys[1] holds a secret: Acme secret key (acme_…, 29 chars)",
        "error vars/secret-value previews var KEY holds a secret: Acme secret key (acme_…, 29 chars)",
      ]
    )
  }

  @Test func publicKeysAreNotesAtMost() throws {
    let found = try findings([
      "wrangler.jsonc": """
      { "vars": { "ACME_PUBLIC_KEY": "pubacme_{base62:24}", "ACME_SECRET_KEY": "pubacme_{base62:24}" } }
      """
    ])
    #expect(found.allSatisfy { $0.hasPrefix("note ") })
    #expect(found.contains { $0.hasPrefix("note vars/secret-value var ACME_SECRET_KEY holds a public key") })
  }

  @Test func brokenShapesAreSurvived() throws {
    let shapes = [
      #"{ "vars": null, "env": null, "define": 3, "hyperdrive": {}, "build": [] }"#,
      #"{ "vars": { "": "", "A": null, "API_KEY": [[[]]] }, "env": { "": { "vars": [] } }, "previews": [] }"#,
      #"{ "assets": "x", "site": { "bucket": 3 }, "rules": {}, "find_additional_modules": true, "main": 1 }"#,
      #"{ "vars": { "API_KEY": "{{ key }}" "#, "", "[", "{\"vars\":{\"A\":\"",
    ]
    for shape in shapes {
      _ = try findings(
        ["wrangler.jsonc": shape, "worker-configuration.d.ts": "A: \"", ".gitignore": "!\n"],
        tracked: []
      )
    }
  }

  @Test func aGapOfASharedIgnoreFileIsReportedOnce() throws {
    let found = try findings(
      [
        ".gitignore": ".env*\n.wrangler\n", "a/wrangler.toml": "name = \"a\"", "b/wrangler.toml": "name = \"b\"",
        "b/.dev.vars": "API_SECRET={base62:32}\n",
      ],
      tracked: [".gitignore", "a/wrangler.toml", "b/wrangler.toml"]
    )
    #expect(
      found == [
        "error git/secret-file-not-ignored `.dev.vars` in 2 projects is not ignored by git, and the next `git add` records it"
      ]
    )
  }

  @Test(arguments: [
    (".dev.vars", "API_SECRET={base62:32}\n", "error"), (".dev.vars", "API_SECRET=changeme\n", "warning"),
    (".dev.vars", "", "warning"), (".dev.vars", "MODE=fast\n", "error"), (".env", "MODE=fast\n", "warning"),
    (".env.local", "MODE=fast\n", "warning"), (".env", "VITE_TITLE=Shop\n", "note"),
    (".env", "API_SECRET=\n", "warning"), (".env.test", "MODE=fast\n", "note"), ("test/.dev.vars", "MODE=fast\n", nil),
    (".env", "DATABASE_URL=postgres://u:{base62:20}@db.shop-data.net/x\n", "error"),
    (".env.production", "API_SECRET={base62:32}\n", "error"), ("test/.dev.vars", "API_SECRET={base62:32}\n", "warning"),
  ])
  func trackedFilesAreJudgedByTheirContent(_ path: String, _ text: String, _ severity: String?) throws {
    let found = try findings([path: text], tracked: [path]).filter { $0.contains(" git/") }
    #expect(found.map { $0.split(separator: " ").first } == (severity.map { [Substring($0)] } ?? []))
  }

  @Test func ignoreFixesHold() throws {
    let files = [".gitignore": "node_modules", "wrangler.toml": "name = \"x\"\n", ".env.sample": "A=\n"]
    let tree = FileTree(texts: files)
    var settings = Settings()
    settings.select = [RuleSelector("git")]
    let result = Scan(rules: .builtIn, settings: settings).run(on: tree, tracked: TrackedPaths([".gitignore"]))
    let edits = result.findings.compactMap(\.fix).flatMap(\.edits)
    #expect(edits.count == 2)
    var ignore = files[".gitignore"] ?? ""
    for edit in edits { ignore += edit.replacement }
    let fixed = FileTree(texts: files.merging([".gitignore": ignore]) { $1 })
    let after = Scan(rules: .builtIn, settings: settings).run(on: fixed, tracked: TrackedPaths([".gitignore"]))
    #expect(after.findings.map(\.message) == [])
  }
}
