extension VersionsDeploy {
  /// A new deployment of existing versions; no binding changes and no secret is checked (docs/facts/wrangler.md §6.1,
  /// §6.2).
  func applied(to state: RemoteState) throws(Stop) -> Outcome {
    var worker = try state.worker(target)
    if choices.isEmpty { throw .refused(Refusal(.noVersionChosen)) }
    var shares: [(version: String, percentage: Double?)] = []
    for choice in choices {
      let id = try id(of: choice, in: worker)
      // The later of two mentions counts.
      shares.removeAll { $0.version == id }
      shares.append((id, choice.percentage))
    }
    if shares.count > 2 { throw .refused(Refusal(.tooManyVersions(shares.count))) }
    let rest = max(0, 100 - shares.reduce(0) { $0 + ($1.percentage ?? 0) })
    let open = Double(shares.count { $0.percentage == nil })
    let filled = shares.map {
      Deployment.Share(version: $0.version, percentage: $0.percentage ?? rest / open)
    }
    guard let deployment = Deployment(shares: filled, source: .known(.wrangler), message: message) else {
      throw .refused(Refusal(.sharesDoNotAddUp(filled.reduce(0) { $0 + $1.percentage })))
    }
    if isDryRun { return Outcome(state, notes: [.dryRun]) }
    worker.deploy(deployment)
    return Outcome(state.replacing(target.worker, by: worker), notes: worker.deploymentNotes)
  }

  private func id(of choice: Choice, in worker: RemoteWorker) throws(Stop) -> String {
    let found: Known<Version?>
    let absent: Refusal
    switch choice.version {
    case .id(let id):
      found = worker.version(id)
      absent = Refusal(.versionNotFound(id))
    case .tag(let tag):
      found = worker.versions.last { $0.tag == tag }
      absent = Refusal(.tagNotFound(tag))
    }
    switch found {
    case .known(.some(let version)): return version.id
    case .known(.none): throw .refused(absent)
    case .unknown: throw .unknown("Nobody looked whether \(target.worker) has this version.", capture: target)
    }
  }
}

extension RemoteWorker {
  /// What the current deployment means for the secrets that serve traffic, and for the commands that come next.
  var deploymentNotes: [Note] {
    var notes: [Note] = []
    let differing = secretsThatDifferLive
    if !differing.isEmpty { notes.append(.liveSecretsDiffer(differing)) }
    if isLatestDeployed == .known(false) { notes.append(.latestNotDeployed) }
    return notes
  }

  /// The secrets that one live version has and the other is known not to have, sorted (docs/facts/wrangler.md §6.6).
  package var secretsThatDifferLive: [String] {
    guard case .known(.some(let deployment)) = currentDeployment, deployment.isSplit else { return [] }
    let tables = deployment.live.map { share in
      if case .known(.some(let version)) = version(share.version) { version.bindings } else { BindingTable.unknown }
    }
    return Set(tables.flatMap(\.listedSecrets)).filter { name in
      tables.contains { $0.isSecret(name) == .known(false) }
    }
    .sorted()
  }
}
