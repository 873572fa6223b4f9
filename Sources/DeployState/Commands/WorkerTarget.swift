/// The Worker a command means, and the options by which it was named.
package struct WorkerTarget: Sendable, Hashable {
  package let worker: String
  /// The environment of the configuration file; `nil` for the top level.
  package let environment: String?
  /// Whether `--name` gives the name rather than the configuration file.
  package let isNamed: Bool

  package init(_ worker: String, environment: String? = nil, isNamed: Bool = false) {
    self.worker = worker
    self.environment = environment
    self.isNamed = isNamed
  }

  /// The options that lead every command to this Worker.
  ///
  /// Never both: `--name X --env E` means different Workers to different commands (docs/facts/wrangler.md §2.2).
  package var options: [String] {
    if isNamed { return ["--name", worker] }
    return environment.map { ["--env", $0] } ?? []
  }
}

/// Which Worker a command line means, by the rules of each kind of command (docs/facts/wrangler.md §2.2).
package struct WorkerNaming: Sendable, Hashable {
  /// The name the configuration gives the chosen environment.
  package var configured: String?
  /// The value of `--name`.
  package var name: String?
  /// The value of `--env`, or of `CLOUDFLARE_ENV`; "" is the top level.
  package var environment: String?
  /// The value of `WRANGLER_CI_OVERRIDE_NAME`.
  package var override: String?

  package init(configured: String?, name: String? = nil, environment: String? = nil, override: String? = nil) {
    self.configured = configured
    self.name = name
    self.environment = environment == "" ? nil : environment
    self.override = override == "" ? nil : override
  }

  /// The kinds of commands that differ in how they name a Worker.
  package enum Use: Sendable, Hashable, CaseIterable {
    /// `deploy` and `versions upload`: `WRANGLER_CI_OVERRIDE_NAME` wins, `--env` never adds to `--name`.
    case upload
    /// `secret …` and `versions secret …`: `--name X --env E` is the Worker `X-E`.
    case secrets
    /// `versions deploy`, `rollback`, `delete`: `--name`, else the configuration.
    case other
  }

  /// `nil` when nothing gives a name, which wrangler refuses.
  package func target(for use: Use) -> WorkerTarget? {
    if use == .upload, let override { return WorkerTarget(override, isNamed: true) }
    if let name {
      if use == .secrets, let environment { return WorkerTarget("\(name)-\(environment)", isNamed: true) }
      return WorkerTarget(name, isNamed: true)
    }
    return configured.map { WorkerTarget($0, environment: environment) }
  }
}
