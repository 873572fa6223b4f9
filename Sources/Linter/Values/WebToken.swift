import Patterns

/// What a JSON Web Token says about itself.
struct WebToken {
  private let claims: JSONKeys

  /// `nil` for bytes that are no signed token.
  init?(_ token: ArraySlice<UInt8>) {
    let parts = token.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3, let claims = Base64.decode(parts[1], .urlSafe).flatMap({ JSONKeys($0) }) else {
      return nil
    }
    self.claims = claims
  }

  /// Whether it is made to be public: Supabase's anonymous key says so in its role (docs/facts/false-positives.md §5).
  var isPublic: Bool { claims.strings["role"] == "anon" }

  /// Whether it is one of those that manuals show: the person of jwt.io's own example, or a payload without meaning.
  var isSample: Bool {
    claims.strings["sub"] == "1234567890" || claims.strings["name"] == "John Doe"
      || claims.names.allSatisfy { ["some", "foo", "hello", "test", "message"].contains($0) }
  }

  /// Whether a value is a web token that is no secret: one for everybody, of a manual, or without a signature, which
  /// anybody can make (RFC 7519, section 6).
  static func isHarmless(_ value: ArraySlice<UInt8>) -> Bool {
    guard value.starts(with: "eyJ".utf8) else { return false }
    return value.last == UInt8(ascii: ".") || WebToken(value).map { $0.isPublic || $0.isSample } ?? false
  }

  /// Whether its end lies before a time, in seconds since 1970 (RFC 7519, section 4.1.4).
  func hasExpired(by time: Int?) -> Bool {
    guard let time, let end = claims.numbers["exp"] else { return false }
    return end < Double(time)
  }
}
