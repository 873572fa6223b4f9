/// Why git could not be asked about a repository.
package enum GitError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is no `git` on the PATH.
  case gitMissing
  /// git refuses to work in a repository of another user.
  case dubiousOwnership(path: String)
  /// git ended with an error; the message is git's first line.
  case failed(command: String, status: Int32, message: String)

  /// One sentence that says what to do.
  package var description: String {
    switch self {
    case .gitMissing:
      "git was not found; install it or put it on the PATH, so that tracked files can be told from others"
    case .dubiousOwnership(let path):
      "git does not trust this repository because another user owns it; "
        + "run `git config --global --add safe.directory \(path)`"
    case .failed(let command, let status, let message):
      "`git \(command)` failed with status \(status): \(message)"
    }
  }
}
