/// What an upload takes from the checkout: the effective configuration of one environment, without any value.
package struct DeployInput: Sendable, Equatable {
  /// A resource the configuration binds.
  package struct ConfiguredBinding: Sendable, Hashable {
    package let type: BindingType
    /// Whether wrangler compares the name with those of the remote secrets before it uploads
    /// (docs/facts/wrangler.md §4.4).
    package let isCompared: Bool

    package init(_ type: BindingType, isCompared: Bool) {
      self.type = type
      self.isCompared = isCompared
    }
  }

  /// The Worker's name by the configuration; `nil` when it gives none.
  package var workerName: String?
  /// `nil` for the top level.
  package var environment: String?
  package var accountID: String?
  /// The plain variables: `plain_text` for strings, `json` for everything else (docs/facts/wrangler.md §3).
  package var vars: [String: BindingType]
  /// `secrets.required` of this environment's own block, in document order.
  package var requiredSecrets: [String]
  /// Whether the environment has a `secrets` block at all (docs/facts/wrangler.md §4.1).
  package var definesSecrets: Bool
  package var storeBindings: [String: StoreReference]
  /// Every other binding by name.
  package var bindings: [String: ConfiguredBinding]
  /// The top-level `keep_vars` (docs/facts/wrangler.md §6.2).
  package var keepsVars: Bool
  /// Whether there is code; without it no binding is sent and nothing is checked (docs/facts/wrangler.md §4.3).
  package var hasScript: Bool
  /// Whether this configures a Pages project, for which these commands do not work (docs/facts/wrangler.md §1.4).
  package var isPages: Bool

  package init(
    workerName: String?,
    environment: String? = nil,
    accountID: String? = nil,
    vars: [String: BindingType] = [:],
    requiredSecrets: [String] = [],
    definesSecrets: Bool? = nil,
    storeBindings: [String: StoreReference] = [:],
    bindings: [String: ConfiguredBinding] = [:],
    keepsVars: Bool = false,
    hasScript: Bool = true,
    isPages: Bool = false
  ) {
    self.workerName = workerName
    self.environment = environment
    self.accountID = accountID
    self.vars = vars
    self.requiredSecrets = requiredSecrets
    self.definesSecrets = definesSecrets ?? !requiredSecrets.isEmpty
    self.storeBindings = storeBindings
    self.bindings = bindings
    self.keepsVars = keepsVars
    self.hasScript = hasScript
    self.isPages = isPages
  }

  /// The names that stand for two things at once, which wrangler refuses when it reads the file
  /// (docs/facts/wrangler.md §3.1).
  package var clashingNames: [String] {
    var counts: [String: Int] = [:]
    for name in requiredSecrets + Array(vars.keys) + Array(bindings.keys) + Array(storeBindings.keys) {
      counts[name, default: 0] += 1
    }
    return counts.filter { $0.value > 1 }.keys.sorted()
  }

  /// The names wrangler compares with the remote secrets before it uploads (docs/facts/wrangler.md §4.4).
  package var comparedNames: Set<String> {
    Set(vars.keys).union(bindings.filter { $0.value.isCompared }.keys)
  }

  /// Every name that the upload binds by itself, required secrets left out.
  package var boundNames: Set<String> {
    Set(vars.keys).union(bindings.keys).union(storeBindings.keys)
  }
}
