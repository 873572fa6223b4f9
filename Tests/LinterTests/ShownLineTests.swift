import Documents
import Linter
import Patterns
import Testing
import Workers

/// What a report shows of a line: every value is covered whole, and everything else can be read.
struct ShownLineTests {
  private static let everyLine = Rule(
    id: "source/every-line",
    title: "Line",
    severity: .note,
    help: "Look.",
    check: .checkout { checkout in
      checkout.tree.files.flatMap { file -> [Match] in
        let source = Source(path: file.path, bytes: (try? checkout.tree.read(file.path)) ?? [])
        return (1...source.lines.lineCount).compactMap { number in
          guard let line = source.lines.region(ofLine: number), !line.isEmpty else { return nil }
          return Match(path: file.path, region: line, message: "line", identity: .name("\(number)"))
        }
      }
    }
  )

  /// The lines of a file as a report shows them.
  private func shown(_ texts: [String: String], of path: String) -> [String] {
    var settings = Settings()
    settings.select = [RuleSelector("source/every-line")]
    let result = Scan(rules: RuleSet(RuleSet.builtIn.rules + [Self.everyLine]), settings: settings)
      .run(on: FileTree(texts: texts), tracked: nil)
    return result.findings.filter { $0.location.path == path }.compactMap(\.excerpt?.text)
  }

  /// Nothing to hide: names, numbers, ids, code.
  private static let plain: [(path: String, lines: String)] = [
    (
      "wrangler.jsonc",
      """
      { "name": "shop-api", "main": "src/index.ts", "compatibility_date": "2026-01-01",
        "compatibility_flags": ["nodejs_compat"], "account_id": "{hex:32}",
        "kv_namespaces": [{ "binding": "KV", "id": "{hex:32}", "preview_id": "{hex:32}" }],
        "d1_databases": [{ "binding": "DB", "database_name": "shop", "database_id": "{uuid}" }],
        "secrets": { "required": ["STRIPE_WEBHOOK_SECRET", "MAIL_TOKEN"] },
        "unsafe": { "bindings": [{ "name": "SIGNING_KEY", "type": "secret_text" }] },
        "vars": { "ENVIRONMENT": "production", "MAX_TOKENS": 4096, "URL": "https://api.shop-data.net/v1?page=2" } }
      """
    ),
    (
      "src/index.ts",
      """
      import { Hono } from "hono/tiny";
      const token = request.headers.get("X-Request-Name") ?? context.env.API_TOKEN;
      if (!token) throw new Error("the token is missing");
      export default { async fetch(request: Request, env: Env): Promise<Response> { return app.fetch(request, env); } };
      const password = process.env.DB_PASSWORD;
      const secret: string | undefined = await c.env.STRIPE.get();
      type Auth = { password: string; token?: string };
      const tokens = parse(source).filter((token) => token.kind === kinds.name);
      """
    ),
    (
      ".github/workflows/deploy.yml",
      """
      on: push
      jobs:
        deploy:
          steps:
            - uses: actions/checkout@{hex:40}
            - run: npx wrangler deploy --env production
              env:
                CLOUDFLARE_API_TOKEN: ${{ secrets.CLOUDFLARE_API_TOKEN }}
            - run: echo "$TOKEN" | npx wrangler secret put API_TOKEN
      """
    ),
    (
      "package.json",
      """
      { "name": "@shop/api", "version": "1.2.3-beta.1", "scripts": { "deploy": "wrangler deploy --env nope && npm test" },
        "dependencies": { "@cloudflare/workers-types": "^4.20240909.0", "zod": "~3.23.8" } }
      """
    ),
    (
      "README.md",
      """
      # Deploy
      Set the token with `npx wrangler secret put API_TOKEN`, see https://shop-data.net/docs/@latest/tokens.
      The password is never written down; ask nora@shop-data.net for access.
      """
    ),
  ]

  @Test(arguments: plain.indices)
  func plainLinesStayAsTheyAre(_ index: Int) {
    var sample = SampleText(seed: "plain")
    let (path, lines) = Self.plain[index]
    let text = sample.fill(lines)
    #expect(shown([path: text + "\n"], of: path) == text.split(separator: "\n").map { String($0.prefix(160)) })
  }

  /// Values in `«»` are covered, and nothing else is.
  @Test(arguments: [
    ("a.ts", #"const password = "«walnut"marzipan»", user = "nora";"#),
    ("a.ts", #"connect("postgres://app:«walnut@marzipan»@db.shop-data.net/shop", { retries: 3 });"#),
    ("a.ts", #"fetch("https://app:«walnut@marzipan»@git.shop-data.net/users/@nora");"#),
    ("a.cs", #"var c = "Server=db;User Id=app;Password=«walnut'marzipan»;Database=shop";"#),
    ("a.sh", #"docker login -u app -p «walnut"marzipan"» registry.shop-data.net"#),
    ("a.sh", #"curl -H 'X-API-Key: «walnut marzipan»' https://api.shop-data.net"#),
    ("a.sh", #"echo '«walnut'\''marzipan»' | npx wrangler secret put API_TOKEN --env production"#),
    ("a.py", #"DB_PASSWORD = """«walnut"marzipan»""""#),
    ("a.yml", "password: «walnut #marzipan» # the one of nora"),
    ("a.json", #"{ "config": "{\"user\": \"nora\", \"password\": \"«walnut\\\"marzipan»\"}", "a": 1 }"#),
    ("wrangler.toml", #"DB_PASSWORD = "«walnut"marzipan»""#),
    (
      "package.json",
      #"{ "scripts": { "setup": "echo «walnuts» | wrangler secret put A && wrangler deploy --env nope" } }"#
    ),
    (
      "package.json",
      #"{ "scripts": { "setup": "CLOUDFLARE_API_TOKEN=«walnuts» wrangler deploy --var A:«marzipan»" } }"#
    ),
  ])
  func valuesAreCoveredWhole(_ path: String, _ marked: String) throws {
    let text = marked.replacing("«", with: "").replacing("»", with: "")
    var expected = ""
    var isHidden = false
    for character in marked {
      switch character {
      case "«":
        isHidden = true
        expected += "••••••••"
      case "»": isHidden = false
      default: if !isHidden { expected.append(character) }
      }
    }
    #expect(shown([path: text + "\n"], of: path) == [expected])
  }

  /// Whatever its name, and wherever it stands.
  @Test func valuesOfLocalFilesAreCovered() {
    let texts = [
      ".dev.vars": "GREETING=\"walnut, 7 marzipan\"\nCHANNEL=tambourine48quixotry\nENVIRONMENT=production\n",
      "a.ts": "say(\"walnut, 7 marzipan\"); join(tambourine48quixotry, production);\n",
    ]
    let lines = shown(texts, of: "a.ts")
    #expect(lines == ["say(\"••••••••\"); join(••••••••, production);"])
  }
}
