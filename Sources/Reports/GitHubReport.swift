import Documents
import Linter
import Text

/// The result as GitHub workflow commands, which become annotations.
///
/// GitHub shows ten annotations of each kind for a step and fifty for a job, and drops the rest in the order they are
/// printed (docs/facts/report-formats.md §2). So at most ten of each of the three kinds are printed, the most severe
/// first, and a last line, which is no annotation, tells how many there are besides.
struct GitHubReport {
  let result: ScanResult
  let context: ReportContext

  static let limitOfKind = 10

  func render() -> String {
    var text = ""
    var shown = 0
    for severity in Severity.allCases.reversed() {
      for finding in result.findings.lazy.filter({ $0.severity == severity }).prefix(Self.limitOfKind) {
        text += command(finding)
        shown += 1
      }
    }
    let rest = result.findings.count - shown
    if rest > 0 {
      let findings = rest == 1 ? "1 more finding has" : "\(rest) more findings have"
      text += "paddock: \(findings) no annotation, as GitHub shows \(Self.limitOfKind) of each kind\n"
    }
    return text
  }

  private func command(_ finding: Finding) -> String {
    let location = finding.location.inFile
    let kind = finding.severity == .note ? "notice" : finding.severity.rawValue
    var properties = [
      "file=\(Self.property(location.path))", "line=\(location.start.line)",
      "endLine=\(location.end.line)",
    ]
    // Columns are only allowed within one line.
    if location.start.line == location.end.line {
      properties += ["col=\(location.start.column)", "endColumn=\(location.end.column)"]
    }
    properties.append("title=\(Self.property(finding.rule.text))")
    let commit = finding.commit.map { " in \($0.words)" } ?? ""
    let message =
      "\(TerminalText.safe(finding.message + finding.memberWords + commit))\n\(TerminalText.safe(finding.help))"
    return "::\(kind) \(properties.joined(separator: ","))::\(Self.data(message))\n"
  }

  private static func data(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A path must stay the path it is; only control characters and bytes that are no UTF-8, which GitHub could not match anyway, are spelled out.
  private static func property(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case ":": escaped += "%3A"
      case ",": escaped += "%2C"
      case "%", "\r", "\n": escaped += data(String(scalar))
      default:
        let isUnknown = scalar.properties.generalCategory == .control || PathStandIn.byte(of: scalar) != nil
        escaped += isUnknown ? TerminalText.safe(String(scalar)) : String(scalar)
      }
    }
    return escaped
  }
}
