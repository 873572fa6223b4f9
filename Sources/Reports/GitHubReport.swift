import Documents
package import Linter

/// The result as GitHub workflow commands, which become annotations.
///
/// GitHub shows ten annotations of a kind in a step and fifty in a job and drops the rest in the order they are printed,
/// so the most severe come first and a last line tells how many there are in all.
struct GitHubReport {
  let result: ScanResult
  let context: ReportContext

  static let limitOfKind = 10

  func render() -> String {
    var text = ""
    var shown = 0
    for severity in Severity.allCases.reversed() {
      for finding in result.findings.filter({ $0.severity == severity }).prefix(Self.limitOfKind) {
        text += command(finding)
        shown += 1
      }
    }
    let rest = result.findings.count - shown
    if rest > 0 {
      text += "::notice title=paddock::\(rest) more \(rest == 1 ? "finding is" : "findings are") in the full report%0A"
      text = String(text.dropLast(3)) + "\n"
    }
    return text
  }

  private func command(_ finding: Finding) -> String {
    let location = finding.location
    let kind = finding.severity == .note ? "notice" : finding.severity.rawValue
    var properties = [
      "file=\(Self.property(context.repositoryPath(location.path)))", "line=\(location.start.line)",
      "endLine=\(location.end.line)",
    ]
    // Columns are only allowed within one line.
    if location.start.line == location.end.line {
      properties += ["col=\(location.start.column)", "endColumn=\(location.end.column)"]
    }
    properties.append("title=\(Self.property(finding.rule.text))")
    return "::\(kind) \(properties.joined(separator: ","))::\(Self.data("\(finding.message)\n\(finding.help)"))\n"
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

  private static func property(_ text: String) -> String {
    var escaped = ""
    for scalar in data(text).unicodeScalars {
      switch scalar {
      case ":": escaped += "%3A"
      case ",": escaped += "%2C"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

/// The Markdown page a GitHub workflow shows for a job.
package enum JobSummary {
  /// GitHub takes 1 MiB for a step.
  static let sizeLimit = 1_000_000

  package static func markdown(_ result: ScanResult, context: ReportContext) -> String {
    var text = "## Paddock\n\n"
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let number = result.count(of: severity)
      return number == 0 ? nil : "\(number) \(severity.rawValue)\(number == 1 ? "" : "s")"
    }
    guard !counts.isEmpty else { return text + "No problems found.\n" }
    text += counts.joined(separator: ", ") + "\n\n| severity | rule | place | problem |\n|---|---|---|---|\n"
    let sorted = Severity.allCases.reversed().flatMap { severity in
      result.findings.filter { $0.severity == severity }
    }
    for (index, finding) in sorted.enumerated() {
      let place = "\(context.repositoryPath(finding.location.path)):\(finding.location.start.line)"
      let row =
        "| \(finding.severity.rawValue) | `\(finding.rule)` | \(cell(place)) | \(cell(finding.message)). "
        + "\(cell(finding.help)) |\n"
      if text.utf8.count + row.utf8.count > sizeLimit {
        return text + "\n… and \(sorted.count - index) more.\n"
      }
      text += row
    }
    return text
  }

  private static func cell(_ text: String) -> String {
    var escaped = ""
    for scalar in TerminalText.safe(text).unicodeScalars {
      if "|<>*_[]".unicodeScalars.contains(scalar) { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }
}
