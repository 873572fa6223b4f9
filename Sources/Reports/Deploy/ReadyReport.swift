package import DeployState
package import Linter

/// The verdicts of the deploy gate, for people and for programs.
package struct ReadyReport: Sendable {
  let result: DeployScan.Result
  let goal: DeployGoal
  let allowsUnknown: Bool

  package init(_ result: DeployScan.Result, goal: DeployGoal, allowsUnknown: Bool) {
    self.result = result
    self.goal = goal
    self.allowsUnknown = allowsUnknown
  }

  /// Whether the gate opens.
  package var isReady: Bool {
    verdicts.allSatisfy { $0 == .ready || $0 == .unknown && allowsUnknown }
  }

  var verdicts: [Readiness.Verdict] { result.projects.flatMap(\.environments).map(\.verdict) }

  /// SARIF and annotations show the obstacles as findings, text and JSON the verdicts with them.
  package func render(_ format: ReportFormat, context: ReportContext) throws -> String {
    switch format {
    case .text: ReadyText(report: self, context: context).render()
    case .json: try ReadyDocument.render(self, context: context)
    case .sarif, .github: try Report(result.scan, context: context).render(format)
    }
  }
}

extension Mend {
  /// A command to copy, or a sentence.
  var shown: String {
    if case .run(let command) = self { command.shown } else { text }
  }

  var isCommand: Bool {
    switch self {
    case .run(.dashboard), .edit: false
    case .run: true
    }
  }
}

extension Command {
  /// As it works in a project that has wrangler among its packages.
  var shown: String {
    if case .dashboard = self { text } else { "npx \(text)" }
  }
}
