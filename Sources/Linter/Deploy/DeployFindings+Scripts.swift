import DeployState
import Documents
import Text
import Workers

/// What the secret commands of scripts would meet, if each script was run now.
extension DeployFindings {
  mutating func add(scripts: [Source], in checkout: Checkout) {
    for source in scripts {
      for steps in Pipeline.all(in: source) {
        // Every pipeline starts from the state as it is; its own commands change it for those after them.
        var states: [String: RemoteState] = [:]
        for step in steps {
          guard let project = checkout.project(of: step.invocation), !project.config.isPages else { continue }
          var state = states[project.folder] ?? self.state(for: project)
          judge(step, in: &state, of: project, checkout: checkout)
          states[project.folder] = state
        }
      }
    }
  }

  private mutating func judge(
    _ step: PipelineStep,
    in state: inout RemoteState,
    of project: Project,
    checkout: Checkout
  ) {
    let folder = step.invocation.folder ?? project.folder
    let reader = CommandReader(config: project.config) { path in
      if let names = step.pipedNames, path == PipelineStep.pipedPath { return names.map { SecretEntry($0) } }
      guard let resolved = FilePath.resolve(path, from: folder), let bytes = try? checkout.tree.read(resolved) else {
        return nil
      }
      return SecretsFile.read(Source(path: resolved, bytes: bytes)).file.entries
    }
    switch reader.read(step.invocation) {
    case .command(let command):
      for obstacle in obstacles(to: command, of: step, in: state) {
        add(match(obstacle, step), as: Rule.ID(obstacle.rule), of: project)
      }
      state = apply(command, to: state).state(after: state)
    case .unknown(_, let worker): state = state.forgetting(worker: worker)
    case .notFound: state = state.forgetting(worker: nil)
    case .refused, .unrelated: break
    }
  }

  /// What is certain; uploads and deployments are judged for each environment already.
  private func obstacles(to command: Command, of step: PipelineStep, in state: RemoteState) -> [Obstacle] {
    switch command {
    case .secret, .versionsSecret:
      return Readiness(of: command, in: state).obstacles.filter { $0.isCertain && $0.severity != .note }
    case .storeSecret(let secret):
      let isWorkflow = step.invocation.path.hasSuffix(".yml") || step.invocation.path.hasSuffix(".yaml")
      // Scripts for development fill the local store on purpose.
      let isForDeploying = isWorkflow || Pipeline.isForDeploying(step.group)
      let words = Obstacle.inWords(of: secret).filter { _ in secret.hasValueOption || isForDeploying }
      return words
        + Readiness(of: command, in: state).obstacles.filter {
          $0.isCertain && $0.severity == .error && $0.rule != "store/command"
        }
    default: return []
    }
  }

  private func match(_ obstacle: Obstacle, _ step: PipelineStep) -> Match {
    Match(
      path: step.invocation.path,
      region: step.invocation.region,
      message: obstacle.message,
      identity: .name("\(step.text)/\(obstacle.names.joined(separator: ","))"),
      help: obstacle.help(),
      environment: step.invocation.environment.flatMap { $0.hasUnknownPart || $0.text.isEmpty ? nil : $0.text },
      severity: Severity(obstacle.severity)
    )
  }
}

extension Checkout {
  /// The project a command works on: that of the folder it runs in, or the only one there is.
  fileprivate func project(of invocation: WranglerInvocation) -> Project? {
    if let folder = invocation.folder, let found = project(of: FilePath.join(folder, "wrangler.json")) { return found }
    return projects.count == 1 ? projects[0] : nil
  }
}
