package import Documents

/// One problem at one place, as it is reported.
package struct Finding: Sendable {
  package let rule: Rule.ID
  package let severity: Severity
  package let confidence: Confidence
  /// One plain sentence without a full stop.
  package let message: String
  /// What to do.
  package let help: String
  package let location: Location
  package let worker: String?
  package let environment: String?
  package let fingerprint: Fingerprint
  package let related: [Related]
  package let fix: LocatedFix?
  /// The source line with every secret masked; `nil` when the file could not be read again.
  package let excerpt: Excerpt?
  /// The hash of the line with every secret masked, by which GitHub follows an alert; see `MaskedLineHashes`.
  package let lineHash: String?
  /// The commit that brought it, for a finding in the history; the location is a place in the file as it was then.
  package var commit: Commit?

  /// Where in the history a finding is.
  package struct Commit: Sendable, Hashable {
    /// How far what the commit brought has spread.
    package enum Reach: String, Sendable, CaseIterable {
      /// Still in the files of `HEAD`.
      case head
      /// No longer in `HEAD`, but on a remote branch for everybody to see.
      case remote
      /// No longer in `HEAD`, and on no remote branch this clone knows of.
      case local
    }

    /// The commit's full name.
    package let id: String
    /// When its author wrote it, as ISO 8601.
    package let date: String
    package let isInHead: Bool
    /// Whether a remote branch that this clone knows of has the commit.
    package let isPushed: Bool

    package var reach: Reach { isInHead ? .head : isPushed ? .remote : .local }

    package init(id: String, date: String, isInHead: Bool, isPushed: Bool) {
      self.id = id
      self.date = date
      self.isInHead = isInHead
      self.isPushed = isPushed
    }
  }

  package struct Related: Sendable {
    package let location: Location
    package let message: String

    package init(location: Location, message: String) {
      self.location = location
      self.message = message
    }
  }

  package init(
    rule: Rule.ID,
    severity: Severity,
    confidence: Confidence,
    message: String,
    help: String,
    location: Location,
    worker: String? = nil,
    environment: String? = nil,
    fingerprint: Fingerprint,
    related: [Related] = [],
    fix: LocatedFix? = nil,
    excerpt: Excerpt? = nil,
    lineHash: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.confidence = confidence
    self.message = message
    self.help = help
    self.location = location
    self.worker = worker
    self.environment = environment
    self.fingerprint = fingerprint
    self.related = related
    self.fix = fix
    self.excerpt = excerpt
    self.lineHash = lineHash
  }
}

extension Finding {
  /// By path, place and rule.
  static func areInOrder(_ left: Finding, _ right: Finding) -> Bool { left.order < right.order }

  private var order: (String, String, Region, Rule.ID, String) {
    (location.path, location.member ?? "", location.region, rule, commit?.id ?? "")
  }
}

/// A fix with its places as positions.
package struct LocatedFix: Sendable {
  package struct Edit: Sendable {
    package let location: Location
    package let replacement: String

    package init(location: Location, replacement: String) {
      self.location = location
      self.replacement = replacement
    }
  }

  package let title: String
  package let isSafe: Bool
  package let edits: [Edit]
  /// Whether an edit writes a secret, as one that quotes a value does: it may be applied but never shown.
  package let holdsSecret: Bool

  package init(title: String, isSafe: Bool, edits: [Edit], holdsSecret: Bool = false) {
    self.title = title
    self.isSafe = isSafe
    self.edits = edits
    self.holdsSecret = holdsSecret
  }
}

/// A region of a file, as positions.
package struct Location: Sendable, Hashable {
  /// The path from the folder checked.
  package let path: String
  /// The name of a file in the archive at that path, where the region is one of that file.
  package let member: String?
  package let region: Region
  package let start: Position
  /// One column past the last character.
  package let end: Position

  package init(path: String, member: String? = nil, region: Region, start: Position, end: Position) {
    self.path = path
    self.member = member
    self.region = region
    self.start = start
    self.end = end
  }

  /// What the region is a part of: the path, or `archive.zip!/member`.
  package var file: String { member.map { ArchivePlace(path: path, member: $0).file } ?? path }
}

/// A finding that is not reported, and why.
package struct SuppressedFinding: Sendable {
  package enum Reason: Sendable, Hashable {
    /// A comment in the file, on this line.
    case comment(line: Int, justification: String?)
    /// An entry of `paddock.toml`.
    case settings(justification: String?)
    /// An entry of the baseline.
    case baseline(justification: String?)
  }

  package let finding: Finding
  package let reason: Reason

  package init(finding: Finding, reason: Reason) {
    self.finding = finding
    self.reason = reason
  }
}

/// Something that made the answer incomplete, or that a reader should know about the run.
package struct Notice: Sendable, Hashable {
  package let path: String?
  package let message: String
  /// Whether the run could not do its job because of it, so that it must end with status 2.
  package let isFailure: Bool

  package init(path: String?, message: String, isFailure: Bool) {
    self.path = path
    self.message = message
    self.isFailure = isFailure
  }
}
