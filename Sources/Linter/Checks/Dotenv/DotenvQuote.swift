import Documents
import Workers

extension Rule {
  /// Quotes that do not do what they look like (docs/facts/wrangler.md §5.3).
  static let dotenvQuote = Rule(
    id: "dotenv/quote",
    title: "Quotes that become part of the value",
    severity: .error,
    help: """
      Quotes are removed only when they stand at both ends of the value. A quote that nothing closes, text behind the \
      closing quote, or a second assignment on the line all stay in the value, without a message.

      Write one assignment on a line, with a quote at both ends of its value or none.
      """,
    examples: [
      .bad([
        "wrangler.jsonc": #"{ "name": "shop" }"#,
        ".dev.vars": """
        STRIPE_KEY=«"»{alnum-lower:12}
        TITLE="Shop" «of flowers»
        A="x" «B»="y"
        USER=x;«MODE»=y
        """,
      ]),
      .bad([
        "wrangler.jsonc": #"{ "name": "shop" }"#,
        ".env": "MAIL_TOKEN=\n«\"{alnum-lower:12}\"»\n",
      ]),
      .clean([
        "wrangler.jsonc": #"{ "name": "shop" }"#,
        ".dev.vars": """
        STRIPE_KEY="{alnum-lower:12}" # test mode
        TITLE='it's ours'
        DATABASE="Server=db;User=x"
        PLAIN=it's
        """,
      ]),
    ],
    check: .project { project, _ in
      project.secretFiles.flatMap { file in
        file.document.entries.flatMap { entry in entry.problems.compactMap { match($0, of: entry, in: file) } }
      }
    }
  )
}

private func match(_ problem: DotenvProblem, of entry: DotenvEntry, in file: DotenvFile) -> Match? {
  let message: String
  let help: String
  switch problem.kind {
  case .unclosedQuote:
    message = "nothing closes the quote before the value of \(entry.key), so it becomes part of the value"
    help = "Close the quote at the end of the value of \(entry.key), or remove it."
  case .textAfterClosingQuote:
    message = "text follows the closing quote of \(entry.key), so the quotes become part of the value"
    help = "Move the closing quote to the end of the value of \(entry.key); a comment begins with ` #`."
  case .secondAssignmentOnLine:
    message = "a second assignment on the line becomes part of the value of \(entry.key)"
    help = "Write each assignment on a line of its own; if it belongs to the value, put quotes around the whole value."
  case .valueFromLaterLine:
    message = "\(entry.key) has no value on its line and takes this later line as its value"
    help = "Write the value directly behind `\(entry.key)=`, or `\(entry.key)=\"\"` if it is to be empty."
  case .multilineUnquoted, .literalBackslashNInPEM: return nil
  }
  return Match(
    path: file.path,
    region: problem.region,
    message: message,
    identity: .name("\(problem.kind)/\(entry.key)"),
    help: help
  )
}
