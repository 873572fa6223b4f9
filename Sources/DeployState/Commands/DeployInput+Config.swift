import Documents
package import Workers

extension DeployInput {
  /// The sections whose names wrangler compares with the remote secrets (docs/facts/wrangler.md §4.4).
  private static let comparedSections: Set<String> = [
    "durable_objects", "workflows", "d1_databases", "kv_namespaces", "r2_buckets", "vectorize", "ai_search_namespaces",
    "ai_search", "agent_memory", "services", "mtls_certificates", "dispatch_namespaces", "vpc_services",
    "vpc_networks", "browser", "ai", "websearch", "queues",
  ]

  /// Reads what an upload of an environment would send; `nil` or "" names the top level.
  ///
  /// An environment that the file does not define is the top level under another name when the file has no `env` block,
  /// and an error when it has one, for which this is `nil` (docs/facts/wrangler.md §2.1).
  package init?(config: WranglerConfig, environment name: String?) {
    let name = name == "" ? nil : name
    let environment: Environment
    var workerName: String?
    if let found = config.environment(named: name) {
      environment = found
      workerName = found.workerName
    } else if config.root["env"] == nil, let name {
      environment = config.topLevel
      workerName = config.topLevel.workerName.map { "\($0)-\(name)" }
    } else {
      return nil
    }

    var vars: [String: BindingType] = [:]
    for binding in environment.vars { vars[binding.name] = binding.node.string == nil ? .json : .plainText }
    var stores: [String: StoreReference] = [:]
    var others: [String: ConfiguredBinding] = [:]
    for binding in environment.sectionBindings {
      guard case .section(let section) = binding.kind else { continue }
      if section.key == "secrets_store_secrets" {
        guard let store = binding.node["store_id"]?.string, let secret = binding.node["secret_name"]?.string else {
          continue
        }
        stores[binding.name] = StoreReference(storeID: store, secretName: secret)
      } else {
        // A binding of `unsafe` carries its type itself.
        let type = section.key == "unsafe" ? binding.node["type"]?.string ?? section.apiType : section.apiType
        others[binding.name] = ConfiguredBinding(
          BindingType(rawValue: type),
          isCompared: Self.comparedSections.contains(section.key)
        )
      }
    }
    let account = environment.section("account_id")?.string
    self.init(
      workerName: workerName,
      environment: name,
      accountID: account == "" ? nil : account,
      vars: vars,
      requiredSecrets: environment.requiredSecrets.map(\.name),
      definesSecrets: environment.definesSecrets,
      storeBindings: stores,
      bindings: others,
      keepsVars: config.root["keep_vars"]?.boolean == true,
      hasScript: environment.section("main") != nil,
      isPages: config.isPages
    )
  }

  /// The Worker this environment deploys to; `nil` when the configuration gives no name.
  package var target: WorkerTarget? { workerName.map { WorkerTarget($0, environment: environment) } }
}
