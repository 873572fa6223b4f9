package import Documents

/// The effective configuration of the top level or of one named environment.
///
/// An environment is a Worker of its own. Most settings come from the top level when the environment has none; `vars`,
/// `secrets` and every kind of binding do not (docs/facts/wrangler.md §2.3).
package struct Environment: Sendable {
  /// The name below `env`; `nil` for the top level.
  package let name: String?
  /// The key of the environment as written; for the top level an empty region at the start of the file.
  package let keyRegion: Region
  /// What the file itself says for this environment.
  package let own: Node
  private let topLevel: Node

  package init(name: String?, keyRegion: Region, own: Node, topLevel: Node) {
    self.name = name
    self.keyRegion = keyRegion
    self.own = own
    self.topLevel = topLevel
  }

  /// The name for messages: "the top level" or "environment "staging"".
  package var words: String { name.map { "environment \"\($0)\"" } ?? "the top level" }

  /// The effective value of a key: its own, or the top level's where wrangler inherits it.
  package func section(_ key: String) -> Node? {
    if let node = own[key] { return node }
    guard name != nil, ConfigSchema.inheritable.contains(key) else { return nil }
    // An empty account_id is ignored (docs/facts/wrangler.md §2.3), and a name gets a suffix: see `workerName`.
    return topLevel[key]
  }

  /// The Worker this environment deploys: its own name, else the top level's with the environment's as suffix
  /// (docs/facts/wrangler.md §2.2).
  ///
  /// `nil` when the file names none.
  package var workerName: String? {
    if let name = own["name"]?.string { return name }
    guard let top = topLevel["name"]?.string, let name else { return nil }
    return "\(top)-\(name)"
  }

  /// Where the Worker's name is decided: its own `name`, else the top level's.
  package var workerNameRegion: Region? { (own["name"] ?? topLevel["name"])?.region }

  /// The plain variables, in document order.
  package var vars: [Binding] {
    (own["vars"]?.table?.members ?? []).map {
      Binding(name: $0.key, nameRegion: $0.keyRegion, kind: .variable, node: $0.node)
    }
  }

  /// Whether this environment has a `secrets` property at all, which changes what `wrangler dev` loads even when it
  /// is empty (docs/facts/wrangler.md §4.1).
  package var definesSecrets: Bool { own["secrets"] != nil }

  /// The names of `secrets.required` that are strings, in document order, repeated names included.
  package var requiredSecrets: [Binding] {
    (own["secrets"]?["required"]?.array ?? []).compactMap { node in
      node.string.map { Binding(name: $0, nameRegion: node.region, kind: .requiredSecret, node: node) }
    }
  }

  /// Every binding of every other kind.
  package var sectionBindings: [Binding] {
    ConfigSchema.bindingSections.flatMap { section -> [Binding] in
      guard let node = self.section(section.key) else { return [] }
      return Binding.read(section, from: node)
    }
  }

  /// All names the Worker receives: vars, required secrets and bindings.
  package var bindings: [Binding] { vars + requiredSecrets + sectionBindings }
}
