import Documents
import Testing
import Workers

/// The wrangler commands of scripts and workflows.
struct WranglerInvocationTests {
  private static func invocations(_ text: String, path: String = "deploy.sh") -> [WranglerInvocation] {
    ScriptFiles.invocations(in: Source(path: path, text: text))
  }

  @Test(arguments: [
    "wrangler deploy", "npx wrangler deploy", "npx --yes wrangler@4 deploy", "pnpm wrangler deploy",
    "pnpm exec wrangler deploy", "pnpm dlx wrangler deploy", "yarn wrangler deploy", "yarn run wrangler deploy",
    "bunx wrangler deploy", "bun x wrangler deploy", "npm exec -- wrangler deploy",
    "./node_modules/.bin/wrangler deploy", "env A=1 wrangler deploy", "A=1 B=2 npx wrangler deploy",
    "cross-env A=1 wrangler deploy", "cd app && wrangler deploy", "'wrangler' \"deploy\"",
  ])
  func findsTheProgram(text: String) throws {
    let found = Self.invocations(text)
    try #require(found.count == 1)
    #expect(found[0].command == ["deploy"])
    #expect(found[0].path == "deploy.sh")
  }

  @Test(arguments: [
    "echo wrangler deploy", "npm install wrangler", "cat wrangler.toml", "# wrangler deploy", "my-wrangler deploy",
  ])
  func leavesOtherCommandsAlone(text: String) {
    #expect(Self.invocations(text).isEmpty)
  }

  @Test(arguments: [
    ("wrangler", []),
    ("wrangler deploy src/index.ts", ["deploy"]),
    ("wrangler secret put NAME --env x", ["secret", "put"]),
    ("wrangler versions upload --tag a", ["versions", "upload"]),
    ("wrangler versions secret put NAME", ["versions", "secret", "put"]),
    ("wrangler pages secret put NAME", ["pages", "secret", "put"]),
    ("wrangler pages deploy dist", ["pages", "deploy"]),
    ("wrangler secrets-store secret create ID --remote", ["secrets-store", "secret", "create"]),
    ("wrangler --help", []),
  ])
  func namesTheCommand(text: String, command: [String]) throws {
    let found = try #require(Self.invocations(text).first)
    #expect(found.command == command)
  }

  @Test(arguments: [
    ("wrangler deploy", nil),
    ("wrangler deploy --env staging", "staging"),
    ("wrangler deploy --env=staging", "staging"),
    ("wrangler deploy -e staging", "staging"),
    ("wrangler deploy --env \"\"", ""),
    ("CLOUDFLARE_ENV=staging wrangler deploy", "staging"),
    ("CLOUDFLARE_ENV=staging wrangler deploy --env production", "production"),
    ("export CLOUDFLARE_ENV=staging; wrangler deploy", nil),
    ("cross-env CLOUDFLARE_ENV=staging npx wrangler dev", "staging"),
    ("wrangler deploy --environment x", nil),
    ("wrangler deploy --env-file .env", nil),
  ])
  func namesTheEnvironment(text: String, environment: String?) throws {
    let found = try #require(Self.invocations(text).first)
    #expect(found.environment?.text == environment)
  }

  @Test func keepsWhatIsNotKnownApart() throws {
    let known = try #require(Self.invocations("wrangler deploy --env=$NAME").first)
    #expect(known.environment?.text == "$NAME")
    #expect(known.environment?.hasUnknownPart == true)
    let assigned = try #require(Self.invocations("CLOUDFLARE_ENV=$NAME wrangler deploy").first)
    #expect(assigned.environment?.hasUnknownPart == true)
  }

  @Test func readsOptions() throws {
    let found = try #require(
      Self.invocations("wrangler dev -c a.jsonc --config=b.jsonc --remote --var X:1 --var Y:2").first
    )
    #expect(found.values(of: "--config", "-c").map(\.text) == ["a.jsonc", "b.jsonc"])
    #expect(found.values(of: "--var").map(\.text) == ["X:1", "Y:2"])
    #expect(found.hasFlag("--remote"))
    #expect(found.hasFlag("--config"))
    #expect(!found.hasFlag("--con"))
    #expect(found.assignment(named: "A") == nil)
  }

  @Test func readsPackageScripts() {
    let text = """
      { "name": "wrangler app", "scripts": {
        "dev": "wrangler dev --env staging",
        "deploy": "npm run build && CLOUDFLARE_ENV=production wrangler deploy",
        "lint": "eslint ." },
        "dependencies": { "wrangler": "4" } }
      """
    let found = Self.invocations(text, path: "app/package.json")
    #expect(found.map(\.command) == [["dev"], ["deploy"]])
    #expect(found.map { $0.environment?.text } == ["staging", "production"])
    let source = Source(path: "package.json", text: text)
    #expect(
      found.map { source.text(of: $0.region) } == [
        "wrangler dev --env staging", "CLOUDFLARE_ENV=production wrangler deploy",
      ]
    )
  }

  @Test(arguments: [
    ("app/package.json", #"{ "scripts": { "x": "wrangler deploy" } }"#, "app"),
    ("package.json", #"{ "scripts": { "x": "cd app && wrangler deploy" } }"#, "app"),
    ("app/package.json", #"{ "scripts": { "x": "cd ../api && cd v2 && wrangler deploy" } }"#, "api/v2"),
    ("package.json", #"{ "scripts": { "x": "cd $APP && wrangler deploy" } }"#, nil),
    ("package.json", #"{ "scripts": { "x": "wrangler deploy --cwd app" } }"#, "app"),
    ("package.json", #"{ "scripts": { "x": "pnpm --filter api wrangler deploy" } }"#, nil),
    ("package.json", #"{ "scripts": { "x": "npx --yes wrangler deploy" } }"#, ""),
    ("app/.github/workflows/ci.yml", "- run: npx wrangler deploy\n", "app"),
    (".github/workflows/ci.yml", "- run: npx wrangler deploy\n  working-directory: app\n", nil),
    ("scripts/deploy.sh", "wrangler deploy\n", nil),
  ])
  func knowsTheFolder(path: String, text: String, folder: String?) {
    #expect(Self.invocations(text, path: path).map(\.folder) == [folder])
  }

  @Test func readsQuotesInsideOfJSON() {
    let text = #"{ "scripts": { "x": "wrangler deploy --env \"production\"" } }"#
    let found = Self.invocations(text, path: "package.json")
    #expect(found.first?.environment?.text == "production")
    #expect(Source(path: "package.json", text: text).text(of: found[0].region).hasPrefix("\"wrangler deploy"))
  }

  @Test func readsWorkflows() {
    let text = """
      jobs:
        deploy:
          steps:
            - run: npx wrangler deploy --env staging
            - name: two
              run: |
                npm ci
                wrangler secret put NAME
            - uses: cloudflare/wrangler-action@v3
      """
    let found = Self.invocations(text, path: ".github/workflows/deploy.yml")
    #expect(found.map(\.command) == [["deploy"], ["secret", "put"]])
    #expect(found.first?.environment?.text == "staging")
  }

  @Test(arguments: [
    ("package.json", true), ("app/package.json", true), ("Makefile", true), ("deploy.sh", true),
    (".github/workflows/ci.yml", true), ("app/.github/workflows/ci.yaml", true), (".gitlab-ci.yml", true),
    ("ci.yml", false), ("src/index.ts", false), ("my-package.json", false), (".github/dependabot.yml", false),
  ])
  func knowsWhereCommandsStand(path: String, mayHold: Bool) {
    #expect(ScriptFiles.mayHoldCommands(path) == mayHold)
  }

  @Test(arguments: ["{", #"{ "scripts": ["wrangler dev"] }"#, #"{ "scripts": { "a": 3, "wrangler": null } }"#])
  func survivesOtherPackageFiles(text: String) {
    #expect(Self.invocations(text, path: "package.json").isEmpty)
  }
}
