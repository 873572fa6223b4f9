import Workers

/// Secrets that one environment of a configuration has and another lacks: each environment is a Worker of its own, and
/// nothing compares them (wrangler.md §6.1).
struct EnvironmentDrift {
  private struct Peer {
    let environment: String?
    let input: DeployInput
    let target: WorkerTarget
    let worker: RemoteWorker
    let secrets: Set<String>
  }

  private let peers: [Peer]

  /// Compares the environments whose Workers exist and whose secrets are all known.
  init(config: WranglerConfig, in state: RemoteState) {
    peers = config.environments.compactMap { environment in
      guard let input = DeployInput(config: config, environment: environment.name), !input.isPages,
        let target = input.target, case .known(.some(let worker)) = state.workers[target.worker], !worker.isDraft,
        case .known(let names) = worker.latestBindings.secretNames
      else { return nil }
      return Peer(
        environment: environment.name,
        input: input,
        target: target,
        worker: worker,
        secrets: Set(names)
      )
    }
  }

  /// What an environment lacks that others have; required names are reported by the rules about these.
  func obstacles(of environment: String?) -> [Obstacle] {
    guard let own = peers.first(where: { $0.environment == environment }) else { return [] }
    let known = own.secrets.union(own.input.boundNames).union(own.input.requiredSecrets)
    var owners: [String: [String]] = [:]
    for peer in peers where peer.environment != environment {
      for name in peer.secrets where !known.contains(name) {
        owners[name, default: []].append(peer.environment ?? "the top level")
      }
    }
    let names = owners.keys.sorted()
    guard !names.isEmpty else { return [] }
    let all = Set(owners.values.flatMap(\.self))
    let shown = peers.map { $0.environment ?? "the top level" }.filter(all.contains)
    let isLive = own.worker.isLatestDeployed == .known(true)
    return [
      Obstacle(
        "state/env-drift",
        .warning,
        names: names,
        sense:
          "The Worker \(own.target.worker) lacks \(list(names)), which \(list(shown)) \(shown.count == 1 ? "has" : "have").",
        mends: names.map { name in
          let put = SecretCommand(.put(name), of: own.target)
          return .run(isLive ? .secret(put) : .versionsSecret(put))
        }
      )
    ]
  }
}
