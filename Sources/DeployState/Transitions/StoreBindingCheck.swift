/// Whether the store secrets that an upload binds are there for Workers, and may be bound
/// (docs/facts/wrangler.md §8.5).
struct StoreBindingCheck {
  private(set) var refusals: [Refusal] = []
  private(set) var notes: [Note] = []
  private let state: RemoteState
  /// The store that takes the place of ids that do not exist, once it is needed.
  private var replacement: String?
  /// What earlier mends have already created.
  private var created: Set<StoreReference> = []

  init(_ bindings: [String: StoreReference], in state: RemoteState) {
    self.state = state
    guard !bindings.isEmpty else { return }
    if state.account.access.allows(.bind) == .known(false) {
      refusals.append(Refusal(.storeRightMissing(.bind)))
    }
    var byStore: [String: Set<String>] = [:]
    for reference in bindings.values { byStore[reference.storeID, default: []].insert(reference.secretName) }
    for id in byStore.keys.sorted() {
      let names = (byStore[id] ?? []).sorted()
      switch state.stores[id] {
      case .unknown: notes.append(.storeNotLookedAt(names))
      case .known(.none): refusals.append(Refusal(.storeNotFound(id), mends: mends(forMissingStore: id, names: names)))
      case .known(.some(let store)):
        for name in names { look(for: name, in: store, id: id) }
      }
    }
  }

  private mutating func look(for name: String, in store: SecretsStore, id: String) {
    switch store.secret(named: name) {
    case .unknown: notes.append(.storeNotLookedAt([name]))
    case .known(.none):
      refusals.append(Refusal(.storeSecretNotFound(name, store: id), mends: create(name, in: id)))
    case .known(.some(let found)):
      if let mend = widening(found.secret, id: found.id, in: id) {
        refusals.append(Refusal(.storeScopeMissing(name, store: id), mends: mayManage ? [mend] : []))
      } else if found.secret.status == .known(.pending) {
        notes.append(.storeSecretPending(name))
      }
    }
  }

  private var mayManage: Bool { state.account.access.allows(.manage) != .known(false) }

  /// The command that adds `workers` to the scopes of a secret; `nil` when it is not known to be needed.
  private func widening(_ secret: StoreSecret, id: String, in store: String) -> Mend? {
    guard case .known(let scopes) = secret.scopes, !scopes.contains(.workers) else { return nil }
    return .run(
      .storeSecret(
        StoreSecretCommand(
          .update(id: id, isValueModified: false, scopes: scopes.union([.workers]), comment: nil),
          in: store
        )
      )
    )
  }

  private mutating func create(_ name: String, in store: String) -> [Mend] {
    let reference = StoreReference(storeID: store, secretName: name)
    guard mayManage, state.storeSecretCount + created.count < SecretsStore.secretLimit,
      StoreSecret.isValidName(name), created.insert(reference).inserted
    else { return [] }
    let command = StoreSecretCommand(.create(name: name, scopes: [.workers], comment: nil), in: store)
    return [.run(.storeSecret(command))]
  }

  /// An account has one store: use it where there is one, make it where there is none.
  private mutating func mends(forMissingStore id: String, names: [String]) -> [Mend] {
    guard mayManage else { return [] }
    var mends: [Mend] = []
    let existing = state.stores.present.first
    if let existing {
      replacement = existing.name
    } else if replacement == nil {
      guard state.stores.isFullyKnown else { return [] }
      replacement = state.nextStoreID
      mends.append(.run(.store(StoreCommand(.create(name: "default_secrets_store")))))
    }
    guard let replacement else { return [] }
    mends.append(.edit(.useStore(replacement, insteadOf: id)))
    for name in names {
      switch existing?.element.secret(named: name) ?? .known(nil) {
      case .unknown: break
      case .known(.none): mends += create(name, in: replacement)
      case .known(.some(let found)): mends += [widening(found.secret, id: found.id, in: replacement)].compactMap(\.self)
      }
    }
    return mends
  }
}
