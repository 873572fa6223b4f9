import ArgumentParser
import DeployState
import Documents
import Linter
import Reports
import Text
import Workers

/// `paddock state plan`: plays a pipeline against a state.
struct StatePlanCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Play wrangler commands against a state: what would be refused, and which secrets would be live.",
    discussion: """
      Examples:
        paddock state plan -- 'secret put A' 'versions upload --secrets-file f.json' 'rollback'
        paddock state plan --script deploy.sh
        paddock state plan --script package.json:deploy --script .github/workflows/deploy.yml

      Nothing is run. A command that is not known is never taken for harmless.

      Exit status: 0 everything would be done, 1 a command is refused, or it is not known what it does, 2 the job could \
      not be done.
      """
  )

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Argument(help: ArgumentHelp("Commands, with or without `wrangler` in front, each in quotes.", valueName: "command"))
  var commands: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      """
      Play the wrangler commands of a shell script, package.json, make file or workflow, or of one script, target or \
      job of it. Repeatable.
      """,
      valueName: "file[:name]"
    ),
    completion: .file()
  )
  var script: [String] = []

  @Option(
    help: ArgumentHelp("The folder with the wrangler configuration.", valueName: "folder"),
    completion: .directory
  )
  var project = ""

  @Option(
    name: .customLong("env"),
    help: ArgumentHelp("The environment of commands that name none (CLOUDFLARE_ENV).", valueName: "name"),
    completion: .environments
  )
  var environment: String?

  @OptionGroup var state: StateOption

  @Flag(help: "Start with an account in which there is nothing.")
  var fromEmpty = false

  @Flag(help: "Pass where it is not known what a command does.")
  var allowUnknown = false

  @Option(help: "How to print it: text or json.")
  var format: Format = .text

  @Option(help: "Colour the output: auto, always or never.")
  var color: ColorChoice = .auto

  func validate() throws {
    if commands.isEmpty, script.isEmpty { throw ValidationError("Give commands, or --script FILE.") }
    if fromEmpty, state.state != nil { throw ValidationError("--from-empty and --state exclude each other.") }
  }

  func run(console: Console) -> ExitStatus {
    reporting(to: console) {
      let source = StateSource(folder: project)
      try source.requireFolder()
      let recorded = fromEmpty ? nil : try source.state(state, console: console)
      var readers = PlanReaders(
        folder: project,
        environment: environment ?? console.variable("CLOUDFLARE_ENV"),
        overrideName: console.variable("WRANGLER_CI_OVERRIDE_NAME")
      )
      if let environment { try readers.require(environment) }
      // Everything is read before anything is played: a mistake of whoever types it ends the run.
      let read = try script.flatMap { file throws(CommandError) in try Self.read(file, with: &readers) }
      let typed = try Self.read(typed: commands, with: &readers)
      if recorded == nil, !fromEmpty {
        console.writeError(
          "paddock: note: without a state nothing is known of the account; name one with --state, or use --from-empty\n"
        )
      }
      var plan = Plan(from: fromEmpty ? .empty : recorded?.state ?? RemoteState())
      for step in read {
        // Scripts hold many commands that have nothing to do with what is deployed.
        if step.reading == .unrelated {
          plan.skip()
        } else {
          plan.play(step.reading, text: step.text, place: step.place)
        }
      }
      for step in typed { plan.play(step.reading, text: step.text) }
      switch format {
      case .json: console.write(plan.json)
      case .text:
        console.write(PlanText(plan, usesColor: console.usesColor(color), width: console.width).render())
      }
      return plan.isRefused || plan.isUnknown && !allowUnknown ? .findings : .clean
    }
  }

  /// A command that was read, with the words to show for it.
  private struct Step {
    let reading: CommandReader.Reading
    let text: String
    var place: PlanStep.Place?
  }

  private static func read(_ file: String, with readers: inout PlanReaders) throws(CommandError) -> [Step] {
    let (source, steps) = try steps(of: file)
    if steps.isEmpty {
      let others = Pipeline.all(in: source).contains { !$0.isEmpty }
      throw CommandError(
        message: "no wrangler command in \(file)"
          + (others ? "; other parts of \(source.path) have some: name one, as in --script \(source.path):NAME" : "")
      )
    }
    let surroundings = ScriptSurroundings(script: source.path, currentFolder: try SystemEnvironment.currentFolder)
    return try steps.map { step throws(CommandError) in
      Step(
        reading: try readers.reader(for: step, in: surroundings).read(step.invocation),
        text: step.text,
        place: PlanStep.Place(
          path: source.path,
          line: source.lines.lineNumber(at: step.invocation.region.start),
          group: step.group
        )
      )
    }
  }

  private static func read(typed lines: [String], with readers: inout PlanReaders) throws(CommandError) -> [Step] {
    let typed = TypedCommands(lines: lines)
    var all: [Step] = []
    for (index, line) in lines.enumerated() {
      let steps = Pipeline.steps(typed: [line])
      if steps.isEmpty { throw CommandError(message: typed.emptyLine(index)) }
      for step in steps {
        let reader = try readers.reader(for: step)
        let reading = reader.read(step.invocation)
        let environments = reader.config?.namedEnvironments.compactMap(\.name) ?? []
        if let problem = typed.problem(with: reading, at: index, environments: environments) {
          throw CommandError(message: TerminalText.safe(problem))
        }
        all.append(Step(reading: reading, text: step.text))
      }
    }
    return all
  }

  /// The steps of a file, or after a colon of a part of it.
  private static func steps(of word: String) throws(CommandError) -> (source: Source, steps: [PipelineStep]) {
    var path = word
    var name: String?
    if let colon = word.firstIndex(of: ":") {
      path = String(word[..<colon])
      name = String(word[word.index(after: colon)...])
    }
    let source = try NamedFile.read(path)
    do {
      return (source, try Pipeline.steps(in: source, of: name))
    } catch {
      throw CommandError(message: error.message)
    }
  }
}
