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

  /// Text and JSON show the verdicts with the obstacles, all others the obstacles as findings.
  package func render(_ format: ReportFormat, context: ReportContext) throws -> String {
    var context = context
    switch format {
    case .text: return ReadyText(report: self, context: context).render()
    case .json: return try ReadyDocument.render(self, context: context)
    case .sarif, .github, .gitlab, .junit, .html:
      // An error that nobody can exclude is let pass where the unknown is.
      context.failOn = isReady ? nil : .error
      return try Report(result.scan, context: context).render(format)
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
