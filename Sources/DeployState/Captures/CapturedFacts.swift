package import Documents

/// What the output of one command says.
package enum CapturedFacts: Sendable, Equatable {
  /// `secret list`: of the latest or of the deployed version, which it does not say (docs/facts/wrangler.md §6.5).
  case secrets(BindingTable)
  /// `versions secret list`: the deployed versions, or the latest one alone.
  case versionSecrets([VersionSecrets])
  /// `versions list`: the newest ten, oldest first.
  case versions([Version])
  case version(Version)
  /// `deployments list`: the newest ten, oldest first.
  case deployments([Deployment])
  case currentDeployment(Deployment)
  case stores([ListedStore])
  case storeSecrets(StoreSecretPage)
  case pagesSecrets(PagesSecrets)
  /// There is no Worker of that name.
  case workerMissing

  /// The secrets of one version.
  package struct VersionSecrets: Sendable, Equatable {
    package let version: String
    package let percentage: Double
    package let names: [String]
  }

  package struct ListedStore: Sendable, Equatable {
    package let id: String
    package let name: String
  }

  /// One page of the secrets of a store.
  package struct StoreSecretPage: Sendable, Equatable {
    /// The store, page and page size of the heading, where it is there.
    package let heading: Heading?
    /// By id.
    package let secrets: [String: StoreSecret]

    /// The answer for a store without secrets.
    package static func none(in storeID: String) -> StoreSecretPage {
      StoreSecretPage(heading: Heading(storeID: storeID, page: 1, pageSize: listLimit), secrets: [:])
    }

    package struct Heading: Sendable, Equatable {
      package let storeID: String
      package let page: Int
      package let pageSize: Int
    }
  }

  package struct PagesSecrets: Sendable, Equatable {
    package let environment: PagesProject.Environment
    /// The project of the heading, where it names one.
    package let project: String?
    package let names: [String]
  }

  /// How many versions, deployments or stores a listing shows at most; fewer are all there are
  /// (docs/facts/wrangler.md §6.5, §7).
  static let listLimit = 10

  /// The command whose output this is, as a saved state records it.
  var command: String {
    switch self {
    case .secrets, .workerMissing: "secret list"
    case .versionSecrets: "versions secret list"
    case .versions: "versions list --json"
    case .version(let version): "versions view \(version.id) --json"
    case .deployments: "deployments list --json"
    case .currentDeployment: "deployments status --json"
    case .stores: "secrets-store store list"
    case .storeSecrets: "secrets-store secret list"
    case .pagesSecrets(let secrets): "pages secret list --env \(secrets.environment.rawValue)"
    }
  }
}

/// The output of one command with the place where it begins to say something.
package struct CapturedOutput: Sendable {
  package let facts: CapturedFacts
  package let path: String
  package let position: Position

  package init(_ facts: CapturedFacts, path: String, position: Position = Position(line: 1, column: 1)) {
    self.facts = facts
    self.path = path
    self.position = position
  }

  /// Reads the output of a command.
  ///
  /// - Returns: `nil` for an empty output, which says nothing: some settings of `WRANGLER_LOG` hide all of it
  ///   (docs/facts/wrangler.md §6.5).
  /// - Throws: the reason why it is not taken.
  package static func read(_ source: Source, as kind: CaptureKind) throws(StateFileError) -> CapturedOutput? {
    let text = CapturedText(source)
    try text.checkEncoding()
    if text.isBlank { return nil }
    let (facts, region) = try CaptureReader(text: text, kind: kind).read()
    return CapturedOutput(facts, path: source.path, position: source.lines.position(at: region.start))
  }
}
