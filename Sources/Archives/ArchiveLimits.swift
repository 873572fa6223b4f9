/// Limits, so that no archive takes more memory or time than its size explains.
package struct ArchiveLimits: Sendable {
  /// How deep archives may be nested, the outermost included.
  package var depth = 3
  /// How many files an archive may hold, nested archives included.
  package var members = 100_000
  /// The largest file in an archive that is read.
  package var memberBytes = 64 << 20
  /// How much may be unpacked from an archive, nested archives included.
  package var bytes = 512 << 20
  /// How many times its own size an archive may unpack to: text seldom shrinks to a thirtieth, deflate at most to a
  /// thousandth.
  package var ratio = 200
  /// This much may always be unpacked.
  package var leastBytes = 1 << 20

  package init() {}

  /// How much may be unpacked from an archive of this size.
  func allowance(forSize size: Int) -> Int { min(bytes, max(leastBytes, ratio * size)) }
}
