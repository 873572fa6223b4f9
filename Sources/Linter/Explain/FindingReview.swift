import Documents
import Workers

/// The findings on one line: what a run reports, and what it would with every rule and any confidence.
struct FindingReview {
  struct Outcome {
    let finding: Finding
    let verdict: LineExplanation.Verdict

    var candidate: LineExplanation.Candidate {
      LineExplanation.Candidate(
        rule: finding.rule,
        start: finding.location.start,
        end: finding.location.end,
        words: finding.message,
        verdict: verdict
      )
    }
  }

  let outcomes: [Outcome]
  /// What the run has to say about the file.
  let remarks: [String]

  init(of path: String, line: Int, scan: Scan, tree: FileTree, tracked: TrackedPaths?) {
    func run(_ settings: Settings) -> ScanResult {
      Scan(rules: scan.rules, settings: settings, only: [path]).run(on: tree, tracked: tracked)
    }
    func isHere(_ finding: Finding) -> Bool {
      (finding.location.start.line...finding.location.end.line).contains(line)
    }
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
    var known = Set(outcomes.map { $0.finding.key })
    for finding in possible.findings + possible.suppressed.map(\.finding) where isHere(finding) {
      guard known.insert(finding.key).inserted else { continue }
      if !scan.settings.isEnabled(finding.rule) {
        outcomes.append(Outcome(finding: finding, verdict: .ruleIsOff))
      } else if finding.confidence < scan.settings.minimumConfidence {
        outcomes.append(Outcome(finding: finding, verdict: .unsure(finding.confidence)))
      }
    }
    self.outcomes = outcomes
    remarks = wanted.notices.filter { $0.path == path }.map(\.message)
  }
}

/// What makes findings of two runs the same.
private struct FindingKey: Hashable {
  let rule: Rule.ID
  let location: Location
  let message: String
}

extension Finding {
  fileprivate var key: FindingKey { FindingKey(rule: rule, location: location, message: message) }
}
