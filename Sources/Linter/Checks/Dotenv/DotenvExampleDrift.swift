import Documents
import Text
import Workers

extension Rule {
  /// An example file that does not say which secrets are needed (docs/facts/wrangler.md §11.2).
  static let dotenvExampleDrift = Rule(
    id: "dotenv/example-drift",
    title: "Example file and required secrets differ",
    severity: .note,
    help: """
      `.dev.vars.example` or `.env.example` tells everybody who clones the project, and the "Deploy to Cloudflare" button, \
      which secrets to supply. A name of `secrets.required` that is missing there is found out by trial.

      Write each required name into the example file, with an empty value.
      """,
    references: ["https://developers.cloudflare.com/workers/platform/deploy-buttons/"],
    examples: [
      .bad([
        "wrangler.jsonc": #"{ "name": "shop", "secrets": { "required": ["A_KEY", "B_KEY"] } }"#,
        ".dev.vars.example": "«A_KEY»=\nMODE=beta\n",
      ]),
      .bad([
        "wrangler.jsonc": #"{ "name": "shop", "secrets": { "required": [«"A_KEY"», "B_KEY"] } }"#
      ]),
      .clean([
        "wrangler.jsonc": #"{ "name": "shop", "secrets": { "required": ["A_KEY", "B_KEY"] } }"#,
        ".dev.vars.example": "A_KEY=\n",
        ".env.example": "# B_KEY= only for mail\n",
      ]),
      .clean([
        "apps/shop/wrangler.jsonc": #"{ "name": "shop", "secrets": { "required": ["A_KEY"] } }"#,
        ".env.example": "A_KEY=\n",
      ]),
      .clean(["wrangler.jsonc": #"{ "name": "shop" }"#, ".env": "MODE=beta\n"]),
    ],
    check: .project { project, checkout in drift(of: project, in: checkout) }
  )
}

private func drift(of project: Project, in checkout: Checkout) -> [Match] {
  guard !project.config.isPages else { return [] }
  var seen: Set<String> = []
  let required = checkout.environments(of: project).flatMap(\.requiredSecrets).filter { seen.insert($0.name).inserted }
  guard let first = required.first else { return [] }
  let path = project.config.source.path
  guard let file = project.exampleFiles.first else {
    // One file at the top may serve a whole repository.
    let isShared = checkout.dotenvFiles.contains {
      $0.isExample && FilePath.isPath(project.folder, inOrBelow: FilePath.folder(of: $0.path))
    }
    if isShared { return [] }
    return [
      Match(
        path: path,
        region: first.nameRegion,
        message: "no example file names the required secrets (\(KeyNames.words(required.map(\.name))))",
        identity: .name("absent"),
        help: "Write \(KeyNames.words(required.map { "`\($0.name)=`" })) into `.dev.vars.example` and commit it."
      )
    ]
  }
  let missing = required.filter { secret in !project.exampleFiles.contains { mentions(secret.name, in: $0) } }
  guard !missing.isEmpty else { return [] }
  return [
    Match(
      path: file.path,
      region: file.document.entries.first { !$0.isContinuation }?.keyRegion ?? Region(start: 0, end: 0),
      message: "\(file.name) does not name \(KeyNames.words(missing.map(\.name))), which `secrets.required` lists",
      identity: .name(file.name),
      help: "Add \(KeyNames.words(missing.map { "`\($0.name)=`" })) to \(file.name).",
      related: missing.prefix(3).map {
        Match.Related(path: path, region: $0.nameRegion, message: "\($0.name) is required here")
      }
    )
  ]
}

/// Whether the file has the name, as a key or as a whole word of a comment.
private func mentions(_ name: String, in file: DotenvFile) -> Bool {
  if file.document.keys.contains(name) { return true }
  let words = file.source.bytes.split { !$0.isASCIILetterOrDigit && $0 != 0x5F && $0 != 0x2D && $0 != 0x2E }
  return words.contains { $0.elementsEqual(name.utf8) }
}
