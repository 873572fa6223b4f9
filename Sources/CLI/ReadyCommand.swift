import ArgumentParser
import DeployState
import Documents
import Git
import Linter
import Reports
import Text
import Workers

/// `paddock ready`: the deploy gate.
struct ReadyCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "ready",
    abstract: "Tell for every environment whether a deploy would succeed, and what it would break.",
    discussion: """
      What is known about the account comes from a saved state: --state, else paddock.state.json next to the configuration, \
      else the one in the folder checked. `paddock state capture` writes it. With --from-wrangler it is asked now, and \
      nothing is written.

      Exit status: 0 every environment is ready, 1 one is not ready or unknown, 2 the check could not be completed.
      """
  )

  @Argument(
    help: ArgumentHelp("Folder or configuration to judge. Default: the current folder.", valueName: "path"),
    completion: .file()
  )
  var path: String?

  @OptionGroup var options: ReadyOptions

  func run(console: Console) -> ExitStatus {
    reporting(to: console) {
      let target = try CheckTarget(paths: path.map { [$0] } ?? [], currentFolder: SystemEnvironment.currentFolder)
      let check = try options.checkOptions()
      let outputs = try ReportOutputs(options.report, console: console)
      var (settings, rules) = try SettingsLoader(options: check, console: console).load(for: target)
      settings.hashesLines = outputs.needLineHashes
      settings.deploy = try options.question(console: console)
      func judge() throws(CommandError) -> DeployScan.Result {
        let result: DeployScan.Result
        do throws(GitError) {
          let scan = DeployScan(rules: rules, settings: settings, only: target.only)
          result = try scan.run(onFolder: target.root, in: target.repository)
        } catch {
          throw CommandError(error)
        }
        try require(result, environments: settings.environments, in: target)
        return result
      }
      // Which Workers are meant is known once everything has been judged without a state.
      if options.fromWrangler { settings.deploy.state = .asked(RemoteState()) }
      var result = try judge()
      if options.fromWrangler {
        settings.deploy.state = .asked(try options.ask(about: result, in: target, console: console))
        result = try judge()
      }
      var context = ReportContext(toolVersion: Paddock.version, rules: rules)
      context.width = console.width
      context.display = target.display
      context.checkedFolder = target.folderFromRoot
      context.isQuiet = options.report.quiet
      context.isVerbose = options.report.verbose
      NoticeText.lines(result.scan.notices, context: context).forEach { console.writeError($0) }
      let report = ReadyReport(result, goal: settings.deploy.goal, allowsUnknown: options.allowUnknown)
      try outputs.write(result.scan, context: context) { format, context in
        try report.render(format, context: context)
      }
      if result.scan.notices.contains(where: \.isFailure) { return .failure }
      return report.isReady ? .clean : .findings
    }
  }

  /// A gate that looked at nothing must not open.
  private func require(
    _ result: DeployScan.Result,
    environments: [String],
    in target: CheckTarget
  ) throws(CommandError) {
    if !result.errors.isEmpty {
      throw CommandError(
        message: result.errors.map { TerminalText.safe(target.display($0.description)) }.joined(separator: "\n")
      )
    }
    if result.projects.isEmpty {
      throw CommandError(message: "there is no wrangler configuration at or below \(path ?? "the current folder")")
    }
    let judged = Set(result.projects.flatMap(\.environments).map { $0.environment ?? "" })
    if let absent = environments.first(where: { !judged.contains($0) }) {
      let names = result.projects.flatMap(\.environmentNames)
      let hint = NearMiss.closest(to: absent, among: names).map { "; did you mean `\($0)`?" } ?? ""
      throw CommandError(message: "no wrangler configuration has an environment `\(absent)`\(hint)")
    }
  }
}

/// The options of `ready`.
struct ReadyOptions: ParsableArguments {
  @Option(
    name: .customLong("env"),
    parsing: .singleValue,
    help: ArgumentHelp("Judge this environment only; \"\" is the top level. Repeatable.", valueName: "name"),
    completion: .environments
  )
  var environments: [String] = []

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "The command to judge: deploy, versions-upload, versions-deploy, rollback, or in full, such as 'secret put NAME'.",
      valueName: "command"
    )
  )
  var goal = "deploy"

  @Option(
    help: ArgumentHelp("The file the upload would be given with --secrets-file.", valueName: "file"),
    completion: .file()
  )
  var secretsFile: String?

  @OptionGroup var state: StateOption

  @Flag(help: "Ask the wrangler on the PATH, or the one npx finds, what is deployed, instead of reading a state.")
  var fromWrangler = false

  @Option(help: ArgumentHelp("With --from-wrangler, how long each command may take.", valueName: "seconds"))
  var timeout = 60

  @Option(
    help: ArgumentHelp("The maximum age of the state, such as 24h or 7d (PADDOCK_MAX_AGE).", valueName: "duration")
  )
  var maxAge: String?

  @Flag(help: "Exit with 0 even if it is unknown whether an environment is ready.")
  var allowUnknown = false

  @OptionGroup var report: ReportOptions

  func validate() throws {
    if fromWrangler, state.state != nil { throw ValidationError("--from-wrangler and --state exclude each other.") }
    if timeout < 1 { throw ValidationError("--timeout must be 1 or more.") }
    let line = DeployGoal(goal).line
    let steps = Pipeline.steps(typed: [line])
    guard let step = steps.first, steps.count == 1 else {
      throw ValidationError("--for takes one command; play several with `paddock state plan`.")
    }
    let reading = CommandReader(config: nil) { _ in [] }.read(step.invocation)
    if reading == .unrelated {
      throw ValidationError("--for \(step.text): it changes no version and no secret, so there is nothing to judge.")
    }
    let typed = TypedCommands(lines: [line])
    if let problem = typed.problem(with: reading, at: 0, environments: []) {
      throw ValidationError("--for: \(problem)")
    }
  }

  /// What this shares with `check`.
  func checkOptions() throws -> CheckOptions {
    var options = try CheckOptions.parse([])
    options.environments = environments
    options.report = report
    return options
  }

  /// What wrangler says about the Workers that were judged.
  func ask(
    about result: DeployScan.Result,
    in target: CheckTarget,
    console: Console
  ) throws(CommandError) -> RemoteState {
    var state = RemoteState()
    for project in result.projects where !project.isPages {
      var targets = CaptureTargets()
      for environment in project.environments {
        if let worker = environment.worker { targets.add(worker: worker, environment: environment.environment) }
        if environment.readiness.obstacles.contains(where: { $0.rule == "store/state" }) { targets.wantsStores = true }
      }
      if targets.workers.isEmpty { continue }
      let folder = project.folder.isEmpty ? target.root : "\(target.root)/\(project.folder)"
      let wrangler = try Wrangler(environment: console.environment, timeout: .seconds(timeout), folder: folder)
      try targets.record(wrangler, at: SystemEnvironment.now, in: &state)
    }
    return state
  }

  func question(console: Console) throws(CommandError) -> DeployQuestion {
    var question = DeployQuestion()
    question.goal = DeployGoal(goal)
    question.state = fromWrangler ? nil : try state.read(console: console)
    question.overrideName = console.variable("WRANGLER_CI_OVERRIDE_NAME")
    if let secretsFile {
      (question.secretsFile, question.fileProblems) = SecretsFile.read(try NamedFile.read(secretsFile))
    }
    question.files = { path in (try? NamedFile.read(path)).map { SecretsFile.read($0).file.entries } }
    if let word = maxAge ?? console.variable("PADDOCK_MAX_AGE") {
      guard let limit = CaptureAge.seconds(in: word) else {
        throw CommandError(message: "\(word) is no age: write a number with s, m, h, d or w, such as 24h")
      }
      question.age = CaptureAge(limit: limit, now: SystemEnvironment.secondsSinceEpoch)
    }
    return question
  }
}
