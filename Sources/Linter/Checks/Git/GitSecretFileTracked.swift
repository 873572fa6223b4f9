import Documents
import Git
import Text
import Workers

extension Rule {
  /// A file of secrets in git's index.
  static let gitSecretFileTracked = Rule(
    id: "git/secret-file-tracked",
    title: "Secret file tracked by git",
    severity: .error,
    help: """
      The file is in the repository, and with it everything it ever held: a line in `.gitignore` changes nothing for a file \
      that is tracked already, and a removed line stays in the history.

      An `.env` file in which no value looks like a secret is only a warning. The settings of one stage, such as \
      `.env.production` or `.env.test`, and variables for browser code may be meant for everybody: without a secret they \
      are a note. In folders of tests files without a secret are left alone, and others are one step milder.

      Run `git rm --cached FILE`, add the file to `.gitignore`, commit, and rotate every secret that was in it. The finding \
      says whether the file is only staged, committed or already pushed, as far as this clone knows, and which command takes \
      it out of commits that are not pushed yet; `paddock check --history` names the commit that brought it.
      """,
    references: ["https://developers.cloudflare.com/workers/configuration/secrets/"],
    examples: [
      .bad(
        ["wrangler.toml": "name = \"shop\"\n", ".dev.vars": "«»API_SECRET={base62:32}\n", ".env": "«»PORT=8787\n"],
        tracked: ["wrangler.toml", ".dev.vars", ".env"]
      ),
      .bad(
        [
          "package.json": #"{ "scripts": { "secrets": "wrangler secret bulk < live.json" } }"#,
          "live.json": #"«»{ "API_SECRET": "{base62:32}" }"#,
          "infra/terraform.tfstate": "«»{ \"version\": 4 }",
        ],
        tracked: ["package.json", "live.json", "infra/terraform.tfstate"]
      ),
      .clean(
        [
          "wrangler.toml": "name = \"shop\"\n", ".dev.vars": "API_SECRET={base62:32}\n",
          ".dev.vars.example": "API_SECRET=\n",
        ],
        tracked: ["wrangler.toml", ".dev.vars.example"]
      ),
      .clean([".dev.vars": "API_SECRET={base62:32}\n"]),
      .bad(
        [".env": "«»VITE_API_URL=https://api.shop-data.net\n", ".env.production": "«»API_HOST=api.shop-data.net\n"],
        tracked: [".env", ".env.production"]
      ),
      .clean(["fixtures/app/.dev.vars": "MODE=local value\n"], tracked: ["fixtures/app/.dev.vars"]),
      .bad(
        [
          "wrangler.toml": "name = \"shop\"\n",
          "package.json": #"{ "scripts": { "dev": "wrangler dev --env-file local.vars --env-file port.vars" } }"#,
          "local.vars": "«»API_SECRET={base62:32}\n",
          "port.vars": "PORT=8787\n",
        ],
        tracked: ["wrangler.toml", "package.json", "local.vars", "port.vars"]
      ),
    ],
    check: .checkout { checkout in
      guard let tracked = checkout.tracked else { return [] }
      let bulk = bulkFiles(checkout)
      let matches = tracked.all.compactMap { trackedMatch(for: $0, bulk: bulk, checkout: checkout) }
        .sorted { $0.path < $1.path }
      // git is asked only where there is something to report.
      let spread = tracked.spread(of: matches.map(\.path))
      return matches.map { withSpread(spread[$0.path], of: $0, at: tracked.pathFromTop($0.path)) }
    }
  )

  /// Says how far the file has got, and what helps then.
  ///
  /// - Parameter path: from the top of the repository.
  private static func withSpread(_ spread: FileSpread?, of match: Match, at path: String) -> Match {
    guard let spread else { return match }
    var match = match
    let remove = "Run `\(GitRemoval.untrack(path))` and ignore the file"
    switch spread {
    case .staged:
      match.message += "; it is staged, and not committed yet"
      match.help = "\(remove) before you commit; what no commit has needs no new secret."
    case .committed:
      match.message += "; no remote branch has it yet"
      match.help =
        match.severity == .note
        ? "\(remove)."
        : "Run `\(GitRemoval.untrack(path))`, ignore the file and commit that. Before you push, "
          + "\(GitRemoval.removeFileInWords(path)); else rotate every secret in it."
    case .pushed:
      match.message += "; it is already pushed"
      match.help =
        match.severity == .error
        ? "Rotate every secret in it, for whoever can read the repository has them. \(remove)." : "\(remove)."
    }
    return match
  }

  private static func trackedMatch(for path: String, bulk: [String: Match.Related], checkout: Checkout) -> Match? {
    let untrack = GitRemoval.untrack(checkout.tracked?.pathFromTop(path) ?? path)
    let name = FilePath.name(of: path)
    let words: String
    var severity = Severity.error
    if let role = checkout.dotenvRole(of: path) {
      // assets/build-output-secret-file speaks of those.
      guard role != .example, !SecretFile.isInBuildFolder(path) else { return nil }
      let content = (try? checkout.tree.read(path)).map {
        DotenvContent(of: DotenvDocument.parse($0), tokens: checkout.tokens)
      }
      if content == .secret {
        words = "a local secrets file with secrets in it"
      } else {
        // What a command names may hold settings only.
        if FileRole.isTest(path) || role == .named { return nil }
        severity = Self.severity(ofHarmless: role, content: content ?? .empty)
        words = severity == .error ? "a local secrets file" : "a local secrets file without secrets so far"
      }
    } else if SecretFile.isTerraformState(name) {
      words = "a Terraform state, which holds every value in clear"
    } else if bulk[path] != nil {
      words = "a file of secrets for wrangler"
      if isPlaceholderJSON(path, in: checkout.tree) { severity = .warning }
    } else {
      return nil
    }
    if FileRole.isTest(path) { severity = severity.lowered }
    return Match(
      path: path,
      region: Region(start: 0, end: 0),
      message: "git tracks \(path), \(words)",
      identity: .name(path),
      help: severity == .error
        ? "Run `\(untrack)`, ignore the file, and rotate every secret in it."
        : "Run `\(untrack)` and ignore the file before a secret gets into it.",
      severity: severity,
      related: bulk[path].map { [$0] } ?? []
    )
  }

  /// How bad a file without a secret is.
  ///
  /// Frameworks mean the settings of one stage to be tracked, as Vite and Next.js do with `.env.production` and SvelteKit
  /// with `.env.test`.
  private static func severity(ofHarmless role: DotenvFile.Role, content: DotenvContent) -> Severity {
    switch role {
    case .devVars: content == .plain ? .error : .warning
    case .env(environment: nil, isLocal: false): content == .publicOnly ? .note : .warning
    case .env(_, isLocal: true): .warning
    case .env, .example, .named: .note
    }
  }

  /// The files that commands in scripts hand to wrangler as secrets, with the place of the command.
  private static func bulkFiles(_ checkout: Checkout) -> [String: Match.Related] {
    var found: [String: Match.Related] = [:]
    for invocation in checkout.invocations {
      let secretFiles = invocation.secretFileWords
      for (index, word) in (secretFiles + invocation.values(of: "--env-file")).enumerated()
      where !word.hasUnknownPart && !word.text.hasPrefix("/") {
        let related = Match.Related(
          path: invocation.path,
          region: word.region,
          message: "wrangler reads secrets from it here"
        )
        // A script runs in its own folder, or in that of the repository.
        for folder in [FilePath.folder(of: invocation.path), ""] {
          if let path = FilePath.resolve(word.text, from: folder), checkout.isTracked(path), found[path] == nil,
            index < secretFiles.count || checkout.dotenvRole(of: path) == .named
          {
            found[path] = related
          }
        }
      }
    }
    return found
  }

  private static func isPlaceholderJSON(_ path: String, in tree: FileTree) -> Bool {
    guard let bytes = try? tree.read(path) else { return false }
    let document = JSONCParser.parse(bytes)
    guard document.errors.isEmpty else {
      return DotenvDocument.parse(bytes).entries.allSatisfy { Placeholder.isPlaceholder($0.value) }
    }
    return ConfigText.all(inMembersOf: document.root).allSatisfy { Placeholder.isPlaceholder($0.text) }
  }
}

extension WranglerInvocation {
  /// The words that name a file of secrets: `secret bulk FILE`, `--secrets-file FILE` (docs/facts/wrangler.md §6.3).
  fileprivate var secretFileWords: [ShellWord] {
    let command = self.command
    guard command.last == "bulk", command.contains("secret") else { return values(of: "--secrets-file") }
    // `secret bulk < FILE` reads the same.
    let positional = arguments.dropFirst(command.count).drop { $0.text == "<" }.prefix { !$0.text.hasPrefix("-") }
    return values(of: "--secrets-file") + positional.prefix(1)
  }
}
