import DeployState
import Documents
import TestSupport
import Workers

/// Random states and commands for two Workers of one configuration, small enough that names meet often.
struct RandomWorld {
  var random: RandomSource
  let config: WranglerConfig
  let reader: CommandReader

  static let names = ["A", "B", "C", "D"]
  static let files: [String: [SecretEntry]] = [
    "one.json": [SecretEntry("A")],
    "two.json": [SecretEntry("B"), SecretEntry("C")],
    "nulls.json": [SecretEntry("A", isNull: true), SecretEntry("D")],
    "secrets.json": [SecretEntry("A"), SecretEntry("B"), SecretEntry("C"), SecretEntry("D")],
  ]

  init(seed: UInt64) {
    random = RandomSource(seed: seed)
    let text =
      "name = \"shop\"\nmain = \"index.ts\"\n" + (random.once(in: 4) ? "keep_vars = true\n" : "")
      + Self.sections(&random, header: "") + "[env.staging]\n" + Self.sections(&random, header: "env.staging.")
    config = WranglerConfig(source: Source(path: "wrangler.toml", text: text))
    reader = CommandReader(config: config) { Self.files[$0] }
  }

  /// Each name may be a var, a required secret, a KV namespace, a store secret, or nothing; rarely two of them.
  private static func sections(_ random: inout RandomSource, header: String) -> String {
    var lines: [String] = []
    for name in names {
      for _ in 0..<(random.once(in: 12) ? 2 : 1) {
        switch random.below(9) {
        case 0: lines.append("[\(header)vars.\(name)]\nx = 1")
        case 1, 2: lines.append("required \(name)")
        case 3: lines.append("[[\(header)kv_namespaces]]\nbinding = \"\(name)\"")
        case 4:
          let store = random.pick(["S1", "S1", "S2"])
          let secret = random.pick(["pay", "mail"])
          lines.append(
            "[[\(header)secrets_store_secrets]]\nbinding = \"\(name)\"\nstore_id = \"\(store)\"\nsecret_name = \"\(secret)\""
          )
        default: break
        }
      }
    }
    // One table may not be opened twice.
    var tables: [String] = []
    for line in lines where !line.hasPrefix("required ") && !(line.hasPrefix("[\(header)vars") && tables.contains(line))
    {
      tables.append(line)
    }
    let required = lines.filter { $0.hasPrefix("required ") }.map { "\"\($0.dropFirst(9))\"" }
    if !required.isEmpty { tables.append("[\(header)secrets]\nrequired = [\(required.joined(separator: ", "))]") }
    return tables.map { $0 + "\n" }.joined()
  }

  func input(_ environment: String?) -> DeployInput {
    guard let input = DeployInput(config: config, environment: environment) else {
      preconditionFailure("the configuration has both environments")
    }
    return input
  }

  static let targets = [WorkerTarget("shop"), WorkerTarget("shop-staging", environment: "staging")]

  /// A state in which everything is known.
  mutating func state() -> RemoteState {
    var state = RemoteState.empty
    for target in Self.targets where !random.once(in: 5) { state.workers[target.worker] = .known(worker()) }
    if !random.once(in: 3) {
      var secrets = Catalog<StoreSecret>(isComplete: true)
      for name in ["pay", "mail"] where !random.once(in: 3) {
        let scopes: Set<StoreSecret.Scope> = random.once(in: 3) ? [.access] : [.workers]
        secrets["id-\(name)"] = .known(StoreSecret(name: name, scopes: .known(scopes), status: .known(.active)))
      }
      state.stores["S1"] = .known(SecretsStore(name: "main", secrets: secrets))
    }
    state.account.access = Access(roles: .known([.superAdministrator]), permissions: .known([.edit]))
    return state
  }

  private mutating func worker() -> RemoteWorker {
    let count = 1 + random.below(3)
    var worker = RemoteWorker(versions: .empty, deployments: .empty)
    for number in 1...count {
      var bindings: [String: RemoteBinding] = [:]
      for name in Self.names where random.once(in: 2) {
        bindings[name] = RemoteBinding(random.pick([.secretText, .secretText, .secretText, .plainText, .json]))
      }
      worker.versions = worker.versions.appending(
        Version(
          id: "v\(number)",
          number: .known(number),
          bindings: BindingTable(bindings, extent: .everything),
          source: .known(.wrangler),
          tag: "t\(number)"
        )
      )
    }
    for _ in 0...random.below(3) { worker.deployments = worker.deployments.appending(deployment(of: count)) }
    return worker
  }

  private mutating func deployment(of count: Int) -> Deployment {
    let first = 1 + random.below(count)
    let second = 1 + random.below(count)
    let share = Double(random.below(101))
    let split = Deployment(shares: [
      .init(version: "v\(first)", percentage: share), .init(version: "v\(second)", percentage: 100 - share),
    ])
    return random.once(in: 2) ? Deployment(of: "v\(first)") : split ?? Deployment(of: "v\(second)")
  }

  /// A command about one of the Workers, or about the store.
  mutating func command(in state: RemoteState) -> Command {
    let target = random.pick(Self.targets)
    let name = random.pick(Self.names)
    switch random.below(16) {
    case 0, 1: return .deploy(upload(target))
    case 2, 3: return .versionsUpload(upload(target))
    case 4, 5: return .versionsDeploy(versionsDeploy(target, in: state))
    case 6: return .rollback(Rollback(random.once(in: 2) ? nil : versionID(of: target, in: state), of: target))
    case 7, 8: return .secret(SecretCommand(action(name), of: target))
    case 9, 10:
      let action = action(name)
      // Listing makes no version that could have a tag.
      let tag = action != .list && random.once(in: 3) ? "t" : nil
      return .versionsSecret(SecretCommand(action, of: target, tag: tag))
    case 11: return .secret(SecretCommand(.put(name), of: target))
    case 12: return .store(StoreCommand(random.pick([.list, .create(name: "main"), .delete(id: "S1")])))
    case 13, 14: return .storeSecret(storeSecret())
    default: return .deleteWorker(target, isDryRun: !random.once(in: 4))
    }
  }

  mutating func upload(_ target: WorkerTarget) -> Upload {
    let path = random.once(in: 3) ? random.pick(Self.files.keys.sorted()) : nil
    return Upload(
      input(target.environment),
      to: target,
      secretsFile: path.map { SecretsFile(path: $0, entries: Self.files[$0] ?? []) },
      variables: random.once(in: 6) ? [random.pick(Self.names)] : [],
      keepsVars: random.once(in: 4),
      isStrict: random.once(in: 4),
      isDryRun: random.once(in: 10)
    )
  }

  private mutating func action(_ name: String) -> SecretAction {
    switch random.below(5) {
    case 0, 1: return .put(name)
    case 2: return .delete(name)
    case 3:
      let path = random.pick(Self.files.keys.sorted())
      return .bulk(SecretsFile(path: path, entries: Self.files[path] ?? []))
    default: return .list
    }
  }

  private mutating func versionID(of target: WorkerTarget, in state: RemoteState) -> String {
    guard case .known(.some(let worker)) = state.workers[target.worker], !worker.versions.elements.isEmpty else {
      return "v1"
    }
    return random.pick(worker.versions.elements.map(\.id))
  }

  private mutating func versionsDeploy(_ target: WorkerTarget, in state: RemoteState) -> VersionsDeploy {
    let shares: [Double?] = random.pick([[100], [nil], [90, 10], [50, nil], [60, 60], [nil, nil], [30, 30, 40]])
    let choices = shares.map { share in
      VersionsDeploy.Choice(.id(versionID(of: target, in: state)), percentage: share)
    }
    return VersionsDeploy(choices, of: target, isDryRun: random.once(in: 10))
  }

  private mutating func storeSecret() -> StoreSecretCommand {
    let id = random.pick(["id-pay", "id-mail", "new-secret-1"])
    let name = random.pick(["pay", "mail", "more"])
    return StoreSecretCommand(
      random.pick([
        .create(name: name, scopes: [.workers], comment: nil),
        .update(id: id, isValueModified: false, scopes: [.workers, .access], comment: nil),
        .update(id: id, isValueModified: true, scopes: nil, comment: nil),
        .duplicate(id: id, name: name, scopes: [.access], comment: nil), .get(id: id), .delete(id: id), .list,
      ]),
      in: "S1",
      isRemote: !random.once(in: 6)
    )
  }

  /// The state with some of its parts forgotten.
  mutating func blurred(_ state: RemoteState) -> RemoteState {
    var state = state
    for target in Self.targets {
      guard case .known(.some(var worker)) = state.workers[target.worker] else {
        if random.once(in: 4) { state.workers[target.worker] = .unknown }
        continue
      }
      if random.once(in: 4) { worker.versions.endsWithNewest = false }
      if random.once(in: 4) { worker.deployments.endsWithNewest = false }
      if random.once(in: 3) { worker.versions.isComplete = false }
      if random.once(in: 3) { worker.deployments.isComplete = false }
      worker.versions.elements = worker.versions.elements.map { version in
        let extent = random.pick(BindingTable.Extent.allCases)
        let kept = version.bindings.bindings.filter { name, binding in
          switch extent {
          case .everything: true
          case .allSecrets: binding.type.isSecret
          case .some: random.once(in: 2)
          }
        }
        return Version(
          id: version.id,
          number: random.once(in: 3) ? .unknown : version.number,
          bindings: BindingTable(kept, extent: extent),
          source: version.source,
          tag: version.tag
        )
      }
      if random.once(in: 8) {
        state.workers[target.worker] = .unknown
      } else {
        state.workers[target.worker] = .known(worker)
      }
    }
    if random.once(in: 3) { state.stores = Catalog(state.stores.entries.compactMapValues { $0.value ?? nil }) }
    return state
  }
}
