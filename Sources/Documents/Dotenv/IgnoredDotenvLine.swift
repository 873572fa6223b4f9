/// A line of a dotenv file that is neither blank nor a comment but gives no entry (docs/facts/wrangler.md §5.3).
package struct IgnoredDotenvLine: Sendable, Hashable {
  package enum Reason: Sendable, CaseIterable {
    /// What precedes `=` is not one run of `A-Z a-z 0-9 _ . -`.
    case badKey
    /// `KEY:value`.
    case colonWithoutSpace
    /// `KEY : value`.
    case spaceBeforeColon
    /// No `=` on the line.
    case missingEquals
    /// `set KEY=value`, as in a Windows command file.
    case setPrefix
    /// A further line of an unquoted PEM or JSON text.
    case continuation
  }

  /// The line without white space around it.
  package let region: Region
  package let reason: Reason
  /// The part in place of the key, never any of the value.
  ///
  /// `nil` where it could be part of a secret: no separator, a line of a longer value, or more than 64 bytes.
  package let key: String?

  package init(region: Region, reason: Reason, key: String?) {
    self.region = region
    self.reason = reason
    self.key = key
  }
}
