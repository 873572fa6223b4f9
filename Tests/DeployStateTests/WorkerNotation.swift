import DeployState

/// A Worker in one line, so that a table of scenarios can be read and compared.
///
/// `v1[A B] v2[A MODE=var]; live v1 > v1@90 v2@10` has two versions, oldest first, and two deployments, the second of
/// which is current. A plain name is a secret; `=var`, `=json` and `=kv` are other bindings; `=store:S/N` is a store
/// secret. `~` after the names: every secret is listed, other bindings may not be; `?`: nothing is complete. `…` before
/// the first version or deployment: older ones may exist; after the last one: newer ones may. `none` is no Worker, `?`
/// one of which nobody knows whether it exists. `listed[A]` is an answer of `secret list`.
enum WorkerNotation {
  static func read(_ text: String) -> Known<RemoteWorker?> {
    if text == "?" { return .unknown }
    if text == "none" { return .known(nil) }
    let parts = text.split(separator: ";", omittingEmptySubsequences: false).map { words(String($0)) }
    var worker = RemoteWorker()
    var versionWords = parts[0]
    if let listed = versionWords.first(where: { $0.hasPrefix("listed[") }) {
      worker.listedSecrets = BindingTable.secrets(version(listed).bindings.listedSecrets)
      versionWords.removeAll { $0 == listed }
    }
    worker.versions = timeline(versionWords) { version($0) }
    worker.deployments = .empty
    for part in parts.dropFirst() where part.first == "live" {
      let groups = part.dropFirst().split(separator: ">").map(Array.init)
      let words = groups.map { $0.filter { $0 != "…" }.joined(separator: " ") }.filter { !$0.isEmpty }
      let marks = groups.flatMap(\.self)
      worker.deployments = timeline(
        (marks.first == "…" ? ["…"] : []) + words + (marks.count > 1 && marks.last == "…" ? ["…"] : [])
      ) { deployment($0) }
    }
    return .known(worker)
  }

  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var depth = 0
    var word = ""
    for character in text {
      if character == " ", depth == 0 {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        depth += character == "[" ? 1 : character == "]" ? -1 : 0
        word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }

  private static func timeline<Element: Sendable>(
    _ words: [String],
    _ read: (String) -> Element
  ) -> Timeline<Element> {
    let isOpenBefore = words.first == "…"
    let isOpenAfter = words.last == "…"
    return Timeline(
      words.filter { $0 != "…" }.map(read),
      endsWithNewest: !isOpenAfter || (isOpenBefore && words.count > 1 && words.last != "…"),
      isComplete: !isOpenBefore && !isOpenAfter
    )
  }

  private static func version(_ word: String) -> Version {
    let id = word.prefix { $0 != "[" }
    let names = word.dropFirst(id.count + 1).dropLast().split(separator: " ").map(String.init)
    let extent: BindingTable.Extent = names.contains("?") ? .some : names.contains("~") ? .allSecrets : .everything
    var bindings: [String: RemoteBinding] = [:]
    for name in names where name != "?" && name != "~" {
      let parts = name.split(separator: "=", maxSplits: 1).map(String.init)
      bindings[parts[0]] = parts.count == 1 ? RemoteBinding(.secretText) : binding(parts[1])
    }
    // Hand-written versions count up; their tag is their name with a t.
    let number = Int(id.filter(\.isNumber))
    return Version(
      id: String(id),
      number: number.map { .known($0) } ?? .unknown,
      bindings: BindingTable(bindings, extent: extent),
      trigger: .known(.upload),
      source: id.hasPrefix("api") ? .known(.api) : id.hasPrefix("dash") ? .known(.dashboard) : .known(.wrangler),
      tag: "tag-\(id)"
    )
  }

  private static let types: [(word: String, type: BindingType)] = [
    ("var", .plainText), ("json", .json), ("key", .secretKey), ("kv", BindingType(rawValue: "kv_namespace")),
    ("d1", BindingType(rawValue: "d1")),
  ]

  private static func binding(_ word: String) -> RemoteBinding {
    if word.hasPrefix("store:") {
      let parts = word.dropFirst(6).split(separator: "/").map(String.init)
      return RemoteBinding(.storeSecret, storeSecret: StoreReference(storeID: parts[0], secretName: parts[1]))
    }
    return RemoteBinding(types.first { $0.word == word }?.type ?? BindingType(rawValue: word))
  }

  private static func deployment(_ words: String) -> Deployment {
    let shares = words.split(separator: " ").map { word in
      let parts = word.split(separator: "@").map(String.init)
      return Deployment.Share(version: parts[0], percentage: parts.count > 1 ? Double(parts[1]) ?? -1 : 100)
    }
    guard let deployment = Deployment(shares: shares) else { preconditionFailure("no deployment: \(words)") }
    return deployment
  }

  /// The other direction, with the current deployment only.
  static func write(_ known: Known<RemoteWorker?>) -> String {
    guard case .known(let found) = known else { return "?" }
    guard let worker = found else { return "none" }
    var words = worker.versions.isComplete || !worker.versions.endsWithNewest ? [] : ["…"]
    words += worker.versions.elements.map(write)
    if !worker.versions.endsWithNewest { words.append("…") }
    let live: String =
      switch worker.currentDeployment {
      case .unknown: "…"
      case .known(.none): ""
      case .known(.some(let deployment)):
        deployment.shares.map {
          $0.percentage == 100 ? $0.version : "\($0.version)@\(Deployment.Share.text(of: $0.percentage))"
        }
        .joined(separator: " ")
      }
    return words.joined(separator: " ") + (live.isEmpty ? "" : "; live \(live)")
  }

  private static func write(_ version: Version) -> String {
    let names = version.bindings.bindings.sorted { $0.key < $1.key }.map { name, binding -> String in
      if binding.type == .secretText { return name }
      if let reference = binding.storeSecret { return "\(name)=store:\(reference.storeID)/\(reference.secretName)" }
      return "\(name)=\(types.first { $0.type == binding.type }?.word ?? binding.type.rawValue)"
    }
    let mark: [String] =
      switch version.bindings.extent {
      case .everything: []
      case .allSecrets: ["~"]
      case .some: ["?"]
      }
    return "\(version.id)[\((names + mark).joined(separator: " "))]"
  }
}
