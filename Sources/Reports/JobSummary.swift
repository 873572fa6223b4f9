import Documents
package import Linter

/// The Markdown page a GitHub workflow shows for a job.
package enum JobSummary {
  /// GitHub takes 1 MiB for a step; the rest is left for other summaries of the step.
  static let sizeLimit = 1_000_000

  /// The counts, and a table of the findings, the most severe first.
  package static func markdown(_ result: ScanResult, context: ReportContext) -> String {
    var text = "## Paddock\n\n"
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let number = result.count(of: severity)
      return number == 0 ? nil : Words.count(number, severity.rawValue)
    }
    let isIncomplete = result.notices.contains(where: \.isFailure)
    text += counts.isEmpty ? "No problems found" : counts.joined(separator: ", ")
    if !result.suppressed.isEmpty { text += ", \(result.suppressed.count) suppressed" }
    text += ".\n"
    if isIncomplete {
      text += "\n**The answer is incomplete:**\n\n"
      for notice in result.notices where notice.isFailure {
        let place = notice.path.map { MarkdownText.escaped($0) + ": " } ?? ""
        let line = "- \(place)\(MarkdownText.escaped(notice.message))\n"
        if text.utf8.count + line.utf8.count > sizeLimit / 2 { break }
        text += line
      }
    }
    return counts.isEmpty ? text : text + table(result, context: context, sizeLimit: sizeLimit - text.utf8.count)
  }

  private static func table(_ result: ScanResult, context: ReportContext, sizeLimit: Int) -> String {
    var text = "\n| severity | rule | place | problem |\n|---|---|---|---|\n"
    // The counted-up size: asking a growing text for it each time would be slow.
    var size = text.utf8.count + 100
    let sorted = result.findingsBySeverity
    for (index, finding) in sorted.enumerated() {
      let place = "\(finding.location.file):\(finding.location.start.line)"
      let row =
        "| \(finding.severity.rawValue) | \(MarkdownText.escaped(finding.rule.text)) | \(MarkdownText.escaped(place)) "
        + "| \(MarkdownText.withCode(finding.message)). \(MarkdownText.withCode(finding.help)) |\n"
      size += row.utf8.count
      if size > sizeLimit { return text + "\n… and \(sorted.count - index) more.\n" }
      text += row
    }
    return text
  }
}

extension ScanResult {
  /// The findings with the most severe first, otherwise in their order.
  var findingsBySeverity: [Finding] {
    Severity.allCases.reversed().flatMap { severity in findings.filter { $0.severity == severity } }
  }
}
