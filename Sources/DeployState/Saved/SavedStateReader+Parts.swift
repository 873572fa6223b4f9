import Documents

extension SavedStateReader {
  mutating func account() -> Account {
    var account = Account()
    object("`account`", optional: ["id", "plan", "roles", "permissions"]) { reader, key in
      switch key {
      case "id": if let id = reader.text(key) { account.id = .known(id) }
      case "plan": if let plan = reader.choice(key, of: Account.Plan.self) { account.plan = .known(plan) }
      case "roles": account.access.roles = .known(reader.choices(key, of: Access.Role.self))
      default: account.access.permissions = .known(reader.choices(key, of: Access.Permission.self))
      }
    }
    return account
  }

  private mutating func choices<Choice: RawRepresentable & CaseIterable & Hashable>(
    _ key: String,
    of type: Choice.Type
  ) -> Set<Choice> where Choice.RawValue == String {
    var set: Set<Choice> = []
    array("`\(key)`") { reader in
      if let choice = reader.choice(key, of: type) { set.insert(choice) }
    }
    return set
  }

  mutating func worker() -> RemoteWorker? {
    var worker = RemoteWorker()
    var start = 0
    let keys = ["draft", "captures", "versions", "deployments", "listedSecrets"]
    object("a Worker", optional: keys) { reader, key in
      switch key {
      case "draft": worker.isDraft = reader.flag(key)
      case "captures": worker.captures = reader.captures()
      case "versions": worker.versions = reader.versions()
      case "deployments":
        _ = reader.cursor.kind()
        start = reader.cursor.position
        worker.deployments = reader.timeline("`deployments`") { $0.deployment() }
      default: worker.listedSecrets = reader.table("`listedSecrets`")
      }
    }
    if worker.versions.isComplete, worker.versions.endsWithNewest {
      let ids = Set(worker.versions.elements.map(\.id))
      let shares = worker.deployments.elements.flatMap(\.shares)
      if let stranger = shares.first(where: { !ids.contains($0.version) }) {
        fail(at: start, "the version \(stranger.version) is deployed and is not among `versions`, which are complete")
      }
    }
    return worker
  }

  private mutating func versions() -> Timeline<Version> {
    var ids: Set<String> = []
    var last: Int?
    return timeline("`versions`") { reader in
      _ = reader.cursor.kind()
      let start = reader.cursor.position
      let version = reader.version()
      if !version.id.isEmpty, !ids.insert(version.id).inserted {
        reader.fail(at: start, "the version \(version.id) stands here a second time; remove one of them")
      }
      if case .known(let number) = version.number {
        if let last, number <= last {
          reader.fail(
            at: start,
            "the version with number \(number) stands behind number \(last); the oldest comes first"
          )
        }
        last = number
      }
      return version
    }
  }

  private mutating func version() -> Version {
    var id = ""
    var number = Known<Int>.unknown
    var createdOn: String?
    var source: String?
    var trigger: String?
    var tag: String?
    var message: String?
    var bindings = BindingTable.unknown
    let keys = ["number", "createdOn", "source", "triggeredBy", "tag", "message", "bindings"]
    object("a version", required: ["id"], optional: keys) { reader, key in
      switch key {
      case "id": id = reader.name(key)
      case "number": if let (_, whole) = reader.integer(key) { number = .known(Int(whole)) }
      case "createdOn": createdOn = reader.text(key)
      case "source": source = reader.text(key)
      case "triggeredBy": trigger = reader.text(key)
      case "tag": tag = reader.text(key)
      case "message": message = reader.text(key)
      default: bindings = reader.table("`bindings`")
      }
    }
    return Version(
      id: id,
      number: number,
      bindings: bindings,
      createdOn: createdOn,
      trigger: trigger.map { .known(Version.Trigger(rawValue: $0)) } ?? .unknown,
      source: source.map { .known(ChangeSource(rawValue: $0)) } ?? .unknown,
      tag: tag,
      message: message
    )
  }

  private mutating func deployment() -> Deployment? {
    var shares: [Deployment.Share] = []
    var versionsStart: Int?
    var texts: [String: String] = [:]
    let mistakesBefore = mistakes.count
    object(
      "a deployment",
      required: ["versions"],
      optional: ["id", "createdOn", "source", "message"]
    ) { reader, key in
      if key == "versions" {
        _ = reader.cursor.kind()
        versionsStart = reader.cursor.position
        reader.array("`versions` of a deployment") { reader in
          if let share = reader.share() { shares.append(share) }
        }
      } else {
        texts[key] = reader.text(key)
      }
    }
    let deployment = Deployment(
      shares: shares,
      id: texts["id"],
      createdOn: texts["createdOn"],
      source: texts["source"].map { .known(ChangeSource(rawValue: $0)) } ?? .unknown,
      message: texts["message"]
    )
    if deployment == nil, let versionsStart, mistakes.count == mistakesBefore {
      fail(at: versionsStart, "a deployment has one or two different versions whose percentages add up to 100")
    }
    return deployment
  }

  private mutating func share() -> Deployment.Share? {
    var version = ""
    var percentage: Double?
    object("a share", required: ["version", "percentage"]) { reader, key in
      if key == "version" {
        version = reader.name(key)
      } else if reader.expect(.number, "`percentage`") {
        percentage = reader.cursor.number()
      }
    }
    return percentage.map { Deployment.Share(version: version, percentage: $0) }
  }

  mutating func pagesProject() -> PagesProject? {
    var project = PagesProject()
    let environments = PagesProject.Environment.allCases
    object("a Pages project", optional: ["captures"] + environments.map(\.rawValue)) { reader, key in
      if let environment = PagesProject.Environment(rawValue: key) {
        project[environment] = reader.table("`\(key)`")
      } else {
        project.captures = reader.captures()
      }
    }
    return project
  }

  mutating func store() -> SecretsStore? {
    var store = SecretsStore()
    object("a store", optional: ["name", "captures", "secrets"]) { reader, key in
      switch key {
      case "name": store.name = reader.text(key)
      case "captures": store.captures = reader.captures()
      default: store.secrets = reader.catalog("`secrets`") { $0.storeSecret() }
      }
    }
    return store
  }

  private mutating func storeSecret() -> StoreSecret? {
    var secret = StoreSecret(name: "")
    let keys = ["scopes", "status", "comment", "createdOn", "modifiedOn"]
    object("a store secret", required: ["name"], optional: keys) { reader, key in
      switch key {
      case "name": secret.name = reader.name(key)
      case "scopes": secret.scopes = .known(reader.scopes())
      case "status":
        if let status = reader.choice(key, of: StoreSecret.Status.self) { secret.status = .known(status) }
      case "comment": secret.comment = reader.text(key)
      case "createdOn": secret.createdOn = reader.text(key)
      default: secret.modifiedOn = reader.text(key)
      }
    }
    return secret
  }

  private mutating func scopes() -> Set<StoreSecret.Scope> {
    var scopes: Set<StoreSecret.Scope> = []
    array("`scopes`") { reader in
      if reader.expect(.string, "a scope"), let scope = reader.cursor.string() {
        scopes.insert(StoreSecret.Scope(rawValue: scope))
      }
    }
    return scopes
  }

  mutating func auditEvent() -> AuditEvent? {
    var actionWord: String?
    var duplicatedFrom: String?
    var isValueModified = false
    var texts: [String: String] = [:]
    object(
      "an entry of the audit log",
      required: ["action", "store", "secret"],
      optional: ["time", "duplicatedFrom", "valueModified"]
    ) { reader, key in
      switch key {
      case "action": actionWord = reader.choice(key, AuditEvent.Action.words.map { ($0, $0) })
      case "duplicatedFrom": duplicatedFrom = reader.text(key)
      case "valueModified": isValueModified = reader.flag(key)
      case "time": texts[key] = reader.text(key)
      default: texts[key] = reader.name(key)
      }
    }
    let actions: [AuditEvent.Action] = [
      .create(duplicatedFrom: duplicatedFrom), .update(isValueModified: isValueModified), .delete, .access,
    ]
    guard let action = actions.first(where: { $0.word == actionWord }) else { return nil }
    return AuditEvent(action, storeID: texts["store"] ?? "", secretID: texts["secret"] ?? "", time: texts["time"])
  }

  private mutating func captures() -> [Capture] {
    var captures: [Capture] = []
    array("`captures`") { reader in
      var texts: [String: String] = [:]
      reader.object(
        "a capture",
        required: ["command", "time"],
        optional: ["subject", "environment"]
      ) { reader, key in
        if key == "time" {
          texts[key] = reader.time()
        } else {
          texts[key] = key == "command" ? reader.name(key) : reader.text(key)
        }
      }
      captures.append(
        Capture(
          command: texts["command"] ?? "",
          time: texts["time"] ?? "",
          subject: texts["subject"],
          environment: texts["environment"]
        )
      )
    }
    return captures
  }

  private mutating func time() -> String {
    _ = cursor.kind()
    let start = cursor.position
    let time = name("time")
    if !time.isEmpty, CaptureTime.seconds(of: time) == nil {
      fail(at: start, "`time` must be a time such as 2026-01-02T03:04:05Z")
    }
    return time
  }
}
