import DeployState
import Reports

/// What a capture has brought, and what is still unknown, in a line for each thing captured.
struct CaptureSummary {
  private let state: RemoteState
  private let origin: CaptureOrigin
  private let now: Int

  /// - Parameter now: an ISO 8601 time.
  init(_ state: RemoteState, origin: CaptureOrigin, now: String) {
    self.state = state
    self.origin = origin
    self.now = CaptureTime.seconds(of: now) ?? 0
  }

  var lines: [String] {
    var lines: [String] = []
    if let name = origin.worker {
      switch state.workers[name] {
      case .known(.some(let worker)): lines += self.lines(of: worker, named: name)
      case .known(.none): lines.append("there is no Worker \(name)")
      case .unknown: break
      }
    }
    for (name, project) in state.pagesProjects.present where project.captures.contains(where: isNew) {
      let parts = PagesProject.Environment.allCases.map { environment in
        "\(environment.rawValue) \(project[environment].secretNames.value.map { Words.count($0.count, "secret") } ?? "unknown")"
      }
      lines.append("Pages project \(name): " + parts.joined(separator: ", ") + age(project.captures))
    }
    for (id, store) in state.stores.present where store.captures.contains(where: isNew) {
      let all = store.secrets.isFullyKnown ? ", all of them" : ", perhaps more"
      let secrets = Words.count(store.liveSecrets.count, "secret")
      lines.append("store \(store.name ?? id): \(secrets)\(all)" + age(store.captures))
    }
    return lines
  }

  private func isNew(_ capture: Capture) -> Bool { capture.time == origin.time }

  // MARK: Workers

  private func lines(of worker: RemoteWorker, named name: String) -> [String] {
    let place = origin.environment.map { " (environment \($0))" } ?? ""
    let known = [versions(of: worker), bindings(of: worker), deployment(of: worker)]
    return ["Worker \(name)\(place): " + known.joined(separator: "; ") + age(worker.captures)]
      + advice(worker)
  }

  private func versions(of worker: RemoteWorker) -> String {
    let versions = worker.versions
    if versions.newest == .known(nil) { return "no versions" }
    let count = Words.count(versions.elements.count, "version")
    if versions.isComplete, versions.endsWithNewest { return "\(count), all of them" }
    return versions.endsWithNewest ? "\(count), with the latest" : count
  }

  private func bindings(of worker: RemoteWorker) -> String {
    let table = worker.latestBindings
    if worker.versions.newest == .known(nil) { return "no bindings" }
    let which = worker.assumesListIsLatest ? "the latest or the deployed one" : "the latest"
    switch table.extent {
    case .everything: return "\(Words.count(table.bindings.count, "binding")) of \(which), all of them"
    case .allSecrets: return "\(Words.count(table.listedSecrets.count, "secret")) of \(which), other bindings unknown"
    case .some: return "bindings of the latest unknown"
    }
  }

  private func deployment(of worker: RemoteWorker) -> String {
    switch worker.currentDeployment {
    case .unknown: return "deployment unknown"
    case .known(.none): return "nothing deployed"
    case .known(.some(let deployment)):
      let shares = deployment.shares.map { "\($0.version) at \(Deployment.Share.text(of: $0.percentage)) %" }
      return "deployed \(shares.joined(separator: ", "))"
    }
  }

  /// What to capture besides, most telling first.
  private func advice(_ worker: RemoteWorker) -> [String] {
    var advice: [String] = []
    if !worker.versions.newest.isKnown {
      advice.append("to know which version is the latest, add `\(CaptureKind.versionsList.command)`")
    }
    if !worker.currentDeployment.isKnown {
      advice.append("to know what is deployed, add `\(CaptureKind.deployments.command)`")
    }
    if case .known(.some(let latest)) = worker.latest, latest.bindings.extent != .everything {
      let command = "wrangler versions view \(latest.id) --json"
      advice.append("to know what the latest version binds, add `\(command)`")
    }
    return advice
  }

  // MARK: Words

  /// How old the oldest part is that may have changed since.
  private func age(_ captures: [Capture]) -> String {
    let changing = captures.contains(where: \.ages) ? captures.filter(\.ages) : captures
    guard let oldest = changing.compactMap({ CaptureTime.seconds(of: $0.time) }).min() else { return "" }
    return "; captured " + Self.words(forAge: now - oldest)
  }

  /// An age in its largest unit: "now", "3 minutes ago".
  static func words(forAge seconds: Int) -> String {
    seconds < 60 ? "now" : "\(CaptureAge.words(seconds)) ago"
  }
}
