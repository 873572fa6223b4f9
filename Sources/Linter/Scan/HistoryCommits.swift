import Git

/// What is known of the commits that brought secrets, and what helps against each.
struct HistoryCommits: Sendable {
  private let facts: [ObjectID: Repository.CommitFacts]
  private let unpublished: Set<ObjectID>
  private let outsideOfHead: Set<ObjectID>
  /// The last commit of the current branch.
  private let head: ObjectID?
  /// Whether the current branch has merges that are not pushed, which `git rebase -i` would not keep.
  private let hasMerges: Bool

  /// What git cannot tell in a damaged repository counts as pushed.
  init(_ commits: Set<ObjectID>, of repository: Repository) {
    facts = (try? repository.facts(of: commits)) ?? [:]
    unpublished = (try? repository.unpublished(commits)) ?? []
    outsideOfHead = (try? repository.outsideOfHead(commits)) ?? []
    let tips = unpublished.isEmpty ? nil : try? repository.unpublishedTips()
    head = tips?.head
    hasMerges = tips?.hasMerges ?? true
  }

  /// - Parameter isInHead: whether what the commit brought is still there.
  func commit(_ id: ObjectID, isInHead: Bool) -> Finding.Commit {
    Finding.Commit(
      id: id.text,
      date: facts[id]?.date ?? "",
      isInHead: isInHead,
      isPushed: !unpublished.contains(id)
    )
  }

  /// What is to be taken out of commits; paths are from the top of the repository.
  enum Removal {
    /// A whole file, which the current commit may have.
    case file(String, isInHead: Bool)
    /// A secret in a file.
    case secret(inFile: String)
  }

  /// What to do about a secret that a commit brought.
  ///
  /// - Parameter renewal: what makes the secret worthless, as a sentence.
  func help(for id: ObjectID, renewal: String, removal: Removal) -> String {
    guard unpublished.contains(id) else { return "It is already pushed, so that only a new secret helps. \(renewal)" }
    return "No remote branch has it yet: before you push, \(advice(on: id, removal)). "
      + "Once it is pushed, only a new secret helps. \(renewal)"
  }

  private func advice(on id: ObjectID, _ removal: Removal) -> String {
    let short = id.text.prefix(12)
    if outsideOfHead.contains(id) {
      return
        "take it out of the branches, tags and stashes that `git for-each-ref --contains \(short)` names, or delete them"
    }
    switch removal {
    case .file(let path, let isInHead):
      let untrack = isInHead ? "run `\(GitRemoval.untrack(path))`, ignore the file and commit that; then " : ""
      return untrack + GitRemoval.removeFileInWords(path)
    case .secret(let path):
      let amend = "take the secret out of \(path), then run `git add \(GitRemoval.pathspec(path))`"
      if id == head { return "\(amend) and `git commit --amend`" }
      if hasMerges {
        return "run `read -rs SECRET; export SECRET` and paste the secret; then at the top of the repository "
          + "`\(GitRemoval.replaceSecret(in: path))` replaces it in every commit of this branch that is not pushed, and "
          + "`\(GitRemoval.dropOriginals)` drops the old ones"
      }
      return "run `git rebase -i \(facts[id]?.isRoot == true ? "--root" : "\(short)^")`, mark this commit with `edit`, "
        + "\(amend), `git commit --amend` and `git rebase --continue`"
    }
  }
}
