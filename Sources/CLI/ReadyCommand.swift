import ArgumentParser
import DeployState
import Documents
import Git
import Linter
import Reports
import Workers

/// `paddock ready`: the deploy gate.
struct ReadyCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "ready",
    abstract: "Tell for every environment whether a deploy would succeed, and what it would break.",
    discussion: """
      What is known about the account comes from a saved state: --state, else paddock.state.json next to the \
      configuration, else the one in the folder checked. `paddock state capture` writes it.

      Exit status: 0 every environment is ready, 1 one is not ready or unknown, 2 the check could not be completed.
      """
  )

  @Argument(help: ArgumentHelp("Folder or configuration to judge. Default: the current folder.", valueName: "path"))
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
      let result: DeployScan.Result
      do throws(GitError) {
        result = try DeployScan(rules: rules, settings: settings, only: target.only).run(
          onFolder: target.root,
          in: target.repository
        )
      } catch {
        throw CommandError(error)
      }
      try require(result, environments: settings.environments, in: target)
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
      throw CommandError(message: "no wrangler configuration has an environment `\(absent)`")
    }
  }
}

/// The options of `ready`.
struct ReadyOptions: ParsableArguments {
  @Option(
    name: .customLong("env"),
    parsing: .singleValue,
    help: ArgumentHelp("Judge this environment only; \"\" is the top level. Repeatable.", valueName: "name")
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

  @Option(help: ArgumentHelp("The file the upload would be given with --secrets-file.", valueName: "file"))
  var secretsFile: String?

  @OptionGroup var state: StateOption

  @Option(
    help: ArgumentHelp("The maximum age of the state, such as 24h or 7d (PADDOCK_MAX_AGE).", valueName: "duration")
  )
  var maxAge: String?

  @Flag(help: "Exit with 0 even if it is unknown whether an environment is ready.")
  var allowUnknown = false

  @OptionGroup var report: ReportOptions

  func validate() throws {
    let reader = CommandReader(config: nil, environment: nil) { _ in [] }
    switch reader.read(DeployGoal(goal).line) {
    case .unrelated:
      throw ValidationError("--for \(goal) is no wrangler command that reads or changes what is deployed.")
    case .refused(let refusal):
      if case .usage(let sentence) = refusal.reason { throw ValidationError("--for \(goal): \(sentence)") }
    case .command, .unknown: break
    }
  }

  /// What this shares with `check`.
  func checkOptions() throws -> CheckOptions {
    var options = try CheckOptions.parse([])
    options.environments = environments
    options.report = report
    return options
  }

  func question(console: Console) throws(CommandError) -> DeployQuestion {
    var question = DeployQuestion()
    question.goal = DeployGoal(goal)
    question.state = try state.read(console: console)
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
