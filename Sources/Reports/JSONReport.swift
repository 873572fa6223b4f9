import Documents
import Linter
import Text
import Workers

/// The result as one JSON document, described by `docs/report.schema.json`.
struct JSONReport {
  let result: ScanResult
  let context: ReportContext

  func render() throws -> String {
    try JSONText.render(
      Document(
        schemaVersion: 1,
        tool: Document.Tool(name: "paddock", version: context.toolVersion),
        summary: summary,
        findings: result.findings.map { Document.Finding($0) },
        suppressed: result.suppressed.map { Document.Suppressed($0) },
        notices: result.notices.map {
          Document.Notice(path: $0.path, uri: $0.path.flatMap(Document.uri), message: $0.message, failure: $0.isFailure)
        }
      )
    )
  }

  private var summary: Document.Summary {
    let statistics = result.statistics
    return Document.Summary(
      projects: statistics.projects,
      environments: statistics.environments,
      files: statistics.files,
      scanned: statistics.scanned,
      skipped: statistics.skipped.values.reduce(0, +),
      trackedDespiteIgnore: statistics.trackedDespiteIgnore,
      skippedByReason: Dictionary(uniqueKeysWithValues: statistics.skipped.map { ($0.rawValue, $1) }),
      error: result.count(of: .error),
      warning: result.count(of: .warning),
      note: result.count(of: .note),
      suppressed: result.suppressed.count,
      seconds: context.seconds.map { ($0 * 1000).rounded() / 1000 }
    )
  }

  private struct Document: Encodable {
    let schemaVersion: Int
    let tool: Tool
    let summary: Summary
    let findings: [Finding]
    let suppressed: [Suppressed]
    let notices: [Notice]

    struct Tool: Encodable {
      let name: String
      let version: String
    }

    struct Summary: Encodable {
      let projects, environments, files, scanned, skipped, trackedDespiteIgnore: Int
      let skippedByReason: [String: Int]
      let error, warning, note, suppressed: Int
      let seconds: Double?
    }

    /// The exact path, where it is no text; see ``SARIFReport/uri(_:)``.
    static func uri(_ path: String) -> String? { path.isPlainPath ? nil : SARIFReport.uri(path) }

    struct Notice: Encodable {
      let path, uri: String?
      let message: String
      let failure: Bool
    }

    struct Place: Encodable {
      let path: String
      let member: String?
      let uri: String?
      let startLine, startColumn, endLine, endColumn: Int
      let message: String?
      let replacement: String?

      init(_ location: Location, message: String? = nil, replacement: String? = nil) {
        path = location.path
        member = location.member
        uri = Document.uri(path)
        startLine = location.start.line
        startColumn = location.start.column
        endLine = location.end.line
        endColumn = location.end.column
        self.message = message
        self.replacement = replacement
      }
    }

    struct Fix: Encodable {
      let title: String
      let safe: Bool
      let edits: [Place]
    }

    struct Finding: Encodable {
      let ruleId, severity, confidence, message, path: String
      let uri: String?
      let startLine, startColumn, endLine, endColumn: Int
      let member, worker, environment: String?
      let help, fingerprint: String
      let related: [Place]
      let fix: Fix?
      let commit: Commit?
      var suppression: Suppression?

      init(_ finding: Linter.Finding) {
        ruleId = finding.rule.text
        severity = finding.severity.rawValue
        confidence = finding.confidence.rawValue
        message = finding.message
        path = finding.location.path
        member = finding.location.member
        uri = Document.uri(path)
        startLine = finding.location.start.line
        startColumn = finding.location.start.column
        endLine = finding.location.end.line
        endColumn = finding.location.end.column
        worker = finding.worker
        environment = finding.environment
        help = finding.help
        fingerprint = finding.fingerprint.text
        commit = finding.commit.map { Commit(id: $0.id, date: $0.date, reach: $0.reach.rawValue, pushed: $0.isPushed) }
        related = finding.related.map { Place($0.location, message: $0.message) }
        fix = finding.shownFix.map { fix in
          Fix(
            title: fix.title,
            safe: fix.isSafe,
            edits: fix.edits.map { Place($0.location, replacement: $0.replacement) }
          )
        }
      }
    }

    struct Commit: Encodable {
      let id, date, reach: String
      let pushed: Bool
    }

    struct Suppression: Encodable {
      let kind: String
      let line: Int?
      let reason: String?
    }

    /// A finding with what silenced it.
    struct Suppressed: Encodable {
      private let finding: Finding

      init(_ suppressed: SuppressedFinding) {
        var finding = Finding(suppressed.finding)
        finding.suppression =
          switch suppressed.reason {
          case .comment(let line, let reason): Suppression(kind: "comment", line: line, reason: reason)
          case .settings(let reason): Suppression(kind: "settings", line: nil, reason: reason)
          case .baseline(let reason): Suppression(kind: "baseline", line: nil, reason: reason)
          }
        self.finding = finding
      }

      func encode(to encoder: any Encoder) throws { try finding.encode(to: encoder) }
    }
  }
}
