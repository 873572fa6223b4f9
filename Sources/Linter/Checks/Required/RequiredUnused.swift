import Documents
import Workers

extension Rule {
  /// wrangler.md §16.5 row 62, §10.3.
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
        export default { fetch: (request, env) => call(request, env) };

        """,
        "call.js": "export const call = (request, { API_KEY }) => fetch(request, { headers: { key: API_KEY } });\n",
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
      guard let code = checkout.code[project.folder], code.isWhole else { return [] }
      let texts = code.paths.compactMap { try? checkout.tree.read($0) }
      guard texts.count == code.paths.count else { return [] }
      return checkout.environments(of: project).flatMap { environment in
        environment.requiredSecrets.filter { required in
          !texts.contains { $0.firstOccurrence(of: required.name.utf8) != nil }
        }
        .map { required in
          Match(
            path: project.config.source.path,
            region: required.nameRegion,
            message: "no code of the Worker reads the required secret \(required.name)",
            identity: .name("\(environment.name ?? "")/\(required.name)"),
            worker: environment.workerName,
            environment: environment.name
          )
        }
      }
    }
  )
}
