import Documents
import Linter
import Text

/// The result as SARIF 2.1.0, with everything GitHub code scanning reads (docs/facts/report-formats.md §1).
///
/// There are no snippets: a line may hold a secret. `primaryLocationLineHash`, by which GitHub follows an alert from run to
/// run, is the hash its own action computes, but over lines with every secret masked; see `MaskedLineHashes`.
///
/// GitHub shows results with `suppressions` as open alerts (github/codeql-action#1230), so suppressed findings are only
/// included in a verbose report.
struct SARIFReport {
  let result: ScanResult
  let context: ReportContext
  /// The rules that have results: those of all would make every report half a megabyte.
  private let rules: [Rule]
  private let indices: [Rule.ID: Int]

  /// The most results of a run that GitHub takes.
  static let limit = 25_000

  init(result: ScanResult, context: ReportContext) {
    self.result = result
    self.context = context
    let findings = result.findings + (context.isVerbose ? result.suppressed.map(\.finding) : [])
    let reported = Set(findings.map(\.rule))
    rules = context.rules.rules.filter { reported.contains($0.id) }
    indices = Dictionary(
      rules.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  func render() throws -> String {
    try JSONText.render(SARIF.Log(runs: [run]))
  }

  private var run: SARIF.Run {
    let status = ExitStatus(of: result, failOn: context.failOn)
    let suppressed = context.isVerbose ? result.suppressed : []
    let reported = result.findingsBySeverity.prefix(Self.limit).map { self.result($0, suppression: nil) }
    let silenced = suppressed.prefix(Self.limit - reported.count).map {
      self.result($0.finding, suppression: suppression($0.reason))
    }
    let leftOut = result.findings.count + suppressed.count - reported.count - silenced.count
    return SARIF.Run(
      tool: SARIF.Tool(
        driver: SARIF.Driver(
          name: "Paddock",
          semanticVersion: context.toolVersion,
          rules: rules.map(SARIF.Rule.init)
        )
      ),
      automationDetails: SARIF.AutomationDetails(
        id: context.checkedFolder.isEmpty ? "paddock/" : "paddock/\(context.checkedFolder)/"
      ),
      originalUriBaseIds: [
        "%SRCROOT%": SARIF.Message.Described(
          description: SARIF.Message(text: "The top of the repository, or the folder checked outside of one.")
        )
      ],
      invocations: [
        SARIF.Invocation(
          executionSuccessful: status != .failure,
          exitCode: status.rawValue,
          toolExecutionNotifications: result.notices.map(notification) + notifications(ofLeftOut: leftOut)
        )
      ],
      results: reported + silenced
    )
  }

  private func notifications(ofLeftOut count: Int) -> [SARIF.Notification] {
    guard count > 0 else { return [] }
    let results = count == 1 ? "1 result of the least severe was" : "\(count) results, the least severe, were"
    return [
      SARIF.Notification(
        level: "warning",
        message: SARIF.Message(text: "\(results) left out: GitHub takes \(Self.limit) in a run."),
        locations: nil
      )
    ]
  }

  // MARK: Results

  private func result(_ finding: Finding, suppression: SARIF.Suppression?) -> SARIF.Result {
    SARIF.Result(
      ruleId: finding.rule.text,
      ruleIndex: indices[finding.rule],
      level: finding.severity.rawValue,
      message: SARIF.Message(text: message(finding)),
      locations: [location(finding.location)],
      relatedLocations: finding.related.isEmpty
        ? nil
        : finding.related.enumerated().map { index, related in
          var place = location(related.location)
          place.id = index + 1
          place.message = SARIF.Message(text: related.message)
          return place
        },
      partialFingerprints: [
        "primaryLocationLineHash": finding.lineHash ?? "\(finding.fingerprint.text.prefix(16)):1",
        "paddock/v1": finding.fingerprint.text,
      ],
      suppressions: suppression.map { [$0] },
      fixes: finding.shownFix.map { [fix($0)] },
      properties: finding.commit.map {
        SARIF.Result.Properties(commit: $0.id, commitDate: $0.date, reach: $0.reach.rawValue, pushed: $0.isPushed)
      }
    )
  }

  /// The message, of which GitHub shows the first sentence where room is short, the help, and links to related places,
  /// which GitHub only shows when a message links to them.
  private func message(_ finding: Finding) -> String {
    var text = finding.message + linkText(finding.memberWords)
    if !text.hasSuffix(".") { text += "." }
    if let commit = finding.commit { text += " It is in \(commit.words)." }
    if !finding.help.isEmpty { text += " \(finding.help)" }
    guard !finding.related.isEmpty else { return text }
    let links = finding.related.enumerated().map { index, related in "[\(linkText(related.message))](\(index + 1))" }
    return "\(text)\n\nSee \(links.joined(separator: ", "))."
  }

  /// Brackets and backslashes in the text of a link are escaped (SARIF 2.1.0 §3.11.6).
  private func linkText(_ text: String) -> String {
    String(text.flatMap { "[]\\".contains($0) ? ["\\", $0] : [$0] })
  }

  private func suppression(_ reason: SuppressedFinding.Reason) -> SARIF.Suppression {
    switch reason {
    case .comment(_, let words): SARIF.Suppression(kind: "inSource", justification: words)
    case .settings(let words), .baseline(let words): SARIF.Suppression(kind: "external", justification: words)
    }
  }

  private func location(_ location: Location) -> SARIF.Location {
    SARIF.Location(
      physicalLocation: SARIF.PhysicalLocation(
        artifactLocation: artifact(location.path),
        region: region(location.inFile)
      ),
      logicalLocations: location.member.map {
        [SARIF.LogicalLocation(name: $0, fullyQualifiedName: location.file)]
      }
    )
  }

  private func artifact(_ path: String) -> SARIF.ArtifactLocation {
    SARIF.ArtifactLocation(uri: Self.uri(path))
  }

  private func region(_ location: Location) -> SARIF.Region {
    SARIF.Region(
      startLine: location.start.line,
      startColumn: location.start.column,
      endLine: location.end.line,
      endColumn: location.end.column
    )
  }

  private func fix(_ fix: LocatedFix) -> SARIF.Fix {
    let paths = Set(fix.edits.map(\.location.path)).sorted()
    return SARIF.Fix(
      description: SARIF.Message(text: fix.title),
      artifactChanges: paths.map { path in
        SARIF.ArtifactChange(
          artifactLocation: artifact(path),
          replacements: fix.edits.filter { $0.location.path == path }.map {
            SARIF.Replacement(
              deletedRegion: region($0.location),
              insertedContent: .init(text: $0.replacement)
            )
          }
        )
      }
    )
  }

  private func notification(_ notice: Notice) -> SARIF.Notification {
    SARIF.Notification(
      level: notice.isFailure ? "error" : "note",
      message: SARIF.Message(text: notice.message),
      locations: notice.path.map {
        [SARIF.Location(physicalLocation: SARIF.PhysicalLocation(artifactLocation: artifact($0)))]
      }
    )
  }

  /// A relative path as a URI: everything but unreserved characters and `/` is percent-encoded (RFC 3986 §2.3).
  static func uri(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    var uri = String.UnicodeScalarView()
    for byte in path.pathBytes {
      let scalar = Unicode.Scalar(byte)
      let isLetter = (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      if isLetter || (0x30...0x39).contains(byte) || "-._~/".unicodeScalars.contains(scalar) {
        uri.append(scalar)
      } else {
        uri.append(contentsOf: ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      }
    }
    return String(uri)
  }
}
