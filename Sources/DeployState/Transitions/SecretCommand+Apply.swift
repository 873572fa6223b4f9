extension SecretCommand {
  /// `secret …`: a new version copied from the latest one, deployed at once (docs/facts/wrangler.md §6.1).
  func applied(to state: RemoteState) throws(Stop) -> Outcome {
    if isInPagesProject { throw .refused(Refusal(.pagesProject)) }
    let changes = SecretChanges(action, nullsDelete: true)
    if case .bulk(let file) = action, file.entries.count > 100 {
      throw .refused(Refusal(.tooManyEntries(file.entries.count)))
    }
    if case .known(.none) = state.workers[target.worker], !changes.puts.isEmpty {
      return draft(with: changes, in: state)
    }
    let worker = try state.worker(target)
    if action == .list { return try listing(of: worker, in: state) }
    if case .bulk(let file) = action, file.entries.isEmpty { return Outcome(state) }
    return try edited(worker, by: changes, in: state)
  }

  /// The Worker does not exist: wrangler makes a draft without asking (docs/facts/wrangler.md §6.2).
  private func draft(with changes: SecretChanges, in state: RemoteState) -> Outcome {
    var worker = RemoteWorker.draft
    let table = changes.applied(to: .empty, mark: worker.nextVersionID)
    worker.deploy(Deployment(of: worker.add(table, trigger: .secret), source: .known(.wrangler)))
    return Outcome(state.replacing(target.worker, by: worker), notes: [.draftCreated(target.worker)])
  }

  private func edited(
    _ worker: RemoteWorker,
    by changes: SecretChanges,
    in state: RemoteState
  ) throws(Stop) -> Outcome {
    guard case .known(.some(let latest)) = worker.latest, case .known(let isDeployed) = worker.isLatestDeployed else {
      throw .unknown(
        "Nobody looked whether the latest version of \(target.worker) is the deployed one, which this command needs.",
        capture: target
      )
    }
    let table = worker.latestBindings
    let absent = changes.absent(in: table)
    let taken = changes.taken(in: table)
    if case .delete(let name) = action {
      if !absent.isEmpty { throw .refused(Refusal(.secretNotFound(name))) }
      if isDeployed, !table.isSecret(name).isKnown {
        throw .unknown("Nobody looked whether \(target.worker) has a secret \(name).", capture: target)
      }
    }
    guard isDeployed else { throw .refused(latestNotDeployed(latest, taken: taken)) }
    if !taken.isEmpty { throw .refused(Refusal(.nameTaken(taken), mends: mends(forTaken: taken))) }
    var notes: [Note] = []
    if !absent.isEmpty { notes.append(.nothingToDelete(absent)) }
    let doubtful = changes.maybeTaken(in: table)
    if !doubtful.isEmpty { notes.append(.nameMayBeTaken(doubtful)) }

    var worker = worker
    let changed = changes.applied(to: table, mark: worker.nextVersionID)
    worker.deploy(Deployment(of: worker.add(changed, trigger: .secret), source: .known(.wrangler)))
    let after = state.replacing(target.worker, by: worker)
    return Outcome(after, notes: notes + state.limitNotes(for: changed))
  }

  private func latestNotDeployed(_ latest: Version, taken: [String]) -> Refusal {
    let isBulk = if case .bulk = action { true } else { false }
    return Refusal(
      .latestNotDeployed(worker: target.worker, isBulk: isBulk),
      mends: [.run(.versionsDeploy(VersionsDeploy(all: latest.id, of: target)))] + mends(forTaken: taken),
      // A null deletes here and does nothing there.
      instead: SecretChanges(action, nullsDelete: true).deletions.isEmpty || !isBulk
        ? [.versionsSecret(SecretCommand(action, of: target))] : []
    )
  }

  /// A configured variable comes back with the next deploy unless it leaves the configuration too.
  private func mends(forTaken names: [String]) -> [Mend] {
    names.isEmpty ? [] : [.run(.dashboard(DashboardEdit(names.map { .remove($0) }, of: target)))]
  }

  /// Which of two versions `secret list` describes is not known, so both must agree (docs/facts/wrangler.md §6.5).
  private func listing(of worker: RemoteWorker, in state: RemoteState) throws(Stop) -> Outcome {
    let latest = worker.latestBindings.secretNames
    switch (latest, worker.isLatestDeployed) {
    case (.known(let names), .known(true)): return Outcome(state, listing: names)
    case (.known(let names), _) where worker.assumesListIsLatest: return Outcome(state, listing: names)
    case (.known(let names), _)
    where worker.deployedTables.allSatisfy { $0.secretNames == latest }
      && !worker.deployedTables.isEmpty:
      return Outcome(state, listing: names)
    default:
      throw .unknown("Whether `secret list` shows the latest or the deployed version is not known.", capture: target)
    }
  }
}

extension RemoteWorker {
  /// The bindings of the versions of the current deployment; empty when it is not known.
  var deployedTables: [BindingTable] {
    guard case .known(.some(let deployment)) = currentDeployment else { return [] }
    return deployment.shares.map { share in
      if case .known(.some(let version)) = version(share.version) { version.bindings } else { .unknown }
    }
  }
}

extension RemoteState {
  /// A warning where a Worker has more variables than the plan allows (docs/facts/wrangler.md §7).
  func limitNotes(for table: BindingTable) -> [Note] {
    // Without a known plan the larger limit counts.
    let limit = (account.plan.value ?? .paid).variableLimit
    let count = table.variableCount
    return count > limit ? [.overVariableLimit(count: count, limit: limit)] : []
  }
}
