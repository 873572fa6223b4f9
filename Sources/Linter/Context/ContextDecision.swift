/// One thing the model looks at; its weight stands in `rules/context-weights.tsv`.
package enum ContextGate: String, CaseIterable, Sendable {
  case namePassword = "name-password"
  case nameSecret = "name-secret"
  case nameToken = "name-token"
  case nameWeak = "name-weak"
  case nameKey = "name-key"
  case formComparison = "form-comparison"
  case formArgument = "form-argument"
  case formCall = "form-call"
  case formSetting = "form-setting"
  case formHeader = "form-header"
  case formPartial = "form-partial"
  case formWrapped = "form-wrapped"
  case formBare = "form-bare"
  case formBareInCode = "form-bare-in-code"
  case formBareInProse = "form-bare-in-prose"
  case valueForeign = "value-foreign"
  case valuePhrase = "value-phrase"
  case valueReference = "value-reference"
  case valuePlaceholder = "value-placeholder"
  case valueAddress = "value-address"
  case valueIdentifier = "value-identifier"
  case valueNumber = "value-number"
  case valuePublic = "value-public"
  case valueCode = "value-code"
  case valueSurprise = "value-surprise"
  case valueWords = "value-words"
  case valueWordsInPassword = "value-words-in-password"
  case valueName = "value-name"
  case valueMixed = "value-mixed"
  case valueSymbol = "value-symbol"
  case valueHuman = "value-human"
  case valueHexadecimal = "value-hexadecimal"
  case valueTiny = "value-tiny"
  case valueShort = "value-short"
  case valueShortToken = "value-short-token"
  case valueUUID = "value-uuid"
  case valueLong = "value-long"
  case valueLettersOnly = "value-letters-only"
  case valueDigitsOnly = "value-digits-only"
  case valueRepeats = "value-repeats"
  case hostLocal = "host-local"
  case fileMinified = "file-minified"
  case fileTest = "file-test"
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

  /// The sum of all points.
  package var score: Double { reasons.reduce(0) { $0 + $1.points } }

  mutating func add(_ gate: ContextGate, _ points: Double) { reasons.append(Reason(gate: gate, points: points)) }

  mutating func conclude(_ weights: ContextWeights) {
    confidence = score >= weights.medium ? .medium : score >= weights.low ? .low : nil
  }
}
