import Documents
import Workers

extension Rule {
  /// A key that one file sets twice (docs/facts/wrangler.md §5.3).
  static let dotenvDuplicateKey = Rule(
    id: "dotenv/duplicate-key",
    title: "Key set twice in one file",
    severity: .warning,
    help: """
      Of several lines with the same key only the last one counts, without a message. Whoever edits the first line \
      changes nothing.

      Keep one line, or turn the others into comments.
      """,
    examples: [
      .bad([
        "wrangler.jsonc": #"{ "name": "shop" }"#,
        ".dev.vars": "MODE=alpha\nSTRIPE_KEY={alnum-lower:12}\n«MODE»=beta\n",
      ]),
      .clean([
        "wrangler.jsonc": #"{ "name": "shop" }"#,
        ".dev.vars": "# MODE=alpha\nMODE=beta\nmode=gamma\n",
        ".dev.vars.staging": "MODE=beta\n",
      ]),
    ],
    check: .project { project, _ in project.secretFiles.flatMap { duplicates(in: $0) } }
  )
}

private func duplicates(in file: DotenvFile) -> [Match] {
  var firsts: [String: DotenvEntry] = [:]
  return file.document.entries.filter { !$0.isContinuation }.compactMap { entry in
    guard let first = firsts[entry.key] else {
      firsts[entry.key] = entry
      return nil
    }
    return Match(
      path: file.path,
      region: entry.keyRegion,
      message: "\(entry.key) is set again in \(file.name): only the last value counts",
      identity: .name(entry.key),
      related: [Match.Related(path: file.path, region: first.keyRegion, message: "first set here")]
    )
  }
}
