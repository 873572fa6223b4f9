/// The credentials wrangler itself takes from the shell; none of them belongs into a configuration file.
///
/// Source: docs/facts/wrangler.md §9.
enum CloudflareCredential {
  /// The names that carry a secret; account ids, e-mail addresses and client ids are none.
  static let names: Set<String> = [
    "CLOUDFLARE_API_TOKEN", "CLOUDFLARE_API_KEY", "CLOUDFLARE_ACCESS_CLIENT_SECRET", "WRANGLER_R2_SQL_AUTH_TOKEN",
    "WRANGLER_CF_AUTHORIZATION_TOKEN", "CF_API_TOKEN", "CF_API_KEY",
  ]

  /// What a value is, when it is such a credential: "a value for CLOUDFLARE_API_TOKEN (40 chars)".
  static func words(forKey key: String, value: String) -> String? {
    if let shape = shape(in: value) { return shape }
    guard names.contains(key), !value.isEmpty, !Placeholder.isPlaceholder(value) else { return nil }
    return "a value for \(key) (\(Redaction.describe(value)))"
  }

  private static let shapes = [
    ("cfk_", "a Cloudflare Global API Key"), ("cfut_", "a Cloudflare user API token"),
    ("cfat_", "a Cloudflare account API token"),
  ]

  /// A credential in the form Cloudflare gives it since 2026: a prefix, then forty characters and a checksum.
  private static func shape(in value: String) -> String? {
    let bytes = Array(value.utf8)
    guard bytes.count >= 44 else { return nil }
    for word in bytes.split(whereSeparator: {
      !$0.isASCIILetterOrDigit && $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-")
    }) {
      for (prefix, noun) in shapes
      where word.count >= prefix.utf8.count + 40 && word.starts(with: prefix.utf8)
        && !Placeholder.isPlaceholder(token: word)
      {
        return "\(noun) (\(Redaction.describe(word, prefix: prefix)))"
      }
    }
    return nil
  }
}
