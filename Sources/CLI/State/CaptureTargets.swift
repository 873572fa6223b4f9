import DeployState
import Documents
import Text
import Workers

/// What wrangler is asked about: Workers, with the environments that lead to them, Pages projects and stores.
struct CaptureTargets {
  private(set) var workers: [(name: String, environment: String?)] = []
  private(set) var pagesProjects: [String] = []
  var wantsStores = false

  /// Adds a Worker, once.
  mutating func add(worker name: String, environment: String?) {
    if !workers.contains(where: { $0.name == name }) { workers.append((name, environment)) }
  }

  mutating func add(pagesProject name: String) {
    if !pagesProjects.contains(name) { pagesProjects.append(name) }
  }

  /// Adds what a configuration deploys to.
  ///
  /// - Parameter environments: by name, "" for the top level; empty: all of them.
  /// - Throws: `CommandError` for one that the configuration does not define, or that has no name.
  mutating func add(_ environments: [String], of config: WranglerConfig) throws(CommandError) {
    if config.isPages {
      guard let name = config.topLevel.workerName else {
        throw Self.unnamed(config, "Pages project", "--pages-project")
      }
      return add(pagesProject: name)
    }
    let names = environments.isEmpty ? config.environments.map { $0.name ?? "" } : environments
    for name in names {
      guard let input = DeployInput(config: config, environment: name) else {
        let defined = config.namedEnvironments.compactMap(\.name)
        throw CommandError(message: TypedCommands.environmentNotDefined(name, among: defined))
      }
      guard let worker = input.workerName else { throw Self.unnamed(config, "Worker", "--worker") }
      add(worker: worker, environment: input.environment)
      if !input.storeBindings.isEmpty { wantsStores = true }
    }
  }

  private static func unnamed(_ config: WranglerConfig, _ what: String, _ option: String) -> CommandError {
    CommandError(message: "\(config.source.path) does not name the \(what); name it with \(option) NAME")
  }

  /// Where each answer is from, the Workers first.
  func origins(at time: String) -> [CaptureOrigin] {
    workers.isEmpty
      ? [CaptureOrigin(worker: nil, time: time)]
      : workers.map { CaptureOrigin(worker: $0.name, environment: $0.environment, time: time) }
  }

  /// Asks wrangler, and adds what it says to a state.
  func record(_ wrangler: Wrangler, at time: String, in state: inout RemoteState) throws(CommandError) {
    let runs = origins(at: time).map { WranglerCapture(wrangler, origin: $0) }
    for run in runs { try run.captureWorker(in: &state) }
    for project in pagesProjects { try runs[0].capturePages(project, in: &state) }
    let known = state
    if wantsStores || runs.contains(where: { $0.bindsStoreSecrets(in: known) }) {
      try runs[0].captureStores(in: &state)
    }
  }
}
