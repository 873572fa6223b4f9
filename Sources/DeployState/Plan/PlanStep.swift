/// What one command of a pipeline did.
package struct PlanStep: Sendable, Equatable {
  package enum Outcome: String, Sendable, Hashable, CaseIterable {
    case ok
    /// It succeeds, and does something a person should know.
    case warned
    case refused
    /// What it depends on is not known.
    case unknown
  }

  /// Where a command stands.
  package struct Place: Sendable, Hashable {
    package let path: String
    package let line: Int
    /// The script, target or job.
    package let group: String

    package init(path: String, line: Int, group: String) {
      self.path = path
      self.line = line
      self.group = group
    }
  }

  /// As it was written, variables included.
  package let text: String
  package let place: Place?
  /// The Worker it is about, where that is known.
  package let worker: String?
  package let outcome: Outcome
  /// Cloudflare's code of a refusal.
  package let code: Int?
  /// One or more sentences.
  package let messages: [String]
  /// What would have to come before a refused command.
  package let mends: [Mend]
  /// What could take its place.
  package let instead: [Command]
  /// What serves the traffic of that Worker afterwards; empty when nothing does, `nil` when it is not known.
  package let live: [LiveVersion]?
}

/// A version that serves traffic, with the secrets it has.
package struct LiveVersion: Sendable, Equatable {
  package let version: String
  package let percentage: Double
  /// Sorted; `nil` when it is not known.
  package let secrets: [String]?
}

extension RemoteWorker {
  /// What serves the traffic; `nil` when it is not known.
  package var live: [LiveVersion]? {
    guard case .known(let deployment) = currentDeployment else { return nil }
    return (deployment?.live ?? []).map { share in
      var secrets: [String]?
      if case .known(.some(let version)) = version(share.version) { secrets = bindings(of: version).secretNames.value }
      return LiveVersion(version: share.version, percentage: share.percentage, secrets: secrets)
    }
  }

  /// The bindings of a version, for the latest one with what `secret list` adds.
  package func bindings(of version: Version) -> BindingTable {
    if case .known(.some(let latest)) = latest, latest.id == version.id { return latestBindings }
    return version.bindings
  }
}

extension Command {
  /// The Worker it is about; `nil` for stores and Pages projects.
  package var target: WorkerTarget? {
    switch self {
    case .deploy(let upload), .versionsUpload(let upload): upload.target
    case .versionsDeploy(let deploy): deploy.target
    case .rollback(let rollback): rollback.target
    case .secret(let secret), .versionsSecret(let secret): secret.target
    case .deleteWorker(let target, _): target
    case .dashboard(let edit): edit.target
    case .pagesSecret, .store, .storeSecret: nil
    }
  }
}
