extension Rollback {
  /// A new deployment with one older version at 100 %: its secret values come back (docs/facts/wrangler.md §6.1).
  func applied(to state: RemoteState) throws(Stop) -> Outcome {
    var worker = try state.worker(target)
    let found = try destination(in: worker)
    let notes = try notes(to: found, of: worker)
    worker.deploy(Deployment(of: found.id, source: .known(.wrangler), message: message))
    let isLatest = worker.isLatestDeployed != .known(false)
    return Outcome(
      state.replacing(target.worker, by: worker),
      notes: notes + (isLatest ? [] : [.latestNotDeployed])
    )
  }

  /// The version to go back to: the one named, else the most recent earlier one that had all of the traffic.
  func destination(in worker: RemoteWorker) throws(Stop) -> Version {
    let id: String
    if let version {
      id = version
    } else {
      guard worker.deployments.endsWithNewest else {
        throw .unknown("Nobody looked which deployments \(target.worker) had.", capture: target)
      }
      var earlier = worker.deployments
      _ = earlier.elements.popLast()
      switch earlier.last(where: { $0.shares.contains { $0.percentage == 100 } }) {
      case .known(.some(let deployment)): id = deployment.soleLiveVersion ?? ""
      case .known(.none): throw .refused(Refusal(.noRollbackTarget))
      case .unknown: throw .unknown("Nobody looked which deployments \(target.worker) had.", capture: target)
      }
    }
    switch worker.version(id) {
    case .known(.some(let version)): return version
    case .known(.none): throw .refused(Refusal(.versionNotFound(id)))
    case .unknown:
      if version == nil { return Version(id: id) }
      throw .unknown("Nobody looked whether \(target.worker) has a version \(id).", capture: target)
    }
  }

  private func notes(to destination: Version, of worker: RemoteWorker) throws(Stop) -> [Note] {
    var notes: [Note] = []
    let difference = worker.secretsChanged(since: destination)
    if !difference.changed.isEmpty { notes.append(.secretsComeBack(difference.changed)) }
    if !difference.unclear.isEmpty { notes.append(.secretsMayComeBack(difference.unclear)) }
    if case .known(.some(let latest)) = worker.latest, case .known(let newest) = latest.number,
      case .known(let number) = destination.number, newest - number >= 100
    {
      notes.append(.rollsFarBack(versions: newest - number))
    }
    return notes
  }
}

extension RemoteWorker {
  /// The secrets in which a version differs from those that are live, by name or by value.
  ///
  /// What Cloudflare answers a rollback with as code 10220 (docs/facts/wrangler.md §6.4).
  package func secretsChanged(since version: Version) -> (changed: [String], unclear: [String]) {
    var changed: Set<String> = []
    var unclear: Set<String> = []
    for live in deployedVersions where live.id != version.id {
      let names = Set(live.bindings.listedSecrets).union(version.bindings.listedSecrets)
      for name in names {
        switch (live.bindings.isSecret(name), version.bindings.isSecret(name)) {
        case (.known(true), .known(true)):
          let marks = (live.bindings.bindings[name]?.mark, version.bindings.bindings[name]?.mark)
          if marks.0 != marks.1 {
            // A value that a plan has put is never one that was captured.
            changed.insert(name)
          } else if marks.0 == nil {
            unclear.insert(name)
          }
        case (.known, .known): changed.insert(name)
        default: unclear.insert(name)
        }
      }
    }
    return (changed.sorted(), unclear.subtracting(changed).sorted())
  }

  /// The versions of the current deployment, as far as they are known.
  private var deployedVersions: [Version] {
    guard case .known(.some(let deployment)) = currentDeployment else { return [] }
    return deployment.shares.map { share in
      if case .known(.some(let version)) = version(share.version) { version } else { Version(id: share.version) }
    }
  }
}
