import DeployState

/// Several commands, one after the other, for the same Worker.
struct Chain {
  /// The Worker after all of them, or how the first one that does not succeed ends.
  let result: String
  let state: RemoteState

  init(_ given: String, _ commands: [String], config: String? = nil) {
    var state = Scenario(given, "", "", config: config).state(of: "shop")
    for line in commands {
      let scenario = Scenario(given, line, "", config: config)
      let step = scenario.result(in: state)
      guard case .command(let command) = scenario.reader().read(line),
        case .done(let outcome) = apply(command, to: state)
      else {
        self.state = state
        result = "\(line): \(step)"
        return
      }
      state = outcome.state
    }
    self.state = state
    result = WorkerNotation.write(state.workers["shop"])
  }
}
