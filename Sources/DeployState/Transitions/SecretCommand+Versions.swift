extension SecretCommand {
  /// `versions secret …`: a new version copied from the latest one, deployed or not, which is not deployed itself
  /// (docs/facts/wrangler.md §6.1).
  func appliedToVersions(in state: RemoteState) throws(Stop) -> Outcome {
    if isInPagesProject { throw .refused(Refusal(.pagesProject)) }
    let worker = try state.worker(target)
    if action == .list { return try versionsListing(of: worker, in: state) }
    switch worker.latest {
    case .known(.some): break
    case .known(.none): throw .refused(Refusal(.noVersions(target.worker)))
    case .unknown where worker.latestBindings == .unknown:
      throw .unknown("Nobody looked which version of \(target.worker) is the latest.", capture: target)
    case .unknown: break
    }

    let table = worker.latestBindings
    let changes = SecretChanges(action, nullsDelete: false)
    var notes: [Note] = []
    if case .bulk(let file) = action, !file.nulls.isEmpty { notes.append(.nullsDropped(file.nulls.sorted())) }
    // Wrangler sends one binding per name, so a secret simply takes the place of what was there.
    let taken = changes.taken(in: table)
    if !taken.isEmpty { notes.append(.bindingsReplaced(taken)) }
    let absent = changes.absent(in: table)
    if !absent.isEmpty { notes.append(.nothingToDelete(absent)) }
    if worker.assumesListIsLatest { notes.append(.listTakenAsLatest) }

    var changed = worker
    let bindings = changes.applied(to: table, mark: worker.nextVersionID)
    changed.add(bindings, trigger: .secret, tag: tag, message: message)
    notes.append(.latestNotDeployed)
    return Outcome(state.replacing(target.worker, by: changed), notes: notes + state.limitNotes(for: bindings))
  }

  /// The secrets of the live versions, or of the latest one.
  private func versionsListing(of worker: RemoteWorker, in state: RemoteState) throws(Stop) -> Outcome {
    let tables: [BindingTable]
    if onlyLatest {
      if worker.latest == .known(nil) { throw .refused(Refusal(.noVersions(target.worker))) }
      tables = worker.latest.isKnown ? [worker.latestBindings] : []
    } else {
      tables = worker.deployedTables
    }
    let names = tables.map(\.secretNames)
    guard !names.isEmpty, names.allSatisfy(\.isKnown) else {
      throw .unknown("Nobody looked which secrets the versions of \(target.worker) have.", capture: target)
    }
    return Outcome(state, listing: Set(names.flatMap { $0.value ?? [] }).sorted())
  }
}
