import RuleData

/// The weights of the gates and the scores that make a finding, read from `rules/context-weights.tsv`.
package struct ContextWeights: Sendable {
  /// By the number of the gate; `nan` where the file has none.
  private let weights: [Double]
  /// The least score of a finding of medium, and of low confidence.
  package let medium: Double
  package let low: Double

  package static let standard = ContextWeights(RuleFile.text(named: "context-weights.tsv"))

  /// - Parameter text: lines of a name, a tab, a number, a tab and what it means.
  init(_ text: String) {
    var values: [String: Double] = [:]
    for columns in Self.rows(of: text) {
      guard columns.count >= 2, let weight = Double(String(decoding: columns[1], as: UTF8.self)) else { continue }
      values[String(decoding: columns[0], as: UTF8.self)] = weight
    }
    weights = ContextGate.allCases.map { values[$0.name] ?? .nan }
    medium = values["medium"] ?? .infinity
    low = values["low"] ?? .infinity
  }

  private static func rows(of text: String) -> some Sequence<[Substring.UTF8View]> {
    text.utf8.split(separator: UInt8(ascii: "\n")).lazy.filter { $0.first != UInt8(ascii: "#") }
      .map { $0.split(separator: UInt8(ascii: "\t")) }
  }

  /// What each gate looks at, in words.
  static let meanings: [ContextGate: String] = {
    var meanings: [ContextGate: String] = [:]
    for columns in rows(of: RuleFile.text(named: "context-weights.tsv")) where columns.count >= 3 {
      guard let gate = ContextGate(name: String(decoding: columns[0], as: UTF8.self)) else { continue }
      meanings[gate] = String(decoding: columns[2], as: UTF8.self)
    }
    return meanings
  }()

  /// The weight of a gate.
  package subscript(gate: ContextGate) -> Double { weights[gate.rawValue] }

  /// The most that some gates can add.
  func atBest(of gates: [ContextGate]) -> Double { gates.reduce(0) { $0 + max(0, self[$1]) } }

  /// The gates without a weight: a mistake in the file.
  package var missing: [ContextGate] { ContextGate.allCases.filter { self[$0].isNaN } }
}
