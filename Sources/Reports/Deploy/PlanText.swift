package import DeployState

/// A played pipeline for people: each command, what becomes of it, and what is live afterwards.
package struct PlanText {
  private let plan: Plan
  private let usesColor: Bool
  private let width: Int

  package init(_ plan: Plan, usesColor: Bool, width: Int) {
    self.plan = plan
    self.usesColor = usesColor
    self.width = width
  }

  package func render() -> String {
    var text = ""
    var group: PlanStep.Place?
    var live: [String: [LiveVersion]] = [:]
    let indent = String(repeating: " ", count: String(plan.steps.count).count + 3)
    for (index, step) in plan.steps.enumerated() {
      if let place = step.place, place.path != group?.path || place.group != group?.group {
        group = place
        let part = place.path.hasSuffix(place.group) ? "" : ", \(TerminalText.safe(place.group))"
        text += styled("\(TerminalText.safe(place.path))\(part)", .bold) + "\n"
      }
      text += line(step, number: index + 1)
      for message in step.messages { text += paragraph(message, indent) }
      text += commands(step, indent)
      // What goes on as before is not worth a line.
      if let worker = step.worker, let now = step.live, live[worker] != now {
        text += self.live(now, indent)
        live[worker] = now
      }
    }
    return text + summary()
  }

  private func styled(_ text: String, _ style: TerminalText.Style) -> String {
    TerminalText.styled(text, style, when: usesColor)
  }

  private func line(_ step: PlanStep, number: Int) -> String {
    let (mark, style): (String, TerminalText.Style) =
      switch step.outcome {
      case .ok: ("✔", .green)
      case .warned: ("!", .yellow)
      case .refused: ("✘", .red)
      case .unknown: ("?", .yellow)
      }
    let digits = String(number)
    let padding = String(repeating: " ", count: String(plan.steps.count).count - digits.count)
    var text = "\(padding)\(styled(digits, .dim)) \(styled(mark, style)) \(styled(TerminalText.safe(step.text), .bold))"
    if step.outcome == .refused {
      text += "  " + styled(step.code.map { "refused (\($0))" } ?? "refused", .red)
    } else if step.outcome == .unknown {
      text += "  " + styled("not known", .yellow)
    }
    if let place = step.place { text += styled("  line \(place.line)", .dim) }
    return text + "\n"
  }

  private func paragraph(_ message: String, _ indent: String) -> String {
    TerminalText.wrapped(TerminalText.safe(message), width: width - indent.count).map { "\(indent)\($0)\n" }.joined()
  }

  private func commands(_ step: PlanStep, _ indent: String) -> String {
    var text = ""
    func add(_ title: String, _ lines: [String]) {
      guard !lines.isEmpty else { return }
      text += "\(indent)\(styled(title, .dim))\n"
      text += lines.map { "\(indent)  \(styled(TerminalText.safe($0), .cyan))\n" }.joined()
    }
    add("before it:", step.mends.map(\.shown))
    add(step.mends.isEmpty ? "instead:" : "or instead of it:", step.instead.map(\.shown))
    return text
  }

  private func live(_ versions: [LiveVersion], _ indent: String) -> String {
    if versions.isEmpty { return "\(indent)\(styled("live:", .dim)) nothing\n" }
    return versions.map { version in
      let share = "\(version.version) \(Deployment.Share.text(of: version.percentage))%"
      let lines = TerminalText.wrapped(
        "live: \(TerminalText.safe(share)): \(Self.words(version.secrets))",
        width: width - indent.count
      )
      return lines.enumerated().map { index, line in
        index == 0 ? "\(indent)\(styled("live:", .dim))\(line.dropFirst(5))\n" : "\(indent)      \(line)\n"
      }.joined()
    }.joined()
  }

  /// The names, of many only the first.
  private static func words(_ secrets: [String]?) -> String {
    guard let secrets else { return "(secrets not known)" }
    if secrets.isEmpty { return "no secrets" }
    let shown = secrets.prefix(12).map { TerminalText.safe($0) }.joined(separator: " ")
    return secrets.count > 12 ? "\(shown) and \(secrets.count - 12) more" : shown
  }

  private func summary() -> String {
    let outcomes: [(PlanStep.Outcome, String, TerminalText.Style)] = [
      (.ok, "done", .green), (.warned, "with a warning", .yellow), (.refused, "refused", .red),
      (.unknown, "not known", .yellow),
    ]
    let parts = outcomes.compactMap { outcome, words, style -> String? in
      let count = plan.steps.count { $0.outcome == outcome }
      return count == 0 ? nil : styled("\(count) \(words)", style)
    }
    if parts.isEmpty {
      let commands = Words.count(plan.skipped, "wrangler command")
      return
        "\(commands), \(plan.skipped == 1 ? "which does not change" : "none of which changes") a version or a secret.\n"
    }
    return "\n\(Words.count(plan.steps.count, "command")): \(parts.joined(separator: ", ")).\n"
  }
}
