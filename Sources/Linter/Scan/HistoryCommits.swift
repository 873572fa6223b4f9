import Git

/// What is known of the commits that brought secrets, and what helps against each.
struct HistoryCommits: Sendable {
  private let facts: [ObjectID: Repository.CommitFacts]
  private let unpublished: Set<ObjectID>
  private let outsideOfHead: Set<ObjectID>

  /// What git cannot tell in a damaged repository counts as pushed.
  init(_ commits: Set<ObjectID>, of repository: Repository) {
    facts = (try? repository.facts(of: commits)) ?? [:]
    unpublished = (try? repository.unpublished(commits)) ?? []
    outsideOfHead = (try? repository.outsideOfHead(commits)) ?? []
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

  /// What to do about a secret that a commit brought.
  ///
  /// - Parameters:
  ///   - renewal: what makes the secret worthless, as a sentence.
  ///   - removal: what takes it out of the commit while that is edited.
  func help(for id: ObjectID, renewal: String, removal: String) -> String {
    guard unpublished.contains(id) else { return "It is already pushed, so that only a new secret helps. \(renewal)" }
    let short = id.text.prefix(12)
    let advice =
      outsideOfHead.contains(id)
      ? "mend the branches that `git branch --all --contains \(short)` names, or drop the stash"
      : "run `git rebase -i \(facts[id]?.isRoot == true ? "--root" : "\(short)^")`, mark this commit with `edit`, "
        + "\(removal), then run `git commit --amend` and `git rebase --continue`"
    return "No remote branch has it yet: before you push, \(advice). "
      + "Once it is pushed, only a new secret helps. \(renewal)"
  }
}
