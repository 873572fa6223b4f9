import DeployState
import Documents
import Workers

extension Rule {
  /// A credential of wrangler itself, written into the file wrangler reads.
  static let varsCloudflareCredential = Rule(
    id: "vars/cloudflare-credential",
    title: "Cloudflare credential in the configuration",
    severity: .error,
    help: """
      `CLOUDFLARE_API_TOKEN`, `CLOUDFLARE_API_KEY` and their kin are credentials for wrangler itself: with them anybody \
      can deploy to the account and read what is in it. Wrangler takes them from the shell, never from its configuration \
      file, so there they do nothing but leak.

      Roll the token in the dashboard, remove it from the file, and give the new one to wrangler in the shell or in the \
      secret store of the CI system. A Worker that calls the Cloudflare API gets a token of its own: once the var is \
      removed and that is deployed, `npx wrangler secret put` stores it.
      """,
    references: ["https://developers.cloudflare.com/workers/wrangler/system-environment-variables/"],
    examples: [
      .bad([
        "wrangler.jsonc": """
        {
          "name": "shop",
          "vars": { "CLOUDFLARE_API_TOKEN": «"{base62:40}"» },
          "define": { "CF": «"'cfut_{base62:40}{hex:8}'"» },
          "env": { "staging": { "vars": { "CF_API_KEY": «"{hex:37}"» } } }
        }
        """
      ]),
      .bad(["wrangler.toml": "[build]\ncommand = «\"CLOUDFLARE_API_TOKEN={base62:40} npm run build\"»\n"]),
      .clean([
        "wrangler.jsonc": """
        {
          "account_id": "{hex:32}",
          "build": { "command": "CLOUDFLARE_API_TOKEN=$TOKEN npm run build" },
          "vars": { "CLOUDFLARE_ACCOUNT_ID": "{hex:32}", "CLOUDFLARE_API_TOKEN": "<token>", "CF_API_KEY": "" }
        }
        """
      ]),
    ],
    check: .project { project, checkout in
      ConfigText.all(inMembersOf: project.config.root).compactMap {
        match(for: $0, project: project, checkout: checkout)
      }
    }
  )

  private static func match(for item: ConfigText, project: Project, checkout: Checkout) -> Match? {
    guard let words = CloudflareCredential.words(forKey: item.key, value: item.text) ?? assigned(in: item) else {
      return nil
    }
    let environment = project.config.namedEnvironments.first { item.path.hasPrefix("env.\($0.name ?? "").") }
    let prefix = environment?.name.map { "env.\($0)." } ?? ""
    let isVar = item.path == "\(prefix)vars.\(item.key)"
    let advice = SecretAdvice(
      storing: item.key,
      removing: .removeVar(item.key),
      environment: environment ?? project.config.topLevel,
      of: project,
      in: checkout.deploy.state(for: project)
    )
    return Match(
      path: project.config.source.path,
      region: item.region,
      message: "\(item.path) holds \(words)",
      identity: .secret(item.text),
      secret: item.region,
      help: isVar
        ? advice.sentence(
          after: "Roll the token, and set it in the shell or in CI; if the Worker itself needs one, give it its own"
        )
        : "Roll the token, and set it in the shell that runs wrangler or in the secret store of the CI system.",
      worker: (environment ?? project.config.topLevel).workerName,
      environment: environment?.name
    )
  }

  /// A credential that a command gives to the program it starts.
  private static func assigned(in item: ConfigText) -> String? {
    guard item.key == "command" else { return nil }
    for assignment in ShellAssignment.all(in: item.text) {
      if let words = CloudflareCredential.words(forKey: assignment.name, value: assignment.value) { return words }
    }
    return nil
  }
}
