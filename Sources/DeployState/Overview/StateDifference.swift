/// What changed on the remote side from one state to another, as far as both know it.
package struct StateDifference: Sendable, Equatable {
  package enum Kind: String, Sendable, Hashable {
    case added, removed, changed
  }

  package struct Change: Sendable, Equatable {
    package let kind: Kind
    /// The Worker, Pages project or store.
    package let subject: String
    /// One clause: "secret A on the latest version".
    package let sense: String
  }

  package private(set) var changes: [Change] = []

  package init(from old: RemoteState, to new: RemoteState) {
    let oldPlan = old.account.plan.value?.rawValue
    let newPlan = new.account.plan.value?.rawValue
    if let oldPlan, let newPlan, oldPlan != newPlan { add(.changed, "account", "plan \(oldPlan) became \(newPlan)") }
    compare(old.workers, new.workers, "Worker") { $0.compare($2, $3, named: $1) }
    compare(old.pagesProjects, new.pagesProjects, "Pages project") { difference, name, old, new in
      for environment in PagesProject.Environment.allCases {
        difference.compare(old[environment], new[environment], named: name, on: "in \(environment.rawValue)")
      }
    }
    compare(old.stores, new.stores, "store") { $0.compare($2, $3, named: $1) }
  }

  private mutating func add(_ kind: Kind, _ subject: String, _ sense: String) {
    changes.append(Change(kind: kind, subject: subject, sense: sense))
  }

  private mutating func compare<Element>(
    _ old: Catalog<Element>,
    _ new: Catalog<Element>,
    _ words: String,
    _ inner: (inout StateDifference, String, Element, Element) -> Void
  ) {
    for name in Set(old.entries.keys).union(new.entries.keys).sorted() {
      switch (old[name], new[name]) {
      case (.known(.some(let left)), .known(.some(let right))): inner(&self, name, left, right)
      case (.known(.some), .known(.none)): add(.removed, name, "\(words) is gone")
      case (.known(.none), .known(.some)): add(.added, name, "\(words) is new")
      case (.known(.some), .unknown): add(.changed, name, "\(words) is not known any more")
      case (.unknown, .known(.some)): add(.changed, name, "\(words) is known now")
      default: break
      }
    }
  }

  private mutating func compare(_ old: RemoteWorker, _ new: RemoteWorker, named name: String) {
    if let before = old.live, let after = new.live, Self.words(before) != Self.words(after) {
      add(.changed, name, "live was \(Self.words(before)), is \(Self.words(after))")
    }
    if case .known(let before) = old.latest, case .known(let after) = new.latest, before?.id != after?.id {
      add(.changed, name, "latest version was \(before?.id ?? "none"), is \(after?.id ?? "none")")
    }
    compare(old.latestBindings, new.latestBindings, named: name, on: "on the latest version")
    compareLive(old, new, named: name)
  }

  private static func words(_ live: [LiveVersion]) -> String {
    if live.isEmpty { return "nothing" }
    return live.map { "\($0.version) \(Deployment.Share.text(of: $0.percentage))%" }.joined(separator: " and ")
  }

  /// Secrets that all of the traffic had, or has now; a change that the latest version tells of already is left out.
  private mutating func compareLive(_ old: RemoteWorker, _ new: RemoteWorker, named name: String) {
    func everywhere(_ worker: RemoteWorker) -> Set<String>? {
      guard let live = worker.live, let first = live.first?.secrets else { return nil }
      return live.dropFirst().reduce(Set(first)) { $0.intersection($1.secrets ?? []) }
    }
    guard old.isLatestDeployed != .known(true) || new.isLatestDeployed != .known(true),
      let before = everywhere(old), let after = everywhere(new)
    else { return }
    for secret in after.subtracting(before).sorted() { add(.added, name, "secret \(secret) for all of the traffic") }
    for secret in before.subtracting(after).sorted() { add(.removed, name, "secret \(secret) for all of the traffic") }
  }

  private mutating func compare(_ old: BindingTable, _ new: BindingTable, named name: String, on place: String) {
    for binding in Set(old.bindings.keys).union(new.bindings.keys).sorted() {
      switch (old[binding], new[binding]) {
      case (.known(.some(let left)), .known(.some(let right))):
        if left.type != right.type {
          add(.changed, name, "\(binding) was \(left.type.rawValue), is \(right.type.rawValue) \(place)")
        } else if left.mark != right.mark {
          add(.changed, name, "\(left.words) \(binding) has a new value \(place)")
        }
      case (_, .known(.some(let right))) where !right.type.isSecret || old.isSecret(binding) == .known(false):
        if old[binding].isKnown || right.type.isSecret { add(.added, name, "\(right.words) \(binding) \(place)") }
      case (.known(.some(let left)), _) where !left.type.isSecret || new.isSecret(binding) == .known(false):
        if new[binding].isKnown || left.type.isSecret { add(.removed, name, "\(left.words) \(binding) \(place)") }
      default: break
      }
    }
  }

  private mutating func compare(_ old: SecretsStore, _ new: SecretsStore, named name: String) {
    for id in Set(old.secrets.entries.keys).union(new.secrets.entries.keys).sorted() {
      switch (old.secrets[id], new.secrets[id]) {
      case (.known(.some(let left)), .known(.some(let right))):
        if left.name != right.name { add(.changed, name, "secret \(left.name) is called \(right.name) now") }
        if left.status != right.status, let status = right.status.value {
          add(.changed, name, "secret \(right.name) is \(status.rawValue)")
        }
        if case .known(let before) = left.scopes, case .known(let after) = right.scopes, before != after {
          let words = after.map(\.rawValue).sorted().joined(separator: ", ")
          add(.changed, name, "secret \(right.name) is for \(words.isEmpty ? "nothing" : words)")
        }
      case (.known(.none), .known(.some(let right))): add(.added, name, "secret \(right.name)")
      case (.known(.some(let left)), .known(.none)): add(.removed, name, "secret \(left.name)")
      default: break
      }
    }
  }
}

extension RemoteBinding {
  /// What it is, as a word before its name.
  fileprivate var words: String {
    type.isSecret ? "secret" : type.isPlainVar ? "variable" : "\(type.rawValue) binding"
  }
}
