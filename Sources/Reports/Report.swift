package import Linter

/// The formats a result can be rendered in.
package enum ReportFormat: String, CaseIterable, Sendable {
  case text, json, sarif, github, gitlab, junit, html
}

/// What a report needs to know besides the result.
package struct ReportContext: Sendable {
  package var toolVersion: String
  /// How long the run took; left out of reports when `nil`.
  package var seconds: Double?
  package var rules: RuleSet
  package var usesColor = false
  /// Columns of the terminal.
  package var width = 80
  /// How paths are shown to the reader of a text report.
  package var display = PathDisplay()
  /// The folder that was asked about, from the top of the run: what tells this analysis from that of another folder.
  package var checkedFolder = ""
  /// Whether to tell what was skipped, and to report what is suppressed as such in text and SARIF.
  package var isVerbose = false
  package var isQuiet = false
  /// The severity that makes the run fail; `nil`: none.
  package var failOn: Severity?

  package init(toolVersion: String, rules: RuleSet) {
    self.toolVersion = toolVersion
    self.rules = rules
  }
}

extension Finding {
  /// The fix, where its edits may be printed.
  var shownFix: LocatedFix? { fix.flatMap { $0.holdsSecret ? nil : $0 } }
}

/// A result ready to be rendered.
///
/// Nothing here writes to a file or a terminal.
package struct Report: Sendable {
  let result: ScanResult
  let context: ReportContext

  package init(_ result: ScanResult, context: ReportContext) {
    self.result = result
    self.context = context
  }

  /// The whole report, ending in a line break unless it is empty.
  package func render(_ format: ReportFormat) throws -> String {
    switch format {
    case .text: TextReport(result: result, context: context).render()
    case .json: try JSONReport(result: result, context: context).render()
    case .sarif: try SARIFReport(result: result, context: context).render()
    case .github: GitHubReport(result: result, context: context).render()
    case .gitlab: try GitLabReport(result: result, context: context).render()
    case .junit: JUnitReport(result: result, context: context).render()
    case .html: HTMLReport(result: result, context: context).render()
    }
  }
}
