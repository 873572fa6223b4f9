/// What a command does to a state: the whole of the remote side in one pure function.
///
/// Commands run as in CI, where every question gets its default answer. Source: docs/facts/wrangler.md §6.1, §6.2,
/// §6.3, §6.4, §8.
package func apply(_ command: Command, to state: RemoteState) -> Transition {
  do throws(Stop) {
    return .done(try command.applied(to: state))
  } catch {
    switch error {
    case .refused(let refusal): return .refused(refusal)
    case .unknown(let sense, let captures):
      return .unknown(Unknown(sense: sense, captures: captures, state: command.forgetting(in: state)))
    }
  }
}

extension Command {
  fileprivate func applied(to state: RemoteState) throws(Stop) -> Outcome {
    switch self {
    case .deploy(let upload): try upload.deployed(in: state)
    case .versionsUpload(let upload): try upload.uploaded(in: state)
    case .versionsDeploy(let deploy): try deploy.applied(to: state)
    case .rollback(let rollback): try rollback.applied(to: state)
    case .secret(let secret): try secret.applied(to: state)
    case .versionsSecret(let secret): try secret.appliedToVersions(in: state)
    case .pagesSecret(let secret): try secret.applied(to: state)
    case .store(let store): try store.applied(to: state)
    case .storeSecret(let secret): try secret.applied(to: state)
    case .deleteWorker(let target, let isDryRun): try Self.delete(target, isDryRun: isDryRun, in: state)
    case .dashboard(let edit): try edit.applied(to: state)
    }
  }

  /// The state after a command of which nobody knows whether it succeeded: what it may have changed is forgotten.
  fileprivate func forgetting(in state: RemoteState) -> RemoteState {
    var state = state
    switch self {
    case .deploy(let upload), .versionsUpload(let upload):
      if upload.dispatchNamespace == nil { state.forgetNewest(of: upload.target.worker) }
    case .versionsDeploy(let deploy): state.forgetNewest(of: deploy.target.worker)
    case .rollback(let rollback): state.forgetNewest(of: rollback.target.worker)
    case .secret(let secret), .versionsSecret(let secret):
      if secret.action != .list { state.forgetNewest(of: secret.target.worker) }
    case .dashboard(let edit): state.forgetNewest(of: edit.target.worker)
    case .deleteWorker(let target, _): state.workers[target.worker] = .unknown
    case .pagesSecret(let secret):
      if secret.action != .list { state.pagesProjects[secret.project] = .unknown }
    case .store(let store):
      if store.action != .list { state.stores = Catalog() }
    case .storeSecret(let secret): state.stores[secret.storeID] = .unknown
    }
    return state
  }

  private static func delete(_ target: WorkerTarget, isDryRun: Bool, in state: RemoteState) throws(Stop) -> Outcome {
    if isDryRun { return Outcome(state, notes: [.dryRun]) }
    _ = try state.worker(target)
    var after = state
    after.workers[target.worker] = .known(nil)
    return Outcome(after)
  }
}

extension RemoteState {
  /// The Worker a command is about.
  func worker(_ target: WorkerTarget) throws(Stop) -> RemoteWorker {
    switch workers[target.worker] {
    case .known(.some(let worker)): return worker
    case .known(.none): throw .refused(Refusal(.workerNotFound(target.worker)))
    case .unknown: throw .unknown("Nobody looked whether there is a Worker \(target.worker).", capture: target)
    }
  }

  /// The same state with another value for a Worker.
  func replacing(_ name: String, by worker: RemoteWorker) -> RemoteState {
    var state = self
    state.workers[name] = .known(worker)
    return state
  }

  /// The state after a step that may have done anything to a Worker, or to any when `nil`.
  package func forgetting(worker name: String?) -> RemoteState {
    var state = self
    for worker in name.map({ [$0] }) ?? workers.entries.keys.sorted() { state.forgetNewest(of: worker) }
    if name == nil { state.workers.isComplete = false }
    return state
  }

  /// What is older stays known: versions never change.
  fileprivate mutating func forgetNewest(of name: String) {
    switch workers[name] {
    case .known(.some(var worker)):
      worker.versions.forgetNewest()
      worker.deployments.forgetNewest()
      worker.listedSecrets = nil
      workers[name] = .known(worker)
    case .known(.none), .unknown: workers[name] = .unknown
    }
  }
}

extension Timeline {
  /// There may be newer elements now.
  fileprivate mutating func forgetNewest() {
    endsWithNewest = false
    isComplete = false
  }
}
