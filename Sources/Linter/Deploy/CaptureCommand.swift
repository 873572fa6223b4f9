import DeployState
import Text
import Workers

/// The command that records what is deployed, for all environments of a project that were asked about.
package struct CaptureCommand: Sendable, Equatable {
  /// Of the project, from the folder checked.
  private let folder: String
  /// The environments to name; empty where all are meant.
  private let environments: [String]
  /// Workers whose names are not those that the configuration gives.
  private let workers: [String]
  /// The saved state, where it is not the one beside the configuration.
  private let statePath: String?
  private let stateIsNamed: Bool

  init(for environments: [EnvironmentReadiness], of project: Project, statePath: String?, stateIsNamed: Bool) {
    folder = project.folder
    let named = environments.filter { readiness in
      readiness.worker == DeployInput(config: project.config, environment: readiness.environment)?.workerName
    }
    var others: [String] = []
    for readiness in environments where !named.contains(where: { $0.environment == readiness.environment }) {
      if let worker = readiness.worker, !others.contains(worker) { others.append(worker) }
    }
    workers = others
    let all = Set(project.config.environments.map(\.name))
    let asked = named.map(\.environment)
    let isAll = others.isEmpty && Set(asked) == all
    self.environments = isAll ? [] : asked.map { $0 ?? "" }
    self.stateIsNamed = stateIsNamed
    self.statePath = statePath == FilePath.join(project.folder, SavedState.fileName) ? nil : statePath
  }

  /// The commands to type in the current folder; more than one only where Workers have names of their own.
  ///
  /// - Parameter shown: a path of the run as a path from the current folder.
  package func lines(shown: (String) -> String) -> [String] {
    // The folder of a file in it: that has a path from the current folder in any case.
    let place = FilePath.folder(of: shown(FilePath.join(folder, SavedState.fileName)))
    let start = "paddock state capture --from-wrangler" + (place.isEmpty ? "" : " --project \(Self.word(place))")
    let path = statePath.map { stateIsNamed ? $0 : shown($0) }
    let end = path.map { " --output \(Self.word($0))" } ?? ""
    let named = environments.map { " --env \(Self.word($0))" }.joined()
    let first = workers.isEmpty || !environments.isEmpty ? [start + named + end] : []
    return first + workers.map { "\(start) --worker \(Self.word($0))\(end)" }
  }

  private static func word(_ text: String) -> String { SecretCommand.shellWord(text) }
}

extension Obstacle {
  /// Whether a capture of what is deployed would settle it.
  package var wantsCapture: Bool {
    if isCertain { return false }
    if !captures.isEmpty { return true }
    return ["state/capture-unusable", "state/var-replaces-secret", "state/name-taken", "store/state"].contains(rule)
  }
}
