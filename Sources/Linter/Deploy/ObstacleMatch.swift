package import DeployState
import Documents
import Workers

extension Severity {
  package init(_ severity: Obstacle.Severity) {
    switch severity {
    case .error: self = .error
    case .warning: self = .warning
    case .note: self = .note
    }
  }
}

extension Obstacle {
  /// The sense as a message: without a full stop, and small at the start where it does not begin with a name.
  package var message: String {
    var text = sense.hasSuffix(".") ? String(sense.dropLast()) : sense
    let start = text.unicodeScalars.prefix(2).map(\.value)
    let firstWord = String(text.prefix { $0 != " " && $0 != "," })
    let isWord = start.count == 2 && (0x61...0x7A).contains(start[1]) || firstWord == "A"
    if isWord, (0x41...0x5A).contains(start[0]), !names.contains(firstWord) {
      text = text.prefix(1).lowercased() + text.dropFirst()
    }
    return text
  }

  /// What to do, in one line; `nil` when no command helps.
  ///
  /// - Parameter environment: the one it is about.
  package func help(in environment: String? = nil) -> String? {
    func quoted(_ command: Command) -> String {
      if case .dashboard = command { command.text } else { "`npx \(command.text)`" }
    }
    if !mends.isEmpty {
      return mends.map { mend in
        if case .run(let command) = mend { quoted(command) } else { mend.text }
      }.joined(separator: ", then ")
    }
    if !instead.isEmpty { return "run \(instead.map(quoted).joined(separator: ", then ")) instead" }
    if wantsCapture {
      let option = environment.map { " --env \(SecretCommand.shellWord($0))" } ?? ""
      return "record what is deployed with `paddock state capture --from-wrangler\(option)`"
    }
    return nil
  }
}

/// Finds the places in a configuration that obstacles are about.
struct ObstaclePlaces {
  let config: WranglerConfig

  /// An obstacle as something to report about an environment.
  func match(for obstacle: Obstacle, in readiness: EnvironmentReadiness) -> Match {
    let environment = config.environment(named: readiness.environment) ?? config.topLevel
    let regions = obstacle.names.compactMap { region(of: $0, for: obstacle.rule, in: environment) }
    return Match(
      path: config.source.path,
      region: regions.first ?? Self.region(of: environment),
      message: obstacle.message,
      identity: .name("\(readiness.environment ?? "")/\(obstacle.names.joined(separator: ","))"),
      help: obstacle.help(in: readiness.environment),
      worker: readiness.worker,
      environment: readiness.environment,
      severity: Severity(obstacle.severity),
      confidence: obstacle.isCertain ? .high : .medium,
      related: regions.dropFirst().map {
        Match.Related(path: config.source.path, region: $0, message: "this one, too")
      }
    )
  }

  /// Where a name is written; store secrets are known by the name they have in the store.
  private func region(of name: String, for rule: String, in environment: Environment) -> Region? {
    if rule.hasPrefix("store/") {
      return environment.sectionBindings.first { $0.node["secret_name"]?.string == name }?.nameRegion
    }
    let wanted = rule.hasPrefix("required/")
    let all = environment.bindings.filter { $0.name == name }
    let preferred = all.first {
      if case .requiredSecret = $0.kind { wanted } else { !wanted }
    }
    return (preferred ?? all.first)?.nameRegion
  }

  /// The name of an environment; of the top level, the Worker's name.
  static func region(of environment: Environment) -> Region {
    environment.name == nil ? environment.workerNameRegion ?? environment.keyRegion : environment.keyRegion
  }
}
