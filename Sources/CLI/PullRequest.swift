/// The pull or merge request a CI job is about, as its variables tell.
enum PullRequest {
  /// What `--diff` takes in place of a range.
  static let word = "pull-request"

  /// The commit or branch that the request is to be merged into.
  ///
  /// GitHub sets `GITHUB_BASE_REF` for events of a pull request only, and `actions/checkout` names its remote `origin`
  /// (docs.github.com, "Variables reference"); GitLab sets `CI_MERGE_REQUEST_DIFF_BASE_SHA` in merge request pipelines
  /// (docs.gitlab.com/ci/variables/predefined_variables).
  ///
  /// - Throws: `CommandError` when no variable tells.
  static func base(_ console: Console) throws(CommandError) -> String {
    if let branch = console.variable("GITHUB_BASE_REF") { return "refs/remotes/origin/\(branch)" }
    if let commit = console.variable("CI_MERGE_REQUEST_DIFF_BASE_SHA") { return commit }
    throw CommandError(
      message:
        "--diff \(word): neither GITHUB_BASE_REF nor CI_MERGE_REQUEST_DIFF_BASE_SHA is set, so this is no job of "
        + "a pull request; name the base instead, as in --diff origin/main"
    )
  }
}
