import Documents
import Patterns

/// Decides whether a value under a name is a secret: adds up what speaks for and against it.
///
/// Source of the gates: docs/facts/false-positives.md; of the weights: `rules/context-weights.tsv`.
struct ContextModel: Sendable {
  let weights: ContextWeights
  let likeness: TextLikeness

  static let standard = ContextModel(weights: .standard, likeness: .standard)

  /// What is known of the place of a candidate.
  struct Place: Sendable {
    var syntax: ContextFile.Syntax
    var isTest = false
    var isMinified = false
    var isLocalHost = false
  }

  /// - Parameter explains: whether to give every reason, also of a value that is plainly no secret.
  func decide(
    _ candidate: ContextCandidate,
    name: ContextName,
    value bytes: ArraySlice<UInt8>,
    place: Place,
    explains: Bool
  ) -> ContextDecision {
    var decision = ContextDecision()
    func add(_ gate: ContextGate, times factor: Double = 1) { decision.add(gate, weights[gate] * factor) }
    add(Self.gate(of: name))
    if bytes.count < 4 {
      add(.valueTiny)
      return decision
    }
    let value = ContextValue(bytes, likeness: likeness)
    let looks = self.looks(of: value, candidate, name: name, place: place)
    // Nine of ten values end here, long before anything is looked up.
    if !explains, decision.score + looks.score + weights.atBest(of: Self.judgements) < weights.low { return decision }
    // A UUID is a key only where the name says so; elsewhere it is an id.
    let isUUID = value.isUUID
    if isUUID { add(.valueUUID) }
    let mayBeUUID = isUUID && (name == .secret || name == .password) && !value.isMadeUpUUID
    if !mayBeUUID, let refusal = value.refusal(isQuoted: candidate.isQuoted, isInURL: candidate.form == .url) {
      add(refusal)
      return decision
    }
    decision.add(looks)
    let core = value.core ?? value
    let wordShare = core.wordShare
    if wordShare > 0 {
      // `Summer2019!` is how people make passwords out of words.
      let isHuman = name == .password && (value.hasHumanForm || value.hasOwnNumber) && !Self.saysWhatItIs(value)
      add(isHuman ? .valueWordsInPassword : .valueWords, times: wordShare)
    }
    if Self.saysWhatItIs(core) { add(.valueName) }
    // Some people do take such a password.
    if value.isMashed { add(.valueMash, times: name == .password ? 0.8 : 1) }
    if value.isRepetitive { add(.valueRepeats) }
    if place.isLocalHost { add(.hostLocal) }
    if place.isMinified { add(.fileMinified) }
    decision.conclude(weights, isTest: place.isTest)
    return decision
  }

  /// What counting the characters of a value tells, and the way it is written.
  private func looks(
    of value: ContextValue,
    _ candidate: ContextCandidate,
    name: ContextName,
    place: Place
  ) -> ContextDecision {
    var looks = ContextDecision()
    func add(_ gate: ContextGate, times factor: Double = 1) { looks.add(gate, weights[gate] * factor) }
    if let gate = Self.gate(of: candidate.form) { add(gate) }
    if candidate.isPartial { add(.formPartial) }
    if candidate.isWrapped { add(.formWrapped) }
    if !candidate.isQuoted, candidate.form != .header, candidate.form != .command {
      switch place.syntax {
      case .config, .shell: add(.formBare)
      case .code, .data, .markup:
        add(candidate.form == .setting || candidate.form == .fallback ? .formBare : .formBareInCode)
      case .prose: add(.formBareInProse)
      }
    }
    let enough = ContextValue.enoughSurprise
    var (core, surprise) = (value, value.surprise)
    if surprise < enough, let part = value.core {
      (core, surprise) = (part, max(surprise, part.surprise))
    }
    // Hexadecimal digits with dashes in their places look like a number to the pairs of letters.
    if core.isUUID { surprise = enough }
    add(.valueSurprise, times: min(enough, max(-enough, surprise)))
    if value.isMixed { add(.valueMixed) }
    if value.symbols > 0, value.letters + value.digits > 0, !value.hasOnlyJoints { add(.valueSymbol) }
    if name == .password, value.isMixed, value.count <= 32, value.hasPasswordForm { add(.valueHuman) }
    if name == .weak || name == .key, core.count * 3 >= value.count * 2, core.isHexadecimal {
      add(.valueHexadecimal)
    }
    if value.count < 8 {
      if name == .password { add(.valueShort) } else { add(.valueShortToken, times: value.count < 6 ? 2 : 1) }
    }
    if value.count >= 16 { add(.valueLong) }
    if value.letters == 0, value.symbols == 0 {
      add(.valueDigitsOnly)
    } else if value.digits == 0, value.symbols == 0, value.lower == 0 || value.upper <= 1 {
      add(.valueLettersOnly)
    }
    return looks
  }

  /// The gates that come after the looks.
  private static let judgements: [ContextGate] = [
    .valueUUID, .valueWordsInPassword, .valueWords, .valueName, .valueMash, .valueRepeats, .hostLocal, .fileMinified,
    .fileTest,
  ]

  private static func gate(of name: ContextName) -> ContextGate {
    switch name {
    case .password: .namePassword
    case .secret: .nameSecret
    case .token: .nameToken
    case .weak: .nameWeak
    case .key: .nameKey
    }
  }

  private static func gate(of form: ContextCandidate.Form) -> ContextGate? {
    switch form {
    case .comment: .formComment
    case .comparison: .formComparison
    case .argument, .position: .formArgument
    case .call: .formCall
    case .setting: .formSetting
    case .header: .formHeader
    default: nil
    }
  }

  /// Whether a part of the value is a word for a secret.
  private static func saysWhatItIs(_ value: ContextValue) -> Bool {
    let letters = value.bytes.filter(\.isASCIILetterOrDigit).map(\.asciiLowercased)
    if ["password", "passwd", "passw0rd", "secret", "changeme", "apikey", "example"].contains(where: {
      letters.firstOccurrence(of: $0.utf8) != nil
    }) {
      return true
    }
    // Three letters occur in a random value by chance.
    return value.count < 20
      && TextLikeness.parts(of: value.bytes).contains { part in
        let word = String(decoding: part, as: UTF8.self)
        return ["token", "pass", "pwd", "key", "test", "user", "auth", "fake", "dummy", "sample", "your"].contains(word)
      }
  }
}

extension ContextValue {
  /// Whether all symbols are those that join the words of a name.
  var hasOnlyJoints: Bool { bytes.allSatisfy { $0.isASCIILetterOrDigit || "-_./:".utf8.contains($0) } }

  /// Whether a word is made strong with a capital or a symbol and some digits, as people do when they are told to.
  var hasHumanForm: Bool { digits >= 2 && letters >= 3 && !hasOnlyJoints || digits >= 3 && upper > 0 && lower > 1 }

  /// Whether a UUID is one of those that stand for others: zeros, or counted up.
  var isMadeUpUUID: Bool {
    let entropy = self.entropy
    return entropy.distinctCount < 8 || entropy.longestSequence >= 4 || DocumentedExamples.contains(bytes)
  }

  /// Not joined by dots or slashes, as paths and names are.
  var hasPasswordForm: Bool { !bytes.contains { "/:,".utf8.contains($0) } }

  /// Few different characters, a long run, a sequence, or a repeated block.
  var isRepetitive: Bool {
    let entropy = self.entropy
    if entropy.longestRun * 2 > count || entropy.longestRun >= 6 { return true }
    if entropy.longestSequence >= 6 || entropy.longestSequence >= 4 && entropy.longestSequence * 2 >= count {
      return true
    }
    if count >= 8, entropy.distinctCount <= 4 { return true }
    return Entropy.repeatedBlockLength(of: bytes) != nil
  }
}
