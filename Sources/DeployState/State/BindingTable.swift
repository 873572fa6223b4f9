/// The bindings of a version by name, as far as they are known.
package struct BindingTable: Sendable, Equatable {
  /// Of which names it is known that there are no others.
  ///
  /// `versions secret list` tells all `secret_text` bindings and nothing of the rest, `versions view` tells everything
  /// (docs/facts/wrangler.md §6.5).
  package enum Extent: Sendable, Hashable, CaseIterable {
    /// There may be more of every type.
    case some
    /// Every secret is listed; there may be more bindings of other types.
    case allSecrets
    /// Every binding is listed.
    case everything
  }

  package var bindings: [String: RemoteBinding]
  package var extent: Extent

  package init(_ bindings: [String: RemoteBinding], extent: Extent) {
    self.bindings = bindings
    self.extent = extent
  }

  /// Nobody looked.
  package static let unknown = BindingTable([:], extent: .some)
  /// There are none.
  package static let empty = BindingTable([:], extent: .everything)

  /// The secrets of a listing that shows nothing else.
  package static func secrets(_ names: some Sequence<String>) -> BindingTable {
    BindingTable(
      Dictionary(names.map { ($0, RemoteBinding(.secretText)) }, uniquingKeysWith: { first, _ in first }),
      extent: .allSecrets
    )
  }

  /// The binding of a name; `.known(nil)` when there is none.
  package subscript(name: String) -> Known<RemoteBinding?> {
    if let binding = bindings[name] { return .known(binding) }
    return extent == .everything ? .known(nil) : .unknown
  }

  /// Whether a name is a secret, which is known more often than what else it may be.
  package func isSecret(_ name: String) -> Known<Bool> {
    if let binding = bindings[name] { return .known(binding.type.isSecret) }
    return extent == .some ? .unknown : .known(false)
  }

  /// The names of the secrets that are listed, sorted.
  package var listedSecrets: [String] { bindings.filter { $0.value.type.isSecret }.keys.sorted() }

  /// The names of all secrets, sorted.
  package var secretNames: Known<[String]> { extent == .some ? .unknown : .known(listedSecrets) }

  /// The number of plain variables and secrets that are listed, which Cloudflare limits together
  /// (docs/facts/wrangler.md §7).
  package var variableCount: Int { bindings.values.count { $0.type.isSecret || $0.type.isPlainVar } }
}
