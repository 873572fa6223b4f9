import Documents
import Linter

/// The result as one page that needs nothing else: findings by file, and a choice of severities.
struct HTMLReport {
  let result: ScanResult
  let context: ReportContext

  func render() -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
    <title>Paddock report</title>
    <style>
    \(Self.style)</style>
    </head>
    <body>
    <h1>Paddock report</h1>
    <p>\(summary)</p>
    \(failures)\(choice)\(files)<footer>Paddock \(MarkupText.escaped(context.toolVersion))</footer>
    \(result.findings.isEmpty ? "" : "<script>\n\(Self.script)</script>\n")</body>
    </html>

    """
  }

  // MARK: Head of the page

  private var severities: [Severity] { Severity.allCases.reversed().filter { result.count(of: $0) > 0 } }

  private var summary: String {
    let statistics = result.statistics
    let found = severities.map { Words.count(result.count(of: $0), $0.rawValue) }
    var text = "Checked \(Words.count(statistics.projects, "project")), \(Words.count(statistics.scanned, "file")): "
    text += found.isEmpty ? "no problems found" : found.joined(separator: ", ")
    if !result.suppressed.isEmpty { text += " (\(result.suppressed.count) suppressed)" }
    return text + "."
  }

  /// What made the answer incomplete.
  private var failures: String {
    let items = result.notices.filter(\.isFailure).map { notice in
      let place = notice.path.map { "<code>\(MarkupText.escaped($0))</code>: " } ?? ""
      return "<li>\(place)\(MarkupText.escaped(notice.message))</li>\n"
    }
    return items.isEmpty
      ? ""
      : "<section class=\"incomplete\">\n<h2>The answer is incomplete</h2>\n<ul>\n\(items.joined())</ul>\n</section>\n"
  }

  /// A box for each severity that occurs; they are shown by the script, without which they would do nothing.
  private var choice: String {
    guard !severities.isEmpty else { return "" }
    let boxes = severities.map { severity in
      "<label><input type=\"checkbox\" value=\"\(severity.rawValue)\" checked> "
        + "\(Words.count(result.count(of: severity), severity.rawValue))</label>\n"
    }
    return "<form id=\"severities\" hidden>\n\(boxes.joined())</form>\n"
  }

  // MARK: Findings

  private var files: String {
    var text = ""
    // Findings are sorted by path, so those of a file are neighbours.
    var rest = result.findings[...]
    while let path = rest.first?.location.path {
      let findings = rest.prefix { $0.location.path == path }
      text += "<section class=\"file\">\n<h2><code>\(MarkupText.escaped(path))</code></h2>\n"
      text += findings.map(article).joined() + "</section>\n"
      rest = rest.dropFirst(findings.count)
    }
    return text
  }

  private func article(_ finding: Finding) -> String {
    let start = finding.location.start
    var text =
      "<article class=\"\(finding.severity.rawValue)\">\n<h3><span>\(finding.severity.rawValue)</span> "
      + "\(MarkupText.withCode(finding.message))</h3>\n"
      + "<p class=\"place\">\(finding.location.member.map { "\(MarkupText.escaped($0)), " } ?? "")line \(start.line), column \(start.column) · \(MarkupText.escaped(finding.rule.text))"
    let parts = [
      finding.worker.map { "Worker \($0)" }, finding.environment.map { "environment \($0)" },
      finding.confidence == .high ? nil : "confidence \(finding.confidence.rawValue)", finding.commit?.words,
    ]
    for part in parts.compactMap(\.self) { text += " · \(MarkupText.escaped(part))" }
    text += "</p>\n"
    // The excerpt masks every secret of its line.
    if let excerpt = finding.excerpt, excerpt.text.contains(where: { $0 != " " }) {
      text += "<pre>\(MarkupText.escaped(excerpt.text))</pre>\n"
    }
    text += "<p>\(MarkupText.withCode(finding.help))</p>\n"
    if !finding.related.isEmpty {
      let items = finding.related.map { related in
        let place = "\(related.location.path):\(related.location.start.line)"
        return "<li><code>\(MarkupText.escaped(place))</code>: \(MarkupText.withCode(related.message))</li>\n"
      }
      text += "<ul>\n\(items.joined())</ul>\n"
    }
    return text + "</article>\n"
  }

  // MARK: Looks

  private static let style = """
    :root { color-scheme: light dark; --line: #8884; --error: #c62828; --warning: #b26a00; --note: #1565c0; }
    @media (prefers-color-scheme: dark) { :root { --error: #ff7b72; --warning: #e3b341; --note: #79c0ff; } }
    body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
    h2 { font-size: 1.1rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
    h3 { font-size: 1rem; margin: 0; }
    h3 span { color: var(--color); }
    article { border-left: 4px solid var(--color); margin: 1rem 0; padding-left: 1rem; overflow-wrap: anywhere; }
    article p { margin: .25rem 0; }
    .error { --color: var(--error); }
    .warning { --color: var(--warning); }
    .note { --color: var(--note); }
    .incomplete { border: 2px solid var(--error); margin: 1rem 0; padding: 0 1rem; }
    .place, footer { opacity: .75; font-size: .9rem; }
    pre { background: #8881; padding: .5rem; overflow-x: auto; }
    label { margin-right: 1rem; }

    """

  private static let script = """
    const form = document.getElementById("severities");
    form.hidden = false;
    form.addEventListener("change", () => {
      for (const box of form.querySelectorAll("input")) {
        for (const article of document.querySelectorAll("article." + box.value)) article.hidden = !box.checked;
      }
      for (const file of document.querySelectorAll("section.file")) {
        file.hidden = !file.querySelector("article:not([hidden])");
      }
    });

    """
}
