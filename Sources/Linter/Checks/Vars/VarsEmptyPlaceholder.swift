import DeployState
import Documents
import Workers

extension Rule {
  /// A secret's name kept in `vars` with nothing behind it.
  static let varsEmptyPlaceholder = Rule(
    id: "vars/empty-placeholder",
    title: "Placeholder for a secret in `vars`",
    severity: .warning,
    help: """
      An empty or made-up value in `vars` does not reserve a name for a secret, it takes it. `wrangler secret put` is then \
      refused with code 10053, because the name is in use; and when a secret of that name exists already, the next deploy \
      replaces it by the placeholder, in CI with no more than a warning.

      Remove the var and deploy; then store the value with `npx wrangler secret put NAME`, and list the name in \
      `secrets.required` so that a deploy without the secret fails.
      """,
    references: ["https://developers.cloudflare.com/workers/configuration/secrets/"],
    examples: [
      .bad([
        "wrangler.jsonc": """
        {
          "name": "shop",
          "vars": { «"API_KEY"»: "", «"SESSION_SECRET"»: "changeme", "MODE": "" },
          "env": { "production": { "vars": { «"DATABASE_URL"»: "<your database url>" } } }
        }
        """
      ]),
      .clean([
        "wrangler.jsonc": """
        {
          "vars": { "GREETING": "", "TURNSTILE_SITE_KEY": "", "VITE_API_KEY": "", "TOKEN_URL": "" },
          "secrets": { "required": ["API_KEY"] }
        }
        """
      ]),
      .clean(["wrangler.toml": "[vars]\nAPI_KEY = \"{{ api_key }}\"\n"]),
      .clean(["wrangler.toml": "name = \"site\"\npages_build_output_dir = \"dist\"\n[vars]\nAPI_KEY = \"\"\n"]),
    ],
    check: .project { project, checkout in
      // What a Pages project does with such a pair of names is not documented.
      guard !project.config.isPages else { return [] }
      return checkout.environments(of: project).flatMap { environment in
        environment.vars.compactMap {
          match(for: $0, environment: environment, project: project, checkout: checkout)
        }
      }
    }
  )

  private static func match(
    for variable: Binding,
    environment: Environment,
    project: Project,
    checkout: Checkout
  ) -> Match? {
    guard SecretName.isSecret(variable.name) || SecretName.isConnectionString(variable.name),
      let state = state(of: variable.node)
    else { return nil }
    let advice = SecretAdvice(
      storing: variable.name,
      removing: .removeVar(variable.name),
      environment: environment,
      of: project,
      in: checkout.deploy.state(for: project)
    )
    return Match(
      path: project.config.source.path,
      region: variable.nameRegion,
      message: "var \(variable.name)\(environment.suffix) is \(state): it blocks the secret of that name",
      identity: .name("\(environment.name ?? "")/\(variable.name)"),
      help: advice.sentence(after: "Have the real value at hand"),
      worker: environment.workerName,
      environment: environment.name
    )
  }

  /// "empty" or "a placeholder"; `nil` when there is a value, or a template fills it before wrangler reads it.
  private static func state(of node: Node) -> String? {
    if node.isNull { return "null" }
    guard let text = node.string else { return nil }
    if text.utf8.allSatisfy({ $0 <= 0x20 }) { return "empty" }
    if ["{{", "{%", "<%"].contains(where: text.contains) { return nil }
    return Placeholder.isPlaceholder(text) ? "a placeholder" : nil
  }
}
