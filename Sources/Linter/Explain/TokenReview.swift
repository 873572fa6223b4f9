import Documents
import Patterns

/// What the token rules make of one line.
struct TokenReview {
  let place: ExplainedLine
  /// The hits of all literals in the file, in order.
  let hits: [LiteralHit]
  /// The tokens of the whole file.
  let matches: [TokenMatch]
  /// Rules of which a literal stands on the line, and whose pattern matches nothing there.
  let unmatched: [Rule.ID]
  private let entries: [TokenScanner.Entry]
  private let attempts: [TokenAttempt]
  /// The tokens of the file that stand encoded in it.
  private let encoded: [EncodedToken]

  init(scanner: TokenScanner, place: ExplainedLine) {
    var scratch = TokenScanner.Scratch()
    scratch.journal = []
    let plain = scanner.scan(place.source.bytes, at: TokenPlace(path: place.source.path), scratch: &scratch)
    matches = plain.matches
    hits = scratch.hits
    entries = scanner.entries
    self.place = place
    var unused = TokenScanner.Scratch()
    encoded = EncodedTokenScanner(tokens: scanner).scan(place.source.bytes, besides: plain, scratch: &unused).tokens
    attempts = (scratch.journal ?? []).filter { attempt in
      switch attempt.outcome {
      case .noMatch: place.touches(attempt.anchor..<attempt.anchor)
      case .rejected(_, let secret, _): place.touches(secret)
      case .found(let match): place.touches(match.secret)
      }
    }
    let near = attempts.filter { if case .noMatch = $0.outcome { false } else { true } }.map(\.entry)
    let silent = Set(attempts.map(\.entry)).subtracting(near)
    unmatched = silent.map { [entries] in entries[Int($0)].id }.sorted()
  }

  /// What a rule asked about the value of a finding; `nil` when it is none of a token rule.
  func gates(of finding: Finding) -> [LineExplanation.Gate]? {
    for attempt in attempts where entries[Int(attempt.entry)].id == finding.rule {
      guard case .found(let match) = attempt.outcome, Region(match.secret) == finding.location.region else { continue }
      return gates(of: attempt.entry, match.range, secret: match.secret, refusal: nil, checksum: match.checksum)
    }
    return encoded.first { Region($0.place) == finding.location.region && entries[$0.token.entry].id == finding.rule }
      .map(gates)
  }

  /// What is special about an encoded token.
  private func gates(of item: EncodedToken) -> [LineExplanation.Gate] {
    let answer = item.encodings.isEmpty ? "behind an escape" : String(item.words.dropFirst())
    var gates = [LineExplanation.Gate(name: "encoding", answer: "it stands here \(answer)")]
    if item.token.checksum == .verified {
      gates.append(LineExplanation.Gate(name: TokenGate.checksum.rawValue, answer: "right: of high confidence"))
    }
    return gates
  }

  /// The values that are no findings.
  func others(than findings: [Finding]) -> [LineExplanation.Candidate] {
    var seen: Set<[Int]> = []
    return attempts.compactMap { attempt in
      let entry = entries[Int(attempt.entry)]
      switch attempt.outcome {
      case .noMatch: return nil
      case .rejected(let range, let secret, let gate):
        guard seen.insert([Int(attempt.entry), secret.lowerBound, secret.upperBound]).inserted else { return nil }
        return place.candidate(
          entry.id,
          secret,
          words(for: entry, secret),
          .rejected,
          gates: gates(of: attempt.entry, range, secret: secret, refusal: gate, checksum: .none)
        )
      case .found(let match):
        guard !findings.contains(where: { $0.rule == entry.id && $0.location.region == Region(match.secret) }),
          seen.insert([match.entry, match.secret.lowerBound, match.secret.upperBound]).inserted
        else { return nil }
        return place.candidate(
          entry.id,
          match.secret,
          words(for: entry, match.secret),
          verdict(on: match, findings),
          gates: gates(of: attempt.entry, match.range, secret: match.secret, refusal: nil, checksum: match.checksum)
        )
      }
    }
  }

  private func verdict(on match: TokenMatch, _ findings: [Finding]) -> LineExplanation.Verdict {
    let winner = matches.first { $0.entry != match.entry && $0.secret.overlaps(match.secret) }
    if let winner { return .left(to: entries[winner.entry].id) }
    if let other = findings.first(where: { $0.location.region.overlaps(Region(match.secret)) }) {
      return .left(to: other.rule)
    }
    return place.role == .localSecrets ? .belongsHere : .left(to: nil)
  }

  private func words(for entry: TokenScanner.Entry, _ secret: Range<Int>) -> String {
    let value = place.source.bytes[secret]
    let prefix = entry.rule.anchors.first { value.starts(with: $0.utf8) }
    return "\(entry.rule.noun) (\(Redaction.describe(value, prefix: prefix)))"
  }

  /// The gates in the order in which they are asked, up to the one that refused.
  private func gates(
    of index: Int32,
    _ range: Range<Int>,
    secret: Range<Int>,
    refusal: TokenGate?,
    checksum: TokenMatch.ChecksumVerdict
  ) -> [LineExplanation.Gate] {
    let rule = entries[Int(index)].rule
    var gates: [LineExplanation.Gate] = []
    for gate in TokenGate.allCases {
      let isRefusal = gate == refusal
      if let answer = answer(to: gate, rule, secret, isRefusal: isRefusal, checksum: checksum) {
        gates.append(LineExplanation.Gate(name: gate.rawValue, answer: answer, isRefusal: isRefusal))
      }
      if isRefusal { break }
    }
    return gates
  }

  /// `nil` for what the rule does not ask.
  private func answer(
    to gate: TokenGate,
    _ rule: TokenRule,
    _ secret: Range<Int>,
    isRefusal: Bool,
    checksum: TokenMatch.ChecksumVerdict
  ) -> String? {
    switch gate {
    case .length: return isRefusal ? "the secret is empty" : nil
    case .keyword:
      guard !rule.keywords.isEmpty else { return nil }
      let names = rule.keywords.joined(separator: ", ")
      return "\(isRefusal ? "none" : "one") of \(names) within \(rule.near) bytes"
    case .entropy:
      guard let least = rule.entropy else { return nil }
      let bits = Entropy(of: place.source.bytes[secret]).bitsPerByte
      return
        "\(FixedPoint.text(bits, digits: 2)) bits per character, at least \(FixedPoint.text(least, digits: 2)) needed"
    case .allowlist:
      guard !rule.allowlists.isEmpty else { return nil }
      return isRefusal ? "the rule's own list names it" : "the rule's own list does not name it"
    case .placeholder: return isRefusal ? "yes, the value stands for another" : "no"
    case .documentedExample: return isRefusal ? "yes, a vendor's manual shows this value" : "no"
    case .publicToken:
      guard rule.checksum == .jwt else { return nil }
      return isRefusal ? "yes, its role is for everybody" : "no"
    case .checksum:
      if isRefusal { return "wrong" }
      switch checksum {
      case .none: return nil
      case .verified: return "right: of high confidence"
      case .failed: return "wrong: one step milder and less sure"
      }
    }
  }
}
