/// The commands of wrangler whose output tells about the remote side (docs/facts/wrangler.md §6.5).
package enum CaptureKind: Sendable, Hashable, CaseIterable {
  case secretList
  case versionsSecretList
  case versionsList
  case versionsView
  /// `deployments list` and `deployments status`, which tell themselves apart.
  case deployments
  case storeList
  case storeSecretList
  case pagesSecretList

  /// The command as a person types it, with what our readers need.
  package var command: String {
    switch self {
    case .secretList: "wrangler secret list"
    case .versionsSecretList: "wrangler versions secret list"
    case .versionsList: "wrangler versions list --json"
    case .versionsView: "wrangler versions view ID --json"
    case .deployments: "wrangler deployments list --json"
    case .storeList: "wrangler secrets-store store list --remote"
    case .storeSecretList: "wrangler secrets-store secret list STORE_ID --remote"
    case .pagesSecretList: "wrangler pages secret list"
    }
  }

  /// The option of `paddock state capture` that takes its output.
  package var option: String {
    switch self {
    case .secretList: "--secret-list"
    case .versionsSecretList: "--versions-secret-list"
    case .versionsList: "--versions"
    case .versionsView: "--version"
    case .deployments: "--deployments"
    case .storeList: "--store-list"
    case .storeSecretList: "--store-secrets"
    case .pagesSecretList: "--pages-secret-list"
    }
  }

  /// Whether the output is JSON; `secret list` is, unless it was asked to be pretty.
  var isJSON: Bool {
    switch self {
    case .secretList, .versionsList, .versionsView, .deployments: true
    case .versionsSecretList, .storeList, .storeSecretList, .pagesSecretList: false
    }
  }
}
