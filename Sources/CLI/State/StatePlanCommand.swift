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

      Nothing is run. Exit status: 0 nothing is refused, 1 a command is refused, 2 the job could not be done.
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
      let recorded = fromEmpty ? nil : try source.state(state, console: console)
      if recorded == nil, !fromEmpty {
        console.writeError(
          "paddock: note: without a state nothing is known of the account; name one with --state, or use --from-empty\n"
        )
      }
      var plan = Plan(from: fromEmpty ? .empty : recorded?.state ?? RemoteState())
      var readers = PlanReaders(
        folder: project,
        environment: environment ?? console.variable("CLOUDFLARE_ENV"),
        overrideName: console.variable("WRANGLER_CI_OVERRIDE_NAME")
      )
      for file in script {
        let (source, steps) = try Self.steps(of: file)
        for step in steps {
          let reading = try readers.reader(for: step).read(step.invocation)
          // Scripts hold many commands that have nothing to do with what is deployed.
          if reading == .unrelated { continue }
          let place = PlanStep.Place(
            path: source.path,
            line: source.lines.lineNumber(at: step.invocation.region.start),
            group: step.group
          )
          plan.play(reading, text: step.text, place: place)
        }
      }
      for step in Pipeline.steps(typed: commands) {
        plan.play(try readers.reader(for: step).read(step.invocation), text: step.text)
      }
      switch format {
      case .json: console.write(plan.json)
      case .text:
        console.write(PlanText(plan, usesColor: console.usesColor(color), width: console.width).render())
      }
      return plan.isRefused ? .findings : .clean
    }
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

/// Finds for each step of a pipeline the configuration it would read.
private struct PlanReaders {
  let folder: String
  let environment: String?
  let overrideName: String?
  private var configs: [String: WranglerConfig?] = [:]

  init(folder: String, environment: String?, overrideName: String?) {
    self.folder = folder
    self.environment = environment
    self.overrideName = overrideName
  }

  mutating func reader(for step: PipelineStep) throws(CommandError) -> CommandReader {
    let invocation = step.invocation
    var config = try config(at: invocation.folder)
    if let word = invocation.values(of: "--config", "-c").last, !word.hasUnknownPart {
      let base = invocation.folder.map { $0.isEmpty ? folder : $0 } ?? folder
      config = WranglerConfig(source: try NamedFile.read(FilePath.join(base, word.text)))
    }
    let names = step.pipedNames
    let base = invocation.folder.map { $0.isEmpty ? folder : $0 } ?? folder
    return CommandReader(config: config, environment: environment, overrideName: overrideName) { path in
      if let names, path == PipelineStep.pipedPath { return names.map { SecretEntry($0) } }
      let full = path.hasPrefix("/") ? path : FilePath.join(base, path)
      return (try? NamedFile.read(full)).map { SecretsFile.read($0).file.entries }
    }
  }

  /// The configuration in a folder or above it, else that of the project.
  private mutating func config(at place: String?) throws(CommandError) -> WranglerConfig? {
    var place = place ?? ""
    while !place.isEmpty {
      if let found = try config(in: place) { return found }
      place = FilePath.folder(of: place)
    }
    return try config(in: folder)
  }

  private mutating func config(in folder: String) throws(CommandError) -> WranglerConfig? {
    if let known = configs[folder] { return known }
    let config = try StateSource.config(in: folder)
    configs[folder] = .some(config)
    return config
  }
}
