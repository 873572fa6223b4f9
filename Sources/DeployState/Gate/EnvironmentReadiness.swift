/// The verdict about one environment of a configuration.
package struct EnvironmentReadiness: Sendable, Equatable {
  /// `nil` for the top level.
  package let environment: String?
  /// The Worker it is, where the configuration names one.
  package let worker: String?
  /// What was judged; `nil` where the words give no command for this environment.
  package let command: Command?
  package let readiness: Readiness

  package init(environment: String?, worker: String?, command: Command?, readiness: Readiness) {
    self.environment = environment
    self.worker = worker
    self.command = command
    self.readiness = readiness
  }

  package var verdict: Readiness.Verdict { readiness.verdict }
}
