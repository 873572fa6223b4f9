import Documents
import Linter
import Reports
import Workers

/// Hand-made results to render.
enum Sample {
  static let rules = RuleSet([
    Rule(
      id: "vars/secret-value",
      title: "Secret in `vars`",
      severity: .error,
      help: "Everybody who can read the repository can read it.\n\nMove it to a secret.",
      references: ["https://example.com/vars"],
      check: .builtIn
    ),
    Rule(
      id: "config/name",
      title: "Name",
      severity: .warning,
      confidence: .medium,
      help: String(repeating: "Long help. ", count: 150),
      check: .builtIn
    ),
    Rule(id: "git/tracked", title: "Tracked", severity: .note, help: "Untrack it.", check: .builtIn),
  ])

  static func context(_ change: (inout ReportContext) -> Void = { _ in }) -> ReportContext {
    var context = ReportContext(toolVersion: "1.2.3", rules: rules)
    context.failOn = .warning
    change(&context)
    return context
  }

  static func location(
    _ path: String = "wrangler.jsonc",
    _ line: Int = 7,
    _ column: Int = 3,
    to endColumn: Int? = nil,
    onLine endLine: Int? = nil
  ) -> Location {
    Location(
      path: path,
      region: Region(start: 90, end: 100),
      start: Position(line: line, column: column),
      end: Position(line: endLine ?? line, column: endColumn ?? column + 5)
    )
  }

  static func finding(
    _ severity: Severity = .error,
    rule: Rule.ID = "vars/secret-value",
    confidence: Confidence = .high,
    message: String = "var API_KEY holds a token (tok_…, 32 chars)",
    help: String = "run `wrangler secret put API_KEY`",
    at location: Location = Sample.location(),
    worker: String? = nil,
    environment: String? = nil,
    related: [Finding.Related] = [],
    fix: LocatedFix? = nil,
    excerpt: Excerpt? = nil,
    lineHash: String? = nil
  ) -> Finding {
    Finding(
      rule: rule,
      severity: severity,
      confidence: confidence,
      message: message,
      help: help,
      location: location,
      worker: worker,
      environment: environment,
      fingerprint: Fingerprint(text: "0123456789abcdef0123456789abcdef"),
      related: related,
      fix: fix,
      excerpt: excerpt,
      lineHash: lineHash
    )
  }

  static func result(
    _ findings: [Finding] = [],
    suppressed: [SuppressedFinding] = [],
    notices: [Notice] = []
  ) -> ScanResult {
    var result = ScanResult()
    result.findings = findings
    result.suppressed = suppressed
    result.notices = notices
    result.statistics.projects = 1
    result.statistics.environments = 2
    result.statistics.files = 5
    result.statistics.scanned = 3
    result.statistics.sizeLimit = 64 << 20
    return result
  }

  static let fix = LocatedFix(
    title: "Quote the value",
    isSafe: true,
    edits: [
      LocatedFix.Edit(location: location(".dev.vars", 1, 3, to: 3), replacement: "'"),
      LocatedFix.Edit(location: location("wrangler.jsonc", 2, 1), replacement: ""),
    ]
  )

  /// A result in which every member of every format occurs.
  static let full = withUnsearched(everything)

  private static func withUnsearched(_ result: ScanResult) -> ScanResult {
    var result = result
    result.statistics.skipped = [.binary: 1, .tooLarge: 1]
    return result
  }

  private static let everything = result(
    [
      finding(
        .warning,
        rule: "config/name",
        confidence: .medium,
        message: "the name is taken",
        help: "choose another",
        at: location("a b/ü#%.toml", 1, 1, to: 2, onLine: 3)
      ),
      finding(
        at: location("wrangler.jsonc", 7, 5),
        worker: "api",
        environment: "production",
        related: [
          Finding.Related(location: location(".dev.vars", 3, 1), message: "the same value [1]"),
          Finding.Related(location: location("b.env", 4, 2), message: "and here"),
        ],
        fix: fix,
        excerpt: Excerpt(text: "    \"KEY\": \"••••••••\",", underline: 11..<21),
        lineHash: "abc:1"
      ),
      finding(
        .note,
        rule: "git/tracked",
        message: "it is tracked",
        help: "run `git rm --cached x`",
        at: Location(
          path: "x",
          region: Region(start: 0, end: 0),
          start: Position(line: 1, column: 1),
          end: Position(line: 1, column: 1)
        ),
        excerpt: Excerpt(text: "A=••••••••", underline: 0..<1)
      ),
    ],
    suppressed: [
      SuppressedFinding(finding: finding(at: location("s.ts", 9, 1)), reason: .comment(line: 8, justification: "old")),
      SuppressedFinding(finding: finding(at: location("t.ts", 9, 1)), reason: .settings(justification: nil)),
    ],
    notices: [
      Notice(path: "big.js", message: "a rule gave up", isFailure: false),
      Notice(path: nil, message: "git failed", isFailure: true),
    ]
  )
}
