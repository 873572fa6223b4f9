/// A part of the history that git cannot read.
package enum HistoryDamage: Sendable, CustomStringConvertible {
  /// The changes of a commit: a folder of it or of its parent is damaged.
  case changes(of: ObjectID, GitError)
  /// A commit: its changes and its parents are unknown.
  case commit(ObjectID)
  /// The commits from some point on.
  case commits(GitError)
  /// What a branch or tag names.
  case ref(String)
  /// Contents of files that no commit leads to.
  case contents(Int)

  /// One sentence that says what was not looked at.
  package var description: String {
    switch self {
    case .changes(let commit, let error):
      "what commit \(commit.text.prefix(12)) changes cannot be read, and was not looked at: \(error)"
    case .commit(let commit):
      "commit \(commit.text.prefix(12)) cannot be read, so that what it changed and what came before it is not known; "
        + "every other commit that is still there was looked at, whether a branch has it or not"
    case .commits(let error): "older commits cannot be read, and were not looked at: \(error)"
    case .ref(let name): "\(name) cannot be read, and was not looked at; `git fsck` tells what is damaged"
    case .contents(let count):
      "\(count == 1 ? "1 content of a file belongs" : "\(count) contents of files belong") to no commit that can be "
        + "read, and \(count == 1 ? "was" : "were") not looked at; `git fsck --lost-found` writes them out"
    }
  }
}
