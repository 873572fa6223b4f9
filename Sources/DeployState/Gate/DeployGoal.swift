import Workers

/// What a person wants to do to every environment: the question of a deploy gate.
package enum DeployGoal: Sendable, Hashable {
  case deploy
  case versionsUpload
  /// All of the traffic to the latest version.
  case versionsDeploy
  case rollback
  /// Any other wrangler command, such as `secret put NAME`.
  case command(String)

  package init(_ text: String) {
    switch text {
    case "deploy": self = .deploy
    case "versions-upload", "versions upload": self = .versionsUpload
    case "versions-deploy", "versions deploy": self = .versionsDeploy
    case "rollback": self = .rollback
    default: self = .command(text)
    }
  }

  /// The words after `wrangler`.
  package var line: String {
    switch self {
    case .deploy: "deploy"
    case .versionsUpload: "versions upload"
    case .versionsDeploy: "versions deploy"
    case .rollback: "rollback"
    case .command(let line): line
    }
  }
}

extension DeployGoal {
  /// Whether the command takes a configuration that a build has written in place of the user's
  /// (docs/facts/wrangler.md §1.2).
  package var followsRedirect: Bool {
    let words = line.split(separator: " ").map(String.init)
    let isUpload =
      words.first == "deploy" || words.first == "versions" && ["upload", "deploy"].contains(words.dropFirst().first)
    return isUpload && !words.contains { $0 == "-c" || $0 == "--config" || $0.hasPrefix("--config=") }
  }

  /// The command line as it may be shown: without any value that may be a secret.
  package var shownLine: String {
    Pipeline.steps(typed: [line]).map(\.text).joined(separator: "; ")
  }

  /// The command this is for one environment.
  ///
  /// - Parameter file: what an upload gets with `--secrets-file`.
  func reading(by reader: CommandReader, file: SecretsFile?, in state: RemoteState) -> CommandReader.Reading {
    let reading = reader.read(line)
    switch (self, reading) {
    case (_, .command(.deploy(var upload))):
      upload.secretsFile = upload.secretsFile ?? file
      return .command(.deploy(upload))
    case (_, .command(.versionsUpload(var upload))):
      upload.secretsFile = upload.secretsFile ?? file
      return .command(.versionsUpload(upload))
    case (.versionsDeploy, .command(.versionsDeploy(let deploy))):
      guard case .known(.some(let worker)) = state.workers[deploy.target.worker] else { return reading }
      switch worker.latest {
      case .known(.some(let version)):
        return .command(.versionsDeploy(VersionsDeploy(all: version.id, of: deploy.target)))
      case .known(.none): return .refused(Refusal(.noVersions(deploy.target.worker)))
      case .unknown:
        let worker = deploy.target.worker
        return .unknown("Nobody looked which version of \(worker) is the latest.", worker: worker)
      }
    default: return reading
    }
  }
}
