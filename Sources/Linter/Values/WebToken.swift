import Patterns

/// What a JSON Web Token says about itself.
enum WebToken {
  /// Whether a token is made to be public: Supabase's anonymous key says so in its role (token-formats.tsv).
  static func isPublic(_ token: ArraySlice<UInt8>) -> Bool {
    let parts = token.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3, let payload = Base64.decode(parts[1], .urlSafe), let claims = JSONKeys(payload) else {
      return false
    }
    return claims.strings["role"] == "anon"
  }
}
