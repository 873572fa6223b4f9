import DeployState
import TestSupport

extension RandomWorld {
  /// A state in which anything a saved state can hold may stand.
  mutating func savedState() -> RemoteState {
    var state = blurred(state())
    for _ in 0..<random.below(4) {
      state = apply(command(in: state), to: state).state(after: state)
    }
    state.account = Account(
      id: known(text()),
      plan: known(random.pick(Account.Plan.allCases)),
      access: Access(
        roles: known(Set(Access.Role.allCases.filter { _ in random.once(in: 2) })),
        permissions: known(Set(Access.Permission.allCases.filter { _ in random.once(in: 2) }))
      )
    )
    state.workers[text()] = .known(oddWorker())
    for _ in 0..<random.below(3) {
      var project = PagesProject(captures: captures())
      for environment in PagesProject.Environment.allCases { project[environment] = table() }
      state.pagesProjects[text()] = random.once(in: 4) ? .unknown : .known(random.once(in: 4) ? nil : project)
    }
    var secrets = Catalog<StoreSecret>(isComplete: random.once(in: 2))
    for _ in 0..<random.below(4) {
      secrets[text()] =
        random.once(in: 5) ? .known(nil) : random.once(in: 5) ? .unknown : .known(storeSecret())
    }
    state.stores[text()] = .known(SecretsStore(name: maybe(text()), secrets: secrets, captures: captures()))
    if random.once(in: 2) {
      state.auditLog = Timeline(
        (0..<random.below(4)).map { _ in auditEvent() },
        endsWithNewest: random.once(in: 2),
        isComplete: random.once(in: 2)
      )
    }
    return state
  }

  private mutating func oddWorker() -> RemoteWorker {
    var ids: Set<String> = []
    let versions = (0..<random.below(4)).map { index in
      Version(
        id: text(),
        number: known(1 + 10 * index + random.below(10)),
        bindings: table(),
        createdOn: maybe(text()),
        trigger: known(Version.Trigger(rawValue: text())),
        source: known(ChangeSource(rawValue: text())),
        tag: maybe(text()),
        message: maybe(text())
      )
    }
    var worker = RemoteWorker(listedSecrets: maybe(table()), isDraft: random.once(in: 2), captures: captures())
    worker.versions = Timeline(
      versions.filter { ids.insert($0.id).inserted },
      endsWithNewest: random.once(in: 2),
      isComplete: random.once(in: 2)
    )
    let percentage = Double.random(in: 0...100, using: &random)
    let shares = [
      Deployment.Share(version: "a", percentage: percentage),
      Deployment.Share(version: text() + "b", percentage: 100 - percentage),
    ]
    let split = Deployment(
      shares: shares,
      id: maybe(text()),
      createdOn: maybe(text()),
      source: known(.terraform),
      message: maybe(text())
    )
    worker.deployments = Timeline(
      [Deployment(of: text())] + (split.map { [$0] } ?? []),
      endsWithNewest: random.once(in: 2),
      isComplete: random.once(in: 2)
    )
    // Where all versions are known, no other one is deployed.
    if worker.versions.isComplete, worker.versions.endsWithNewest {
      worker.deployments.elements = worker.versions.elements.map { Deployment(of: $0.id) }
    }
    return worker
  }

  private mutating func table() -> BindingTable {
    var bindings: [String: RemoteBinding] = [:]
    for _ in 0..<random.below(4) {
      bindings[text()] = RemoteBinding(
        BindingType(rawValue: text()),
        mark: maybe(text()),
        storeSecret: random.once(in: 4) ? StoreReference(storeID: text(), secretName: text()) : nil
      )
    }
    return BindingTable(bindings, extent: random.pick(BindingTable.Extent.allCases))
  }

  private mutating func storeSecret() -> StoreSecret {
    StoreSecret(
      name: text(),
      scopes: known(Set((0..<random.below(3)).map { _ in StoreSecret.Scope(rawValue: text()) })),
      status: known(random.pick(StoreSecret.Status.allCases)),
      comment: maybe(text()),
      createdOn: maybe(text()),
      modifiedOn: maybe(text())
    )
  }

  private mutating func auditEvent() -> AuditEvent {
    let action: AuditEvent.Action = random.pick([
      .create(duplicatedFrom: nil), .create(duplicatedFrom: text()), .update(isValueModified: true),
      .update(isValueModified: false), .delete, .access,
    ])
    return AuditEvent(action, storeID: text(), secretID: text(), time: maybe(text()))
  }

  private mutating func captures() -> [Capture] {
    (0..<random.below(3)).map { _ in
      Capture(
        command: text(),
        time: random.pick(["2026-01-02T03:04:05Z", "2026-01-02T03:04:05.678+02:00"]),
        subject: maybe(text()),
        environment: maybe(text())
      )
    }
  }

  private mutating func known<Value: Sendable>(_ value: Value) -> Known<Value> {
    random.once(in: 2) ? .known(value) : .unknown
  }

  private mutating func maybe<Value>(_ value: Value) -> Value? { random.once(in: 2) ? value : nil }

  /// A text that is not empty, of characters that mean something to JSON, terminals and people.
  private mutating func text() -> String {
    let pieces = [
      "a", "B", "null", "unknown", "\"", "\\", "\n", "\t", "\u{0}", "\u{1B}[0m", "\u{7F}", "/", "//", "{", "]", "é",
      "😀",
      "\u{2028}", "e\u{301}", "\u{FEFF}", ",", ":", " ", "\r\n", "0",
    ]
    return (0...random.below(4)).map { _ in random.pick(pieces) }.joined()
  }
}
