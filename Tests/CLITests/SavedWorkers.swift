import DeployState

/// Saved states for tests of commands, written as the program writes them.
enum SavedWorkers {
  /// A Worker with all of its versions, oldest first, and its deployments.
  ///
  /// A name is a secret, `NAME=type` another binding.
  static func worker(
    _ versions: [(id: String, names: [String])],
    live deployments: [[(version: String, percentage: Double)]],
    capturedAt time: String? = nil
  ) -> RemoteWorker {
    RemoteWorker(
      versions: Timeline(
        versions.map { Version(id: $0.id, bindings: table($0.names)) },
        endsWithNewest: true,
        isComplete: true
      ),
      deployments: Timeline(
        deployments.compactMap { shares in
          Deployment(shares: shares.map { .init(version: $0.version, percentage: $0.percentage) })
        },
        endsWithNewest: true,
        isComplete: true
      ),
      captures: time.map { [Capture(command: "versions list --json", time: $0)] } ?? []
    )
  }

  /// A Worker with one version that serves everything.
  static func worker(_ names: String..., capturedAt time: String? = nil) -> RemoteWorker {
    worker([("v1", names)], live: [[("v1", 100)]], capturedAt: time)
  }

  private static func table(_ names: [String]) -> BindingTable {
    var bindings: [String: RemoteBinding] = [:]
    for name in names {
      let parts = name.split(separator: "=").map(String.init)
      bindings[parts[0]] = RemoteBinding(parts.count == 2 ? BindingType(rawValue: parts[1]) : .secretText)
    }
    return BindingTable(bindings, extent: .everything)
  }

  /// The file for a state with these Workers.
  static func file(_ workers: [String: RemoteWorker], isComplete: Bool = false) -> String {
    String(
      decoding: SavedState.bytes(of: RemoteState(workers: Catalog(workers, isComplete: isComplete))),
      as: UTF8.self
    )
  }
}
