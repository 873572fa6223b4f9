import Documents
import Workers

extension Rule {
  /// A PEM or JSON text that is not read to its end (docs/facts/wrangler.md §5.3).
  static let dotenvMultilineUnquoted = Rule(
    id: "dotenv/multiline-unquoted",
    title: "Longer value without quotes",
    severity: .error,
    help: """
      A value without quotes ends with its line. Of a key file or a JSON text pasted over several lines the Worker gets \
      the first line only; the others disappear or become keys of their own. And `\\n` becomes a line break in double \
      quotes only.

      Put double quotes around the whole text, with real line breaks or with `\\n`.
      """,
    examples: [
      .bad([
        "wrangler.jsonc": #"{ "name": "shop" }"#,
        ".dev.vars": """
        SIGNING_KEY=«-----BEGIN PRIVATE KEY-----»
        {base64:64}
        {base64:32}
        -----END PRIVATE KEY-----
        MODE=beta
        """,
      ]),
      .bad([
        "wrangler.jsonc": #"{ "name": "shop" }"#,
        ".env": """
        SERVICE_ACCOUNT=«{»
          "id": 1,
          "zone": "eu"
        }
        SIGNING_KEY='-----BEGIN PRIVATE KEY-----«\\n»{base64:32}\\n-----END PRIVATE KEY-----'
        """,
      ]),
      .clean([
        "wrangler.jsonc": #"{ "name": "shop" }"#,
        ".dev.vars": """
        SIGNING_KEY="-----BEGIN PRIVATE KEY-----
        {base64:64}
        -----END PRIVATE KEY-----"
        OTHER_KEY="-----BEGIN PRIVATE KEY-----\\n{base64:32}\\n-----END PRIVATE KEY-----"
        SERVICE_ACCOUNT={"id": 1, "zone": "eu"}
        LIST=[1, 2]
        PASSWORD={open[
        MODE=beta
        """,
      ]),
    ],
    check: .project { project, _ in project.secretFiles.flatMap { longValues(in: $0) } }
  )
}

private func longValues(in file: DotenvFile) -> [Match] {
  file.document.entries.enumerated().flatMap { index, entry in
    entry.problems.compactMap { problem -> Match? in
      switch problem.kind {
      case .multilineUnquoted:
        return Match(
          path: file.path,
          region: problem.region,
          message: "of the longer text of \(entry.key) only the first line is read, because it has no quotes",
          identity: .name("\(problem.kind)/\(entry.key)"),
          help: "Put quotes around the whole text of \(entry.key).",
          fix: quotingWhole(of: entry, at: index, in: file)
        )
      case .literalBackslashNInPEM:
        return Match(
          path: file.path,
          region: problem.region,
          message:
            "\"\\n\" in the key file of \(entry.key) stays as two characters, because it is not in double quotes",
          identity: .name("\(problem.kind)/\(entry.key)"),
          help: "Put double quotes around the value of \(entry.key).",
          // Programs often replace the two characters themselves.
          severity: .warning,
          fix: doubleQuoting(entry, in: file)
        )
      default: return nil
      }
    }
  }
}

/// Encloses the text from its first line to the last of the lines that belong to it, when its end is among them.
private func quotingWhole(of entry: DotenvEntry, at index: Int, in file: DotenvFile) -> Fix? {
  let next = file.document.entries[(index + 1)...].first { !$0.isContinuation }?.keyRegion.start
  let limit = next ?? file.source.bytes.count
  let pieces =
    file.document.entries[(index + 1)...].prefix(while: \.isContinuation).map {
      max($0.valueRegion.end, $0.keyRegion.end)
    }
    + file.document.ignoredLines.filter {
      $0.reason == .continuation && $0.region.start > entry.valueRegion.start && $0.region.end <= limit
    }.map(\.region.end)
  guard let last = pieces.max() else { return nil }
  let source = file.source
  let line = source.lines.region(ofLine: source.lines.lineNumber(at: last)) ?? Region(start: last, end: last)
  let text = source.text(of: line).split { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\n" }.joined(separator: " ")
  guard text.hasPrefix("-----END") || text == "}" || text == "]" else { return nil }
  return DotenvQuoting.fix(
    around: Region(start: entry.valueRegion.start, end: max(last, entry.valueRegion.end)),
    of: source,
    title: "Quote the whole text",
    isSafe: false
  )
}

private func doubleQuoting(_ entry: DotenvEntry, in file: DotenvFile) -> Fix? {
  let content = file.source.bytes[entry.contentRegion.range]
  guard !content.contains(UInt8(ascii: "\"")) else { return nil }
  let outer = entry.valueRegion
  let inner = entry.contentRegion
  return Fix(
    title: "Put the value in double quotes",
    isSafe: false,
    edits: [Region(start: outer.start, end: inner.start), Region(start: inner.end, end: outer.end)].map {
      Fix.Edit(path: file.path, region: $0, replacement: "\"")
    }
  )
}
