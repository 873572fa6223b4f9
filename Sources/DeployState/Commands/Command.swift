/// A wrangler command, or an edit in the dashboard, that reads or changes the remote side.
///
/// Names only: no command holds the value of a secret.
package enum Command: Sendable, Equatable {
  case deploy(Upload)
  case versionsUpload(Upload)
  case versionsDeploy(VersionsDeploy)
  case rollback(Rollback)
  case secret(SecretCommand)
  case versionsSecret(SecretCommand)
  case pagesSecret(PagesSecretCommand)
  case store(StoreCommand)
  case storeSecret(StoreSecretCommand)
  case deleteWorker(WorkerTarget, isDryRun: Bool)
  case dashboard(DashboardEdit)
}

/// `versions deploy`: which versions get which share (docs/facts/wrangler.md §6.2).
package struct VersionsDeploy: Sendable, Equatable {
  /// A version by id or tag; without a percentage it shares what the others leave.
  package struct Choice: Sendable, Hashable {
    package enum Version: Sendable, Hashable {
      case id(String)
      case tag(String)
    }

    package let version: Version
    package let percentage: Double?

    package init(_ version: Version, percentage: Double? = nil) {
      self.version = version
      self.percentage = percentage
    }
  }

  package var target: WorkerTarget
  package var choices: [Choice]
  package var isDryRun: Bool
  package var message: String?

  package init(_ choices: [Choice], of target: WorkerTarget, isDryRun: Bool = false, message: String? = nil) {
    self.target = target
    self.choices = choices
    self.isDryRun = isDryRun
    self.message = message
  }

  /// All of the traffic to one version.
  package init(all version: String, of target: WorkerTarget) {
    self.init([Choice(.id(version), percentage: 100)], of: target)
  }
}

/// `rollback [ID]` (docs/facts/wrangler.md §6.2).
package struct Rollback: Sendable, Equatable {
  package var target: WorkerTarget
  /// `nil` for the most recent earlier version that had all of the traffic.
  package var version: String?
  package var message: String?

  package init(_ version: String? = nil, of target: WorkerTarget, message: String? = nil) {
    self.target = target
    self.version = version
    self.message = message
  }
}

/// What a secret command does.
package enum SecretAction: Sendable, Equatable {
  case put(String)
  case delete(String)
  case bulk(SecretsFile)
  case list
}

/// `secret …` or `versions secret …` (docs/facts/wrangler.md §6.2).
package struct SecretCommand: Sendable, Equatable {
  package var target: WorkerTarget
  package var action: SecretAction
  /// `--tag` and `--message` of `versions secret …`.
  package var tag: String?
  package var message: String?
  /// `--latest-version` of `versions secret list`.
  package var onlyLatest: Bool
  /// Whether the configuration is one of a Pages project, where these commands fail (docs/facts/wrangler.md §1.4).
  package var isInPagesProject: Bool

  package init(
    _ action: SecretAction,
    of target: WorkerTarget,
    tag: String? = nil,
    message: String? = nil,
    onlyLatest: Bool = false,
    isInPagesProject: Bool = false
  ) {
    self.action = action
    self.target = target
    self.tag = tag
    self.message = message
    self.onlyLatest = onlyLatest
    self.isInPagesProject = isInPagesProject
  }
}

/// `pages secret …` (docs/facts/wrangler.md §6.2).
package struct PagesSecretCommand: Sendable, Equatable {
  package var project: String
  package var environment: PagesProject.Environment
  package var action: SecretAction

  package init(_ action: SecretAction, of project: String, environment: PagesProject.Environment = .production) {
    self.action = action
    self.project = project
    self.environment = environment
  }
}

/// `secrets-store store …` (docs/facts/wrangler.md §8.2).
package struct StoreCommand: Sendable, Equatable {
  package enum Action: Sendable, Hashable {
    case create(name: String)
    case delete(id: String)
    case list
  }

  package var action: Action
  package var isRemote: Bool

  package init(_ action: Action, isRemote: Bool = true) {
    self.action = action
    self.isRemote = isRemote
  }
}

/// `secrets-store secret …` (docs/facts/wrangler.md §8.2).
package struct StoreSecretCommand: Sendable, Equatable {
  package enum Action: Sendable, Hashable {
    case create(name: String, scopes: Set<StoreSecret.Scope>, comment: String?)
    /// A scope or comment that is not given stays as it is.
    case update(id: String, isValueModified: Bool, scopes: Set<StoreSecret.Scope>?, comment: String?)
    case duplicate(id: String, name: String, scopes: Set<StoreSecret.Scope>, comment: String?)
    case get(id: String)
    case delete(id: String)
    case list
  }

  package var storeID: String
  package var action: Action
  package var isRemote: Bool
  /// Whether the value stands on the command line, where shells and logs keep it.
  package var hasValueOption: Bool

  package init(_ action: Action, in storeID: String, isRemote: Bool = true, hasValueOption: Bool = false) {
    self.action = action
    self.storeID = storeID
    self.isRemote = isRemote
    self.hasValueOption = hasValueOption
  }
}

/// A change in the dashboard: like the API, it makes a version and deploys it (docs/facts/wrangler.md §6.1).
package struct DashboardEdit: Sendable, Equatable {
  package enum Change: Sendable, Hashable {
    case addVariable(String)
    case addSecret(String)
    case remove(String)
  }

  package var target: WorkerTarget
  package var changes: [Change]

  package init(_ changes: [Change], of target: WorkerTarget) {
    self.target = target
    self.changes = changes
  }
}
