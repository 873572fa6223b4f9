import Documents
import Workers

extension Rule {
  /// docs/facts/wrangler.md §10.3.
  static let requiredUnused = Rule(
    id: "required/unused",
    title: "Required secret that no code reads",
    severity: .note,
    help: """
      A name in `secrets.required` must be there before every deploy. No module of the Worker mentions this one.

      Remove it from the list, and delete the secret if it is nobody else's.
      """,
    references: ["https://developers.cloudflare.com/workers/configuration/secrets/"],
    examples: [
      .bad([
        "wrangler.json": #"{ "name": "api", "main": "a.js", "secrets": { "required": ["API_KEY", «"OLD_KEY"»] } }"#,
        "a.js": """
        import { call } from "./call.js";
        export default { fetch: (request, env) => call(request, env.API_KEY) };

        """,
        "call.js": "export const call = (request, key) => fetch(request, { headers: { key } });\n",
      ]),
      .clean([
        "wrangler.json": #"{ "name": "api", "main": "a.js", "secrets": { "required": ["API_KEY", "OLD_KEY"] } }"#,
        "a.js": "export default { fetch: (request, env) => new Response(env[request.method]) };\n",
      ]),
      .clean([
        "wrangler.json": #"{ "name": "api", "main": "a.js", "secrets": { "required": ["API_KEY", "OLD_KEY"] } }"#,
        "a.js": """
        import auth from "some-auth";
        export default { fetch: (request, env) => auth(request, env.API_KEY) };

        """,
      ]),
    ],
    check: .project { project, checkout in
      // Code that reads nothing at all is a placeholder, or has the environment from somewhere nobody here knows.
      guard let code = checkout.code[project.folder], code.isWhole, !code.reads.isEmpty else { return [] }
      let texts = code.paths.compactMap { try? checkout.tree.read($0) }
      guard texts.count == code.paths.count else { return [] }
      let required = checkout.environments(of: project).flatMap { environment in
        environment.requiredSecrets.map { (environment: environment, secret: $0) }
      }
      return Set(required.map(\.secret.name)).sorted().compactMap { name in
        if texts.contains(where: { $0.firstOccurrence(of: name.utf8) != nil }) { return nil }
        let places = required.filter { $0.secret.name == name }
        guard let first = places.first else { return nil }
        return Match(
          path: project.config.source.path,
          region: first.secret.nameRegion,
          message: "no code of the Worker reads the required secret \(name)",
          identity: .name(name),
          worker: first.environment.workerName,
          environment: first.environment.name,
          related: places.dropFirst().map {
            Match.Related(path: project.config.source.path, region: $0.secret.nameRegion, message: "required here, too")
          }
        )
      }
    }
  )
}
