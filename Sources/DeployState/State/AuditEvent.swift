/// An entry of the Secrets Store's audit log (docs/facts/wrangler.md §8.5).
package struct AuditEvent: Sendable, Equatable {
  package enum Action: Sendable, Hashable {
    /// A duplicate carries the id it was copied from.
    case create(duplicatedFrom: String?)
    /// Whether the value changed, or only scopes and comment.
    case update(isValueModified: Bool)
    case delete
    case access
  }

  package let action: Action
  package let storeID: String
  package let secretID: String
  /// ISO 8601; `nil` for what only a plan has done.
  package let time: String?

  package init(_ action: Action, storeID: String, secretID: String, time: String? = nil) {
    self.action = action
    self.storeID = storeID
    self.secretID = secretID
    self.time = time
  }
}
