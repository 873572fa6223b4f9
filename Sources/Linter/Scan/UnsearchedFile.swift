import Text
package import Workers

/// A file that a run has seen and not searched.
package struct UnsearchedFile: Sendable, Hashable {
  package let path: String
  package let reason: SkipReason

  package init(path: String, reason: SkipReason) {
    self.path = path
    self.reason = reason
  }
}

/// The files that a run may not leave out without saying so: those that the user has named, and those whose names say that
/// they hold secrets.
struct WantedFiles: Sendable {
  /// The paths on the command line, from the folder checked.
  let named: Set<String>

  init(named: some Sequence<String> = []) { self.named = Set(named) }

  func contains(_ path: String) -> Bool { named.contains(path) || SecretFileName.matches(path) }

  /// Says that such a file is too large; `nil` for others, which are counted.
  func notice(tooLarge path: String, limit: Int) -> Notice? {
    guard contains(path) else { return nil }
    return Notice(
      path: path,
      message: "this file was not searched: it is larger than \(ByteCount.words(limit)); see max-file-size",
      isFailure: true
    )
  }
}
