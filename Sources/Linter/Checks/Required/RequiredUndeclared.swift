import Documents
import Text
import Workers

extension Rule {
  /// docs/facts/wrangler.md §4, §10.
  static let requiredUndeclared = Rule(
    id: "required/undeclared",
    title: "Code reads a name that nothing declares",
    severity: .warning,
    help: """
      With a `secrets` block the configuration lists what the Worker needs. A name that the code reads and that is \
      neither there nor a var nor a binding is undefined in `wrangler dev`, has no type, and no deploy checks that it is \
      there.

      Add the name to `secrets.required`; if the code works without it, say so with a default: `env.NAME ?? "…"`.
      """,
    references: ["https://developers.cloudflare.com/workers/configuration/secrets/"],
    examples: [
      .bad([
        "wrangler.json": #"{ "name": "api", "main": "a.js", "secrets": { "required": ["API_KEY"] } }"#,
        "a.js": """
        export default {
          async fetch(request, env) {
            return fetch("/", { headers: { "X-Key": env.API_KEY, "X-Mail": env.«MAIL_KEY» } });
          },
        };

        """,
      ]),
      .bad([
        "wrangler.toml": "name = \"api\"\nmain = \"src/a.ts\"\n[secrets]\nrequired = [\"API_KEY\"]\n",
        "src/a.ts": "import { key } from \"./keys.js\";\nexport default { fetch: async () => new Response(key()) };\n",
        "src/keys.ts": "import { env } from \"cloudflare:workers\";\nexport const key = () => env[\"«MAIL_KEY»\"];\n",
      ]),
      .bad([
        "wrangler.json": #"{ "name": "api", "main": "a.ts", "secrets": { "required": ["API_KEY"] } }"#,
        "a.ts": """
        export default {
          async fetch(request: Request, env: Env): Promise<Response> {
            const { API_KEY, «MAIL_KEY»: mail } = env;
            return send(API_KEY, mail);
          },
        } satisfies ExportedHandler<Env>;

        """,
      ]),
      .clean([
        "wrangler.json": """
        { "name": "api", "main": "a.js", "secrets": { "required": ["API_KEY"] }, "vars": { "MODE": "live" },
          "kv_namespaces": [{ "binding": "CACHE", "id": "{hex:32}" }] }
        """,
        "a.js": """
        export default {
          async fetch(request, env) {
            const mode = env.MODE + env.API_KEY + (env.MAIL_KEY ?? "none");
            const debug = env.DEBUG_KEY;
            if (!debug) return new Response(await env.CACHE.get(mode));
            return env.NEW_KIND_OF_BINDING.run(debug);
          },
        };

        """,
      ]),
      // Without a `secrets` block nothing says that the list is complete.
      .clean([
        "wrangler.json": #"{ "name": "api", "main": "a.js" }"#,
        "a.js": "export default { fetch: (request, env) => new Response(env.API_KEY) };\n",
      ]),
    ],
    check: .project { project, checkout in
      // The dashboard may have more variables, and they are kept.
      guard let code = checkout.code[project.folder], project.config.environments.contains(where: \.definesSecrets),
        project.config.root["keep_vars"]?.boolean != true
      else { return [] }
      let declared = DeclaredNames(of: project)
      let candidates = code.reads.filter { read in
        !read.usesMember && FilePath.isPath(read.path, inOrBelow: project.folder) && !declared.contains(read.name)
          && (!read.isProcess || code.populatesProcess && DeclaredNames.isOfWorker(processName: read.name))
      }
      if candidates.isEmpty { return [] }
      let names = Set(candidates.map(\.name)).subtracting(DeclaredNames.onCommandLines(of: checkout.tree))
      return names.sorted().compactMap { name in
        // Where one place provides for its absence, the name is optional everywhere.
        if code.reads.contains(where: { $0.name == name && ($0.isOptional || $0.isWrite || $0.usesMember) }) {
          return nil
        }
        let places = candidates.filter { $0.name == name }
        guard let first = places.first, !isOptionalMember(name, of: project, in: checkout) else { return nil }
        return Match(
          path: first.path,
          region: first.region,
          message: "the code reads \(name), which is neither in `secrets.required` nor a var or binding",
          identity: .name(name),
          help: "add \"\(name)\" to `secrets.required` in \(FilePath.name(of: project.config.source.path))",
          related: places.dropFirst().prefix(5).map {
            Match.Related(path: $0.path, region: $0.region, message: "and here")
          }
        )
      }
    }
  )

  /// Whether a type of the project says that the name may be absent: `NAME?: string`.
  private static func isOptionalMember(_ name: String, of project: Project, in checkout: Checkout) -> Bool {
    checkout.tree.files(inOrBelow: project.folder).contains { entry in
      guard [".ts", ".tsx", ".mts", ".cts"].contains(where: { entry.path.hasSuffix($0) }),
        let bytes = try? checkout.tree.read(entry.path)
      else { return false }
      return ["\(name)?:", "\(name)?\":", "\(name)\"?:", "\(name) ?:"].contains {
        bytes.firstOccurrence(of: $0.utf8) != nil
      }
    }
  }
}
