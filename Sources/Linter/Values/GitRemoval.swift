import Text

/// The git commands that a finding tells the reader to type to take something out of a repository.
///
/// Paths are from the top of the repository, and written so that the commands work in any folder of it.
enum GitRemoval {
  /// A path as git takes it in any folder, in quotes where a shell needs them.
  static func pathspec(_ path: String) -> String {
    let isPattern = path.utf8.contains { "*?[\\".utf8.contains($0) }
    return (isPattern ? ":(top,literal)\(path)" : ":/\(path)").shellWord
  }

  /// Takes a file out of the index, and leaves it where it is.
  static func untrack(_ path: String) -> String { "git rm --cached \(pathspec(path))" }

  /// Takes a folder out of the index, and leaves it where it is.
  static func untrackFolder(_ path: String) -> String { "git rm -r --cached \(pathspec(path))" }

  /// Takes a file out of every commit of the current branch that no remote branch has.
  ///
  /// Unlike `git rebase -i`, it keeps merges with what was resolved in them, starts at the first commit as well, and never
  /// touches the reader's own copy of an ignored file.
  static func removeFile(_ path: String) -> String {
    rewrite("--index-filter", "git rm -q --cached --ignore-unmatch -- \(pathspec(path))")
  }

  /// Replaces the value of the variable `SECRET` in a file in every such commit.
  static func replaceSecret(in path: String) -> String {
    let word = (path.hasPrefix("-") ? "./\(path)" : path).shellWord
    let replacement = #"perl -pi -e "s/\Q\$ENV{SECRET}\E/REMOVED/g""#
    return rewrite("--tree-filter", #"[ -z "$SECRET" ] || [ ! -f \#(word) ] || \#(replacement) \#(word)"#)
  }

  private static func rewrite(_ filter: String, _ script: String) -> String {
    "git filter-branch -f \(filter) \(script.shellWord) -- HEAD --not --remotes"
  }

  /// Deletes what git keeps of the commits as they were.
  static let dropOriginals = "git for-each-ref --format='delete %(refname)' refs/original | git update-ref --stdin"

  /// How to take a file out of commits that are not pushed, once it is no longer tracked; the end of a sentence.
  static func removeFileInWords(_ path: String) -> String {
    "at the top of the repository `\(removeFile(path))` takes it out of every commit of this branch that is not pushed, and "
      + "`\(dropOriginals)` drops the old ones"
  }
}
