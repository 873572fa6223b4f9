package import Documents

/// What a rule saw at one place, before it becomes a finding.
///
/// A match never holds a secret: `identity` is a hash, and the message is made of names and of `Redaction`s.
package struct Match: Sendable {
  package var path: String
  package var region: Region
  /// One plain sentence without a full stop that names the thing: "var API_KEY holds a GitHub token".
  package var message: String
  package var identity: Identity
  /// The bytes to mask when the line is shown; `nil` when the match is about no secret.
  package var secret: Region?
  /// What to do here, where that is more exact than the rule's own help; names the command to type.
  package var help: String?
  /// The Worker the finding is about.
  package var worker: String?
  /// The environment, where it matters; `nil` also for the top level.
  package var environment: String?
  /// Replaces the rule's severity.
  package var severity: Severity?
  /// Replaces the rule's confidence.
  package var confidence: Confidence?
  package var related: [Related] = []
  package var fix: Fix?

  /// Another place that belongs to the finding.
  package struct Related: Sendable {
    package var path: String
    package var region: Region
    /// What is there: "first defined here".
    package var message: String

    package init(path: String, region: Region, message: String) {
      self.path = path
      self.region = region
      self.message = message
    }
  }

  package init(
    path: String,
    region: Region,
    message: String,
    identity: Identity,
    secret: Region? = nil,
    help: String? = nil,
    worker: String? = nil,
    environment: String? = nil,
    severity: Severity? = nil,
    confidence: Confidence? = nil,
    related: [Related] = [],
    fix: Fix? = nil
  ) {
    self.path = path
    self.region = region
    self.message = message
    self.identity = identity
    self.secret = secret
    self.help = help
    self.worker = worker
    self.environment = environment
    self.severity = severity
    self.confidence = confidence
    self.related = related
    self.fix = fix
  }
}

/// Exact edits that mend a finding.
package struct Fix: Sendable, Hashable {
  package struct Edit: Sendable, Hashable {
    package var path: String
    /// The bytes to replace; empty to insert.
    package var region: Region
    package var replacement: String

    package init(path: String, region: Region, replacement: String) {
      self.path = path
      self.region = region
      self.replacement = replacement
    }
  }

  /// What the edits do: "Quote the value".
  package var title: String
  /// Whether the edits keep the meaning for certain; others are only offered.
  package var isSafe: Bool
  package var edits: [Edit]

  package init(title: String, isSafe: Bool, edits: [Edit]) {
    self.title = title
    self.isSafe = isSafe
    self.edits = edits
  }
}
