import Documents
import Linter

/// The result as SARIF 2.1.0, with everything GitHub code scanning reads.
///
/// There are no snippets: a line may hold a secret. `primaryLocationLineHash`, by which GitHub follows an alert from run to
/// run, is made of our own fingerprint for the same reason: a hash of the line would be a hash of the secret.
struct SARIFReport {
  let result: ScanResult
  let context: ReportContext

  /// The most results of a run that GitHub takes.
  static let limit = 25_000

  func render() throws -> String {
    try JSONText.render(SARIF.Log(runs: [run]))
  }

  private var run: SARIF.Run {
    let indices = Dictionary(
      uniqueKeysWithValues: context.rules.rules.enumerated().map { ($1.id, $0) })
    let reported = result.findings.enumerated()
      .sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }
      .map { self.result($0.element, index: indices[$0.element.rule], suppression: nil) }
    let suppressed = result.suppressed.map {
      self.result($0.finding, index: indices[$0.finding.rule], suppression: suppression($0.reason))
    }
    let all = reported + suppressed
    var notifications = result.notices.map(notification)
    if all.count > Self.limit {
      notifications.append(
        SARIF.Notification(
          level: "warning", message: SARIF.Message(text: "\(all.count - Self.limit) results were left out"),
          locations: nil))
    }
    let status = ExitStatus(of: result, failOn: context.failOn)
    return SARIF.Run(
      tool: SARIF.Tool(
        driver: SARIF.Driver(
          name: "Paddock", semanticVersion: context.toolVersion, rules: context.rules.rules.map(rule))),
      automationDetails: SARIF.AutomationDetails(
        id: context.repositoryPrefix.isEmpty ? "paddock/" : "paddock/\(context.repositoryPrefix)/"),
      originalUriBaseIds: [
        "%SRCROOT%": SARIF.Message.Described(
          description: SARIF.Message(text: "The top of the repository, or the folder checked outside of one."))
      ],
      invocations: [
        SARIF.Invocation(
          executionSuccessful: status != .failure, exitCode: status.rawValue,
          toolExecutionNotifications: notifications)
      ],
      results: Array(all.prefix(Self.limit)))
  }

  // MARK: Rules

  private func rule(_ rule: Rule) -> SARIF.Rule {
    SARIF.Rule(
      id: rule.id.text, name: rule.id.text,
      shortDescription: SARIF.Message(text: cut(rule.title)),
      fullDescription: SARIF.Message(text: cut(rule.help)),
      help: SARIF.Message(text: rule.help, markdown: rule.help),
      defaultConfiguration: SARIF.Rule.Configuration(level: rule.severity.rawValue),
      properties: SARIF.Rule.Properties(
        securitySeverity: securitySeverity(rule), precision: rule.confidence.rawValue,
        problemSeverity: rule.severity == .note ? "recommendation" : rule.severity.rawValue,
        tags: ["security", rule.id.group]))
  }

  /// GitHub's scale: critical above 9.0, high from 7.0, medium from 4.0, low below.
  ///
  /// Rules about leaked secrets stand above rules about configuration of the same severity.
  private func securitySeverity(_ rule: Rule) -> String {
    let isAboutSecrets = ["token", "known-value", "vars", "git", "assets", "source"].contains(rule.id.group)
    switch rule.severity {
    case .error: return isAboutSecrets ? "9.1" : "7.0"
    case .warning: return isAboutSecrets ? "6.5" : "4.0"
    case .note: return "2.0"
    }
  }

  /// Descriptions may have 1,024 characters.
  private func cut(_ text: String) -> String {
    text.count <= 1024 ? text : text.prefix(1023) + "…"
  }

  // MARK: Results

  private func result(_ finding: Finding, index: Int?, suppression: SARIF.Suppression?) -> SARIF.Result {
    SARIF.Result(
      ruleId: finding.rule.text, ruleIndex: index, level: finding.severity.rawValue,
      message: SARIF.Message(text: "\(finding.message). \(finding.help)"),
      locations: [location(finding.location)],
      relatedLocations: finding.related.isEmpty
        ? nil
        : finding.related.map { related in
          var place = location(related.location)
          place.message = SARIF.Message(text: related.message)
          return place
        },
      partialFingerprints: [
        "primaryLocationLineHash": "\(finding.fingerprint.text.prefix(16)):1", "paddock/v1": finding.fingerprint.text,
      ],
      suppressions: suppression.map { [$0] },
      fixes: finding.fix.map { [fix($0)] })
  }

  private func suppression(_ reason: SuppressedFinding.Reason) -> SARIF.Suppression {
    switch reason {
    case .comment(_, let words): SARIF.Suppression(kind: "inSource", justification: words)
    case .settings(let words): SARIF.Suppression(kind: "external", justification: words)
    }
  }

  private func location(_ location: Location) -> SARIF.Location {
    SARIF.Location(
      physicalLocation: SARIF.PhysicalLocation(
        artifactLocation: artifact(location.path), region: region(location)))
  }

  private func artifact(_ path: String) -> SARIF.ArtifactLocation {
    SARIF.ArtifactLocation(uri: Self.uri(context.repositoryPath(path)))
  }

  private func region(_ location: Location) -> SARIF.Region {
    SARIF.Region(
      startLine: location.start.line, startColumn: location.start.column, endLine: location.end.line,
      endColumn: location.end.column)
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
              deletedRegion: region($0.location), insertedContent: .init(text: $0.replacement))
          })
      })
  }

  private func notification(_ notice: Notice) -> SARIF.Notification {
    SARIF.Notification(
      level: notice.isFailure ? "error" : "note", message: SARIF.Message(text: notice.message),
      locations: notice.path.map {
        [SARIF.Location(physicalLocation: SARIF.PhysicalLocation(artifactLocation: artifact($0)))]
      })
  }

  /// A relative path as a URI: everything but unreserved characters and `/` is percent-encoded (RFC 3986 §2.3).
  static func uri(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    var uri = String.UnicodeScalarView()
    for byte in path.utf8 {
      let scalar = Unicode.Scalar(byte)
      if byte < 0x80, scalar.properties.isAlphabetic || (0x30...0x39).contains(byte) || "-._~/".unicodeScalars.contains(scalar) {
        uri.append(scalar)
      } else {
        uri.append(contentsOf: ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      }
    }
    return String(uri)
  }
}
