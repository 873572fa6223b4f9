import Documents
import Patterns

/// What the rules that judge a value by its name and its looks make of one line.
struct ContextReview {
  /// Sentences about what these rules did not look at.
  let remarks: [String]
  private let place: ExplainedLine
  private let tokens: TokenReview
  private let rules: [ContextScanner.Kind: Rule]
  private let found: [ContextScanner.Found]

  init(rules: RuleSet, checkout: Checkout, tokens: TokenReview, place: ExplainedLine) {
    self.place = place
    self.tokens = tokens
    let path = place.source.path
    let file = ContextFile(path: path)
    guard let pass = ContextPass(rules: rules, enabled: Set(rules.rules.map(\.id)), checkout: checkout) else {
      (self.rules, found, remarks) = ([:], [], [])
      return
    }
    self.rules = pass.rules
    if pass.isJudgedElsewhere(path) {
      found = []
      remarks = [
        "values without a form of their own are judged here by the rules about configuration and dotenv files alone"
      ]
      return
    }
    if file.isSkipped {
      found = []
      remarks = ["values without a form of their own are not judged in files of this kind"]
      return
    }
    remarks = []
    // A name can stand some lines above its value.
    let first = place.source.lines.region(ofLine: max(1, place.line - 4))?.start ?? 0
    var names = ContextNames()
    found = pass.scanner.scan(
      place.source.bytes,
      hits: tokens.hits.filter { $0.position >= first && $0.position <= place.region.end },
      first: checkout.tokens.firstContextAnchor,
      file: file,
      isTest: { place.role == .test || place.role == .example },
      includesRejected: true,
      names: &names
    ).found.filter { place.touches($0.secret) }
  }

  func gates(of finding: Finding) -> [LineExplanation.Gate]? {
    found.first { rules[$0.kind]?.id == finding.rule && Region($0.secret) == finding.location.region }.map(gates)
  }

  /// The values that are no findings.
  func others(than findings: [Finding]) -> [LineExplanation.Candidate] {
    found.compactMap { item in
      guard let rule = rules[item.kind],
        !findings.contains(where: { $0.rule == rule.id && $0.location.region == Region(item.secret) })
      else { return nil }
      return place.candidate(rule.id, item.secret, words(for: item), verdict(on: item, findings), gates: gates(item))
    }
  }

  private func verdict(on item: ContextScanner.Found, _ findings: [Finding]) -> LineExplanation.Verdict {
    if item.decision.confidence == nil { return .rejected }
    if let other = findings.first(where: { $0.location.region.overlaps(Region(item.secret)) }) {
      return .left(to: other.rule)
    }
    return place.role == .localSecrets ? .belongsHere : .left(to: nil)
  }

  /// The name is told, as long as it holds no secret itself.
  private func words(for item: ContextScanner.Found) -> String {
    let value = Redaction.describe(place.source.bytes[item.secret])
    let isHidden =
      item.name.isEmpty || item.name.count > 60
      || tokens.matches.contains { $0.secret.overlaps(item.name) }
      || found.contains { $0.secret.overlaps(item.name) }
    if isHidden { return "a value (\(value))" }
    return "the value of \(String(decoding: place.source.bytes[item.name], as: UTF8.self)) (\(value))"
  }

  private func gates(_ item: ContextScanner.Found) -> [LineExplanation.Gate] {
    item.decision.reasons.map { reason in
      LineExplanation.Gate(
        name: reason.gate.name,
        answer: ContextWeights.meanings[reason.gate] ?? "",
        points: reason.points,
        isRefusal: reason.points <= -20
      )
    }
  }
}
