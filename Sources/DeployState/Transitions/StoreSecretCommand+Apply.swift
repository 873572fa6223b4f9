extension StoreSecret {
  /// Whether wrangler takes a name: `/^[A-z0-9-_]+$/`, whose range also holds ``[ \ ] ^ ` ``
  /// (docs/facts/wrangler.md §7).
  static func isValidName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { (0x41...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }
}

extension StoreSecretCommand {
  /// Secrets of a store: no versions, one audit entry per change (docs/facts/wrangler.md §8.2, §8.5).
  func applied(to state: RemoteState) throws(Stop) -> Outcome {
    try checkWords()
    let notes: [Note] = hasValueOption ? [.valueOnCommandLine] : []
    guard isRemote else { return Outcome(state, notes: notes + [.localOnly]) }
    switch action {
    case .get, .list: try state.require(.view)
    case .create, .update, .duplicate, .delete: try state.require(.manage)
    }
    switch state.stores[storeID] {
    case .known(.none): throw .refused(Refusal(.storeNotFound(storeID)))
    case .unknown:
      throw .unknown("Nobody looked whether there is a store \(storeID).", captures: captures)
    case .known(.some(let store)):
      var outcome = try changed(store, in: state)
      outcome.notes = notes + outcome.notes
      return outcome
    }
  }

  private var captures: [String] {
    ["wrangler secrets-store store list --remote", "wrangler secrets-store secret list \(storeID) --remote"]
  }

  private func checkWords() throws(Stop) {
    switch action {
    case .create(let name, let scopes, _), .duplicate(_, let name, let scopes, _):
      if !StoreSecret.isValidName(name) { throw .refused(Refusal(.storeSecretName(name))) }
      try check(scopes)
    case .update(_, _, let scopes, _): try check(scopes ?? [.workers])
    case .get, .delete, .list: break
    }
  }

  private func check(_ scopes: Set<StoreSecret.Scope>) throws(Stop) {
    if scopes.isEmpty { throw .refused(Refusal(.usage("Say with `--scopes` what the secret is for."))) }
    if let odd = scopes.subtracting(StoreSecret.Scope.all).map(\.rawValue).min() {
      throw .refused(Refusal(.storeScopeUnknown(odd)))
    }
  }

  private func changed(_ store: SecretsStore, in state: RemoteState) throws(Stop) -> Outcome {
    switch action {
    case .list:
      guard store.secrets.isFullyKnown else {
        throw .unknown("Nobody looked which secrets the store \(storeID) has.", captures: captures)
      }
      return Outcome(state, listing: store.liveSecrets.map(\.name).sorted())
    case .get(let id):
      let secret = try secret(id, in: store)
      return Outcome(state.logging(.access, storeID: storeID, secretID: id), listing: [secret.name])
    case .create(let name, let scopes, let comment):
      return try adding(name, scopes: scopes, comment: comment, copyOf: nil, to: store, in: state)
    case .duplicate(let id, let name, let scopes, let comment):
      _ = try secret(id, in: store)
      return try adding(name, scopes: scopes, comment: comment, copyOf: id, to: store, in: state)
    case .update(let id, let isValueModified, let scopes, let comment):
      var secret = try secret(id, in: store)
      if let scopes { secret.scopes = .known(scopes) }
      if let comment { secret.comment = comment }
      let after = replacing(id, by: secret, of: store, in: state)
      return Outcome(
        after.logging(.update(isValueModified: isValueModified), storeID: storeID, secretID: id),
        notes: isValueModified ? [.changesEveryConsumer(secret.name)] : []
      )
    case .delete(let id):
      let secret = try secret(id, in: store)
      let after = replacing(id, by: nil, of: store, in: state)
      let consumers = state.consumers { $0 == StoreReference(storeID: storeID, secretName: secret.name) }
      return Outcome(
        after.logging(.delete, storeID: storeID, secretID: id),
        notes: consumers.isEmpty ? [] : [.consumersBreak(consumers)]
      )
    }
  }

  private func secret(_ id: String, in store: SecretsStore) throws(Stop) -> StoreSecret {
    switch store.secrets[id] {
    case .known(.some(let secret)) where secret.status != .known(.deleted): return secret
    case .known: throw .refused(Refusal(.storeSecretNotFound(id, store: storeID)))
    case .unknown: throw .unknown("Nobody looked whether the store has a secret \(id).", captures: captures)
    }
  }

  private func adding(
    _ name: String,
    scopes: Set<StoreSecret.Scope>,
    comment: String?,
    copyOf original: String?,
    to store: SecretsStore,
    in state: RemoteState
  ) throws(Stop) -> Outcome {
    switch store.secret(named: name) {
    case .known(.some): throw .refused(Refusal(.storeSecretNameTaken(name)))
    case .unknown: throw .unknown("Nobody looked whether the store has a secret \(name).", captures: captures)
    case .known(.none): break
    }
    if state.storeSecretCount >= SecretsStore.secretLimit { throw .refused(Refusal(.storeLimitReached)) }
    let id = "new-secret-\(store.secrets.entries.keys.count { $0.hasPrefix("new-secret-") } + 1)"
    let secret = StoreSecret(name: name, scopes: .known(scopes), status: .known(.active), comment: comment)
    let after = replacing(id, by: secret, of: store, in: state)
    return Outcome(after.logging(.create(duplicatedFrom: original), storeID: storeID, secretID: id))
  }

  private func replacing(
    _ id: String,
    by secret: StoreSecret?,
    of store: SecretsStore,
    in state: RemoteState
  ) -> RemoteState {
    var store = store
    store.secrets[id] = .known(secret)
    var after = state
    after.stores[storeID] = .known(store)
    return after
  }
}

extension RemoteState {
  /// The same with one more entry in the audit log.
  fileprivate func logging(_ action: AuditEvent.Action, storeID: String, secretID: String) -> RemoteState {
    var state = self
    state.auditLog = auditLog.appending(AuditEvent(action, storeID: storeID, secretID: secretID))
    return state
  }
}
