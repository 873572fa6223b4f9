/// What whoever runs wrangler may do with the Secrets Store (docs/facts/wrangler.md §8.5).
package struct Access: Sendable, Equatable {
  /// A role of a member of the account.
  package enum Role: String, Sendable, Hashable, CaseIterable {
    case superAdministrator = "Super Administrator"
    case admin = "Secrets Store Admin"
    case deployer = "Secrets Store Deployer"
    case reporter = "Secrets Store Reporter"
  }

  /// A permission of an API token for the Secrets Store of the account.
  package enum Permission: String, Sendable, Hashable, CaseIterable {
    case edit = "Edit"
    case read = "Read"
  }

  /// What one can do to the secrets of a store.
  package enum Right: String, Sendable, Hashable, CaseIterable {
    /// Create, update, duplicate and delete.
    case manage
    /// Bind to a Worker.
    case bind
    /// Look at names, scopes and comments.
    case view
  }

  package var roles: Known<Set<Role>>
  package var permissions: Known<Set<Permission>>

  package init(roles: Known<Set<Role>> = .unknown, permissions: Known<Set<Permission>> = .unknown) {
    self.roles = roles
    self.permissions = permissions
  }

  /// Whether a right is there; both the role and the token must give it.
  package func allows(_ right: Right) -> Known<Bool> {
    let byRole = roles.map { $0.contains { Self.gives($0, right) } }
    let byToken = permissions.map { $0.contains { Self.gives($0, right) } }
    // One known refusal settles it; otherwise both must be known.
    if byRole == .known(false) || byToken == .known(false) { return .known(false) }
    return byRole.isKnown && byToken.isKnown ? .known(true) : .unknown
  }

  private static func gives(_ role: Role, _ right: Right) -> Bool {
    switch (role, right) {
    case (.superAdministrator, _): true
    case (.admin, .manage), (.admin, .view): true
    case (.admin, .bind): false
    case (.deployer, .bind), (.deployer, .view): true
    case (.deployer, .manage): false
    case (.reporter, .view): true
    case (.reporter, .manage), (.reporter, .bind): false
    }
  }

  private static func gives(_ permission: Permission, _ right: Right) -> Bool {
    switch (permission, right) {
    case (.edit, _), (.read, .view), (.read, .bind): true
    case (.read, .manage): false
    }
  }
}
