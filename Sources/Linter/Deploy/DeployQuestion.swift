package import DeployState

/// What is asked about the remote side, and what is known of it besides the checkout.
package struct DeployQuestion: Sendable {
  /// The command that is to be judged for every environment.
  package var goal = DeployGoal.deploy
  /// The state the user named; without one, the file beside a configuration counts, else the one at the top of the
  /// folder checked.
  package var state: RecordedState?
  /// What an upload would get with `--secrets-file`.
  package var secretsFile: SecretsFile?
  /// What is wrong with that file itself.
  package var fileProblems: [SecretsFileProblem] = []
  /// How old captures may be.
  package var age: CaptureAge?
  /// `WRANGLER_CI_OVERRIDE_NAME` of the shell.
  package var overrideName: String?
  /// The names in files that the goal mentions, by their paths.
  package var files: @Sendable (String) -> [SecretEntry]? = { _ in nil }

  package init() {}
}

/// A state with the file it was read from.
package struct RecordedState: Sendable {
  /// From the folder checked, or as the user wrote it where it lies elsewhere.
  package let path: String
  package let state: RemoteState

  package init(path: String, state: RemoteState) {
    self.path = path
    self.state = state
  }
}

/// The verdicts about all environments of one project.
package struct ProjectReadiness: Sendable {
  package let folder: String
  package let configPath: String
  /// The configuration that a build has written in its place, where the command follows it.
  package let builtPath: String?
  /// The state it was judged with; `nil` when there is none.
  package let statePath: String?
  /// Whether it is a Pages project, whose deploys check no secrets (docs/facts/wrangler.md §1.4).
  package let isPages: Bool
  package let environments: [EnvironmentReadiness]
}
