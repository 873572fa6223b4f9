/// One thing the model looks at; its weight stands in `rules/context-weights.tsv`.
package enum ContextGate: Int, CaseIterable, Sendable {
  case namePassword
  case nameSecret
  case nameToken
  case nameWeak
  case nameKey
  case formComment
  case formComparison
  case formArgument
  case formCall
  case formSetting
  case formHeader
  case formPartial
  case formWrapped
  case formBare
  case formBareInCode
  case formBareInProse
  case valueForeign
  case valuePhrase
  case valueReference
  case valuePlaceholder
  case valueAddress
  case valueIdentifier
  case valueNumber
  case valuePublic
  case valueCode
  case valueSurprise
  case valueWords
  case valueWordsInPassword
  case valueName
  case valueMixed
  case valueSymbol
  case valueHuman
  case valueHexadecimal
  case valueTiny
  case valueShort
  case valueShortToken
  case valueUUID
  case valueLong
  case valueLettersOnly
  case valueDigitsOnly
  case valueRepeats
  case valueMash
  case hostLocal
  case fileMinified
  case fileTest

  /// As `rules/context-weights.tsv` calls them, in the order of the cases.
  private static let names = [
    "name-password", "name-secret", "name-token", "name-weak", "name-key", "form-comment", "form-comparison",
    "form-argument",
    "form-call", "form-setting", "form-header", "form-partial", "form-wrapped", "form-bare", "form-bare-in-code",
    "form-bare-in-prose", "value-foreign", "value-phrase", "value-reference", "value-placeholder", "value-address",
    "value-identifier", "value-number", "value-public", "value-code", "value-surprise", "value-words",
    "value-words-in-password", "value-name", "value-mixed", "value-symbol", "value-human", "value-hexadecimal",
    "value-tiny", "value-short", "value-short-token", "value-uuid", "value-long", "value-letters-only",
    "value-digits-only", "value-repeats", "value-mash", "host-local", "file-minified", "file-test",
  ]

  package var name: String { Self.names[rawValue] }

  init?(name: some StringProtocol) {
    guard let index = Self.names.firstIndex(where: { $0 == name }) else { return nil }
    self.init(rawValue: index)
  }
}

/// What the model thinks of one candidate, and why.
package struct ContextDecision: Sendable {
  package struct Reason: Sendable, Equatable {
    package let gate: ContextGate
    /// What the gate adds to the score.
    package let points: Double
  }

  /// In the order in which they were found.
  package private(set) var reasons: [Reason] = []
  /// How sure the model is that the value is a secret; `nil` when it is not.
  package private(set) var confidence: Confidence?

  /// Whether the value is not shown: it would be a secret if the file were no test.
  package private(set) var isHidden = false

  /// The sum of all points.
  package private(set) var score = 0.0

  mutating func add(_ gate: ContextGate, _ points: Double) {
    reasons.append(Reason(gate: gate, points: points))
    score += points
  }

  mutating func add(_ other: ContextDecision) {
    for reason in other.reasons { add(reason.gate, reason.points) }
  }

  mutating func conclude(_ weights: ContextWeights, isTest: Bool) {
    isHidden = score >= weights.low
    if isTest { add(.fileTest, weights[.fileTest]) }
    confidence = score >= weights.medium ? .medium : score >= weights.low ? .low : nil
  }
}
