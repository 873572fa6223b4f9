package import Workers

/// The deploy gate: judges one command for every environment of a configuration, against what is known of the account.
package struct Gate: Sendable {
  package var goal: DeployGoal
  package var state: RemoteState
  /// What an upload gets with `--secrets-file`.
  package var secretsFile: SecretsFile?
  /// What is wrong with that file itself.
  package var fileProblems: [SecretsFileProblem] = []
  /// How old what was captured may be.
  package var age: CaptureAge?
  /// `WRANGLER_CI_OVERRIDE_NAME` of the shell.
  package var overrideName: String?
  /// What sends uploads and deployments to a configuration that a build has written.
  package var redirect: Project.Redirect?
  /// The entries of files that the goal names.
  package var files: @Sendable (String) -> [SecretEntry]?

  package init(
    _ goal: DeployGoal,
    in state: RemoteState,
    secretsFile: SecretsFile? = nil,
    age: CaptureAge? = nil,
    overrideName: String? = nil,
    files: @escaping @Sendable (String) -> [SecretEntry]? = { _ in nil }
  ) {
    self.goal = goal
    self.state = state
    self.secretsFile = secretsFile
    self.age = age
    self.overrideName = overrideName
    self.files = files
  }

  /// Judges environments by name, `nil` being the top level; those the configuration does not define are left out.
  package func judge(_ environments: [String?], of config: WranglerConfig) -> [EnvironmentReadiness] {
    let drifts = drifts(among: config)
    return environments.compactMap { name in
      guard let input = input(of: name, in: config) else { return nil }
      var reader = CommandReader(
        config: config,
        environment: name ?? "",
        overrideName: overrideName,
        secretsFile: files
      )
      reader.redirect = redirect
      var obstacles: [Obstacle]
      var judged: Command?
      switch goal.reading(by: reader, file: secretsFile, in: state) {
      case .command(let command):
        judged = command
        obstacles = Readiness(of: command, in: state, project: input).obstacles
      case .refused(let refusal): obstacles = [Obstacle(refusal)]
      case .unknown(let sense, _), .notFound(let sense): obstacles = [Obstacle(unclear: sense)]
      case .unrelated: obstacles = []
      }
      // A build may give the Worker another name than the configuration.
      let target = judged?.target ?? input.target
      if let target, judged?.dispatchNamespace == nil, case .known(.some(let worker)) = state.workers[target.worker] {
        let drift = drifts.filter { $0.worker == target.worker }.map { Obstacle($0, of: worker, target: target) }
        let standing = Obstacle.standing(worker, target: target) + drift
        obstacles += age.map { $0.obstacles(worker.captures, of: target.worker, target: target) } ?? []
        obstacles += standing.filter { new in !obstacles.contains { $0.rule == new.rule && $0.names == new.names } }
      }
      if let target, judged?.isUpload == true { obstacles += sharing(target, with: config) }
      for id in Set(input.storeBindings.values.map(\.storeID)).sorted() {
        guard case .known(.some(let store)) = state.stores[id] else { continue }
        obstacles += age.map { $0.obstacles(store.captures, of: "the store \(id)") } ?? []
      }
      obstacles += fileProblems.map {
        Obstacle("state/bulk-file-shape", $0.severity, sense: $0.sense(of: secretsFile?.path))
      }
      return EnvironmentReadiness(
        environment: name,
        worker: target?.worker,
        command: judged,
        readiness: Readiness(obstacles)
      )
    }
  }
}

extension Gate {
  /// What the goal would take from the checkout; `nil` for an environment that the configuration does not define.
  private func input(of name: String?, in config: WranglerConfig) -> DeployInput? {
    guard goal.followsRedirect, let redirect, redirect.problem == nil, let target = redirect.target,
      name == nil || name == redirect.builtEnvironment, var input = DeployInput(config: target, environment: nil)
    else { return DeployInput(config: config, environment: name) }
    input.environment = redirect.builtEnvironment
    return input
  }

  /// Another environment of the same Worker: which of them was deployed last, no state tells
  /// (docs/facts/wrangler.md §2.2).
  private func sharing(_ target: WorkerTarget, with config: WranglerConfig) -> [Obstacle] {
    let others = config.environments.filter { $0.name != target.environment && $0.workerName == target.worker }
    if others.isEmpty || target.isNamed { return [] }
    let sense =
      "The Worker \(target.worker) is that of \(list(others.map(\.words))), too: each deploy replaces the other's code."
    return [Obstacle("config/worker-name-clash", .error, isCertain: false, names: [target.worker], sense: sense)]
  }

  /// The gaps between the environments.
  ///
  /// Required names are reported by the rules about these. A secret that no environment lists, though they list what they
  /// require, is too much where it is rather than missing elsewhere.
  private func drifts(among config: WranglerConfig) -> [EnvironmentDrift] {
    let inputs = config.environments.compactMap { DeployInput(config: config, environment: $0.name) }
    let known = Dictionary(
      inputs.compactMap { input in
        input.workerName.map { ($0, input.boundNames.union(input.requiredSecrets)) }
      },
      uniquingKeysWith: { $0.union($1) }
    )
    var orphans: Set<String> = []
    if inputs.contains(where: \.definesSecrets) {
      for case .known(.some(let worker)) in known.keys.map({ state.workers[$0] }) {
        orphans.formUnion(worker.latestBindings.listedSecrets)
      }
      for names in known.values { orphans.subtract(names) }
    }
    return EnvironmentDrift.among(known.keys.sorted(), in: state) { (known[$0] ?? []).union(orphans) }
  }
}

extension Obstacle {
  init(_ drift: EnvironmentDrift, of worker: RemoteWorker, target: WorkerTarget) {
    // `secret put` is refused over a variable (10053), while a secret of a version takes its place.
    let isTaken = drift.missing.contains { if case .known(.some) = worker.latestBindings[$0] { true } else { false } }
    let isLive = worker.isLatestDeployed == .known(true) && !isTaken
    self.init(
      "state/env-drift",
      .warning,
      names: drift.missing,
      sense: drift.sense,
      mends: drift.missing.map { name in
        let put = SecretCommand(.put(name), of: target)
        return .run(isLive ? .secret(put) : .versionsSecret(put))
      }
    )
  }

  /// Something that nobody looked at decides it.
  init(unclear sense: String, captures: [String] = []) {
    self.init("state/unknown", .error, isCertain: false, sense: sense, captures: captures)
  }

  /// What is wrong with the words of a command, whatever the state is.
  package static func inWords(of secret: StoreSecretCommand) -> [Obstacle] {
    let notes: [Note] = (secret.hasValueOption ? [.valueOnCommandLine] : []) + (secret.isRemote ? [] : [.localOnly])
    return notes.compactMap { Obstacle($0) }
  }

  /// What is wrong with a Worker whatever is done next: the versions that share its traffic have different secrets
  /// (docs/facts/wrangler.md §6.6).
  static func standing(_ worker: RemoteWorker, target: WorkerTarget) -> [Obstacle] {
    let names = worker.secretsThatDifferLive
    guard !names.isEmpty, case .known(.some(let deployment)) = worker.currentDeployment else { return [] }
    let newest = worker.versions.elements.last { version in deployment.live.contains { $0.version == version.id } }
    return [
      Obstacle(
        "state/split-mismatch",
        .warning,
        names: names,
        sense: Note.liveSecretsDiffer(names).sense,
        mends: newest.map { [.run(.versionsDeploy(VersionsDeploy(all: $0.id, of: target)))] } ?? []
      )
    ]
  }
}
