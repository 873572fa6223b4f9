extension SecretsStore {
  /// Secrets per account (docs/facts/wrangler.md §7).
  package static let secretLimit = 100
}

extension RemoteState {
  /// The secrets that count against the account's limit, as far as they are known.
  var storeSecretCount: Int { stores.present.reduce(0) { $0 + $1.element.liveSecrets.count } }

  /// The id of the next store a plan makes.
  var nextStoreID: String { "new-store-\(stores.entries.keys.count { $0.hasPrefix("new-store-") } + 1)" }

  /// The Workers whose live versions bind a store secret, sorted.
  func consumers(of matches: (StoreReference) -> Bool) -> [String] {
    workers.present.filter { entry in
      entry.element.deployedTables.contains { table in
        table.bindings.values.contains { $0.storeSecret.map(matches) ?? false }
      }
    }
    .map(\.name)
  }

  /// Refuses what the role or the token is known not to allow.
  func require(_ right: Access.Right) throws(Stop) {
    if account.access.allows(right) == .known(false) { throw .refused(Refusal(.storeRightMissing(right))) }
  }
}

extension StoreCommand {
  /// Stores themselves exist in the account only (docs/facts/wrangler.md §8.2).
  func applied(to state: RemoteState) throws(Stop) -> Outcome {
    guard isRemote else {
      var remote = self
      remote.isRemote = true
      throw .refused(Refusal(.storeNeedsRemote, instead: [.store(remote)]))
    }
    try state.require(action == .list ? .view : .manage)
    let captures = ["wrangler secrets-store store list --remote"]
    var after = state
    switch action {
    case .list:
      guard state.stores.isFullyKnown else {
        throw .unknown("Nobody looked which stores there are.", captures: captures)
      }
      return Outcome(state, listing: state.stores.present.map(\.name))
    case .create(let name):
      if !state.stores.present.isEmpty { throw .refused(Refusal(.storeExists)) }
      guard state.stores.isFullyKnown else {
        throw .unknown("Nobody looked whether there is a store.", captures: captures)
      }
      after.stores[state.nextStoreID] = .known(SecretsStore(name: name, secrets: Catalog(isComplete: true)))
      return Outcome(after)
    case .delete(let id):
      switch state.stores[id] {
      case .known(.none): throw .refused(Refusal(.storeNotFound(id)))
      case .unknown: throw .unknown("Nobody looked whether there is a store \(id).", captures: captures)
      case .known(.some): break
      }
      after.stores[id] = .known(nil)
      let consumers = state.consumers { $0.storeID == id }
      return Outcome(after, notes: consumers.isEmpty ? [] : [.consumersBreak(consumers)])
    }
  }
}
