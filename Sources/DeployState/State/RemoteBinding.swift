/// The type of a binding in Cloudflare's API: an open set (docs/facts/wrangler.md §3.2).
package struct BindingType: RawRepresentable, Hashable, Sendable {
  package let rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }

  package static let secretText = BindingType(rawValue: "secret_text")
  package static let secretKey = BindingType(rawValue: "secret_key")
  package static let plainText = BindingType(rawValue: "plain_text")
  package static let json = BindingType(rawValue: "json")
  package static let storeSecret = BindingType(rawValue: "secrets_store_secret")

  /// A secret of the Worker itself, whose value nobody can read back.
  package var isSecret: Bool { self == .secretText || self == .secretKey }

  /// A plain variable, which `keep_vars` keeps (docs/facts/wrangler.md §6.2).
  package var isPlainVar: Bool { self == .plainText || self == .json }

  /// Whether it serves where a secret is required without being readable in the dashboard
  /// (docs/facts/wrangler.md §6.6).
  package var isConfidential: Bool { isSecret || self == .storeSecret }
}

/// A binding of a version: never its value.
package struct RemoteBinding: Sendable, Hashable {
  package var type: BindingType
  /// Which command gave the value, so that two versions can be compared: equal marks mean equal values.
  ///
  /// `nil` when nobody knows, as for everything captured.
  package var mark: String?
  /// The Secrets Store secret a binding of that type refers to.
  package var storeSecret: StoreReference?

  package init(_ type: BindingType, mark: String? = nil, storeSecret: StoreReference? = nil) {
    self.type = type
    self.mark = mark
    self.storeSecret = storeSecret
  }
}

/// A secret of a store as a binding names it: by store id and secret name (docs/facts/wrangler.md §8.1).
package struct StoreReference: Sendable, Hashable {
  package let storeID: String
  package let secretName: String

  package init(storeID: String, secretName: String) {
    self.storeID = storeID
    self.secretName = secretName
  }
}
