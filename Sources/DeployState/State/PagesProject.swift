/// A Pages project: it has no versions we can see, and secrets per production and preview (docs/facts/wrangler.md §6.2,
/// §13.3).
package struct PagesProject: Sendable, Equatable {
  /// The two environments of every Pages project (docs/facts/wrangler.md §1.4).
  package enum Environment: String, Sendable, Hashable, CaseIterable {
    case production, preview
  }

  package var production: BindingTable
  package var preview: BindingTable
  package var captures: [Capture]

  package init(production: BindingTable = .unknown, preview: BindingTable = .unknown, captures: [Capture] = []) {
    self.production = production
    self.preview = preview
    self.captures = captures
  }

  package subscript(environment: Environment) -> BindingTable {
    get { environment == .production ? production : preview }
    set {
      switch environment {
      case .production: production = newValue
      case .preview: preview = newValue
      }
    }
  }
}
