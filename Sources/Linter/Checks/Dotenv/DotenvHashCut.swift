import Documents
import Workers

extension Rule {
  /// A value that ends at a `#` in its middle (docs/facts/wrangler.md §5.3).
  static let dotenvHashCut = Rule(
    id: "dotenv/hash-cut",
    title: "Value cut at a `#`",
    severity: .error,
    help: """
      In a value without quotes the first `#` starts a comment, even without a space in front of it. So `PW=a#b` sets \
      the password `a`, and an address loses its fragment, without a message.

      Put quotes around the value.
      """,
    examples: [
      .bad([
        "wrangler.jsonc": #"{ "name": "shop" }"#,
        ".dev.vars": "DB_PASSWORD={alnum-lower:8}«#»{alnum-lower:6}\nCOLOR=«#»fa0\n",
      ]),
      .bad([
        "wrangler.jsonc": #"{ "name": "shop" }"#,
        ".env": "HOME_PAGE=https://shop.example.com/a«#»top # where people arrive\n",
      ]),
      .clean([
        "wrangler.jsonc": #"{ "name": "shop" }"#,
        ".dev.vars": """
        DB_PASSWORD="{alnum-lower:8}#{alnum-lower:6}"
        MODE=beta # a comment
        EMPTY=# filled in by each of us
        NOTHING=#not set here
        """,
      ]),
    ],
    check: .project { project, _ in
      project.secretFiles.flatMap { file in file.document.entries.compactMap { hashCut($0, in: file) } }
    }
  )
}

private func hashCut(_ entry: DotenvEntry, in file: DotenvFile) -> Match? {
  guard let hash = entry.hashCut, !entry.isContinuation else { return nil }
  let source = file.source
  let line = source.lines.region(ofLine: source.lines.lineNumber(at: hash.start)) ?? hash
  // A `#` after white space is a comment for people too.
  var end = hash.end
  while end < line.end, !(isBlank(source.bytes[end]) && startsComment(after: end, until: line.end, in: source.bytes)) {
    end += 1
  }
  while end > hash.end, isBlank(source.bytes[end - 1]) { end -= 1 }
  let lost = source.bytes[hash.end..<end]
  let hasWords = lost.contains(where: isBlank)
  // `KEY=#not set here` is a comment after nothing.
  if entry.value.isEmpty, hasWords || lost.isEmpty { return nil }
  let whole = Region(start: entry.valueRegion.start, end: end)
  return Match(
    path: file.path,
    region: hash,
    message: "the value of \(entry.key) ends at the \"#\": only \(entry.value.unicodeScalars.count) of "
      + "\(Redaction.describe(source.bytes[whole.range])) are read",
    identity: .name(entry.key),
    secret: Region(start: entry.valueRegion.start, end: max(line.end, end)),
    help: "Put quotes around the value of \(entry.key), or a space before the `#` if a comment begins there.",
    fix: DotenvQuoting.fix(around: whole, of: source, title: "Quote the value", isSafe: !hasWords)
  )
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

private func startsComment(after offset: Int, until end: Int, in bytes: [UInt8]) -> Bool {
  offset + 1 < end && bytes[offset + 1] == UInt8(ascii: "#")
}
