import Git

/// What a hook is run for, as told by the variables of git and of hook frameworks, and so what it has to look at.
///
/// `pre-commit run --all-files` differs in nothing that a hook without file names can see from `pre-commit run`: where no
/// commit is being made, a framework's hook looks at everything.
enum HookOccasion: Equatable {
  /// git is making a commit, or somebody has staged something and asks by hand.
  case staged
  /// Commits that are pushed, merged or named.
  case range(String)
  /// Nothing is being recorded.
  case workTree

  /// The arguments of `paddock check`.
  var arguments: [String] {
    switch self {
    case .staged: ["--staged"]
    case .range(let range): ["--diff=\(range)"]
    case .workTree: []
    }
  }

  init(_ repository: Repository, console: Console) throws(GitError) {
    // git sets it for the hooks of a commit alone, whether the commit is of everything, of some paths, or empty.
    if console.variable("GIT_INDEX_FILE") != nil, repository.isMeantByHook {
      self = .staged
      return
    }
    let new = console.variable("PRE_COMMIT_TO_REF") ?? console.variable("PRE_COMMIT_LOCAL_BRANCH")
    if let new {
      self = .range(try Self.range(from: console.variable("PRE_COMMIT_FROM_REF"), to: new, in: repository))
      return
    }
    if console.variable("PRE_COMMIT") == nil, try repository.hasStagedChanges() {
      self = .staged
    } else {
      self = .workTree
    }
  }

  /// What one commit has and another has not; all it has where there is no other, or where they do not differ.
  private static func range(from old: String?, to new: String, in repository: Repository) throws(GitError) -> String {
    let everything = "\(Repository.emptyTrees[0])..\(new)"
    // A branch that is new has nothing before it.
    guard let old, !old.utf8.allSatisfy({ $0 == UInt8(ascii: "0") }) else { return everything }
    do throws(GitError) {
      let range = "\(old)...\(new)"
      let changes = try repository.changes(try repository.comparison(range))
      return changes.allSatisfy(\.isEmpty) ? everything : range
    } catch .noCommonAncestor {
      return "\(old)..\(new)"
    }
  }
}
