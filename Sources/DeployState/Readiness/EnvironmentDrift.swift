/// A Worker of a configuration that lacks secrets which its other environments have (docs/facts/wrangler.md §6.1).
package struct EnvironmentDrift: Sendable, Equatable {
  package let worker: String
  /// Sorted.
  package let missing: [String]
  /// The Workers that have them, sorted.
  package let presentIn: [String]

  package var sense: String {
    "The Worker \(worker) lacks \(list(missing)), which \(list(presentIn)) \(presentIn.count == 1 ? "has" : "have")."
  }

  /// Compares the latest versions of the Workers of one configuration; what nobody looked at takes no part.
  ///
  /// - Parameter known: names that are no gap of a Worker: it has them in another way, or requires them anyway.
  package static func among(
    _ workers: [String],
    in state: RemoteState,
    known: (String) -> Set<String> = { _ in [] }
  ) -> [EnvironmentDrift] {
    let tables = workers.sorted().compactMap { name in
      if case .known(.some(let worker)) = state.workers[name] {
        (name: name, table: worker.latestBindings)
      } else {
        nil
      }
    }
    let names = Set(tables.flatMap(\.table.listedSecrets))
    return tables.compactMap { name, table in
      let known = known(name)
      let missing = names.filter { table.isSecret($0) == .known(false) && !known.contains($0) }.sorted()
      if missing.isEmpty { return nil }
      let holders = tables.filter { entry in missing.contains { entry.table.isSecret($0) == .known(true) } }
      return EnvironmentDrift(worker: name, missing: missing, presentIn: holders.map(\.name))
    }
  }
}
