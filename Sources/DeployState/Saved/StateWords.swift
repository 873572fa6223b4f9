/// The words of the file for values that have none of their own.
extension SavedState {
  /// Stands where an entry is known to be unknown, for nobody can tell any more.
  static let unknownWord = "unknown"
}

extension BindingTable.Extent {
  /// What the file says is listed.
  var word: String {
    switch self {
    case .some: "some"
    case .allSecrets: "secrets"
    case .everything: "all"
    }
  }
}

extension AuditEvent.Action {
  /// The words of all actions.
  static let words = [create(duplicatedFrom: nil), update(isValueModified: false), delete, access].map(\.word)

  var word: String {
    switch self {
    case .create: "create"
    case .update: "update"
    case .delete: "delete"
    case .access: "access"
    }
  }
}
