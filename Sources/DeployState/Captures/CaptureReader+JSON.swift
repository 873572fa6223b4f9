import Documents

extension CaptureReader {
  /// What a JSON answer says; unknown keys are passed over, values are never looked at (docs/facts/wrangler.md §6.5).
  func facts(_ node: Node, _ shape: CaptureShape) throws(StateFileError) -> CapturedFacts {
    switch kind {
    case .versionsView: return .version(try version(node))
    case .secretList: return .secrets(try secrets(node))
    case .versionsList:
      var versions: [Version] = []
      for element in node.array ?? [] { versions.append(try version(element)) }
      let numbers = versions.compactMap(\.number.value)
      if numbers.count == versions.count { versions.sort { ($0.number.value ?? 0) < ($1.number.value ?? 0) } }
      return .versions(versions)
    default:
      if shape == .deploymentsStatus { return .currentDeployment(try deployment(node)) }
      var deployments: [Deployment] = []
      for element in node.array ?? [] { deployments.append(try deployment(element)) }
      let times = deployments.map { $0.createdOn.flatMap { CaptureTime.seconds(of: $0) } }
      if times.allSatisfy({ $0 != nil }) {
        // Within one second the order of the listing decides.
        deployments = zip(deployments, times).enumerated().sorted {
          ($0.element.1 ?? 0, $0.offset) < ($1.element.1 ?? 0, $1.offset)
        }.map(\.element.0)
      }
      return .deployments(deployments)
    }
  }

  private func secrets(_ node: Node) throws(StateFileError) -> BindingTable {
    var bindings: [String: RemoteBinding] = [:]
    for element in node.array ?? [] {
      let name = try requiredText(element, "name", "a secret")
      bindings[name] = RemoteBinding(BindingType(rawValue: try requiredText(element, "type", "a secret")))
    }
    return BindingTable(bindings, extent: .allSecrets)
  }

  private func version(_ node: Node) throws(StateFileError) -> Version {
    let id = try requiredText(node, "id", "a version")
    var number: Known<Int> = .unknown
    if let value = node["number"], !value.isNull {
      guard let integer = value.integer, integer > 0 else {
        throw refusal(value.region, "the `number` of a version must be a whole number from 1")
      }
      number = .known(Int(integer))
    }
    var bindings = BindingTable.unknown
    if let list = node["resources"]?["bindings"] {
      guard let elements = list.array else {
        throw refusal(list.region, "`bindings` must be an array, not \(list.kindInWords)")
      }
      bindings = try self.bindings(elements)
    }
    let annotations = node["annotations"]
    return Version(
      id: id,
      number: number,
      bindings: bindings,
      createdOn: text(node["metadata"], "created_on"),
      trigger: text(annotations, "workers/triggered_by").map { .known(Version.Trigger(rawValue: $0)) } ?? .unknown,
      source: text(node["metadata"], "source").map { .known(ChangeSource(rawValue: $0)) } ?? .unknown,
      tag: text(annotations, "workers/tag"),
      message: text(annotations, "workers/message")
    )
  }

  private func bindings(_ elements: [Node]) throws(StateFileError) -> BindingTable {
    var bindings: [String: RemoteBinding] = [:]
    for element in elements {
      let name = try requiredText(element, "name", "a binding")
      var binding = RemoteBinding(BindingType(rawValue: try requiredText(element, "type", "a binding")))
      if binding.type == .storeSecret, let store = text(element, "store_id"), let secret = text(element, "secret_name")
      {
        binding.storeSecret = StoreReference(storeID: store, secretName: secret)
      }
      bindings[name] = binding
    }
    return BindingTable(bindings, extent: .everything)
  }

  private func deployment(_ node: Node) throws(StateFileError) -> Deployment {
    guard let versions = node["versions"], let elements = versions.array else {
      throw refusal(node.region, "a deployment needs its `versions`")
    }
    var shares: [Deployment.Share] = []
    for element in elements {
      guard let percentage = element["percentage"]?.number else {
        throw refusal(element.region, "a version of a deployment needs its `percentage`")
      }
      let version = try requiredText(element, "version_id", "a version of a deployment")
      shares.append(Deployment.Share(version: version, percentage: percentage))
    }
    let deployment = Deployment(
      shares: shares,
      id: text(node, "id"),
      createdOn: text(node, "created_on"),
      source: text(node, "source").map { .known(ChangeSource(rawValue: $0)) } ?? .unknown,
      message: text(node["annotations"], "workers/message")
    )
    guard let deployment else {
      throw refusal(
        versions.region,
        "a deployment has one or two different versions whose percentages add up to 100; capture it again"
      )
    }
    return deployment
  }

  // MARK: Members

  private func requiredText(_ node: Node, _ key: String, _ words: String) throws(StateFileError) -> String {
    guard let value = node[key] else { throw refusal(node.region, "\(words) has no `\(key)`") }
    guard let text = value.string, !text.isEmpty else {
      throw refusal(value.region, "the `\(key)` of \(words) must be a text that is not empty")
    }
    return text
  }

  /// A text that may be missing; anything else in its place counts as missing.
  private func text(_ node: Node?, _ key: String) -> String? {
    node?[key]?.string.flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension Node {
  /// The value of a number, whole or not.
  fileprivate var number: Double? {
    switch value {
    case .integer(let number): Double(number)
    case .float(let number): number
    default: nil
    }
  }
}
