package import Documents

/// What Paddock thinks of one line of a file, and why; holds no secret.
package struct LineExplanation: Sendable {
  package let path: String
  package let line: Int
  /// What the file is taken for; `nil` when it was not looked at.
  package let role: FileRole?
  /// In the order of their places.
  package let candidates: [Candidate]
  /// Rules that look closer at a text of this line, without their patterns matching there.
  package let unmatched: [Rule.ID]
  /// Sentences without a full stop about the file or the line: what was not looked at, and by whom.
  package let remarks: [String]

  /// A value of the line that a rule has looked at.
  package struct Candidate: Sendable {
    package let rule: Rule.ID
    package let start: Position
    /// One column past the last character.
    package let end: Position
    /// What it is, without its value: "Stripe secret key (sk_live_…, 32 chars)".
    package let words: String
    package let verdict: Verdict
    package var gates: [Gate] = []
    /// What would change the verdict; each a sentence without a full stop.
    package var advice: [String] = []
    /// The lines for `paddock.toml` that silence it, behind the advice to paste them; empty for what is not reported.
    package var entry: [String] = []
  }

  package enum Verdict: Sendable, Hashable {
    case reported(Severity, Confidence)
    case suppressed(SuppressedFinding.Reason)
    /// The run asks for surer findings.
    case unsure(Confidence)
    /// Neither selected nor named in full, or ignored, by settings or options.
    case ruleIsOff
    /// Secrets belong into files of this kind.
    case belongsHere
    /// Another rule knows more about the place.
    case left(to: Rule.ID?)
    /// No secret.
    case rejected
  }

  /// One thing a rule asks about a value, with the answer.
  package struct Gate: Sendable, Hashable {
    package let name: String
    /// The answer in words: "4.1 bits per character, at least 3.5".
    package let answer: String
    /// What it adds to the score, where there is one.
    package var points: Double?
    /// Whether this alone made the rule pass over the value.
    package var isRefusal = false
  }
}
