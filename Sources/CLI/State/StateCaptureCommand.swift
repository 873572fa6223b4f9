import ArgumentParser
import DeployState
import Documents
import Linter
import Reports

/// `paddock state capture`: records what wrangler says about the remote side.
struct StateCaptureCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "capture",
    abstract: "Record what wrangler says is deployed, from files with its output or by running it.",
    discussion: """
      Names, times and numbers are recorded, never a value. What is already in the file and not asked about stays.

      Each FILE holds what one command of wrangler printed; - is standard input. An empty file says nothing.

      Exit status: 0 recorded, 2 the job could not be done and the file is as it was.
      """
  )

  @OptionGroup var files: CaptureFiles

  @Option(help: ArgumentHelp("The Worker, or Pages project, that wrangler was asked about.", valueName: "name"))
  var worker: String?

  @Option(
    name: .customLong("env"),
    help: ArgumentHelp("The environment of the configuration that leads to this Worker.", valueName: "name")
  )
  var environment: String?

  @Flag(help: "Run the wrangler on the PATH, or the one npx finds, and record the Worker of --worker.")
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

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to record in; - is standard output.", valueName: "file"))
  var output = SavedState.fileName

  func validate() throws {
    if !fromWrangler, files.all.isEmpty {
      throw ValidationError("There is nothing to record: give a file, such as --versions FILE, or --from-wrangler.")
    }
    if fromWrangler, worker == nil, pagesProject == nil, !stores {
      throw ValidationError("--from-wrangler needs --worker NAME, --pages-project NAME or --stores.")
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
      let origin = CaptureOrigin(
        worker: worker,
        environment: environment.flatMap { $0.isEmpty ? nil : $0 },
        time: capturedAt ?? now
      )
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
      state = try Self.recording(outputs, in: state, from: origin)
      var isEmpty = outputs.isEmpty
      if fromWrangler {
        let wrangler = try Wrangler(environment: console.environment, timeout: .seconds(timeout))
        let run = WranglerCapture(wrangler, origin: origin)
        if worker != nil { try run.captureWorker(in: &state) }
        if let pagesProject { try run.capturePages(pagesProject, in: &state) }
        if stores || run.bindsStoreSecrets(in: state) { try run.captureStores(in: &state) }
        isEmpty = false
      }
      if isEmpty { throw CommandError(message: "nothing was recorded, and \(output) is as it was") }
      try file.write(state, to: console)
      let summary = CaptureSummary(state, origin: origin, now: now)
      console.writeError(summary.lines.map { "\(file.shownName): \(TerminalText.safe($0))\n" }.joined())
      return .clean
    }
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
