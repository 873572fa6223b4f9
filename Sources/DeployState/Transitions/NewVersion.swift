extension RemoteWorker {
  /// The id of the next version a plan makes: `new-1`, `new-2`, ….
  var nextVersionID: String {
    let made = versions.elements.count { $0.id.hasPrefix("new-") }
    return "new-\(made + 1)"
  }

  /// Adds a version, newest of all.
  ///
  /// - Returns: its id.
  @discardableResult
  mutating func add(
    _ bindings: BindingTable,
    trigger: Version.Trigger,
    source: ChangeSource = .wrangler,
    tag: String? = nil,
    message: String? = nil
  ) -> String {
    let id = nextVersionID
    let number: Known<Int> =
      switch latest {
      case .known(.some(let version)): version.number.map { $0 + 1 }
      case .known(.none): .known(1)
      case .unknown: .unknown
      }
    versions = versions.appending(
      Version(
        id: id,
        number: number,
        bindings: bindings,
        trigger: .known(trigger),
        source: .known(source),
        tag: tag,
        message: message
      )
    )
    // It described an older version.
    listedSecrets = nil
    return id
  }

  /// Makes a deployment the current one.
  mutating func deploy(_ deployment: Deployment) {
    deployments = deployments.appending(deployment)
    listedSecrets = nil
  }

  /// A Worker that nothing was ever uploaded to, as the first upload finds it.
  static let new = RemoteWorker(versions: .empty, deployments: .empty)

  /// What `secret put` makes when there is no Worker: an empty handler, deployed (docs/facts/wrangler.md §6.2).
  static var draft: RemoteWorker {
    var worker = RemoteWorker.new
    worker.isDraft = true
    worker.deploy(Deployment(of: worker.add(.empty, trigger: .upload), source: .known(.wrangler)))
    return worker
  }
}
