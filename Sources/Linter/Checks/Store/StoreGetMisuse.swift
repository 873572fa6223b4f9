import Documents
import Text
import Workers

extension Rule {
  /// docs/facts/wrangler.md §8.4.
  static let storeGetMisuse = Rule(
    id: "store/get-misuse",
    title: "Secrets Store binding used as if it were the secret",
    severity: .error,
    help: """
      A Secrets Store binding is an object; its `get()` gives a promise of the secret. Used as text, either becomes \
      `[object Object]` or `[object Promise]`, and that is what is sent. It is not in `process.env`, and must not be asked \
      while the module is loaded.

      Write `await env.NAME.get()` inside the handler.
      """,
    references: ["https://developers.cloudflare.com/secrets-store/integrations/workers/"],
    examples: [
      .bad([
        "wrangler.json": storeConfig,
        "a.js": """
        export default {
          async fetch(request, env) {
            const headers = { Authorization: `Bearer ${env.«MAIL_KEY»}` };
            return fetch("/", { headers });
          },
        };

        """,
      ]),
      .bad([
        "wrangler.json": storeConfig,
        "a.js": """
        import { env } from "cloudflare:workers";
        const key = await env.«MAIL_KEY».get();
        export default { fetch: () => new Response("Bearer " + env.«MAIL_KEY».get()) };

        """,
      ]),
      .clean([
        "wrangler.json": storeConfig,
        "a.js": """
        export default {
          async fetch(request, env) {
            const pending = env.MAIL_KEY.get();
            const key = (await env.MAIL_KEY.get()).trim();
            return send(`Bearer ${await env.MAIL_KEY.get()}`, key, await pending, env.MAIL_KEY);
          },
        };

        """,
      ]),
    ],
    check: .project { project, checkout in
      guard let code = checkout.code[project.folder] else { return [] }
      let stores = storeNames(of: project)
      return code.reads.compactMap { read in
        guard stores.contains(read.name), FilePath.isPath(read.path, inOrBelow: project.folder),
          let (message, severity) = problem(with: read)
        else { return nil }
        return Match(
          path: read.path,
          region: read.region,
          message: message,
          identity: .name("\(read.name)/\(message)"),
          help: "write `await env.\(read.name).get()` inside a handler",
          severity: severity
        )
      }
    }
  )

  private static let storeConfig = """
    { "name": "api", "main": "a.js",
      "secrets_store_secrets": [{ "binding": "MAIL_KEY", "store_id": "{hex:32}", "secret_name": "mail" }] }
    """

  /// The names that are store secrets in every environment that has them.
  private static func storeNames(of project: Project) -> Set<String> {
    let bindings = project.config.environments.flatMap(\.bindings)
    let stores = Set(bindings.filter { $0.kind.sectionKey == "secrets_store_secrets" }.map(\.name))
    return stores.subtracting(bindings.filter { $0.kind.sectionKey != "secrets_store_secrets" }.map(\.name))
  }

  private static func problem(with read: EnvironmentRead) -> (message: String, severity: Severity)? {
    if read.isProcess {
      return read.isOptional || read.isWrite
        ? nil : ("the Secrets Store binding \(read.name) is never in `process.env`", .error)
    }
    return switch read.misuse {
    case .asText: ("the Secrets Store binding \(read.name) is an object, not the text of the secret", .error)
    case .member(let member):
      ("the Secrets Store binding \(read.name) is an object and has no `\(member)`; only its secret has", .error)
    case .notAwaited: ("`\(read.name).get()` gives a promise that is used as text without `await`", .error)
    case .atTopLevel: ("`\(read.name).get()` runs while the module is loaded, where no store can be asked", .warning)
    case nil: nil
    }
  }
}
