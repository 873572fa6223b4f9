import Documents
import Workers

extension Rule {
  /// A secret inside the build command.
  static let configBuildCommandSecret = Rule(
    id: "config/build-command-secret",
    title: "Secret in `build.command`",
    severity: .error,
    help: """
      Wrangler prints `build.command` before it runs it, so a credential inside it stands in the repository and in the \
      log of every build. Environments inherit the command, and with it the credential.

      Rotate it, and set the variable in the shell or in the secret store of the CI system: the command gets the whole \
      environment of the process that runs wrangler.
      """,
    references: ["https://developers.cloudflare.com/workers/wrangler/custom-builds/"],
    examples: [
      .bad(["wrangler.toml": "[build]\ncommand = «\"SENTRY_AUTH_TOKEN={hex:64} npm run build\"»\n"]),
      .bad([
        "wrangler.jsonc":
          #"{ "env": { "production": { "build": { "command": «"export DB=postgres://u:{base62:20}@db.shop-data.net/x; make"» } } } }"#
      ]),
      .clean([
        "wrangler.jsonc": """
        {
          "build": { "command": "NODE_ENV=production API_TOKEN=$API_TOKEN TOKEN_URL=https://login.shop-data.net npm run build" },
          "env": { "production": { "build": { "command": "API_KEY=dummy make" } } }
        }
        """
      ]),
    ],
    check: .project { project, checkout in
      checkout.environments(of: project).compactMap { commandMatch(for: $0, project: project, checkout: checkout) }
    }
  )

  private static func commandMatch(for environment: Environment, project: Project, checkout: Checkout) -> Match? {
    guard let node = environment.own["build"]?["command"], let command = node.string else { return nil }
    let assignments = ShellAssignment.all(in: command)
    // vars/cloudflare-credential speaks of those.
    if assignments.contains(where: { CloudflareCredential.words(forKey: $0.name, value: $0.value) != nil }) {
      return nil
    }
    var match = Match(
      path: project.config.source.path,
      region: node.region,
      message: "",
      identity: .secret(command),
      secret: node.region,
      worker: environment.workerName,
      environment: environment.name
    )
    if let secret = ValueSecret.worst(in: command, tokens: checkout.tokens), !secret.isPublic {
      match.message = "the build command\(environment.suffix) holds a secret: \(secret.words)"
      match.identity = secret.identity
      match.severity = secret.severity
      match.confidence = secret.confidence
      return match
    }
    guard let found = assignments.first(where: { SecretName.isSecret($0.name) && SecretValue.isPlausible($0.value) })
    else {
      return nil
    }
    match.message =
      "the build command\(environment.suffix) sets \(found.name) to a literal value (\(Redaction.describe(found.value)))"
    match.identity = .secret(found.value)
    match.confidence = .medium
    return match
  }
}
