import ArgumentParser
import DeployState
import Documents
import Linter
import Reports
import Text

/// `paddock state capture`: records what wrangler says about the remote side.
struct StateCaptureCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "capture",
    abstract: "Record what wrangler says is deployed, from files with its output or by running it.",
    discussion: """
      Names, times and numbers are recorded, never a value. What is already in the file and not asked about stays.

      With --from-wrangler the Workers are those of the configuration, for each --env, or for all environments without:
        paddock state capture --from-wrangler --env production

      Each FILE holds what one command of wrangler printed; - is standard input. An empty file says nothing.

      Exit status: 0 recorded, 2 the job could not be done and the file is as it was.
      """
  )

  @OptionGroup var files: CaptureFiles

  @Option(help: ArgumentHelp("The Worker, or Pages project, that wrangler was asked about.", valueName: "name"))
  var worker: String?

  @Option(
    name: .customLong("env"),
    parsing: .singleValue,
    help: ArgumentHelp(
      """
      The environment of the configuration that leads to this Worker; \"\" is the top level. Repeatable with \
      --from-wrangler.
      """,
      valueName: "name"
    ),
    completion: .environments
  )
  var environments: [String] = []

  @Option(help: ArgumentHelp("The folder with the wrangler configuration.", valueName: "folder"))
  var project = ""

  @Flag(help: "Run the wrangler on the PATH, or the one npx finds, and record the Workers of the configuration.")
  var fromWrangler = false

  @Flag(help: "With --from-wrangler, record the Secrets Store too, even when no version binds one of its secrets.")
  var stores = false

  @Option(
    help: ArgumentHelp("With --from-wrangler, record the secrets of this Pages project.", valueName: "name")
  )
  var pagesProject: String?

  @Option(help: ArgumentHelp("With --from-wrangler, how long each command may take.", valueName: "seconds"))
  var timeout = 60

  @Option(help: ArgumentHelp("When wrangler ran, such as 2026-01-02T03:04:05Z; now without it.", valueName: "time"))
  var capturedAt: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to record in; - is standard output; paddock.state.json in the folder of the project without.",
      valueName: "file"
    ),
    completion: .file()
  )
  var output: String?

  func validate() throws {
    if !fromWrangler, files.all.isEmpty {
      throw ValidationError("There is nothing to record: give a file, such as --versions FILE, or --from-wrangler.")
    }
    if environments.count > 1, worker != nil || !fromWrangler {
      throw ValidationError("--worker and files are about one Worker: give --env once.")
    }
    if !fromWrangler, stores || pagesProject != nil {
      throw ValidationError("--stores and --pages-project need --from-wrangler.")
    }
    if files.all.count(where: { $0.path == "-" }) > 1 {
      throw ValidationError("Only one file can be standard input.")
    }
    if worker == "" || pagesProject == "" { throw ValidationError("A name must not be empty.") }
    if timeout < 1 { throw ValidationError("--timeout must be 1 or more.") }
    if let capturedAt, CaptureTime.seconds(of: capturedAt) == nil {
      throw ValidationError("--captured-at must be a time such as 2026-01-02T03:04:05Z.")
    }
  }

  func run(console: Console) -> ExitStatus {
    reporting(to: console) {
      let now = SystemEnvironment.now
      let time = capturedAt ?? now
      let source = StateSource(folder: project)
      try source.requireFolder()
      let output = output ?? FilePath.join(project, SavedState.fileName)
      let file = try StateFile(output)
      var state = try file.read()
      var outputs: [CapturedOutput] = []
      for given in files.all {
        if let output = try given.read() {
          outputs.append(output)
        } else {
          console.writeError(
            "paddock: \(given.path): the file is empty, so nothing is known from it; "
              + "WRANGLER_LOG hides what wrangler prints when it is warn, error or none\n"
          )
        }
      }
      var targets = try targets()
      let origins = targets.origins(at: time)
      state = try Self.recording(outputs, in: state, from: origins[0])
      if fromWrangler {
        targets.wantsStores = targets.wantsStores || stores
        let wrangler = try Wrangler(environment: console.environment, timeout: .seconds(timeout), folder: project)
        try targets.record(wrangler, at: time, in: &state)
      }
      if outputs.isEmpty, !fromWrangler {
        throw CommandError(message: "nothing was recorded, and \(output) is as it was")
      }
      try file.write(state, to: console)
      var lines: [String] = []
      for origin in origins {
        for line in CaptureSummary(state, origin: origin, now: now).lines where !lines.contains(line) {
          lines.append(line)
        }
      }
      console.writeError(lines.map { "\(file.shownName): \(TerminalText.safe($0))\n" }.joined())
      return .clean
    }
  }

  /// What was asked about: the Worker and project that are named, else those of the configuration.
  private func targets() throws(CommandError) -> CaptureTargets {
    var targets = CaptureTargets()
    if let worker { targets.add(worker: worker, environment: environments.first.flatMap { $0.isEmpty ? nil : $0 }) }
    if let pagesProject { targets.add(pagesProject: pagesProject) }
    if !fromWrangler || worker != nil || pagesProject != nil || stores && environments.isEmpty { return targets }
    guard let config = try StateSource.config(in: project) else {
      let place = project.isEmpty ? "the current folder" : project
      throw CommandError(message: "there is no wrangler configuration in \(place); name the Worker with --worker NAME")
    }
    try targets.add(environments, of: config)
    return targets
  }

  /// The state with what some outputs tell; a contradiction becomes a message.
  static func recording(
    _ outputs: [CapturedOutput],
    in state: RemoteState,
    from origin: CaptureOrigin
  ) throws(CommandError) -> RemoteState {
    do {
      return try state.recording(outputs, from: origin)
    } catch {
      throw CommandError(message: TerminalText.safe(error.description))
    }
  }
}
