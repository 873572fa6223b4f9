import Documents
import Workers

/// Gathers what every rule has to say about one line.
struct LineReview {
  let scan: Scan
  let checkout: Checkout
  let tracked: TrackedPaths?
  let place: ExplainedLine

  var explanation: LineExplanation {
    let (outcomes, remarks) = outcomes()
    let tokens = TokenReview(scanner: checkout.tokens, place: place)
    let context = ContextReview(rules: scan.rules, checkout: checkout, tokens: tokens, place: place)
    var candidates = outcomes.map { outcome in
      var candidate = place.candidate(
        outcome.finding.rule,
        outcome.finding.location.region.range,
        outcome.finding.message,
        outcome.verdict,
        gates: tokens.gates(of: outcome.finding) ?? context.gates(of: outcome.finding) ?? []
      )
      if let role = Self.effect(of: place.role, on: outcome.finding, scan.rules) { candidate.gates.append(role) }
      return candidate
    }
    candidates += tokens.others(than: outcomes.map(\.finding)) + context.others(than: outcomes.map(\.finding))
    for index in candidates.indices { candidates[index].advice = advice(on: candidates[index]) }
    return LineExplanation(
      path: place.source.path,
      line: place.line,
      role: place.role,
      candidates: candidates.sorted { ($0.start, $0.rule) < ($1.start, $1.rule) },
      unmatched: tokens.unmatched,
      remarks: remarks + context.remarks
    )
  }

  // MARK: Findings

  private struct Outcome {
    let finding: Finding
    let verdict: LineExplanation.Verdict
  }

  private struct Key: Hashable {
    let rule: Rule.ID
    let region: Region
    let message: String

    init(_ finding: Finding) {
      rule = finding.rule
      region = finding.location.region
      message = finding.message
    }
  }

  /// What a run reports on the line, and what it would with every rule and any confidence.
  private func outcomes() -> ([Outcome], remarks: [String]) {
    var everything = scan.settings
    everything.select = []
    everything.ignoredRules = []
    everything.minimumConfidence = .low
    let wanted = run(scan.settings)
    let possible = run(everything)
    var outcomes = wanted.findings.filter(isHere).map {
      Outcome(finding: $0, verdict: .reported($0.severity, $0.confidence))
    }
    outcomes += wanted.suppressed.filter { isHere($0.finding) }.map {
      Outcome(finding: $0.finding, verdict: .suppressed($0.reason))
    }
    var known = Set(outcomes.map { Key($0.finding) })
    for finding in possible.findings + possible.suppressed.map(\.finding) where isHere(finding) {
      guard known.insert(Key(finding)).inserted else { continue }
      if !scan.settings.isEnabled(finding.rule) {
        outcomes.append(Outcome(finding: finding, verdict: .ruleIsOff))
      } else if finding.confidence < scan.settings.minimumConfidence {
        outcomes.append(Outcome(finding: finding, verdict: .unsure(finding.confidence)))
      }
    }
    let remarks = wanted.notices.filter { $0.path == place.source.path }.map(\.message)
    return (outcomes, remarks)
  }

  private func run(_ settings: Settings) -> ScanResult {
    Scan(rules: scan.rules, settings: settings, only: [place.source.path]).run(on: checkout.tree, tracked: tracked)
  }

  private func isHere(_ finding: Finding) -> Bool {
    (finding.location.start.line...finding.location.end.line).contains(place.line)
  }

  /// How the kind of the file changes a finding.
  private static func effect(of role: FileRole, on finding: Finding, _ rules: RuleSet) -> LineExplanation.Gate? {
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

  private func advice(on candidate: LineExplanation.Candidate) -> [String] {
    switch candidate.verdict {
    case .reported:
      return ["the comment `\(Suppression.marker) \(candidate.rule) -- reason` on the line silences it"]
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

  private func rejectionAdvice(_ candidate: LineExplanation.Candidate) -> [String] {
    let score = candidate.gates.compactMap(\.points).reduce(0, +)
    guard candidate.gates.contains(where: { $0.points != nil }), !candidate.gates.contains(where: \.isRefusal) else {
      return []
    }
    let missing = ContextWeights.standard.low - score
    return ["\(FixedPoint.text(missing, digits: 2)) points more make it a finding of low confidence"]
  }
}
