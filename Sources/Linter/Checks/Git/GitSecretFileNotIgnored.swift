import Documents
import Workers

extension Rule {
  /// Local secret files that the next `git add` would record.
  static let gitSecretFileNotIgnored = Rule(
    id: "git/secret-file-not-ignored",
    title: "Secret file not ignored by git",
    severity: .warning,
    help: """
      Local secrets live in `.dev.vars`, `.env` and their variants for each environment. A file that git does not ignore is \
      recorded by the next `git add .`. Often only the plain names are listed: `.env` alone leaves `.env.production` open, \
      and `.dev.vars` alone `.dev.vars.production`.

      It is an error when such a file exists and holds values, else a warning.

      Add `.dev.vars*` and `.env*` to `.gitignore`, with exceptions such as `!.dev.vars.example` for the samples.
      """,
    references: ["https://developers.cloudflare.com/workers/configuration/secrets/"],
    examples: [
      .bad(
        ["wrangler.toml": "name = \"shop\"\n", ".gitignore": "node_modules\n.env\n.env.local\n«.dev.vars»\n"],
        tracked: ["wrangler.toml", ".gitignore"]
      ),
      .bad(["api/wrangler.toml": "«»name = \"api\"\n"], tracked: ["api/wrangler.toml"]),
      .bad(
        [
          ".gitignore": "«.env*»\n!.env.example\n", "wrangler.toml": "name = \"x\"\n",
          ".dev.vars": "API_SECRET={base62:32}\n",
        ],
        tracked: [".gitignore", "wrangler.toml"]
      ),
      .clean(
        [
          ".gitignore": ".dev.vars*\n!.dev.vars.example\n.env*\n!.env.example\n", "api/wrangler.toml": "name = \"x\"\n",
        ],
        tracked: [".gitignore", "api/wrangler.toml"]
      ),
      .clean(["wrangler.toml": "name = \"outside-of-a-repository\"\n", ".dev.vars": "API_SECRET={base62:32}\n"]),
      .clean(["test/fixtures/app/wrangler.toml": "name = \"fixture\"\n"], tracked: ["test/fixtures/app/wrangler.toml"]),
    ],
    check: .checkout { checkout in
      guard checkout.tracked != nil else { return [] }
      var gaps: [String: IgnoreGap] = [:]
      for project in checkout.projects { collect(project, checkout: checkout, into: &gaps) }
      return gaps.keys.sorted().compactMap { gaps[$0]?.match(in: checkout) }
    }
  )

  private static func collect(_ project: Project, checkout: Checkout, into gaps: inout [String: IgnoreGap]) {
    let open = project.secretFiles.filter { file in
      !checkout.isTracked(file.path) && checkout.tree.entry(file.path)?.isIgnored == false
        && checkout.tree.ignoreDecision(for: file.path) == nil
    }
    let existing = Set(project.dotenvFiles.map(\.name))
    // A fixture gets no secrets one day.
    let names = FileRole.isTest(project.config.source.path) ? [] : project.localSecretNames
    let future = names.filter { name in
      let path = FilePath.join(project.folder, name)
      return !existing.contains(name) && !checkout.isTracked(path) && checkout.tree.ignoreDecision(for: path) == nil
    }
    guard !open.isEmpty || !future.isEmpty else { return }
    let place = IgnoreFilePlace(nearestTo: project.folder, in: checkout.tree)
    var gap = gaps[place?.path ?? "", default: IgnoreGap(place: place, project: project)]
    gap.projects.append(project)
    gap.open += open
    for name in open.map(\.name) + future where !gap.names.contains(name) { gap.names.append(name) }
    gaps[place?.path ?? ""] = gap
  }

  /// What one ignore file lacks, for all projects it is the nearest to.
  private struct IgnoreGap {
    let place: IgnoreFilePlace?
    /// The first of the projects, for a place when there is no ignore file at all.
    let project: Project
    var projects: [Project] = []
    var names: [String] = []
    var open: [DotenvFile] = []

    func match(in checkout: Checkout) -> Match {
      let worst = open.map { badness(of: $0, in: checkout) }.max() ?? Severity.warning
      let severity =
        projects.allSatisfy { FileRole.isTest($0.config.source.path) } ? worst.lowered : worst
      let families = [".dev.vars", ".env"].filter { family in names.contains { $0.hasPrefix(family) } }
      let lines = families.flatMap { ["\($0)*"] + exceptions(for: $0, in: checkout) }
      let many =
        projects.count > 1 ? " in \(projects.count) projects" : project.folder.isEmpty ? "" : " in \(project.folder)"
      let subject = open.isEmpty ? names : open.map(\.name).unique
      let verb = subject.count == 1 ? "is" : "are"
      return Match(
        path: place?.path ?? project.config.source.path,
        region: place?.region(near: [".dev.vars", ".env"]) ?? Region(start: 0, end: 0),
        message: "\(subject.inWords)\(many) \(verb) not ignored by git"
          + (open.isEmpty ? "" : ", and the next `git add` records \(subject.count == 1 ? "it" : "them")"),
        identity: .name("not-ignored"),
        help:
          "Add the lines \(lines.map { "`\($0)`" }.joined(separator: ", ")) to \(place?.path ?? FilePath.join(project.folder, ".gitignore")).",
        severity: severity,
        related: open.prefix(10).map {
          Match.Related(path: $0.path, region: Region(start: 0, end: 0), message: "not ignored")
        },
        fix: place.map { Fix(title: "Ignore local secret files", isSafe: true, edits: [$0.appending(lines)]) }
      )
    }

    private func badness(of file: DotenvFile, in checkout: Checkout) -> Severity {
      switch DotenvContent(of: file.document, tokens: checkout.tokens) {
      case .secret: .error
      case .plain: file.isDevVars ? .error : .warning
      case .publicOnly, .empty: .warning
      }
    }

    /// The sample files that must stay in the repository.
    private func exceptions(for family: String, in checkout: Checkout) -> [String] {
      let samples = checkout.dotenvFiles.filter { $0.isExample && $0.name.hasPrefix(family) }.map { "!\($0.name)" }
      return (["!\(family).example"] + samples).unique
    }
  }
}

extension [String] {
  /// The elements in their order, each once.
  fileprivate var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
