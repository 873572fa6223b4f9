import Documents
import Linter
import Testing
import Workers

/// What the rules about the names that code reads report, and the far more they must not.
struct WorkerCodeTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let situation: String
    /// `main.ts`, unless `files` has more.
    var code = ""
    var files: [String: String] = [:]
    var config = Self.declaring
    /// Each finding as "rule path: text at the place".
    var finds: [String] = []

    var testDescription: String { situation }

    static let declaring = """
      { "name": "shop", "main": "main.ts", "compatibility_date": "2025-06-01", "compatibility_flags": ["nodejs_compat"],
        "secrets": { "required": ["A_KEY"] }, "vars": { "MODE": "live" } }
      """
  }

  private static func findings(_ files: [String: String]) -> [String] {
    var settings = Settings()
    settings.select = ["required/undeclared", "required/unused", "store/get-misuse"].map(RuleSelector.init)
    let result = Scan(rules: .builtIn, settings: settings).run(on: FileTree(texts: files), tracked: nil)
    return result.findings.map { finding in
      let source = Source(path: finding.location.path, text: files[finding.location.path] ?? "")
      return "\(finding.rule) \(finding.location.path): \(source.text(of: finding.location.region))"
    }
  }

  private static func handler(_ body: String) -> String {
    "export default { async fetch(request: Request, env: Env, ctx: ExecutionContext): Promise<Response> { \(body) } };"
  }

  private static let read = ["required/undeclared main.ts: X_KEY"]

  static let undeclared: [Case] = [
    Case(situation: "a property", code: handler("return f(env.A_KEY, env.X_KEY);"), finds: read),
    Case(situation: "a literal in brackets", code: handler("return f(env.A_KEY, env['X_KEY']);"), finds: read),
    Case(situation: "taken apart", code: handler("const { A_KEY, X_KEY } = env; return f(A_KEY, X_KEY);"), finds: read),
    Case(
      situation: "taken apart under another name",
      code: handler("const { A_KEY, X_KEY: x } = env; f(x);"),
      finds: read
    ),
    Case(situation: "not null, says the code", code: handler("return f(env.A_KEY, env.X_KEY!);"), finds: read),
    Case(
      situation: "taken apart among the parameters",
      code: "export default { fetch: async (request, { A_KEY, X_KEY }) => f(A_KEY, X_KEY) };",
      finds: read
    ),
    Case(
      situation: "under another name",
      code: "export default { async scheduled(event, bindings, ctx) { await f(bindings.A_KEY, bindings.X_KEY); } };",
      finds: read
    ),
    Case(
      situation: "imported",
      code: "import { env } from 'cloudflare:workers';\nexport default { fetch: () => f(env.A_KEY, env.X_KEY) };",
      finds: read
    ),
    Case(
      situation: "imported under another name",
      code: "import { env as e } from 'cloudflare:workers';\nexport default { fetch: () => f(e.A_KEY, e.X_KEY) };",
      finds: read
    ),
    Case(
      situation: "all of the runtime imported",
      code: "import * as cf from 'cloudflare:workers';\nexport default { fetch: () => f(cf.env.A_KEY, cf.env.X_KEY) };",
      finds: read
    ),
    Case(
      situation: "process.env, where it is filled",
      code: "export default { fetch: () => f(process.env.A_KEY, process.env.X_KEY) };",
      finds: read
    ),
    Case(
      situation: "in a class of the runtime",
      code: """
        import { DurableObject } from 'cloudflare:workers';
        export class Room extends DurableObject<Env> {
          async fetch(request: Request) { return f(this.env.A_KEY, this.env.X_KEY); }
        }
        """,
      finds: read
    ),
    Case(
      situation: "given to a constructor of such a class",
      code: """
        import { WorkerEntrypoint } from 'cloudflare:workers';
        export default class extends WorkerEntrypoint {
          constructor(ctx, env) { super(ctx, env); this.key = f(env.A_KEY, env.X_KEY); }
        }
        """,
      finds: read
    ),
    Case(
      situation: "in a function that is given the environment",
      code: "async function call(env: Env, path: string) { return f(path, env.A_KEY, env.X_KEY); }",
      finds: read
    ),
    Case(
      situation: "in a handler of Hono",
      code:
        "import { Hono } from 'hono';\nconst app = new Hono();\napp.get('/', (c) => c.text(f(c.env.A_KEY, c.env.X_KEY)));",
      finds: read
    ),
    Case(
      situation: "two modules away",
      files: [
        "main.ts": "import { go } from './lib/go';\nexport default { fetch: (r, env) => go(env) };",
        "lib/go.ts": "export { go } from '../deep';",
        "deep/index.ts": "export const go = (env: Env) => f(env.A_KEY, env.X_KEY);",
      ],
      finds: ["required/undeclared deep/index.ts: X_KEY"]
    ),
    Case(
      situation: "wrapped by something else",
      code:
        "export default wrap((env) => ({}), { async fetch(request, env, ctx) { return f(env.A_KEY, env.X_KEY); } });",
      finds: read
    ),
    Case(
      situation: "declared elsewhere in another environment",
      code: handler("return f(env.A_KEY, env.X_KEY, env.Y_KEY);"),
      config: """
        { "name": "shop", "main": "main.ts", "secrets": { "required": ["A_KEY"] },
          "env": { "staging": { "secrets": { "required": ["A_KEY", "Y_KEY"] } } } }
        """,
      finds: read
    ),
  ]

  static let declared: [Case] = [
    Case(situation: "a var", code: handler("return f(env.A_KEY, env.MODE);")),
    Case(situation: "a default", code: handler("return f(env.A_KEY, env.X_KEY ?? 'none');")),
    Case(situation: "an older kind of default", code: handler("return f(env.A_KEY, env.X_KEY || 'none');")),
    Case(
      situation: "a default where it is taken apart",
      code: handler("const { A_KEY, X_KEY = 'x' } = env; f(X_KEY);")
    ),
    Case(situation: "a test", code: handler("if (env.X_KEY) f(env.A_KEY, env.X_KEY);")),
    Case(situation: "a test with in", code: handler("if ('X_KEY' in env) f(env.A_KEY, env.X_KEY);")),
    Case(situation: "a test of its type", code: handler("if (typeof env.X_KEY === 'string') f(env.A_KEY, env.X_KEY);")),
    Case(situation: "a comparison", code: handler("return f(env.A_KEY, env.X_KEY === 'yes');")),
    Case(situation: "a choice", code: handler("return f(env.A_KEY, env.X_KEY ? 1 : 2);")),
    Case(situation: "a test of a variable", code: handler("const x = env.X_KEY; if (!x) return f(env.A_KEY); f(x);")),
    Case(
      situation: "a test of a variable with a type",
      code: handler("const x: string | undefined = env.X_KEY; return f(env.A_KEY, x ?? '');")
    ),
    Case(
      situation: "a test of what was taken apart",
      code: handler("const { A_KEY, X_KEY } = env; if (X_KEY) f(A_KEY);")
    ),
    Case(
      situation: "a test in another module",
      files: [
        "main.ts": "import { has } from './has.js';\n" + handler("return f(env.A_KEY, env.X_KEY);"),
        "has.ts": "export const has = (env: Env) => Boolean(env.X_KEY);",
      ]
    ),
    Case(
      situation: "optional by its type",
      files: [
        "main.ts": handler("return f(env.A_KEY, env.X_KEY);"),
        "env.d.ts": "interface Env { A_KEY: string; X_KEY?: string }",
      ]
    ),
    Case(situation: "a binding of a kind nobody knows", code: handler("return f(env.A_KEY, env.X_THING.run());")),
    Case(situation: "a function that is called", code: handler("return f(env.A_KEY, env.X_THING());")),
    Case(situation: "set by the code", code: handler("env.X_KEY = 'x'; return f(env.A_KEY, env.X_KEY);")),
    Case(situation: "another thing of the name", code: "const env = load();\nexport const x = env.X_KEY;\n// A_KEY"),
    Case(situation: "declared anew", code: handler("{ const env = load(); f(env.X_KEY); } return f(env.A_KEY);")),
    Case(
      situation: "a parameter of a function inside",
      code: handler("return list.map((env) => env.X_KEY).concat(env.A_KEY);")
    ),
    Case(situation: "a parameter without its type", code: "export const call = (env) => f(env.X_KEY, 'A_KEY');"),
    Case(situation: "a comment", code: handler("return f(env.A_KEY); // env.X_KEY")),
    Case(situation: "a string", code: handler("return f(env.A_KEY, 'env.X_KEY');")),
    Case(situation: "a type", code: "type Key = Env['X_KEY'];\n" + handler("return f(env.A_KEY);")),
    Case(
      situation: "a module that nothing imports",
      files: [
        "main.ts": handler("return f(env.A_KEY);"), "test/main.test.ts": handler("return f(env.X_KEY);"),
      ]
    ),
    Case(
      situation: "a module of types",
      files: [
        "main.ts": "import type { T } from './types';\n" + handler("return f(env.A_KEY);"),
        "types.ts": handler("return f(env.X_KEY);"),
      ]
    ),
    Case(situation: "what tools set", code: handler("return f(env.A_KEY, process.env.NODE_ENV, process.env.CI);")),
    Case(
      situation: "process.env, which is empty",
      code: handler("return f(env.A_KEY, process.env.X_KEY);"),
      config:
        #"{ "name": "shop", "main": "main.ts", "compatibility_date": "2024-01-01", "secrets": { "required": ["A_KEY"] } }"#
    ),
    Case(
      situation: "no list of secrets",
      code: handler("return f(env.X_KEY);"),
      config: #"{ "name": "shop", "main": "main.ts" }"#
    ),
    Case(
      situation: "variables of the dashboard are kept",
      code: handler("return f(env.A_KEY, env.X_KEY);"),
      config: #"{ "name": "shop", "main": "main.ts", "keep_vars": true, "secrets": { "required": ["A_KEY"] } }"#
    ),
    Case(
      situation: "given on the command line",
      files: [
        "main.ts": handler("return f(env.A_KEY, env.X_KEY);"), "deploy.sh": "npx wrangler deploy --var X_KEY:1\n",
      ]
    ),
    Case(
      situation: "given by the action",
      files: [
        "main.ts": handler("return f(env.A_KEY, env.X_KEY);"),
        ".github/workflows/deploy.yml": """
        jobs:
          deploy:
            steps:
              - uses: cloudflare/wrangler-action@v3
                with:
                  command: deploy
                  vars: |
                    X_KEY
        """,
      ]
    ),
    Case(
      situation: "replaced when it is built",
      code: handler("return f(env.A_KEY, process.env.X_KEY);"),
      config: """
        { "name": "shop", "main": "main.ts", "compatibility_date": "2025-06-01", "compatibility_flags": ["nodejs_compat"],
          "define": { "process.env.X_KEY": "'1'" }, "secrets": { "required": ["A_KEY"] } }
        """
    ),
    Case(
      situation: "a Secrets Store binding",
      code: handler("return f(env.A_KEY, env.X_KEY);"),
      config: """
        { "name": "shop", "main": "main.ts", "secrets": { "required": ["A_KEY"] },
          "secrets_store_secrets": [{ "binding": "X_KEY", "store_id": "a1", "secret_name": "x" }] }
        """
    ),
    Case(situation: "markup that nobody can read", code: handler("return <p>Don't {env.A_KEY} {env.X_KEY}</p>;")),
    Case(
      situation: "a program in another language",
      files: [
        "main.py": "def on_fetch(request, env): return env.X_KEY"
      ],
      config: #"{ "name": "shop", "main": "main.py", "secrets": { "required": ["A_KEY"] } }"#
    ),
    Case(
      situation: "a main module that a build writes",
      config: #"{ "main": "dist/x.js", "secrets": { "required": ["A"] } }"#
    ),
  ]

  static let unused: [Case] = [
    Case(
      situation: "nobody mentions it",
      code: handler("return new Response(env.MODE);"),
      finds: ["required/unused wrangler.json: \"A_KEY\""]
    ),
    Case(
      situation: "in every module",
      files: [
        "main.ts": "import { go } from './go';\nexport default { fetch: (r, env) => go(env) };",
        "go.ts": "import data from './data.json';\nexport function go(env: Env) { return f(env.MODE, data); }",
        "data.json": "{}",
      ],
      finds: ["required/unused wrangler.json: \"A_KEY\""]
    ),
  ]

  static let used: [Case] = [
    Case(situation: "a placeholder", code: handler("return new Response(request.url);")),
    Case(situation: "it is read", code: handler("return new Response(env.A_KEY);")),
    Case(
      situation: "it is read in a way nobody follows",
      code: "const key = 'A_KEY';\n" + handler("return f(env.MODE);")
    ),
    Case(situation: "a computed name", code: handler("return f(env.MODE, env[request.url]);")),
    Case(situation: "a template as name", code: handler("return f(env.MODE, env[`${request.method}_KEY`]);")),
    Case(situation: "all names", code: handler("return f(env.MODE, Object.keys(env));")),
    Case(situation: "spread", code: handler("return f(env.MODE, { ...env });")),
    Case(situation: "the rest", code: handler("const { MODE, ...rest } = env; return f(rest);")),
    Case(situation: "stored", code: "let saved;\n" + handler("saved = env; return f(env.MODE);")),
    Case(
      situation: "given to a package",
      files: [
        "main.ts": "import auth from 'auth';\nexport default { fetch: (r, env) => auth(env, env.MODE) };"
      ]
    ),
    Case(situation: "a package that may read it", code: "import 'auth';\n" + handler("return f(env.MODE);")),
    Case(situation: "given to a method", code: handler("return app.fetch(request, env, env.MODE);")),
    Case(
      situation: "another form of environment",
      code: handler("return f(env.MODE);") + "\napp.get('/', (ctx) => read(ctx.env));"
    ),
    Case(situation: "an import that leads nowhere", code: "import './gone';\n" + handler("return f(env.MODE);")),
    Case(situation: "an import by a short name", code: "import '@/lib';\n" + handler("return f(env.MODE);")),
    Case(situation: "an import by a value", code: handler("return (await import(request.url)).f(env.MODE);")),
    Case(
      situation: "a build of its own",
      code: handler("return f(env.MODE);"),
      config: """
        { "name": "shop", "main": "main.ts", "build": { "command": "make" },
          "vars": { "MODE": "x" }, "secrets": { "required": ["A_KEY"] } }
        """
    ),
    Case(
      situation: "modules that nothing imports",
      code: handler("return f(env.MODE);"),
      config: """
        { "name": "shop", "main": "main.ts", "find_additional_modules": true,
          "vars": { "MODE": "x" }, "secrets": { "required": ["A_KEY"] } }
        """
    ),
    Case(situation: "markup that nobody can read", code: handler("return <p>Don't</p>;")),
  ]

  private static let store = """
    { "name": "shop", "main": "main.ts",
      "secrets_store_secrets": [{ "binding": "S_KEY", "store_id": "a1", "secret_name": "s" }] }
    """

  private static func storeCase(_ situation: String, _ code: String, finds: Bool) -> Case {
    Case(situation: situation, code: code, config: store, finds: finds ? ["store/get-misuse main.ts: S_KEY"] : [])
  }

  static let stores: [Case] = [
    storeCase("in a template", handler("return f(`Bearer ${env.S_KEY}`);"), finds: true),
    storeCase("added to a string", handler("return f('Bearer ' + env.S_KEY);"), finds: true),
    storeCase("a member of a text", handler("return f(env.S_KEY.trim());"), finds: true),
    storeCase("a promise in a template", handler("return f(`Bearer ${env.S_KEY.get()}`);"), finds: true),
    storeCase("a promise added to a string", handler("return f('Bearer ' + env.S_KEY.get());"), finds: true),
    storeCase("a member of a promise", handler("return f(env.S_KEY.get().trim());"), finds: true),
    storeCase("process.env", handler("return f(process.env.S_KEY);"), finds: true),
    storeCase(
      "when the module is loaded",
      "import { env } from 'cloudflare:workers';\nconst key = await env.S_KEY.get();",
      finds: true
    ),
    storeCase("awaited", handler("return f(await env.S_KEY.get());"), finds: false),
    storeCase("awaited in a template", handler("return f(`Bearer ${await env.S_KEY.get()}`);"), finds: false),
    storeCase("awaited before a member", handler("return f((await env.S_KEY.get()).trim());"), finds: false),
    storeCase("given back", handler("return env.S_KEY.get();"), finds: false),
    storeCase("awaited later", handler("const p = env.S_KEY.get(); return f(await p);"), finds: false),
    storeCase("all at once", handler("return f(...await Promise.all([env.S_KEY.get(), g()]));"), finds: false),
    storeCase("then", handler("return env.S_KEY.get().then((key) => f(key)).catch(g);"), finds: false),
    storeCase("the binding itself", handler("return f(env.S_KEY);"), finds: false),
    storeCase("a method somebody adds", handler("return env.S_KEY.metadata();"), finds: false),
    storeCase(
      "in a function of a module",
      "import { env } from 'cloudflare:workers';\nexport const key = () => env.S_KEY.get();",
      finds: false
    ),
    storeCase("a test of process.env", handler("return f(process.env.S_KEY ?? await env.S_KEY.get());"), finds: false),
    storeCase("added to a number", handler("return f(1 + env.S_KEY);"), finds: false),
    Case(
      situation: "a var in another environment",
      code: handler("return f(`${env.S_KEY}`);"),
      config: """
        { "name": "shop", "main": "main.ts", "vars": { "S_KEY": "x" }, "env": { "live": {
          "secrets_store_secrets": [{ "binding": "S_KEY", "store_id": "a1", "secret_name": "s" }] } } }
        """
    ),
  ]

  @Test(arguments: undeclared + declared + unused + used + stores)
  func findsWhatItIsSureOf(_ example: Case) {
    var files = example.files
    files["wrangler.json"] = example.config
    if !example.code.isEmpty { files["main.ts"] = example.code }
    let isAboutUse =
      Self.unused.contains { $0.situation == example.situation }
      || Self.used.contains { $0.situation == example.situation }
    let found = Self.findings(files).filter { isAboutUse || !$0.hasPrefix("required/unused") }
    #expect(found == example.finds)
  }

  /// A deep chain of imports and one in a circle come to an end.
  @Test func importsInACircle() {
    var files = ["wrangler.json": Case.declaring, "main.ts": "import './m0';\n" + Self.handler("return f(env.A_KEY);")]
    for number in 0..<300 { files["m\(number).ts"] = "import './m\((number + 1) % 300)';\nimport './main';" }
    files["m299.ts"]? += "\nexport const f = (env: Env) => g(env.X_KEY);"
    #expect(Self.findings(files) == ["required/undeclared m299.ts: X_KEY"])
  }
}
