/// A file the walk has seen.
package struct FileEntry: Sendable, Hashable {
  /// The path from the top of the run: of the repository, or of the folder checked where there is none.
  package let path: String
  /// Whether git leaves it out: an ignore file matches it, and git does not track it.
  package let isIgnored: Bool
  /// Whether it is a symbolic link to a file of the repository, which is searched where it is.
  package let isLink: Bool

  package init(path: String, isIgnored: Bool, isLink: Bool = false) {
    self.path = path
    self.isIgnored = isIgnored
    self.isLink = isLink
  }
}

/// Why a file or folder was not looked into.
package enum SkipReason: String, Sendable, CaseIterable, Comparable {
  /// Excluded by `.gitignore` and the like.
  case ignored
  /// A folder of installed packages, such as `node_modules`.
  case vendored
  /// Excluded by `paddock.toml`.
  case excluded
  /// A symbolic link: what it points to is checked where it is.
  case symbolicLink = "symbolic-link"
  /// A repository inside the repository, which is checked on its own.
  case submodule
  /// A socket, device or named pipe.
  case special
  /// Holds NUL bytes where text has none.
  case binary
  /// Larger than the size limit.
  case tooLarge = "too-large"
  /// Could not be opened or read.
  case unreadable

  package static func < (left: SkipReason, right: SkipReason) -> Bool { left.rawValue < right.rawValue }
}
