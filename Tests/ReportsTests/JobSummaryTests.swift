import Linter
import Reports
import Testing

struct JobSummaryTests {
  private func summary(_ result: ScanResult) -> String { JobSummary.markdown(result, context: Sample.context()) }

  @Test func countsFailuresAndATable() {
    #expect(
      summary(Sample.full) == """
        ## Paddock

        1 error, 1 warning, 1 note, 2 suppressed; 2 files not searched (1 binary, 1 larger than 64 MiB).

        **The answer is incomplete:**

        - git failed

        | severity | rule | place | problem |
        |---|---|---|---|
        | error | vars/secret-value | wrangler.jsonc:7 | var API\\_KEY holds a token (tok\\_…, 32 chars). \
        run `wrangler secret put API_KEY` |
        | warning | config/name | a b/ü\\#%.toml:1 | the name is taken. choose another |
        | note | git/tracked | x:1 | it is tracked. run `git rm --cached x` |

        """
    )
    #expect(summary(Sample.result()) == "## Paddock\n\nNo problems found.\n")
  }

  @Test(arguments: [
    ("a|b", "a\\|b"), ("<img>", "\\<img\\>"), ("[x](y)", "\\[x\\](y)"), ("a\nb", "a\\\\x0ab"), ("a\\|", "a\\\\\\|"),
    ("`a|b`", "`a\\|b`"), ("odd ` one", "odd \\` one"), ("`` x", " x"), ("@team &amp;", "\\@team \\&amp;"),
  ])
  func textCannotBecomeMarkup(_ message: String, _ cell: String) {
    let text = summary(Sample.result([Sample.finding(message: message, help: "h")]))
    #expect(text.hasSuffix(" | \(cell). h |\n"))
  }

  @Test func sizeStaysBelowWhatGitHubTakes() {
    let finding = Sample.finding(message: String(repeating: "long ", count: 200))
    let text = summary(Sample.result(Array(repeating: finding, count: 2000)))
    #expect(text.utf8.count <= 1 << 20)
    #expect(text.utf8.count > 900_000)
    let rows = text.split(separator: "\n").count { $0.hasPrefix("| error") }
    #expect(text.hasSuffix("\n… and \(2000 - rows) more.\n"))
  }
}
