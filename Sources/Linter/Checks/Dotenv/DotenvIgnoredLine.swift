import Documents
import Workers

extension Rule {
  /// A line that dotenv passes over in silence (docs/facts/wrangler.md §5.3).
  static let dotenvIgnoredLine = Rule(
    id: "dotenv/ignored-line",
    title: "Line that is not read",
    severity: .error,
    help: """
      The reader of `.dev.vars` and `.env` files knows no errors: a line that is neither an assignment nor a comment \
      disappears, and the Worker does not get the value. A name may hold only letters, digits, `_`, `.` and `-`, and \
      `:` works like `=` only directly after the name with a space behind it.

      Write the line as `NAME=value`, or put a `#` in front of it.
      """,
    references: ["https://developers.cloudflare.com/workers/local-development/environment-variables/"],
    examples: [
      .bad([
        "wrangler.jsonc": #"{ "name": "shop" }"#,
        ".dev.vars": "«STRIPE_KEY:{alnum-lower:12}»\nexport MODE=beta\n«set REGION=eu»\n",
      ]),
      .bad([
        "wrangler.toml": "name = \"shop\"\n",
        ".env": "# settings\n«MAIL TOKEN={alnum-lower:12}»\n«MAIL_HOST : smtp»\n«MAIL_PORT»\n",
      ]),
      .clean([
        "wrangler.jsonc": #"{ "name": "shop" }"#,
        ".dev.vars": "# a comment\nSTRIPE_KEY: {alnum-lower:12}\n  MODE = beta\nTEXT=\"one\ntwo\"\n\n",
      ]),
    ],
    check: .project { project, _ in project.secretFiles.flatMap { ignoredLines(of: $0) } }
  )
}

private func ignoredLines(of file: DotenvFile) -> [Match] {
  file.document.ignoredLines.compactMap { line in
    // A longer value without quotes is reported once, where it begins: `dotenv/multiline-unquoted`.
    guard line.reason != .continuation else { return nil }
    let name = line.key.flatMap { shownName($0) }
    let assignment = name.map { "\($0)=…" } ?? "NAME=value"
    let subject = name.map { "the line of \($0)" } ?? "a line"
    return Match(
      path: file.path,
      region: line.region,
      message: "\(subject) is not read: \(words(line.reason))",
      identity: .name("\(line.reason)/\(name ?? "")"),
      help: "Write it as `\(assignment)`, or put a `#` in front of the line.",
      fix: fix(line, in: file)
    )
  }
}

private func words(_ reason: IgnoredDotenvLine.Reason) -> String {
  switch reason {
  case .badKey: "only letters A-Z and a-z, digits, \"_\", \".\" and \"-\" may stand before the \"=\""
  case .colonWithoutSpace: "a \":\" needs a space after it, or should be \"=\""
  case .spaceBeforeColon: "a \":\" must follow the name directly, or should be \"=\""
  case .missingEquals: "it has no \"=\""
  case .setPrefix: "\"set\" is a command of Windows, not of a dotenv file"
  case .continuation: "it belongs to a longer value that has no quotes"
  }
}

/// The name as it may be shown: a line may also be a piece of a key file, so only what is plainly a name is.
private func shownName(_ text: String) -> String? {
  let bytes = text.utf8.filter { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
  let isUpperCase = bytes.allSatisfy { !(0x61...0x7A).contains($0) }
  let isLowerCase = bytes.allSatisfy { !(0x41...0x5A).contains($0) }
  guard bytes.count <= 40, isUpperCase || isLowerCase, bytes.contains(where: { (0x41...0x7A).contains($0) }),
    bytes.filter({ (0x30...0x39).contains($0) }).count <= 4,
    bytes.allSatisfy({ $0.isASCIILetterOrDigit || [0x20, 0x2B, 0x2D, 0x2E, 0x3F, 0x5F].contains($0) })
  else { return nil }
  // As it would have to be written.
  let words = bytes.split { !$0.isASCIILetterOrDigit && $0 != 0x5F && $0 != 0x2D && $0 != 0x2E }
  return words.isEmpty ? nil : words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "_")
}

/// Makes an assignment of a line where only its separator or the word in front of it is wrong.
private func fix(_ line: IgnoredDotenvLine, in file: DotenvFile) -> Fix? {
  let bytes = file.source.bytes[line.region.range]
  switch line.reason {
  case .setPrefix:
    guard let blank = bytes.firstIndex(where: { $0 == 0x20 || $0 == 0x09 }) else { return nil }
    let name = bytes[blank...].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? blank
    return Fix(
      title: "Remove `set`",
      isSafe: false,
      edits: [Fix.Edit(path: file.path, region: Region(start: line.region.start, end: name), replacement: "")]
    )
  case .colonWithoutSpace, .spaceBeforeColon:
    guard line.key != nil, let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    return Fix(
      title: "Write `=` for `:`",
      isSafe: false,
      edits: [Fix.Edit(path: file.path, region: Region(start: colon, end: colon + 1), replacement: "=")]
    )
  default: return nil
  }
}
