import DeployState
import Documents

/// Asks wrangler what a state needs, in as few commands as possible.
struct WranglerCapture {
  private let wrangler: Wrangler
  private let origin: CaptureOrigin

  init(_ wrangler: Wrangler, origin: CaptureOrigin) {
    self.wrangler = wrangler
    self.origin = origin
  }

  /// The versions and deployments of the Worker, and all bindings of the versions that matter: the latest and those
  /// that are deployed.
  ///
  /// `--env` is not passed: together with `--name`, wrangler would add the environment to the name once more.
  func captureWorker(in state: inout RemoteState) throws(CommandError) {
    guard let name = origin.worker else { return }
    let options = ["--name", name, "--json"]
    let listing = try output(["versions", "list"] + options, .versionsList)
    if case .workerMissing? = listing?.facts {
      state = try StateCaptureCommand.recording([listing].compactMap(\.self), in: state, from: origin)
      return
    }
    let deployments = try output(["deployments", "list"] + options, .deployments)
    let outputs = [listing, deployments].compactMap(\.self)
    state = try StateCaptureCommand.recording(outputs, in: state, from: origin)
    guard case .known(.some(let worker)) = state.workers[name] else { return }
    var wanted = worker.latest.value?.map { [$0.id] } ?? []
    for share in worker.currentDeployment.value??.shares ?? [] where !wanted.contains(share.version) {
      wanted.append(share.version)
    }
    var views: [CapturedOutput] = []
    for id in wanted {
      // A version never changes: what is known of it stays true.
      if case .known(.some(let version)) = worker.version(id), version.bindings.extent == .everything { continue }
      if let view = try output(["versions", "view", id] + options, .versionsView) { views.append(view) }
    }
    state = try StateCaptureCommand.recording(views, in: state, from: origin)
  }

  /// The secrets of both environments of a Pages project.
  func capturePages(_ project: String, in state: inout RemoteState) throws(CommandError) {
    var outputs: [CapturedOutput] = []
    for environment in PagesProject.Environment.allCases {
      let arguments = ["pages", "secret", "list", "--project-name", project, "--env", environment.rawValue]
      if let output = try output(arguments, .pagesSecretList) { outputs.append(output) }
    }
    let origin = CaptureOrigin(worker: project, time: origin.time)
    state = try StateCaptureCommand.recording(outputs, in: state, from: origin)
  }

  /// Whether a version of the Worker binds a secret of a store.
  func bindsStoreSecrets(in state: RemoteState) -> Bool {
    guard let name = origin.worker, case .known(.some(let worker)) = state.workers[name] else { return false }
    return worker.versions.elements.contains { version in
      version.bindings.bindings.values.contains { $0.type == .storeSecret }
    }
  }

  /// The stores of the account with their secrets, of which there are at most 100 (docs/facts/wrangler.md §7).
  func captureStores(in state: inout RemoteState) throws(CommandError) {
    guard let list = try output(["secrets-store", "store", "list", "--remote"], .storeList) else { return }
    var outputs = [list]
    if case .stores(let stores) = list.facts {
      for store in stores {
        let arguments = ["secrets-store", "secret", "list", store.id, "--remote", "--per-page", "100"]
        if let output = try output(arguments, .storeSecretList, store: store.id) { outputs.append(output) }
      }
    }
    state = try StateCaptureCommand.recording(outputs, in: state, from: origin)
  }

  // MARK: Answers

  /// What a command says; `nil` when it says nothing.
  private func output(
    _ arguments: [String],
    _ kind: CaptureKind,
    store: String? = nil
  ) throws(CommandError) -> CapturedOutput? {
    let name = Wrangler.shown(arguments)
    switch try wrangler.run(arguments) {
    case .workerMissing: return CapturedOutput(.workerMissing, path: name)
    case .nothingListed:
      guard let store else { return CapturedOutput(.stores([]), path: name) }
      return CapturedOutput(.storeSecrets(.none(in: store)), path: name)
    case .output(let bytes):
      do {
        return try CapturedOutput.read(Source(path: name, bytes: bytes), as: kind)
      } catch {
        throw CommandError(message: error.description)
      }
    }
  }
}
