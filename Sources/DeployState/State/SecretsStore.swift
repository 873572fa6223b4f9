/// A store of the account's Secrets Store (docs/facts/wrangler.md §8).
package struct SecretsStore: Sendable, Equatable {
  package var name: String?
  /// By id.
  package var secrets: Catalog<StoreSecret>
  package var captures: [Capture]

  package init(name: String? = nil, secrets: Catalog<StoreSecret> = Catalog(), captures: [Capture] = []) {
    self.name = name
    self.secrets = secrets
    self.captures = captures
  }

  /// The secret of a name that is not deleted, with its id; `.known(nil)` when there is none.
  package func secret(named name: String) -> Known<(id: String, secret: StoreSecret)?> {
    if let found = secrets.present.first(where: { $0.element.name == name && $0.element.status != .known(.deleted) }) {
      return .known((found.name, found.element))
    }
    return secrets.isFullyKnown ? .known(nil) : .unknown
  }

  /// The secrets that count against the account's limit: those that are not deleted.
  package var liveSecrets: [StoreSecret] { secrets.present.map(\.element).filter { $0.status != .known(.deleted) } }
}

/// A secret of a store; editing it changes the value for every consumer at once, without versions
/// (docs/facts/wrangler.md §8.5).
package struct StoreSecret: Sendable, Equatable {
  package var name: String
  package var scopes: Known<Set<Scope>>
  package var status: Known<Status>
  package var comment: String?
  /// ISO 8601.
  package var createdOn: String?
  package var modifiedOn: String?

  /// A product that may use the secret; a Worker needs `workers` (docs/facts/wrangler.md §8.2).
  package struct Scope: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) {
      self.rawValue = rawValue
    }

    package static let workers = Scope(rawValue: "workers")
    package static let aiGateway = Scope(rawValue: "ai_gateway")
    package static let dex = Scope(rawValue: "dex")
    package static let access = Scope(rawValue: "access")

    /// The scopes there are.
    package static let all: Set<Scope> = [.workers, .aiGateway, .dex, .access]
  }

  package enum Status: String, Sendable, Hashable, CaseIterable {
    case pending, active, deleted
  }

  package init(
    name: String,
    scopes: Known<Set<Scope>> = .unknown,
    status: Known<Status> = .unknown,
    comment: String? = nil,
    createdOn: String? = nil,
    modifiedOn: String? = nil
  ) {
    self.name = name
    self.scopes = scopes
    self.status = status
    self.comment = comment
    self.createdOn = createdOn
    self.modifiedOn = modifiedOn
  }
}
