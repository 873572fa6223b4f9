import Documents
import FoundationEssentials
import Linter
import Patterns
import System
import Workers

/// Scans the examples of all token rules with new values, with every rule and the default settings.
struct SampleMeasurement {
  private struct Case {
    let rule: Rule
    let family: String
    let sample: TokenSample

    /// That of its findings: a token made to be public is only told to those who ask.
    var confidence: Confidence {
      if case .token(let token) = rule.check, token.isPublic { .low } else { rule.confidence }
    }
  }

  /// What became of the values of some examples.
  private struct Score {
    var values = 0
    /// At the exact place, by the rule the value is made for.
    var exact = 0
    /// By another rule, or at another place.
    var other = 0
    var missed: Int { values - exact - other }
    /// Texts that the rule must not report, how many it does, and how many other rules do.
    var misses = 0
    var flagged = 0
    var flaggedByOthers = 0

    static func + (left: Score, right: Score) -> Score {
      Score(
        values: left.values + right.values,
        exact: left.exact + right.exact,
        other: left.other + right.other,
        misses: left.misses + right.misses,
        flagged: left.flagged + right.flagged,
        flaggedByOthers: left.flaggedByOthers + right.flaggedByOthers
      )
    }

    func row(_ name: String) -> [String] {
      let recall = values == 0 ? "" : FixedPoint.text(100 * Double(exact) / Double(values), digits: 2)
      return [name, recall] + [values, exact, other, missed, misses, flagged, flaggedByOthers].map { String($0) }
    }
  }

  private static let columns = [
    "", "exact %", "values", "exact", "other", "missed", "non-values", "flagged", "by others",
  ]

  private var byConfidence: [Confidence: Score] = [:]
  private var byFamily: [String: Score] = [:]
  /// Rules that did not find all of their values, with what was found of them.
  private var byRule: [Rule.ID: Score] = [:]

  /// - Parameter folder: the folder of the rule files.
  init(folder: String, settings: Settings, rounds: Int) throws {
    let cases = try Self.cases(folder)
    for round in 0..<rounds { measure(cases, round: round, settings: settings) }
  }

  private static func cases(_ folder: String) throws -> [Case] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".toml") }.sorted()
    return try names.flatMap { name -> [Case] in
      let source = Source(path: name, bytes: try FileRead.bytes(at: "\(folder)/\(name)", named: name))
      return RuleFileReader.read(source).rules.map(\.rule).flatMap { rule -> [Case] in
        guard case .token(let token) = rule.check else { return [] }
        return token.samples.map { Case(rule: rule, family: String(name.dropLast(5)), sample: $0) }
      }
    }
  }

  /// One scan, in which each example is a file of its own.
  private mutating func measure(_ cases: [Case], round: Int, settings: Settings) {
    var texts: [String: String] = [:]
    var marks: [[Range<Int>]] = []
    for (index, item) in cases.enumerated() {
      var sample = SampleText(seed: "accuracy/\(item.rule.id)/\(item.sample.line)/\(round)")
      let marked = MarkedSample(sample.fill(item.sample.template))
      texts[Self.path(index)] = marked?.text ?? ""
      marks.append(marked?.marked ?? [])
    }
    let result = Scan(rules: .builtIn, settings: settings).run(on: FileTree(texts: texts), tracked: nil)
    let found = Dictionary(grouping: result.findings, by: \.location.path)
    for (index, item) in cases.enumerated() {
      let score = Self.score(item, marks[index], found[Self.path(index)] ?? [])
      byConfidence[item.confidence] = byConfidence[item.confidence, default: Score()] + score
      byFamily[item.family] = byFamily[item.family, default: Score()] + score
      byRule[item.rule.id] = byRule[item.rule.id, default: Score()] + score
    }
  }

  private static func path(_ index: Int) -> String { "src/shop\(index).ts" }

  private static func score(_ item: Case, _ marks: [Range<Int>], _ findings: [Finding]) -> Score {
    var score = Score()
    guard item.sample.isMatch else {
      score.misses = 1
      if findings.contains(where: { $0.rule == item.rule.id }) {
        score.flagged = 1
      } else if !findings.isEmpty {
        score.flaggedByOthers = 1
      }
      return score
    }
    for mark in marks.map({ Region($0) }) {
      score.values += 1
      if findings.contains(where: { $0.rule == item.rule.id && $0.location.region == mark }) {
        score.exact += 1
      } else if findings.contains(where: { $0.location.region.overlaps(mark) }) {
        score.other += 1
      }
    }
    return score
  }

  /// All rules by their confidence, then the families and the rules that miss something.
  var table: String {
    var all = Table(["confidence"] + Self.columns.dropFirst())
    for confidence in Confidence.allCases.reversed() {
      if let score = byConfidence[confidence] { all.add(score.row(confidence.rawValue)) }
    }
    all.add(byConfidence.values.reduce(Score(), +).row("all"))
    return all.text + "\n" + Self.table(of: byFamily, "family") + "\n"
      + Self.table(of: Dictionary(uniqueKeysWithValues: byRule.map { ($0.key.text, $0.value) }), "rule")
  }

  private static func table(of scores: [String: Score], _ heading: String) -> String {
    let faulty = scores.filter { $0.value.exact < $0.value.values || $0.value.flagged > 0 }
    let clean = "\(scores.count - faulty.count) of \(scores.count) without a fault; the others:\n"
    var table = Table([heading] + columns.dropFirst())
    for (name, score) in faulty.sorted(by: { ($1.value.missed, $0.key) < ($0.value.missed, $1.key) }) {
      table.add(score.row(name))
    }
    return clean + (faulty.isEmpty ? "" : table.text)
  }
}
