/// How bad a finding is if it is true; the words are SARIF's levels.
package enum Severity: String, Sendable, CaseIterable, Comparable, Codable {
  case note, warning, error

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  /// One step milder; a note stays a note.
  package var lowered: Severity { self == .error ? .warning : .note }
}

/// How likely a finding is to be true.
package enum Confidence: String, Sendable, CaseIterable, Comparable, Codable {
  case low, medium, high

  package static func < (left: Confidence, right: Confidence) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    }
  }

  /// One step less sure; low stays low.
  package var lowered: Confidence { self == .high ? .medium : .low }
}
