import Patterns

/// Tokens that are shorter in base64 than the runs of digits that are looked at everywhere.
///
/// They are found by how they begin, which the shared pass looks for as it does for the beginnings of tokens.
enum ShortTokens {
  /// How those begin that have fewer than 30 bytes and can hardly be anything else.
  static let prefixes = [
    "AKIA", "ASIA", "LTAI", "GOOG", "glpat-", "gldt-", "glrt-", "glrtr-", "glft-", "glsoat-", "glcbt-", "glffct-",
    "glwt-", "GR1348941", "rzp_live_", "AVNS_", "sk_car_", "chpt_", "endr+", "FLWSECK", "lip_", "sm_aat_",
  ]

  /// The digits of base64 that the prefixes decide, where they begin the encoded text.
  static let literals = prefixes.map { prefix in
    Array(Base64.encode(prefix.utf8).prefix(prefix.utf8.count * 8 / 6))
  }
}
