/// Turns a state into the document of `paddock.state.json`.
///
/// Unknown parts are left out.
enum SavedStateWriter {
  static func document(_ state: RemoteState) -> StateText {
    var members: [StateText.Member] = [("schemaVersion", .number(Double(SavedState.schemaVersion)))]
    let account = account(state.account)
    if !account.isEmpty { members.append(("account", .object(account))) }
    add(catalog(state.workers, worker), as: "workers", to: &members)
    add(catalog(state.pagesProjects, pagesProject), as: "pagesProjects", to: &members)
    add(catalog(state.stores, store), as: "stores", to: &members)
    add(timeline(state.auditLog, auditEvent), as: "auditLog", to: &members)
    return .object(members)
  }

  // MARK: Parts

  private static func account(_ account: Account) -> [StateText.Member] {
    var members: [StateText.Member] = []
    add(account.id.value.map(StateText.text), as: "id", to: &members)
    add(account.plan.value.map { .text($0.rawValue) }, as: "plan", to: &members)
    add(account.access.roles.value.map { words($0.map(\.rawValue)) }, as: "roles", to: &members)
    add(account.access.permissions.value.map { words($0.map(\.rawValue)) }, as: "permissions", to: &members)
    return members
  }

  private static func worker(_ worker: RemoteWorker) -> StateText {
    var members: [StateText.Member] = []
    if worker.isDraft { members.append(("draft", .flag(true))) }
    add(captures(worker.captures), as: "captures", to: &members)
    add(timeline(worker.versions, version), as: "versions", to: &members)
    add(timeline(worker.deployments, deployment), as: "deployments", to: &members)
    // An answer that lists nothing is an answer.
    add(worker.listedSecrets.map(table), as: "listedSecrets", to: &members)
    return .object(members)
  }

  private static func version(_ version: Version) -> StateText {
    var members: [StateText.Member] = [("id", .text(version.id))]
    add(version.number.value.map { .number(Double($0)) }, as: "number", to: &members)
    add(version.createdOn.map(StateText.text), as: "createdOn", to: &members)
    add(version.source.value.map { .text($0.rawValue) }, as: "source", to: &members)
    add(version.trigger.value.map { .text($0.rawValue) }, as: "triggeredBy", to: &members)
    add(version.tag.map(StateText.text), as: "tag", to: &members)
    add(version.message.map(StateText.text), as: "message", to: &members)
    add(knownTable(version.bindings), as: "bindings", to: &members)
    return .object(members)
  }

  private static func deployment(_ deployment: Deployment) -> StateText {
    var members: [StateText.Member] = []
    add(deployment.id.map(StateText.text), as: "id", to: &members)
    add(deployment.createdOn.map(StateText.text), as: "createdOn", to: &members)
    add(deployment.source.value.map { .text($0.rawValue) }, as: "source", to: &members)
    add(deployment.message.map(StateText.text), as: "message", to: &members)
    let shares = deployment.shares.map { share in
      StateText.shortObject([("version", .text(share.version)), ("percentage", .number(share.percentage))])
    }
    members.append(("versions", .list(shares)))
    return .object(members)
  }

  private static func pagesProject(_ project: PagesProject) -> StateText {
    var members: [StateText.Member] = []
    add(captures(project.captures), as: "captures", to: &members)
    for environment in PagesProject.Environment.allCases {
      add(knownTable(project[environment]), as: environment.rawValue, to: &members)
    }
    return .object(members)
  }

  private static func store(_ store: SecretsStore) -> StateText {
    var members: [StateText.Member] = []
    add(store.name.map(StateText.text), as: "name", to: &members)
    add(captures(store.captures), as: "captures", to: &members)
    add(catalog(store.secrets, storeSecret), as: "secrets", to: &members)
    return .object(members)
  }

  private static func storeSecret(_ secret: StoreSecret) -> StateText {
    var members: [StateText.Member] = [("name", .text(secret.name))]
    add(secret.scopes.value.map { words($0.map(\.rawValue)) }, as: "scopes", to: &members)
    add(secret.status.value.map { .text($0.rawValue) }, as: "status", to: &members)
    add(secret.comment.map(StateText.text), as: "comment", to: &members)
    add(secret.createdOn.map(StateText.text), as: "createdOn", to: &members)
    add(secret.modifiedOn.map(StateText.text), as: "modifiedOn", to: &members)
    return .object(members)
  }

  private static func auditEvent(_ event: AuditEvent) -> StateText {
    var members: [StateText.Member] = []
    add(event.time.map(StateText.text), as: "time", to: &members)
    members.append(("action", .text(event.action.word)))
    switch event.action {
    case .create(.some(let id)): members.append(("duplicatedFrom", .text(id)))
    case .update(let isValueModified): members.append(("valueModified", .flag(isValueModified)))
    case .create(.none), .delete, .access: break
    }
    members += [("store", .text(event.storeID)), ("secret", .text(event.secretID))]
    return .shortObject(members)
  }

  private static func captures(_ captures: [Capture]) -> StateText? {
    guard !captures.isEmpty else { return nil }
    return .list(
      captures.map { capture in
        var members: [StateText.Member] = [("command", .text(capture.command)), ("time", .text(capture.time))]
        add(capture.subject.map(StateText.text), as: "subject", to: &members)
        add(capture.environment.map(StateText.text), as: "environment", to: &members)
        return .shortObject(members)
      }
    )
  }

  // MARK: Collections

  private static func knownTable(_ table: BindingTable) -> StateText? {
    table == .unknown ? nil : Self.table(table)
  }

  private static func table(_ table: BindingTable) -> StateText {
    let entries = table.bindings.sorted { $0.key < $1.key }.map { name, binding -> StateText.Member in
      guard binding.mark != nil || binding.storeSecret != nil else { return (name, .text(binding.type.rawValue)) }
      var members: [StateText.Member] = [("type", .text(binding.type.rawValue))]
      add(binding.storeSecret.map { .text($0.storeID) }, as: "store", to: &members)
      add(binding.storeSecret.map { .text($0.secretName) }, as: "secret", to: &members)
      add(binding.mark.map(StateText.text), as: "mark", to: &members)
      return (name, .shortObject(members))
    }
    return .object([("listed", .text(table.extent.word)), ("entries", .object(entries))])
  }

  private static func catalog<Element>(_ catalog: Catalog<Element>, _ write: (Element) -> StateText) -> StateText? {
    if catalog.entries.isEmpty, !catalog.isComplete { return nil }
    let entries = catalog.entries.sorted { $0.key < $1.key }.map { name, entry -> StateText.Member in
      switch entry {
      case .unknown: (name, .text(SavedState.unknownWord))
      case .known(.none): (name, .null)
      case .known(.some(let element)): (name, write(element))
      }
    }
    return .object([("complete", .flag(catalog.isComplete)), ("entries", .object(entries))])
  }

  private static func timeline<Element>(_ timeline: Timeline<Element>, _ write: (Element) -> StateText) -> StateText? {
    if timeline.elements.isEmpty, !timeline.endsWithNewest, !timeline.isComplete { return nil }
    return .object([
      ("complete", .flag(timeline.isComplete)),
      ("endsWithNewest", .flag(timeline.endsWithNewest)),
      ("entries", .list(timeline.elements.map(write))),
    ])
  }

  private static func words(_ words: [String]) -> StateText { .shortList(words.sorted().map(StateText.text)) }

  private static func add(_ value: StateText?, as key: String, to members: inout [StateText.Member]) {
    if let value { members.append((key, value)) }
  }
}
