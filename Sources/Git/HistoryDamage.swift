/// A part of the history that git cannot read.
package enum HistoryDamage: Sendable, CustomStringConvertible {
  /// What a commit changes: a folder of it or of its parent is damaged.
  case changes(of: ObjectID, GitError)
  /// The commits from some point on.
  case commits(GitError)
  /// What a branch or tag names.
  case ref(String)

  /// One sentence that says what was not looked at.
  package var description: String {
    switch self {
    case .changes(let commit, let error):
      "what commit \(commit.text.prefix(12)) changes cannot be read, and was not looked at: \(error)"
    case .commits(let error): "older commits cannot be read, and were not looked at: \(error)"
    case .ref(let name): "\(name) cannot be read, and was not looked at; `git fsck` tells what is damaged"
    }
  }
}
