package import Workers

/// Secrets against environments and their versions: what is there, what is missing, what should be secret and is not.
package struct SecretTable: Sendable, Equatable {
  /// A version of a Worker that serves traffic or is the latest one.
  package struct Column: Sendable, Equatable {
    /// The environment of the configuration; without one, the Worker's name.
    package let title: String
    package let worker: String
    package let version: String
    /// `nil` for the latest version where it serves nothing.
    package let percentage: Double?
    /// The names the environment requires.
    package let required: Set<String>
  }

  package enum Cell: String, Sendable, Hashable, CaseIterable {
    case secret
    /// A Secrets Store secret under this name.
    case store
    /// A plain variable or another binding.
    case plain
    case absent
    /// Absent, though the environment requires it.
    case missing
    case unknown
  }

  package struct Row: Sendable, Equatable {
    package let name: String
    /// One for each column.
    package let cells: [Cell]
    /// Whether no environment requires or configures it, though they list what they require.
    package let isOrphan: Bool
    /// Whether versions that serve traffic differ in having it.
    package let isDrifting: Bool
  }

  package private(set) var columns: [Column] = []
  package private(set) var rows: [Row] = []
  /// What has no column, with the reason: "preview: there is no Worker shop-preview".
  package private(set) var absent: [String] = []

  /// - Parameter configs: the configurations whose environments come first, each under its own name.
  package init(_ state: RemoteState, configs: [WranglerConfig], environments wanted: [String] = []) {
    var tables: [BindingTable] = []
    var declared: Set<String> = []
    var definesSecrets = false
    var shown: Set<String> = []
    func add(_ worker: RemoteWorker, named name: String, title: String, required: Set<String>) {
      guard let live = worker.live else {
        absent.append("\(title): nobody looked what is deployed")
        return
      }
      var versions = live.map { (id: $0.version, percentage: Optional($0.percentage)) }
      if case .known(.some(let latest)) = worker.latest, !versions.contains(where: { $0.id == latest.id }) {
        versions.append((latest.id, nil))
      }
      if versions.isEmpty { absent.append("\(title): nothing is deployed") }
      for version in versions {
        columns.append(
          Column(title: title, worker: name, version: version.id, percentage: version.percentage, required: required)
        )
        if case .known(.some(let found)) = worker.version(version.id) {
          tables.append(worker.bindings(of: found))
        } else {
          tables.append(.unknown)
        }
      }
    }
    for config in configs where !config.isPages {
      for environment in config.environments {
        guard wanted.isEmpty || wanted.contains(environment.name ?? ""),
          let input = DeployInput(config: config, environment: environment.name), let name = input.workerName
        else { continue }
        shown.insert(name)
        declared.formUnion(input.boundNames.union(input.requiredSecrets))
        definesSecrets = definesSecrets || input.definesSecrets
        let title = environment.name ?? name
        switch state.workers[name] {
        case .known(.some(let worker)):
          add(worker, named: name, title: title, required: input.hasScript ? Set(input.requiredSecrets) : [])
        case .known(.none): absent.append("\(title): there is no Worker \(name)")
        case .unknown: absent.append("\(title): nobody looked at the Worker \(name)")
        }
      }
    }
    if wanted.isEmpty {
      for (name, worker) in state.workers.present where !shown.contains(name) {
        add(worker, named: name, title: name, required: [])
      }
    }
    let names = Set(tables.flatMap { table in table.bindings.filter { $0.value.type.isConfidential }.keys })
      .union(columns.flatMap(\.required))
    rows = names.sorted().map { name in
      let cells = zip(columns, tables).map { Self.cell(name, in: $1, isRequired: $0.required.contains(name)) }
      let live = zip(columns, cells).filter { $0.0.percentage != nil && $0.1 != .unknown }
      let isConfigured = configs.isEmpty || !definesSecrets || declared.contains(name)
      return Row(
        name: name,
        cells: cells,
        isOrphan: !isConfigured && cells.contains(.secret),
        isDrifting: Set(live.map { $0.1 == .secret || $0.1 == .store }).count > 1
      )
    }
  }

  private static func cell(_ name: String, in table: BindingTable, isRequired: Bool) -> Cell {
    if case .known(.some(let binding)) = table[name] {
      return binding.type.isSecret ? .secret : binding.type == .storeSecret ? .store : .plain
    }
    guard table.isSecret(name).isKnown else { return .unknown }
    // A listing of secrets does not tell whether a plain variable has the name.
    return table[name].isKnown ? (isRequired ? .missing : .absent) : isRequired ? .unknown : .absent
  }
}
