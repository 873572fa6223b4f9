import Documents
package import Linter

/// An explanation of a line for people.
package struct ExplanationText {
  let explanation: LineExplanation
  /// The path as the user wrote it.
  let path: String
  let usesColor: Bool

  package init(_ explanation: LineExplanation, path: String, usesColor: Bool) {
    self.explanation = explanation
    self.path = path
    self.usesColor = usesColor
  }

  package func render() -> String {
    var text = styled("\(safe(path)):\(explanation.line)", .bold)
    if let role = explanation.role { text += ": in \(role.words)" }
    text += "\n"
    for candidate in explanation.candidates { text += "\n" + render(candidate) }
    if explanation.role != nil, explanation.candidates.isEmpty {
      text += "\nNo rule sees a value on this line that may be a secret.\n"
    }
    if !explanation.unmatched.isEmpty {
      let rules = explanation.unmatched.map(\.text).joined(separator: ", ")
      text += "\nA text of the line made these rules look closer, but their patterns do not match: \(rules).\n"
    }
    for remark in explanation.remarks { text += "\n\(sentence(remark))\n" }
    return text
  }

  private func render(_ candidate: LineExplanation.Candidate) -> String {
    let isLong = candidate.start.line != candidate.end.line
    let end = isLong ? "\(candidate.end.line):\(candidate.end.column)" : "\(candidate.end.column)"
    var text = styled("\(candidate.start.line):\(candidate.start.column)-\(end)", .bold)
    text += " \(candidate.rule): \(styled(words(for: candidate.verdict), color(of: candidate.verdict)))\n"
    text += "  \(safe(candidate.words))\n"
    let width = candidate.gates.map(\.name.count).max() ?? 0
    for gate in candidate.gates {
      let name = gate.name + String(repeating: " ", count: width - gate.name.count)
      let line = "    \(points(of: gate))\(name)  \(safe(gate.answer))"
      text += (gate.isRefusal ? styled(line, .yellow) : line) + "\n"
    }
    if candidate.gates.contains(where: { $0.points != nil }) {
      let score = candidate.gates.compactMap(\.points).reduce(0, +)
      let weights = ContextWeights.standard
      text += "    \(padded(score))  in all; medium confidence from \(FixedPoint.text(weights.medium, digits: 1)), "
      text += "low from \(FixedPoint.text(weights.low, digits: 1))\n"
    }
    for advice in candidate.advice { text += "  \(styled("=", .dim)) \(safe(advice))\n" }
    for line in candidate.entry { text += "      \(safe(line))\n" }
    return text
  }

  private func points(of gate: LineExplanation.Gate) -> String { gate.points.map { padded($0) + "  " } ?? "" }

  private func padded(_ points: Double) -> String {
    let text = (points > 0 ? "+" : "") + FixedPoint.text(points, digits: 2)
    return String(repeating: " ", count: max(0, 6 - text.count)) + text
  }

  private func words(for verdict: LineExplanation.Verdict) -> String {
    switch verdict {
    case .reported(let severity, let confidence):
      "reported as \(severity.rawValue), confidence \(confidence.rawValue)"
    case .suppressed(let reason): "suppressed by \(safe(reason.words))"
    case .unsure(let confidence): "not reported, as its confidence is \(confidence.rawValue)"
    case .ruleIsOff: "not reported, as the rule is left out"
    case .belongsHere: "not reported, as secrets belong here"
    case .left(let rule):
      "not reported here" + (rule.map { ", but by \($0)" } ?? ": another rule knows the place better")
    case .rejected: "not reported, as it is no secret"
    }
  }

  private func color(of verdict: LineExplanation.Verdict) -> TerminalText.Style {
    if case .reported(let severity, _) = verdict { return severity == .error ? .red : .yellow }
    return .cyan
  }

  private func sentence(_ text: String) -> String {
    safe(text.prefix(1).uppercased() + text.dropFirst()) + "."
  }

  private func safe(_ text: String) -> String { TerminalText.safe(text) }

  private func styled(_ text: String, _ style: TerminalText.Style) -> String {
    TerminalText.styled(text, style, when: usesColor)
  }
}

extension FileRole {
  fileprivate var words: String {
    switch self {
    case .published: "a file that is published"
    case .localSecrets: "a local secrets file"
    case .example: "an example of a dotenv file"
    case .test: "a test, an example or documentation"
    case .source: "an ordinary file"
    }
  }
}

extension SuppressedFinding.Reason {
  /// What suppresses, with the reason given for it.
  var words: String {
    switch self {
    case .comment(let line, let words): "a comment on line \(line)" + (words.map { ": \($0)" } ?? "")
    case .settings(let words): "paddock.toml" + (words.map { ": \($0)" } ?? "")
    case .baseline(let words): "the baseline" + (words.map { ": \($0)" } ?? "")
    }
  }
}
