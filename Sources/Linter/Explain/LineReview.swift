import Documents

/// Gathers what every rule has to say about one line of a file that was looked at.
struct LineReview {
  let rules: RuleSet
  let checkout: Checkout
  let settings: Settings
  let findings: FindingReview
  let place: ExplainedLine

  var explanation: LineExplanation {
    let tokens = TokenReview(scanner: checkout.tokens, place: place)
    let context = ContextReview(rules: rules, checkout: checkout, tokens: tokens, place: place)
    var candidates = findings.outcomes.map { outcome in
      var candidate = outcome.candidate
      candidate.silence(outcome.finding, in: place.source, settings: settings)
      candidate.gates = tokens.gates(of: outcome.finding) ?? context.gates(of: outcome.finding) ?? []
      if let role = effect(of: place.role, on: outcome.finding) { candidate.gates.append(role) }
      return candidate
    }
    let known = findings.outcomes.map(\.finding)
    candidates += tokens.others(than: known) + context.others(than: known)
    for index in candidates.indices { candidates[index].advice += Self.advice(on: candidates[index]) }
    return LineExplanation(
      path: place.source.path,
      line: place.line,
      role: place.role,
      candidates: candidates.sorted { ($0.start, $0.rule) < ($1.start, $1.rule) },
      unmatched: tokens.unmatched,
      remarks: findings.remarks + context.remarks
    )
  }

  /// How the kind of the file changes a finding.
  private func effect(of role: FileRole, on finding: Finding) -> LineExplanation.Gate? {
    switch rules[finding.rule]?.check {
    case .token, .context: break
    default: return nil
    }
    let answer: String
    switch role {
    case .source, .localSecrets: return nil
    case .published: answer = "published to everybody: an error"
    case .example: answer = "an example: one step milder"
    case .test: answer = "a test, an example or documentation: one step milder"
    }
    return LineExplanation.Gate(name: "file", answer: answer)
  }

  // MARK: Advice

  static func advice(on candidate: LineExplanation.Candidate) -> [String] {
    switch candidate.verdict {
    case .reported: return []
    case .suppressed(.comment(let line, _)):
      return ["without the comment on line \(line) it is reported"]
    case .suppressed(.settings):
      return ["without the entry of `[[ignore]]` in \(SettingsFile.name) it is reported"]
    case .suppressed(.baseline):
      return ["`--no-baseline` reports it"]
    case .unsure(let confidence):
      return ["`--confidence \(confidence.rawValue)` reports it"]
    case .ruleIsOff:
      return ["`--select \(candidate.rule)` reports it"]
    case .belongsHere:
      return ["it is reported when git tracks the file, or when the value stands in another file"]
    case .left(let rule):
      return rule.map { ["`\($0)` speaks of the place"] } ?? []
    case .rejected:
      return rejectionAdvice(candidate)
    }
  }

  private static func rejectionAdvice(_ candidate: LineExplanation.Candidate) -> [String] {
    if let refusal = candidate.gates.first(where: \.isRefusal) {
      return ["only a value that gets past `\(refusal.name)` is judged further"]
    }
    let missing = ContextWeights.standard.low - candidate.gates.compactMap(\.points).reduce(0, +)
    return ["\(FixedPoint.text(missing, digits: 2)) points more make it a finding of low confidence"]
  }
}

extension LineExplanation.Candidate {
  /// Says how to silence a finding that is reported.
  ///
  /// - Parameter source: the file, when comments in it count.
  mutating func silence(_ finding: Finding, in source: Source?, settings: Settings) {
    guard case .reported = verdict else { return }
    let comment = source.flatMap { IgnoreComment(silencing: finding, in: $0) }
    entry = IgnoreEntry(silencing: finding, below: settings.folder).lines
    if let comment { advice.append(comment.advice) }
    let place = comment == nil ? "an `[[ignore]]` entry" : "so does an `[[ignore]]` entry"
    advice.append("\(place) in \(SettingsFile.name)\(comment == nil ? " silences it" : ""):")
  }
}
