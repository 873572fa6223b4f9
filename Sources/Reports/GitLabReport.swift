import Documents
import Linter

/// The result as a GitLab code quality report: the members GitLab reads, and no others
/// (docs.gitlab.com/ci/testing/code_quality, "Code quality report format").
struct GitLabReport {
  let result: ScanResult
  let context: ReportContext

  func render() throws -> String {
    try JSONText.render(result.findings.map { Violation($0, context: context) })
  }

  private struct Violation: Encodable {
    let description, severity, fingerprint: String
    let checkName: String
    let location: Place

    enum CodingKeys: String, CodingKey {
      case description, severity, fingerprint, location
      case checkName = "check_name"
    }

    struct Place: Encodable {
      /// From the top of the repository, without `./` before it.
      let path: String
      let lines: Lines
    }

    struct Lines: Encodable {
      let begin, end: Int
    }

    init(_ finding: Finding, context: ReportContext) {
      let commit = finding.commit.map { " in \($0.words)" } ?? ""
      description = TerminalText.safe("\(finding.message)\(finding.memberWords)\(commit): \(finding.help)")
      checkName = finding.rule.text
      fingerprint = finding.fingerprint.text
      // Of GitLab's info, minor, major, critical and blocker.
      severity =
        switch finding.severity {
        case .error: "critical"
        case .warning: "major"
        case .note: "info"
        }
      location = Place(
        path: finding.location.path,
        lines: Lines(begin: finding.location.inFile.start.line, end: finding.location.inFile.end.line)
      )
    }
  }
}
