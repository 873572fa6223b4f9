import Documents
import Linter
import Reports
import Testing

struct TextReportTests {
  private func text(_ result: ScanResult, _ change: (inout ReportContext) -> Void = { _ in }) throws -> String {
    try Report(result, context: Sample.context(change)).render(.text)
  }

  private func one(_ finding: Finding, _ change: (inout ReportContext) -> Void = { _ in }) throws -> String {
    try text(Sample.result([finding])) {
      $0.isQuiet = true
      change(&$0)
    }
  }

  @Test func everythingTogether() throws {
    let rendered = try text(Sample.full) {
      $0.seconds = 0.0123
      $0.display = PathDisplay(root: "/home/shop/sub", current: "/home/shop")
    }
    #expect(
      rendered == """
        sub/a b/ü#%.toml:1:1: warning[config/name] the name is taken
          = help: choose another
          = note: confidence is medium

        sub/wrangler.jsonc:7:5: error[vars/secret-value] var API_KEY holds a token (tok_…, 32 chars)
          |
        7 |     "KEY": "••••••••",
          |            ^^^^^^^^^^
          = in Worker api, environment production
          = at sub/.dev.vars:3:1: the same value [1]
          = at sub/b.env:4:2: and here
          = help: run `wrangler secret put API_KEY`
          = fix: Quote the value

        sub/x:1:1: note[git/tracked] it is tracked
          = help: run `git rm --cached x`

        Checked 1 project (2 environments), 3 files in 0.012 s: 1 error, 1 warning, 1 note (2 suppressed), \
        but the answer is incomplete.
        Skipped: 1 too large.

        """
    )
  }

  @Test func verboseTellsWhatIsSuppressedAndSkipped() throws {
    let rendered = try text(Sample.full) { $0.isVerbose = true }
    #expect(rendered.contains("s.ts:9:1: suppressed[vars/secret-value] by a comment on line 8: old\n"))
    #expect(rendered.contains("t.ts:9:1: suppressed[vars/secret-value] by paddock.toml\n"))
    #expect(rendered.hasSuffix("Skipped: 1 binary, 1 too large.\n"))
  }

  @Test func cleanResultSaysSo() throws {
    var result = Sample.result()
    result.statistics.skipped = [:]
    #expect(try text(result) == "Checked 1 project (2 environments), 3 files: no problems found.\n")
    #expect(try text(result) { $0.isQuiet = true } == "")
    result.statistics.projects = 0
    result.statistics.scanned = 1
    #expect(try text(result) { $0.seconds = 61.5 } == "Checked 0 projects, 1 file in 61.50 s: no problems found.\n")
  }

  @Test(arguments: [
    (0.0004, "0.000"), (0.0996, "0.100"), (0.1, "0.10"), (0.999, "1.00"), (12.344, "12.34"), (0.012, "0.012"),
  ])
  func secondsAreRounded(_ seconds: Double, _ words: String) throws {
    #expect(try text(Sample.result()) { $0.seconds = seconds }.contains(" in \(words) s:"))
  }

  /// The line, the columns to underline, and the spaces and carets expected.
  @Test(arguments: [
    ("abc", 1..<2, " ^"),
    ("日本 = x", 5..<6, "       ^"),
    ("日本", 0..<2, "^^^^"),
    ("e\u{301}x", 2..<3, " ^"),
    ("🔑 key", 2..<5, "   ^^^"),
    ("🇩🇪x", 2..<3, "  ^"),
    ("abc", 3..<4, "   ^"),
    ("ab", 7..<9, "  ^"),
  ])
  func underlineStandsUnderItsText(_ line: String, _ underline: Range<Int>, _ carets: String) throws {
    let rendered = try one(
      Sample.finding(at: Sample.location("a", 120, 1), excerpt: Excerpt(text: line, underline: underline))
    )
    #expect(rendered.contains("\n    |\n120 | \(line)\n    | \(carets)\n"))
  }

  @Test func findingOfNoLengthInsideAFileShowsItsLine() throws {
    let place = Location(
      path: "a",
      region: Region(start: 5, end: 5),
      start: Position(line: 2, column: 1),
      end: Position(line: 2, column: 1)
    )
    #expect(
      try one(Sample.finding(at: place, excerpt: Excerpt(text: "x = 1", underline: 0..<1))).contains("2 | x = 1\n")
    )
    #expect(try !one(Sample.finding(at: place, excerpt: Excerpt(text: "", underline: 0..<1))).contains("|"))
  }

  /// GitHub Actions obeys lines of a log that start with two colons.
  @Test(arguments: [("::error::x", "./::error::x"), ("  ::x", "./  ::x"), ("a::b", "a::b"), (":a", ":a")])
  func namesCannotCommandGitHubActions(_ name: String, _ shown: String) throws {
    #expect(try one(Sample.finding(at: Sample.location(name))).hasPrefix("\(shown):7:3: error["))
  }

  @Test(arguments: [
    ("a\u{1B}[2Jb", "a\\x1b[2Jb"), ("a\nb", "a\\x0ab"), ("a\r\tb", "a\\x0d\\x09b"), ("a\u{9B}b", "a\\x9bb"),
    ("a\u{202E}b", "a\\u202eb"), ("a\u{2028}b", "a\\u2028b"), ("ключ 🔑:%,", "ключ 🔑:%,"),
  ])
  func namesCannotSteerTheTerminal(_ name: String, _ shown: String) throws {
    let fix = LocatedFix(title: name, isSafe: true, edits: [])
    let related = [Finding.Related(location: Sample.location(name), message: name)]
    let rendered = try one(
      Sample.finding(
        message: name,
        help: name,
        at: Sample.location(name),
        worker: name,
        environment: name,
        related: related,
        fix: fix
      )
    )
    #expect(
      rendered == """
        \(shown):7:3: error[vars/secret-value] \(shown)
          = in Worker \(shown), environment \(shown)
          = at \(shown):7:3: \(shown)
          = help: \(shown)
          = fix: \(shown)


        """
    )
    let suppressed = SuppressedFinding(finding: Sample.finding(), reason: .comment(line: 1, justification: name))
    let verbose = try text(Sample.result(suppressed: [suppressed])) { $0.isVerbose = true }
    #expect(verbose.contains("by a comment on line 1: \(shown)\n"))
    let notice = Notice(path: name, message: name, isFailure: true)
    #expect(NoticeText.lines([notice], context: Sample.context()) == ["paddock: \(shown): \(shown)\n"])
  }

  @Test func colorOnlyWhenWanted() throws {
    #expect(try !text(Sample.full).contains("\u{1B}"))
    let colored = try text(Sample.full) { $0.usesColor = true }
    #expect(colored.contains("\u{1B}[1mwrangler.jsonc:7:5\u{1B}[0m: \u{1B}[1;31merror[vars/secret-value]\u{1B}[0m var"))
    #expect(colored.contains("\u{1B}[1;33mwarning[config/name]\u{1B}[0m"))
    #expect(colored.contains("\u{1B}[1;34mnote[git/tracked]\u{1B}[0m"))
    // Without its styles the coloured report is the plain one.
    #expect(try colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == text(Sample.full))
  }

  @Test func noticesStandInOneLineEach() {
    let context = Sample.context { $0.display = PathDisplay(root: "/home/shop/sub", current: "/home/shop") }
    #expect(
      NoticeText.lines(Sample.full.notices, context: context) == [
        "paddock: note: sub/big.js: a rule gave up\n", "paddock: git failed\n",
      ]
    )
  }
}
