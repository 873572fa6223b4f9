import ArgumentParser
import DeployState
import Linter
import Reports
import Workers

/// `paddock state show`: the table of secrets.
struct StateShowCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show which secrets the versions of each environment have."
  )

  @Argument(
    help: ArgumentHelp("The state to show; paddock.state.json without.", valueName: "state"),
    completion: .file()
  )
  var file: String?

  @OptionGroup var state: StateOption

  @Option(
    help: ArgumentHelp("The folder with the wrangler configuration.", valueName: "folder"),
    completion: .directory
  )
  var project = ""

  @Option(
    name: .customLong("env"),
    parsing: .singleValue,
    help: ArgumentHelp("Show this environment only; \"\" is the top level. Repeatable.", valueName: "name"),
    completion: .environments
  )
  var environments: [String] = []

  @Option(help: "How to print it: text or json.")
  var format: StatePlanCommand.Format = .text

  @Option(help: "Colour the output: auto, always or never.")
  var color: ColorChoice = .auto

  func run(console: Console) -> ExitStatus {
    reporting(to: console) {
      let recorded = try file.map(StateOption.read) ?? StateSource(folder: project).state(state, console: console)
      guard let recorded else {
        throw CommandError(
          message: "there is no paddock.state.json here; name a state, or write one with `state capture`"
        )
      }
      let configs = [try StateSource.config(in: project)].compactMap(\.self)
      if let name = environments.first(where: { name in
        !configs.contains { $0.environment(named: name.isEmpty ? nil : name) != nil }
      }) {
        throw CommandError(message: "no wrangler configuration has an environment `\(name)`")
      }
      let table = SecretTable(recorded.state, configs: configs, environments: environments)
      switch format {
      case .json: console.write(try SecretTableDocument.render(table))
      case .text:
        console.write(
          SecretTableText(
            table,
            usesColor: console.usesColor(color),
            width: console.variable("COLUMNS") == nil ? 100 : console.width
          ).render()
        )
      }
      return .clean
    }
  }
}

/// `paddock state diff`: what changed from one state to another.
struct StateDiffCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two states: what came, went and changed.",
    discussion: "Exit status: 0 nothing changed, 1 something did, 2 the job could not be done."
  )

  @Argument(help: ArgumentHelp("The older state.", valueName: "old"), completion: .file())
  var old: String

  @Argument(help: ArgumentHelp("The newer state.", valueName: "new"), completion: .file())
  var new: String

  @Option(help: "How to print it: text or json.")
  var format: StatePlanCommand.Format = .text

  @Option(help: "Colour the output: auto, always or never.")
  var color: ColorChoice = .auto

  func run(console: Console) -> ExitStatus {
    reporting(to: console) {
      let difference = StateDifference(from: try StateOption.read(old).state, to: try StateOption.read(new).state)
      switch format {
      case .json: console.write(try StateDifferenceText.json(difference))
      case .text: console.write(StateDifferenceText.render(difference, usesColor: console.usesColor(color)))
      }
      return difference.changes.isEmpty ? .clean : .findings
    }
  }
}
