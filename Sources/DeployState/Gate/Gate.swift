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
    let peers = EnvironmentDrift(config: config, in: state)
    return environments.compactMap { name in
      guard let input = DeployInput(config: config, environment: name) else { return nil }
      let reader = CommandReader(
        config: config,
        environment: name ?? "",
        overrideName: overrideName,
        secretsFile: files
      )
      var obstacles: [Obstacle]
      var judged: Command?
      switch goal.reading(by: reader, file: secretsFile, in: state) {
      case .command(let command):
        judged = command
        obstacles = Readiness(of: command, in: state, project: input).obstacles
      case .refused(let refusal): obstacles = [Obstacle(refusal)]
      case .unknown(let sense, _): obstacles = [Obstacle(unclear: sense)]
      case .unrelated: obstacles = []
      }
      if let target = input.target, case .known(.some(let worker)) = state.workers[target.worker] {
        let standing =
          Obstacle.standing(worker, target: target) + (age.map { $0.obstacles(worker, target: target) } ?? [])
        obstacles += standing.filter { new in !obstacles.contains { $0.rule == new.rule && $0.names == new.names } }
      }
      obstacles += peers.obstacles(of: name)
      obstacles += fileProblems.map {
        Obstacle("state/bulk-file-shape", $0.severity, sense: $0.sense(of: secretsFile?.path))
      }
      return EnvironmentReadiness(
        environment: name,
        worker: input.workerName,
        command: judged,
        readiness: Readiness(obstacles)
      )
    }
  }
}

extension Obstacle {
  /// Something that nobody looked at decides it.
  init(unclear sense: String, captures: [String] = []) {
    self.init("state/unknown", .error, isCertain: false, sense: sense, captures: captures)
  }

  /// What is wrong with a Worker whatever is done next: the versions that share its traffic have different secrets
  /// (wrangler.md §6.6, 8).
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
