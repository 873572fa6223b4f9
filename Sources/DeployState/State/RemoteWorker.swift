/// One deployed Worker: an environment of a configuration file is a Worker of its own (docs/facts/wrangler.md §6.1).
package struct RemoteWorker: Sendable, Equatable {
  /// Versions by creation; the newest is the *latest version*, deployed or not.
  package var versions: Timeline<Version>
  /// Deployments by creation; the newest is the *current deployment*.
  package var deployments: Timeline<Deployment>
  /// The answer of `secret list`, which does not say whether it describes the latest or the deployed version
  /// (docs/facts/wrangler.md §6.5): used only where the latest version is not known.
  package var listedSecrets: BindingTable?
  /// Whether nothing but a placeholder was ever uploaded: what `secret put` makes for a name that does not exist.
  package var isDraft: Bool
  package var captures: [Capture]

  package init(
    versions: Timeline<Version> = .unknown,
    deployments: Timeline<Deployment> = .unknown,
    listedSecrets: BindingTable? = nil,
    isDraft: Bool = false,
    captures: [Capture] = []
  ) {
    self.versions = versions
    self.deployments = deployments
    self.listedSecrets = listedSecrets
    self.isDraft = isDraft
    self.captures = captures
  }

  /// A version by its id; `.known(nil)` when there is none of that id.
  package func version(_ id: String) -> Known<Version?> { versions.last { $0.id == id } }

  /// The latest version; `.known(nil)` when the Worker has none.
  package var latest: Known<Version?> { versions.newest }

  /// The current deployment; `.known(nil)` when nothing is deployed.
  package var currentDeployment: Known<Deployment?> { deployments.newest }

  /// The bindings new versions start from: those of the latest version.
  package var latestBindings: BindingTable {
    switch latest {
    case .known(.some(let version)) where version.bindings.extent != .some: version.bindings
    case .known(.some(let version)): listedSecrets(ifDeployed: version) ?? version.bindings
    case .known(.none): .empty
    case .unknown: listedSecrets ?? .unknown
    }
  }

  /// Whether `latestBindings` rests on an answer of `secret list` that may describe another version.
  package var assumesListIsLatest: Bool { !latest.isKnown && listedSecrets != nil }

  /// Whether the latest version is the only one of the current deployment, without which settings cannot be edited
  /// (docs/facts/wrangler.md §6.1).
  package var isLatestDeployed: Known<Bool> {
    latest.flatMap { latest in
      currentDeployment.map { $0?.onlyVersion == latest?.id && latest != nil }
    }
  }

  /// The answer of `secret list` where it can only describe this version.
  private func listedSecrets(ifDeployed version: Version) -> BindingTable? {
    guard case .known(.some(let deployment)) = currentDeployment, deployment.onlyVersion == version.id else {
      return nil
    }
    return listedSecrets
  }
}
