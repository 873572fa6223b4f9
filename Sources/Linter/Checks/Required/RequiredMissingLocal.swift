import Documents
import Workers

extension Rule {
  /// A required secret that the local files do not supply (docs/facts/wrangler.md §4.2).
  static let requiredMissingLocal = Rule(
    id: "required/missing-local",
    title: "Required secret is missing locally",
    severity: .warning,
    help: """
      `wrangler dev` warns about a name of `secrets.required` that no dotenv file supplies and starts nevertheless; in the \
      Worker the name is undefined. When a `.dev.vars` file exists, neither `.env` files nor the shell are consulted.

      Add the name to the dotenv file that is read.
      """,
    examples: [
      .bad([
        "wrangler.jsonc": #"{ "name": "shop", "secrets": { "required": ["A_KEY", «"B_KEY"»] } }"#,
        ".dev.vars": "A_KEY={alnum-lower:12}\n",
        ".env": "B_KEY={alnum-lower:12}\n",
      ]),
      .bad([
        "wrangler.toml": """
        name = "shop"
        [env.staging.secrets]
        required = ["A_KEY", «"B_KEY"»]
        """,
        ".env": "A_KEY={alnum-lower:12}\n",
      ]),
      .bad([
        "wrangler.jsonc": #"{ "name": "shop", "secrets": { "required": ["A_KEY", «"B_KEY"»] } }"#,
        "package.json": #"{ "scripts": { "dev": "wrangler dev --env-file .env --env-file local.vars" } }"#,
        ".dev.vars": "A_KEY={alnum-lower:12}\nB_KEY={alnum-lower:12}\n",
        ".env": "MODE=beta\n",
        "local.vars": "A_KEY={alnum-lower:12}\n",
      ]),
      .clean([
        "wrangler.jsonc": #"{ "name": "shop", "secrets": { "required": ["A_KEY", "B_KEY"] } }"#,
        "package.json": #"{ "scripts": { "dev": "wrangler dev --env-file local.vars --env-file $HOME/x" } }"#,
        "local.vars": "A_KEY={alnum-lower:12}\n",
      ]),
      .clean(["wrangler.jsonc": #"{ "name": "shop", "secrets": { "required": ["A_KEY"] } }"#]),
      .clean([
        "wrangler.jsonc": #"{ "name": "shop", "secrets": { "required": ["A_KEY"] } }"#,
        ".dev.vars.example": "A_KEY=\n",
        ".env": "VITE_TITLE=Shop\n",
      ]),
      .clean([
        "wrangler.jsonc": #"{ "name": "shop", "secrets": { "required": ["A_KEY", "B_KEY"] } }"#,
        ".env": "A_KEY={alnum-lower:12}\n",
        ".env.local": "B_KEY={alnum-lower:12}\n",
      ]),
    ],
    check: .project { project, checkout in
      if project.config.isPages { return [] }
      return LocalEnvironment.run(of: project, in: checkout).flatMap { missingSecrets(in: $0, of: project) }
    }
  )
}

private func missingSecrets(in environment: LocalEnvironment, of project: Project) -> [Match] {
  let supplied = Set(environment.values.map(\.key))
  let required = environment.environment.requiredSecrets
  guard let file = environment.winningDevVars ?? environment.local.loaded.last else { return [] }
  // On the `.env` path the shell supplies names as well: only files that hold some of them are meant to hold all.
  let isOnlyShell = environment.winningDevVars == nil && !required.contains { supplied.contains($0.name) }
  if isOnlyShell { return [] }
  var seen: Set<String> = []
  return required.compactMap { secret in
    guard !supplied.contains(secret.name), !environment.isVariable(secret.name), !environment.isBinding(secret.name),
      seen.insert(secret.name).inserted
    else { return nil }
    return match(secret, missingFrom: file, in: environment, of: project)
  }
}

private func match(
  _ secret: Binding,
  missingFrom file: DotenvFile,
  in environment: LocalEnvironment,
  of project: Project
) -> Match {
  let name = environment.environment.name
  // Where an environment has no file of its own, hardly anybody runs it locally.
  let isOwnFile =
    name == nil || environment.local.areNamed || environment.local.loaded.contains { $0.environment == name }
  var related: [Match.Related] = []
  for other in environment.local.passedOver {
    if let entry = other.document.entries.first(where: { $0.key == secret.name && !$0.isContinuation }) {
      related.append(
        Match.Related(path: other.path, region: entry.keyRegion, message: "this file is not read: \(file.name) wins")
      )
    }
  }
  let unread = file.isDevVars ? " Because \(file.name) exists, neither `.env` files nor the shell are consulted." : ""
  return Match(
    path: project.config.source.path,
    region: secret.nameRegion,
    message: "required secret \(secret.name) of \(environment.environment.words) is missing from \(file.name)",
    identity: .name("\(name ?? "")/\(secret.name)"),
    help: "Add `\(secret.name)=…` to \(file.name).\(unread)",
    worker: environment.environment.workerName,
    environment: name,
    severity: isOwnFile ? nil : .note,
    confidence: file.isDevVars ? nil : .medium,
    related: related
  )
}
