import DeployState
import Testing

/// What holds after every command, whatever came before (docs/facts/wrangler.md §6.1).
struct StepLaws {
  /// One command of a random sequence with the states around it.
  struct Step {
    let before: RemoteState
    let command: Command
    let transition: Transition
    var after: RemoteState { transition.state(after: before) }
  }

  /// The steps of many sequences: fifty commands each.
  static let steps: [Step] = (0..<120).flatMap { seed -> [Step] in
    var world = RandomWorld(seed: UInt64(seed))
    var state = world.state()
    return (0..<50).map { _ in
      let command = world.command(in: state)
      let step = Step(before: state, command: command, transition: apply(command, to: state))
      state = step.after
      return step
    }
  }

  /// The Worker a command names, by the state before and after it.
  private static func workers(_ step: Step, _ name: String) -> (before: RemoteWorker?, after: RemoteWorker?) {
    (step.before.workers[name].value ?? nil, step.after.workers[name].value ?? nil)
  }

  private static func names(of command: Command) -> [String] {
    switch command {
    case .deploy(let upload), .versionsUpload(let upload): [upload.target.worker]
    case .versionsDeploy(let deploy): [deploy.target.worker]
    case .rollback(let rollback): [rollback.target.worker]
    case .secret(let secret), .versionsSecret(let secret): [secret.target.worker]
    case .deleteWorker(let target, _): [target.worker]
    case .dashboard(let edit): [edit.target.worker]
    case .pagesSecret, .store, .storeSecret: []
    }
  }

  /// The sequences are worth something: they reach every outcome and most codes.
  @Test func sequencesReachEveryOutcome() {
    var codes: Set<Int> = []
    var done = 0
    for step in Self.steps {
      switch step.transition {
      case .done: done += 1
      case .refused(let refusal): if let code = refusal.code { codes.insert(code) }
      case .unknown: break
      }
    }
    #expect(done > Self.steps.count / 3)
    #expect(codes.isSuperset(of: [10007, 10053, 10056, 10057, 10214, 10215]))
  }

  @Test func whatIsKnownStaysKnown() {
    for step in Self.steps {
      if case .unknown = step.transition, !isList(step.command) { Issue.record("\(step.command.text) is unknown") }
    }
  }

  /// What `secret list` shows where latest and deployed differ is the one thing nobody knows
  /// (docs/facts/wrangler.md §6.5).
  private func isList(_ command: Command) -> Bool {
    switch command {
    case .secret(let secret), .versionsSecret(let secret): secret.action == .list
    default: false
    }
  }

  @Test func sharesAddUp() {
    for step in Self.steps {
      for (_, worker) in step.after.workers.present {
        for deployment in worker.deployments.elements {
          #expect(Deployment.addsUp(deployment.shares))
          #expect((1...2).contains(deployment.shares.count))
        }
      }
    }
  }

  @Test func versionsNeverChange() {
    for step in Self.steps {
      for name in Self.names(of: step.command) {
        let (before, after) = Self.workers(step, name)
        guard let before, let after else { continue }
        #expect(Array(after.versions.elements.prefix(before.versions.elements.count)) == before.versions.elements)
        #expect(after.versions.elements.count <= before.versions.elements.count + 1)
      }
    }
  }

  @Test func deploymentsAreOnlyAdded() {
    for step in Self.steps {
      for name in Self.names(of: step.command) {
        let (before, after) = Self.workers(step, name)
        guard let before, let after else { continue }
        let count = before.deployments.elements.count
        #expect(Array(after.deployments.elements.prefix(count)) == before.deployments.elements)
        #expect(after.deployments.elements.count <= count + 1)
      }
    }
  }

  @Test func whatIsDeployedExists() {
    for step in Self.steps {
      for (_, worker) in step.after.workers.present {
        let ids = Set(worker.versions.elements.map(\.id))
        #expect(worker.deployments.elements.allSatisfy { $0.shares.allSatisfy { ids.contains($0.version) } })
      }
    }
  }

  @Test func idsAndNumbersAreUnique() {
    for step in Self.steps {
      for (_, worker) in step.after.workers.present {
        let numbers = worker.versions.elements.compactMap(\.number.value)
        #expect(Set(worker.versions.elements.map(\.id)).count == worker.versions.elements.count)
        #expect(numbers == numbers.sorted() && Set(numbers).count == numbers.count)
      }
    }
  }

  @Test func secretsStayInTheirEnvironment() {
    for step in Self.steps {
      let touched = Self.names(of: step.command)
      for target in RandomWorld.targets where !touched.contains(target.worker) {
        #expect(step.after.workers[target.worker] == step.before.workers[target.worker])
      }
      if !touched.isEmpty { #expect(step.after.stores == step.before.stores) }
    }
  }

  @Test func refusedCommandsChangeNothing() {
    for step in Self.steps {
      guard case .refused(let refusal) = step.transition else { continue }
      #expect(step.after == step.before)
      #expect(apply(step.command, to: step.after) == .refused(refusal))
      #expect(refusal.sense.hasSuffix("."))
    }
  }

  @Test func theSameStepGivesTheSame() {
    for step in Self.steps { #expect(apply(step.command, to: step.before) == step.transition) }
  }

  @Test func readingChangesNothing() {
    for step in Self.steps {
      guard case .done(let outcome) = step.transition else { continue }
      let isDry =
        switch step.command {
        case .deploy(let upload), .versionsUpload(let upload): upload.isDryRun
        case .versionsDeploy(let deploy): deploy.isDryRun
        case .deleteWorker(_, let isDryRun): isDryRun
        case .storeSecret(let secret): !secret.isRemote || secret.action == .list
        default: isList(step.command)
        }
      if isDry { #expect(outcome.state == step.before) }
    }
  }

  /// Plain `deploy` never removes a secret; only a name of the upload itself takes its place
  /// (docs/facts/wrangler.md §6.2).
  @Test func uploadsKeepSecrets() {
    for step in Self.steps {
      guard case .done = step.transition else { continue }
      let upload: Upload
      switch step.command {
      case .deploy(let wanted), .versionsUpload(let wanted): upload = wanted
      default: continue
      }
      let (before, after) = Self.workers(step, upload.target.worker)
      let lost = Set(before?.latestBindings.listedSecrets ?? []).subtracting(after?.latestBindings.listedSecrets ?? [])
      #expect(lost.isSubset(of: upload.provided))
    }
  }

  /// What only makes a version leaves the traffic alone; what only moves traffic makes no version
  /// (docs/facts/wrangler.md §6.1).
  @Test func versionsAndTrafficAreApart() {
    for step in Self.steps {
      for name in Self.names(of: step.command) {
        let (before, after) = Self.workers(step, name)
        guard let before, let after else { continue }
        switch step.command {
        case .versionsUpload, .versionsSecret: #expect(after.deployments == before.deployments)
        case .versionsDeploy, .rollback: #expect(after.versions == before.versions)
        default: break
        }
      }
    }
  }

  /// `deploy` and `secret put/delete/bulk` end with the latest version alone in the traffic
  /// (docs/facts/wrangler.md §6.1).
  @Test func directChangesAreLiveAtOnce() {
    for step in Self.steps {
      guard case .done(let outcome) = step.transition, outcome.state != step.before else { continue }
      switch step.command {
      case .deploy, .secret:
        for name in Self.names(of: step.command) {
          #expect(Self.workers(step, name).after?.isLatestDeployed == .known(true))
        }
      default: break
      }
    }
  }

  /// A list shows exactly the secrets of the latest version, where latest and deployed agree
  /// (docs/facts/wrangler.md §6.5).
  @Test func listsShowTheLatestVersion() {
    for step in Self.steps {
      guard case .secret(let secret) = step.command, secret.action == .list,
        case .done(let outcome) = step.transition
      else { continue }
      let (before, _) = Self.workers(step, secret.target.worker)
      #expect(outcome.listing == before?.latestBindings.listedSecrets)
    }
  }

  /// Every change of a store secret leaves one entry, and nothing else does (docs/facts/wrangler.md §8.5).
  @Test func everyStoreChangeIsLogged() {
    for step in Self.steps {
      let added = step.after.auditLog.elements.count - step.before.auditLog.elements.count
      guard case .storeSecret(let secret) = step.command, secret.isRemote, secret.action != .list,
        case .done = step.transition
      else {
        #expect(added == 0)
        continue
      }
      #expect(added == 1)
      #expect(step.after.stores.present.count <= 1)
    }
  }
}
