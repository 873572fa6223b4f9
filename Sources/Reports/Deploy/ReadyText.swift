import DeployState
import Linter
import Workers

/// The verdicts for people: a line for each environment, what stands in the way, and commands to copy.
struct ReadyText {
  let report: ReadyReport
  let context: ReportContext

  func render() -> String {
    var text = ""
    for project in report.result.projects {
      text += heading(project)
      let nameWidth = project.environments.map { name($0).count }.max() ?? 0
      let workerWidth = project.environments.map { ($0.worker ?? "").count }.max() ?? 0
      for environment in project.environments {
        text += line(environment, nameWidth, workerWidth)
        if !context.isQuiet { text += obstacles(of: environment) }
      }
      text += "\n"
    }
    return text + summary()
  }

  private func styled(_ text: String, _ styles: TerminalText.Style...) -> String {
    styles.reduce(text) { TerminalText.styled($0, $1, when: context.usesColor) }
  }

  private func heading(_ project: ProjectReadiness) -> String {
    var text = styled(TerminalText.safe(context.display(project.configPath)), .bold)
    if project.isPages {
      return text + styled(": a Pages project, whose deploys check no secrets", .dim) + "\n"
    }
    if let built = project.builtPath { text += styled(", built as \(TerminalText.safe(built))", .dim) }
    text += styled(project.statePath.map { ", with \(TerminalText.safe($0))" } ?? ", without a state", .dim)
    return text + "\n"
  }

  private func name(_ environment: EnvironmentReadiness) -> String {
    environment.environment.map { TerminalText.safe($0) } ?? "(top level)"
  }

  private func line(_ environment: EnvironmentReadiness, _ nameWidth: Int, _ workerWidth: Int) -> String {
    let mark: String
    let style: TerminalText.Style
    let words: String
    switch environment.verdict {
    case .ready: (mark, style, words) = ("✔", .green, "ready")
    case .notReady: (mark, style, words) = ("✘", .red, "not ready")
    case .unknown: (mark, style, words) = ("?", .yellow, "not known")
    }
    let worker = TerminalText.safe(environment.worker ?? "")
    return styled(mark, style) + " " + styled(padded(name(environment), nameWidth), .bold) + "  "
      + padded(worker, workerWidth) + "  " + styled(words, style) + "\n"
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private func obstacles(of environment: EnvironmentReadiness) -> String {
    let obstacles = environment.readiness.obstacles
    let errors = obstacles.filter { $0.severity == .error }
    let plan = environment.readiness.plan
    // One obstacle's mends stand under it; those of several are put in order.
    let isPlanned = errors.count > 1 && !plan.isEmpty
    var text = errors.map { message(of: $0) + (isPlanned ? "" : commands(for: $0)) }.joined()
    if isPlanned {
      text += indented("in this order:")
      text += plan.map(command).joined()
      if let wanted = environment.command { text += command(.run(wanted)) }
    }
    for obstacle in obstacles where obstacle.severity == .warning || obstacle.severity == .note && context.isVerbose {
      text += message(of: obstacle) + commands(for: obstacle)
    }
    return text
  }

  private func message(of obstacle: Obstacle) -> String {
    let style: TerminalText.Style =
      switch obstacle.severity {
      case .error: obstacle.isCertain ? .red : .yellow
      case .warning: .yellow
      case .note: .blue
      }
    let word = obstacle.isCertain ? Severity(obstacle.severity).rawValue : "unknown"
    let label = "\(word)[\(obstacle.rule)]:"
    let lines = TerminalText.wrapped("\(label) \(TerminalText.safe(obstacle.message))", width: context.width - 4)
    return lines.enumerated().map { index, line in
      // The label has no blanks, so that it stands at the start of the first line.
      let shown = index == 0 ? styled(label, style) + line.dropFirst(label.count) : line
      return "    \(shown)\n"
    }.joined()
  }

  private func commands(for obstacle: Obstacle) -> String {
    var text = obstacle.mends.map(command).joined()
    if !obstacle.instead.isEmpty {
      text += indented(obstacle.mends.isEmpty ? "instead:" : "or instead of the command:")
      text += obstacle.instead.map { command(.run($0)) }.joined()
    }
    if !obstacle.captures.isEmpty {
      text += indented("what would tell:")
      text += obstacle.captures.map { line("$", "npx \($0)") }.joined()
    }
    return text
  }

  private func command(_ mend: Mend) -> String {
    mend.isCommand ? line("$", mend.shown) : line("-", mend.shown)
  }

  private func line(_ sign: String, _ words: String) -> String {
    "      \(styled(sign, .dim)) \(styled(TerminalText.safe(words), .cyan))\n"
  }

  private func indented(_ words: String) -> String { "      \(styled(words, .dim))\n" }

  private func summary() -> String {
    let verdicts = report.verdicts
    if verdicts.isEmpty { return "There is no Worker to judge.\n" }
    let counts: [(Int, String, TerminalText.Style)] = [
      (verdicts.count { $0 == .ready }, "ready", .green), (verdicts.count { $0 == .notReady }, "not ready", .red),
      (verdicts.count { $0 == .unknown }, "not known", .yellow),
    ]
    let parts = counts.filter { $0.0 > 0 }.map { styled("\($0) \($1)", $2) }.joined(separator: ", ")
    var text =
      "`\(TerminalText.safe(report.goal.shownLine))` in \(Words.count(verdicts.count, "environment")): \(parts).\n"
    if report.result.projects.contains(where: { $0.statePath == nil && !$0.isPages }), verdicts.contains(.unknown) {
      text += "What is deployed is not known: record it with `paddock state capture`.\n"
    }
    return text
  }
}
