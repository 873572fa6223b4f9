import Documents

extension SavedStateReader {
  mutating func account(_ node: Node) -> Account {
    var account = Account()
    guard let table = object(node, "`account`", keys: ["id", "plan", "roles", "permissions"]) else { return account }
    if let id = text(table, "id") { account.id = .known(id) }
    if let node = table["plan"], let plan = choice(node, "plan", of: Account.Plan.self) { account.plan = .known(plan) }
    account.access.roles = choices(table["roles"], "roles", of: Access.Role.self)
    account.access.permissions = choices(table["permissions"], "permissions", of: Access.Permission.self)
    return account
  }

  private mutating func choices<Choice: RawRepresentable & CaseIterable & Hashable>(
    _ node: Node?,
    _ key: String,
    of type: Choice.Type
  ) -> Known<Set<Choice>> where Choice.RawValue == String {
    guard let node else { return .unknown }
    var set: Set<Choice> = []
    for element in array(node, "`\(key)`") {
      if let choice = choice(element, key, of: type) { set.insert(choice) }
    }
    return .known(set)
  }

  mutating func worker(_ node: Node) -> RemoteWorker? {
    let keys = ["draft", "captures", "versions", "deployments", "listedSecrets"]
    guard let table = object(node, "a Worker", keys: keys) else { return nil }
    var worker = RemoteWorker()
    worker.isDraft = flag(table, "draft") ?? false
    worker.captures = captures(table["captures"])
    var ids: Set<String> = []
    worker.versions = timeline(table["versions"], "`versions`") { reader, node in
      let version = reader.version(node)
      if let id = version?.id, !ids.insert(id).inserted {
        reader.fail(node.region, "the version \(id) stands here a second time; remove one of them")
      }
      return version
    }
    worker.deployments = timeline(table["deployments"], "`deployments`") { $0.deployment($1) }
    worker.listedSecrets = table["listedSecrets"].map { self.table($0, "`listedSecrets`") }
    return worker
  }

  private mutating func version(_ node: Node) -> Version? {
    let keys = ["id", "number", "createdOn", "source", "triggeredBy", "tag", "message", "bindings"]
    guard let table = object(node, "a version", keys: keys) else { return nil }
    return Version(
      id: name(table, "id", in: node, "a version"),
      number: number(table),
      bindings: table["bindings"].map { self.table($0, "`bindings`") } ?? .unknown,
      createdOn: text(table, "createdOn"),
      trigger: text(table, "triggeredBy").map { .known(Version.Trigger(rawValue: $0)) } ?? .unknown,
      source: changeSource(table),
      tag: text(table, "tag"),
      message: text(table, "message")
    )
  }

  private mutating func number(_ table: Table) -> Known<Int> {
    guard let node = table["number"] else { return .unknown }
    guard let number = node.integer, number > 0 else {
      fail(node.region, "`number` must be a whole number from 1")
      return .unknown
    }
    return .known(Int(number))
  }

  private mutating func changeSource(_ table: Table) -> Known<ChangeSource> {
    text(table, "source").map { .known(ChangeSource(rawValue: $0)) } ?? .unknown
  }

  private mutating func deployment(_ node: Node) -> Deployment? {
    let keys = ["id", "createdOn", "source", "message", "versions"]
    guard let table = object(node, "a deployment", keys: keys) else { return nil }
    guard let versions = table["versions"] else {
      fail(node.region, "a deployment needs its `versions`")
      return nil
    }
    let errorsBefore = errors.count
    let shares = array(versions, "`versions` of a deployment").compactMap { share($0) }
    let deployment = Deployment(
      shares: shares,
      id: text(table, "id"),
      createdOn: text(table, "createdOn"),
      source: changeSource(table),
      message: text(table, "message")
    )
    if deployment == nil, errors.count == errorsBefore {
      fail(versions.region, "a deployment has one or two different versions whose percentages add up to 100")
    }
    return deployment
  }

  private mutating func share(_ node: Node) -> Deployment.Share? {
    guard let table = object(node, "a share", keys: ["version", "percentage"]) else { return nil }
    let version = name(table, "version", in: node, "a share")
    guard let percentage = table["percentage"]?.number else {
      fail((table["percentage"] ?? node).region, "a share needs a `percentage` from 0 to 100")
      return nil
    }
    return Deployment.Share(version: version, percentage: percentage)
  }

  mutating func pagesProject(_ node: Node) -> PagesProject? {
    let environments = PagesProject.Environment.allCases
    guard let table = object(node, "a Pages project", keys: ["captures"] + environments.map(\.rawValue)) else {
      return nil
    }
    var project = PagesProject(captures: captures(table["captures"]))
    for environment in environments {
      if let node = table[environment.rawValue] {
        project[environment] = self.table(node, "`\(environment.rawValue)`")
      }
    }
    return project
  }

  mutating func store(_ node: Node) -> SecretsStore? {
    guard let table = object(node, "a store", keys: ["name", "captures", "secrets"]) else { return nil }
    return SecretsStore(
      name: text(table, "name"),
      secrets: catalog(table["secrets"], "`secrets`") { $0.storeSecret($1) },
      captures: captures(table["captures"])
    )
  }

  private mutating func storeSecret(_ node: Node) -> StoreSecret? {
    let keys = ["name", "scopes", "status", "comment", "createdOn", "modifiedOn"]
    guard let table = object(node, "a store secret", keys: keys) else { return nil }
    var secret = StoreSecret(name: name(table, "name", in: node, "a store secret"))
    if let scopes = table["scopes"] { secret.scopes = .known(Set(self.scopes(scopes))) }
    if let status = table["status"], let known = choice(status, "status", of: StoreSecret.Status.self) {
      secret.status = .known(known)
    }
    secret.comment = text(table, "comment")
    secret.createdOn = text(table, "createdOn")
    secret.modifiedOn = text(table, "modifiedOn")
    return secret
  }

  private mutating func scopes(_ node: Node) -> [StoreSecret.Scope] {
    array(node, "`scopes`").compactMap { element in
      if element.string == nil { fail(element.region, "a scope must be a string, not \(element.kindInWords)") }
      return element.string.map { StoreSecret.Scope(rawValue: $0) }
    }
  }

  mutating func auditEvent(_ node: Node) -> AuditEvent? {
    let keys = ["time", "action", "duplicatedFrom", "valueModified", "store", "secret"]
    guard let table = object(node, "an entry of the audit log", keys: keys) else { return nil }
    guard let actionNode = table["action"] else {
      fail(node.region, "an entry of the audit log needs an `action`")
      return nil
    }
    let actions: [AuditEvent.Action] = [
      .create(duplicatedFrom: text(table, "duplicatedFrom")),
      .update(isValueModified: flag(table, "valueModified") ?? false), .delete, .access,
    ]
    guard let action = choice(actionNode, "action", actions.map { ($0.word, $0) }) else { return nil }
    return AuditEvent(
      action,
      storeID: name(table, "store", in: node, "an entry of the audit log"),
      secretID: name(table, "secret", in: node, "an entry of the audit log"),
      time: text(table, "time")
    )
  }

  private mutating func captures(_ node: Node?) -> [Capture] {
    guard let node else { return [] }
    var captures: [Capture] = []
    for element in array(node, "`captures`") {
      guard let table = object(element, "a capture", keys: ["command", "time", "subject", "environment"]) else {
        continue
      }
      let time = name(table, "time", in: element, "a capture")
      if let node = table["time"], !time.isEmpty, CaptureTime.seconds(of: time) == nil {
        fail(node.region, "`time` must be a time such as 2026-01-02T03:04:05Z")
      }
      captures.append(
        Capture(
          command: name(table, "command", in: element, "a capture"),
          time: time,
          subject: text(table, "subject"),
          environment: text(table, "environment")
        )
      )
    }
    return captures
  }
}

extension Node {
  /// The value of a number, whole or not.
  var number: Double? {
    switch value {
    case .integer(let number): Double(number)
    case .float(let number): number
    default: nil
    }
  }
}
