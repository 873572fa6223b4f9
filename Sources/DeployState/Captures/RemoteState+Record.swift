extension RemoteState {
  /// The same with what some outputs of one Worker, project or account tell.
  ///
  /// What is known and not contradicted stays, such as the bindings of versions, which never change.
  ///
  /// - Parameter outputs: in any order.
  /// - Throws: the place of the first output that does not fit to the others or to what is known.
  package func recording(
    _ outputs: [CapturedOutput],
    from origin: CaptureOrigin
  ) throws(StateFileError) -> RemoteState {
    var state = self
    // Listings come last: what they show is the order of things.
    for output in outputs.enumerated().sorted(by: {
      ($0.element.facts.rank, $0.offset) < ($1.element.facts.rank, $1.offset)
    }).map(\.element) {
      do throws(CaptureConflict) {
        try state.record(output.facts, from: origin)
      } catch {
        throw output.refusal(error.message)
      }
    }
    state.completeStores(outputs)
    try state.checkDeployment(outputs, from: origin)
    return state
  }

  private mutating func record(_ facts: CapturedFacts, from origin: CaptureOrigin) throws(CaptureConflict) {
    switch facts {
    case .stores(let listed): recordStores(listed, facts, origin)
    case .storeSecrets(let page): try recordStoreSecrets(page, facts, origin)
    case .pagesSecrets(let secrets): try recordPages(secrets, facts, origin)
    case .workerMissing: workers[try name(origin, "a Worker")] = .known(nil)
    default: try recordWorker(facts, origin)
    }
  }

  private func name(_ origin: CaptureOrigin, _ what: String) throws(CaptureConflict) -> String {
    guard let name = origin.worker else {
      throw CaptureConflict(message: "the output does not name \(what); say which one it is about with --worker NAME")
    }
    return name
  }

  // MARK: Workers

  private mutating func recordWorker(_ facts: CapturedFacts, _ origin: CaptureOrigin) throws(CaptureConflict) {
    let name = try name(origin, "the Worker")
    var worker = RemoteWorker()
    if case .known(.some(let known)) = workers[name] { worker = known }
    switch facts {
    case .secrets(let table): worker.listedSecrets = table
    case .versionSecrets(let secrets): try worker.take(secrets)
    case .versions(let versions): try worker.take(listed: versions)
    case .version(let version): try worker.take(version)
    case .deployments(let deployments): try worker.take(listed: deployments)
    case .currentDeployment(let deployment): worker.take(current: deployment)
    case .stores, .storeSecrets, .pagesSecrets, .workerMissing: return
    }
    worker.captures.record(facts, of: name, origin)
    workers[name] = .known(worker)
  }

  /// The current deployment names versions of its own Worker, which a full list just captured must show.
  private func checkDeployment(_ outputs: [CapturedOutput], from origin: CaptureOrigin) throws(StateFileError) {
    guard let name = origin.worker, case .known(.some(let worker)) = workers[name],
      case .known(.some(let deployment)) = worker.currentDeployment,
      worker.versions.isComplete, worker.versions.endsWithNewest,
      outputs.contains(where: { if case .versions = $0.facts { true } else { false } }),
      let output = outputs.first(where: { $0.facts.tellsDeployment }),
      let stranger = deployment.shares.first(where: { worker.version($0.version) == .known(nil) })
    else { return }
    throw output.refusal(
      "version \(stranger.version), which is deployed here, is not in the list of all versions: these are of two "
        + "Workers or of two times; capture both again"
    )
  }

  // MARK: Pages

  private mutating func recordPages(
    _ secrets: CapturedFacts.PagesSecrets,
    _ facts: CapturedFacts,
    _ origin: CaptureOrigin
  ) throws(CaptureConflict) {
    if let project = secrets.project, let wanted = origin.worker, project != wanted {
      throw CaptureConflict(message: "this is of the Pages project \(project), not of \(wanted)")
    }
    let name = if let project = secrets.project { project } else { try name(origin, "the Pages project") }
    var project = PagesProject()
    if case .known(.some(let known)) = pagesProjects[name] { project = known }
    project[secrets.environment] = .secrets(secrets.names)
    project.captures.record(facts, of: name, origin, environment: secrets.environment.rawValue)
    pagesProjects[name] = .known(project)
  }

  // MARK: Stores

  private mutating func recordStores(
    _ listed: [CapturedFacts.ListedStore],
    _ facts: CapturedFacts,
    _ origin: CaptureOrigin
  ) {
    for listing in listed {
      var store = SecretsStore()
      if case .known(.some(let known)) = stores[listing.id] { store = known }
      store.name = listing.name
      store.captures.record(facts, of: listing.id, origin)
      stores[listing.id] = .known(store)
    }
    if listed.count < CapturedFacts.listLimit {
      stores.isComplete = true
      let ids = Set(listed.map(\.id))
      stores.entries = stores.entries.filter { ids.contains($0.key) }
    }
  }

  private mutating func recordStoreSecrets(
    _ page: CapturedFacts.StoreSecretPage,
    _ facts: CapturedFacts,
    _ origin: CaptureOrigin
  ) throws(CaptureConflict) {
    guard let id = storeID(of: page) else {
      throw CaptureConflict(
        message: "the output does not name its store; keep the line `Listing secrets... (store-id: …)`, or capture "
          + "`\(CaptureKind.storeList.command)` too"
      )
    }
    var store = SecretsStore()
    if case .known(.some(let known)) = stores[id] { store = known }
    if page.heading?.page ?? 1 == 1 { store.secrets = Catalog() }
    for (id, secret) in page.secrets { store.secrets[id] = .known(secret) }
    store.captures.record(facts, of: id, origin)
    stores[id] = .known(store)
  }

  /// The store of the heading, else the only one there is: an account has one (docs/facts/wrangler.md §7).
  private func storeID(of page: CapturedFacts.StoreSecretPage) -> String? {
    if let heading = page.heading { return heading.storeID }
    return stores.present.count == 1 ? stores.present[0].name : nil
  }

  /// A store is fully listed by its pages from the first to one that is not full.
  private mutating func completeStores(_ outputs: [CapturedOutput]) {
    var pages: [String: [CapturedFacts.StoreSecretPage]] = [:]
    for output in outputs {
      if case .storeSecrets(let page) = output.facts, let heading = page.heading {
        pages[heading.storeID, default: []].append(page)
      }
    }
    for (id, pages) in pages {
      let sorted = pages.sorted { ($0.heading?.page ?? 0) < ($1.heading?.page ?? 0) }
      let size = sorted[0].heading?.pageSize ?? 0
      let isWhole = sorted.enumerated().allSatisfy { index, page in
        let isFull = page.secrets.count >= size
        return page.heading?.page == index + 1 && page.heading?.pageSize == size
          && isFull == (index < sorted.count - 1)
      }
      if isWhole, case .known(.some(var store)) = stores[id] {
        store.secrets.isComplete = true
        stores[id] = .known(store)
      }
    }
  }
}

extension CapturedOutput {
  fileprivate func refusal(_ message: String) -> StateFileError {
    StateFileError(path: path, position: position, message: message)
  }
}

extension CapturedFacts {
  /// The order in which facts are recorded.
  fileprivate var rank: Int {
    switch self {
    case .workerMissing, .secrets, .pagesSecrets, .stores: 0
    case .storeSecrets(let page): page.heading?.page ?? 1
    case .versionSecrets: 1
    case .version: 2
    case .currentDeployment: 3
    case .deployments: 4
    case .versions: 5
    }
  }

  fileprivate var tellsDeployment: Bool {
    switch self {
    case .versionSecrets, .currentDeployment, .deployments: true
    default: false
    }
  }
}

extension [Capture] {
  /// Puts a capture in place of an earlier one of the same command; they are kept by command.
  fileprivate mutating func record(
    _ facts: CapturedFacts,
    of subject: String,
    _ origin: CaptureOrigin,
    environment: String? = nil
  ) {
    let capture = Capture(
      command: facts.command,
      time: origin.time,
      subject: subject,
      environment: environment ?? origin.environment
    )
    removeAll { $0.command == capture.command }
    append(capture)
    sort { $0.command < $1.command }
  }
}
