import DeployState
import Linter

/// The verdicts as one JSON document.
enum ReadyDocument {
  static func render(_ report: ReadyReport, context: ReportContext) throws -> String {
    try JSONText.render(
      Document(
        schemaVersion: 1,
        tool: Tool(name: "paddock", version: context.toolVersion),
        goal: report.goal.shownLine,
        ready: report.isReady,
        environments: report.result.projects.flatMap { project in
          project.environments.map { Environment($0, of: project) }
        },
        capture: report.result.projects.filter(\.wantsCapture).flatMap {
          $0.capture.lines(shown: context.display.callAsFunction)
        },
        notices: report.result.scan.notices.map {
          Notice(path: $0.path, message: $0.message, failure: $0.isFailure)
        }
      )
    )
  }

  private struct Document: Encodable {
    let schemaVersion: Int
    let tool: Tool
    let goal: String
    let ready: Bool
    let environments: [Environment]
    let capture: [String]
    let notices: [Notice]
  }

  private struct Tool: Encodable {
    let name, version: String
  }

  private struct Notice: Encodable {
    let path: String?
    let message: String
    let failure: Bool
  }

  private struct Environment: Encodable {
    let config: String
    let built, state, environment, worker, command: String?
    let verdict: String
    let obstacles: [Obstacle]
    let plan: [Step]

    init(_ readiness: EnvironmentReadiness, of project: ProjectReadiness) {
      config = project.configPath
      built = project.builtPath
      state = project.statePath == RecordedState.askedPath ? nil : project.statePath
      environment = readiness.environment
      worker = readiness.worker
      command = readiness.command?.text
      verdict =
        switch readiness.verdict {
        case .ready: "ready"
        case .notReady: "not-ready"
        case .unknown: "unknown"
        }
      obstacles = readiness.readiness.obstacles.map { Obstacle($0) }
      plan = readiness.readiness.plan.map { Step($0) }
    }
  }

  private struct Obstacle: Encodable {
    let ruleId, severity: String
    let certain: Bool
    let names: [String]
    let message: String
    let mends: [Step]
    let instead, captures: [String]

    init(_ obstacle: DeployState.Obstacle) {
      ruleId = obstacle.rule
      severity = Severity(obstacle.severity).rawValue
      certain = obstacle.isCertain
      names = obstacle.names
      message = obstacle.message
      mends = obstacle.mends.map { Step($0) }
      instead = obstacle.instead.map(\.text)
      captures = obstacle.captures
    }
  }

  /// A command to run, or a sentence about what to change.
  private struct Step: Encodable {
    let command, change: String?

    init(_ mend: Mend) {
      command = mend.isCommand ? mend.text : nil
      change = mend.isCommand ? nil : mend.text
    }
  }
}
