/// Something that keeps a command from succeeding, or makes it do harm.
package struct Obstacle: Sendable, Equatable {
  package enum Severity: Int, Sendable, Hashable, Comparable, CaseIterable {
    case error, warning, note

    package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
  }

  /// The rule under which it is reported: `required/not-on-latest`.
  package let rule: String
  package let severity: Severity
  /// Whether it is known to be so, or only that nobody looked.
  package let isCertain: Bool
  /// The names it is about, sorted.
  package let names: [String]
  package let sense: String
  /// What to do about it, in order.
  package let mends: [Mend]
  /// What to run in place of the command.
  package let instead: [Command]
  /// What to run to know more, where nobody looked.
  package let captures: [String]

  package init(
    _ rule: String,
    _ severity: Severity,
    isCertain: Bool = true,
    names: [String] = [],
    sense: String,
    mends: [Mend] = [],
    instead: [Command] = [],
    captures: [String] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.isCertain = isCertain
    self.names = names
    self.sense = sense
    self.mends = mends
    self.instead = instead
    self.captures = captures
  }
}

extension Obstacle {
  init(_ refusal: Refusal) {
    let (rule, names) = Self.rule(of: refusal.reason)
    self.init(rule, .error, names: names, sense: refusal.sense, mends: refusal.mends, instead: refusal.instead)
  }

  private static func rule(of reason: Refusal.Reason) -> (String, names: [String]) {
    switch reason {
    case .requiredMissingAtFirst(let names): ("required/first-deploy", names)
    case .requiredMissing(let names): ("required/not-on-latest", names)
    case .namesClash(let names): ("required/shape", names)
    case .secretReplaced(let names): ("state/var-replaces-secret", names)
    case .nameTaken(let names): ("state/name-taken", names)
    case .latestNotDeployed: ("state/latest-undeployed", [])
    case .tooManyEntries: ("state/bulk-file-shape", [])
    case .storeSecretNotFound(let name, _), .storeScopeMissing(let name, _), .storeSecretNameTaken(let name),
      .storeSecretName(let name):
      ("store/state", [name])
    case .storeNotFound, .storeRightMissing, .storeLimitReached, .storeExists, .storeScopeUnknown: ("store/state", [])
    case .storeNeedsRemote: ("store/command", [])
    case .redirectUnusable: ("config/redirect-stale", [])
    default: ("state/refused", [])
    }
  }

  /// What a note of a command means for its readiness; `nil` when nothing.
  init?(_ note: Note) {
    switch note {
    case .draftCreated(let worker): self.init("state/stray-worker", .warning, names: [worker], note)
    case .secretsReplaced(let names): self.init("state/var-replaces-secret", .error, names: names, note)
    case .fileReplaces(let names): self.init("state/var-replaces-secret", .error, names: names, note)
    case .secretsMayBeReplaced(let names): self.init("state/var-replaces-secret", .error, names: names, note)
    case .bindingsReplaced(let names): self.init("state/name-taken", .warning, names: names, note)
    case .nameMayBeTaken(let names): self.init("state/name-taken", .error, names: names, note)
    case .varsRemoved(let names): self.init("config/keep-vars-advice", .warning, names: names, note)
    case .requiredIsText(let names): self.init("required/satisfied-as-text", .warning, names: names, note)
    case .nullsDropped(let names): self.init("state/bulk-file-shape", .warning, names: names, note)
    case .liveSecretsDiffer(let names): self.init("state/split-mismatch", .warning, names: names, note)
    case .secretsComeBack(let names), .secretsMayComeBack(let names):
      self.init("state/rollback-hazard", .warning, names: names, note)
    case .rollsFarBack: self.init("state/rollback-hazard", .warning, note)
    case .latestNotDeployed: self.init("state/latest-undeployed", .note, note)
    case .overVariableLimit: self.init("vars/count", .warning, note)
    case .nothingBound: self.init("required/no-script", .warning, note)
    case .consumersBreak(let workers): self.init("store/state", .error, names: workers, note)
    case .changesEveryConsumer(let name): self.init("store/state", .note, names: [name], note)
    case .storeSecretPending(let name): self.init("store/state", .error, names: [name], note)
    case .storeNotLookedAt(let names): self.init("store/state", .error, names: names, note)
    case .valueOnCommandLine, .localOnly: self.init("store/command", .warning, note)
    case .listTakenAsLatest: self.init("state/latest-undeployed", .note, note)
    case .nothingToDelete, .splitEnded, .dryRun, .inNamespace, .pagesNextDeployment: return nil
    }
  }

  private init(_ rule: String, _ severity: Severity, names: [String] = [], _ note: Note) {
    self.init(rule, severity, isCertain: !note.isDoubt, names: names, sense: note.sense)
  }
}
