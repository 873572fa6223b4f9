/// How much of an archive is looked at, so that none takes memory or time that its size does not explain.
package struct ArchiveLimits: Sendable {
  /// How many archives may lie in one another, the outermost included.
  package var depth = 3
  /// How many files may be in an archive and those inside of it together.
  package var members = 100_000
  /// How large a file in an archive may be.
  package var memberBytes = 64 << 20
  /// How much may be unpacked of an archive and those inside of it together.
  package var bytes = 512 << 20
  /// How many times its size may be unpacked of an archive; text seldom shrinks to a thirtieth, and deflate cannot do more
  /// than a thousandth.
  package var ratio = 200
  /// So much may be unpacked in any case.
  package var leastBytes = 1 << 20

  package init() {}

  /// How much may be unpacked of an archive of some size.
  func allowance(forSize size: Int) -> Int { min(bytes, max(leastBytes, ratio * size)) }
}
