import System
import Text

/// Why a question to git failed.
package enum GitError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is no `git` on the PATH.
  case gitMissing
  /// git refuses to work in a repository of another user.
  case dubiousOwnership(path: String)
  /// The folder is not in a repository, and the command needs one.
  case noRepository(path: String)
  /// A revision or range that names nothing.
  case unknownRevision(String)
  /// A range without a first side that compares `HEAD` with itself.
  case emptyRange(String)
  /// Two revisions without a common ancestor, as in a clone that is too shallow.
  case noCommonAncestor(String, String)
  /// A partial clone does not have the object, and nothing is fetched.
  case notFetched
  /// git ended with an error; the message is git's first line.
  case failed(command: String, status: Int32, message: String)

  /// One sentence that says what to do.
  package var description: String {
    switch self {
    case .gitMissing:
      "git was not found; install it or put it on the PATH, so that tracked files can be told from others"
    case .dubiousOwnership(let path):
      "git does not trust this repository because another user owns it; "
        + "run `git config --global --add safe.directory \(path.shellWord)`"
    case .noRepository(let path):
      "\(path) lies in no git repository; run this in one, or leave out --staged, --diff and --history"
    case .unknownRevision(let text):
      "`\(text)` names no commit of this repository; fetch it, or correct the name"
    case .emptyRange(let text):
      "the range `\(text)` compares HEAD with itself, as its first side is missing; name the base, and see whether a "
        + "variable is empty"
    case .noCommonAncestor(let left, let right):
      "\(left) and \(right) have no common ancestor here; in a shallow clone run `git fetch --unshallow` first"
    case .notFetched:
      "this partial clone lacks objects that were asked for; run `git fetch --refetch --no-filter`, or use a full clone"
    case .failed(let command, let status, let message):
      "`git \(command)` failed with status \(status): \(message)"
    }
  }

  init(_ end: ChildProcess.End, command: String, folder: String) {
    if let start = end.message.firstIndex(of: "dubious ownership") {
      // git names the folder in quotes: repository at '/path'.
      let parts = end.message[start...].split(separator: UInt8(ascii: "'"), omittingEmptySubsequences: false)
      self = .dubiousOwnership(path: parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : folder)
      return
    }
    // Prefer the error: warnings come first and say less.
    let lines = end.message.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    let line = lines.first { $0.hasPrefix("fatal: ") } ?? lines.first { $0.hasPrefix("error: ") } ?? lines.first
    if end.message.firstIndex(of: "promisor remote") != nil {
      self = .notFetched
    } else {
      self = .failed(command: command, status: end.status, message: line ?? "no message")
    }
  }
}

extension [UInt8] {
  /// Where an ASCII text first occurs.
  func firstIndex(of text: StaticString) -> Int? {
    let needle = Array("\(text)".utf8)
    return indices.first { self[$0...].starts(with: needle) }
  }
}
