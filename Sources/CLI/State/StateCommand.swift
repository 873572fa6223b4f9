import ArgumentParser

/// `paddock state`: what is known about the remote side.
struct StateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "state",
    abstract: "Record and ask what is deployed: Workers, versions and the names of their secrets.",
    subcommands: [
      StateCaptureCommand.self, StateShowCommand.self, StatePlanCommand.self, StateDiffCommand.self,
    ]
  )
}
