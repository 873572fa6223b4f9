import Documents
import Text
import Workers

extension Rule {
  /// A dotenv file of an environment that no command can choose, or that a script does not choose
  /// (docs/facts/wrangler.md §5.1).
  static let dotenvEnvFileNotSelected = Rule(
    id: "dotenv/env-file-not-selected",
    title: "Dotenv file of an environment is not read",
    severity: .warning,
    help: """
      `.dev.vars.<environment>` and `.env.<environment>` are read only when that environment is named with `--env`. \
      `CLOUDFLARE_ENV` selects the environment of the configuration, but in `wrangler dev` and `wrangler types` not the \
      files. And there is no `.dev.vars.local`.

      Pass `--env`, and name the file after an environment of the configuration.
      """,
    references: ["https://github.com/cloudflare/workers-sdk/issues/15068"],
    examples: [
      .bad([
        "wrangler.jsonc": #"{ "name": "shop", "env": { "staging": {} } }"#,
        ".dev.vars.staging": "MODE=beta\n",
        ".dev.vars.stagign": "«MODE»=beta\n",
        ".dev.vars.local": "«MODE»=mine\n",
        "package.json": #"{ "scripts": { "dev": "«CLOUDFLARE_ENV=staging» wrangler dev" } }"#,
      ]),
      .clean([
        "wrangler.jsonc": #"{ "name": "shop", "env": { "staging": {} } }"#,
        ".dev.vars.staging": "MODE=beta\n",
        ".dev.vars.ci": "MODE=test\n",
        ".dev.vars.enc": "MODE=test\n",
        ".env.production": "MODE=test\n",
        ".env.test": "MODE=test\n",
        "package.json": """
        { "scripts": {
          "dev": "CLOUDFLARE_ENV=staging wrangler dev --env staging",
          "ci": "cp .dev.vars.ci .dev.vars && CLOUDFLARE_ENV=other wrangler dev",
          "deploy": "CLOUDFLARE_ENV=staging wrangler deploy"
        } }
        """,
      ]),
      .clean([
        "wrangler.toml": "name = \"shop\"\n[env.staging\n",
        ".dev.vars.staging": "MODE=beta\n",
      ]),
    ],
    check: .project { project, checkout in
      unknownEnvironments(project, checkout) + unselectedByScripts(project, checkout)
    }
  )
}

/// Endings that are no environment: encrypted files and copies somebody put aside.
private let otherEndings: Set<String> = [
  "enc", "encrypted", "gpg", "age", "asc", "sops", "vault", "keys", "bak", "backup", "old", "orig", "save", "swp",
  "tmp",
]

private func unknownEnvironments(_ project: Project, _ checkout: Checkout) -> [Match] {
  // Without all of the configuration there is no telling which environments exist.
  guard project.programConfigs.isEmpty, project.configs.allSatisfy({ $0.document.errors.isEmpty }) else { return [] }
  let known = Set(project.configs.flatMap(\.namedEnvironments).compactMap(\.name))
  return project.secretFiles.compactMap { file in
    guard file.isDevVars, let name = file.environment, !known.contains(name),
      !otherEndings.contains(name.split(separator: ".").last.map { $0.lowercased() } ?? name),
      !isMentioned(file.name, in: checkout)
    else { return nil }
    let isLocal = name == "local" || name.hasSuffix(".local")
    let near = NearMiss.closest(to: name, among: known)
    return Match(
      path: file.path,
      region: file.document.entries.first { !$0.isContinuation }?.keyRegion ?? Region(start: 0, end: 0),
      message: isLocal
        ? "\(file.name) is never read: `.dev.vars` files have no `.local` form"
        : "\(file.name) belongs to no environment of \(FilePath.name(of: project.config.source.path))",
      identity: .name(file.name),
      help: isLocal
        ? "Move the values to \(String(file.name.dropLast(6))), which git should ignore anyway."
        : near.map { "Rename it to `.dev.vars.\($0)`, or add the environment \"\(name)\" to the configuration." }
    )
  }
}

/// Whether a script names the file, to copy it or to pass it with `--env-file`.
private func isMentioned(_ name: String, in checkout: Checkout) -> Bool {
  checkout.tree.files.contains { entry in
    guard ScriptFiles.mayHoldCommands(entry.path), let bytes = try? checkout.tree.read(entry.path) else { return false }
    return bytes[...].containsIgnoringCase(name)
  }
}

private func unselectedByScripts(_ project: Project, _ checkout: Checkout) -> [Match] {
  checkout.invocations.compactMap { invocation in
    guard ["dev", "types"].contains(invocation.command.first ?? ""), invocation.values(of: "--env", "-e").isEmpty,
      !invocation.hasFlag("--env-file"), !invocation.hasFlag("--config"), !invocation.hasFlag("-c"),
      let word = invocation.assignment(named: "CLOUDFLARE_ENV"), !word.hasUnknownPart, !word.text.isEmpty,
      checkout.project(of: invocation.path)?.folder == project.folder,
      let file = project.secretFiles.first(where: { $0.environment == word.text && !isViteMode($0) })
    else { return nil }
    let command = invocation.command.first ?? "dev"
    let place = invocation.arguments.first { $0.text == command }?.region.end
    return Match(
      path: invocation.path,
      region: word.region,
      message: "`wrangler \(command)` does not read \(file.name): CLOUDFLARE_ENV does not choose dotenv files",
      identity: .name("\(command)/\(word.text)"),
      help: "Write `wrangler \(command) --env \(SecretCommand.shellWord(word.text))`.",
      environment: word.text,
      related: [Match.Related(path: file.path, region: Region(start: 0, end: 0), message: "this file is not read")],
      fix: SecretCommand.shellWord(word.text) != word.text
        ? nil
        : place.map {
          Fix(
            title: "Pass `--env \(word.text)`",
            isSafe: false,
            edits: [
              Fix.Edit(path: invocation.path, region: Region(start: $0, end: $0), replacement: " --env \(word.text)")
            ]
          )
        }
    )
  }
}

/// Whether a file is more likely one of a mode of Vite than one of an environment.
private func isViteMode(_ file: DotenvFile) -> Bool {
  file.isEnv && ["development", "production", "test", "local"].contains(file.environment)
}
