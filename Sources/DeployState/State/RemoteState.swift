/// Everything that is known about the remote side of a project: one account with its Workers, Pages projects and
/// Secrets Store.
///
/// A value without any behaviour of its own; `apply` steps it. Source: docs/facts/wrangler.md §6.1, §8.
package struct RemoteState: Sendable, Equatable {
  package var account: Account
  /// By Worker name.
  package var workers: Catalog<RemoteWorker>
  /// By project name.
  package var pagesProjects: Catalog<PagesProject>
  /// By store id.
  package var stores: Catalog<SecretsStore>
  package var auditLog: Timeline<AuditEvent>

  package init(
    account: Account = Account(),
    workers: Catalog<RemoteWorker> = Catalog(),
    pagesProjects: Catalog<PagesProject> = Catalog(),
    stores: Catalog<SecretsStore> = Catalog(),
    auditLog: Timeline<AuditEvent> = .unknown
  ) {
    self.account = account
    self.workers = workers
    self.pagesProjects = pagesProjects
    self.stores = stores
    self.auditLog = auditLog
  }

  /// An account in which there is nothing, and that is known.
  package static let empty = RemoteState(
    workers: Catalog(isComplete: true),
    pagesProjects: Catalog(isComplete: true),
    stores: Catalog(isComplete: true),
    auditLog: .empty
  )
}

/// The account, and what whoever runs wrangler may do there.
package struct Account: Sendable, Equatable {
  /// The plan decides how many variables a Worker may have (docs/facts/wrangler.md §7).
  package enum Plan: String, Sendable, Hashable, CaseIterable {
    case free, paid

    /// Plain variables and secrets of one Worker together.
    package var variableLimit: Int { self == .free ? 64 : 128 }
  }

  package var id: Known<String>
  package var plan: Known<Plan>
  package var access: Access

  package init(id: Known<String> = .unknown, plan: Known<Plan> = .unknown, access: Access = Access()) {
    self.id = id
    self.plan = plan
    self.access = access
  }
}
