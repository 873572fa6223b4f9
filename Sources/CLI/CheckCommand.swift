import ArgumentParser
import Git
import Linter
import Reports

/// `paddock check`: every rule over every Worker project at or below the paths.
struct CheckCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the Worker projects at or below PATH (the default command).",
    discussion: """
      Findings go to standard output or to --output, everything else to standard error.

      Exit status: 0 nothing at or above --fail-on, 1 findings, 2 the job could not be done.
      """
  )

  @Argument(help: ArgumentHelp("Folders and files to check; the current folder without any.", valueName: "path"))
  var paths: [String] = []

  @OptionGroup var options: CheckOptions

  func run(console: Console) -> ExitStatus {
    reporting(to: console) {
      let start = ContinuousClock.now
      let target = try CheckTarget(paths: paths, currentFolder: SystemEnvironment.currentFolder)
      let outputs = try ReportOutputs(options, console: console)
      let (settings, rules) = try SettingsLoader(options: options, console: console).load(for: target)
      let progress = ScanProgress()
      let line = ProgressLine(progress, console: console, isWanted: !options.noProgress && !options.quiet)
      line.start()
      let result: ScanResult
      do {
        defer { line.stop() }
        result = try Scan(rules: rules, settings: settings, only: target.only, progress: progress)
          .run(onFolder: target.folder)
      } catch {
        throw CommandError(message: error.description)
      }
      let elapsed = ContinuousClock.now - start
      let context = ReportContext(
        toolVersion: Paddock.version,
        seconds: console.measuresTime ? elapsed.inSeconds : nil,
        rules: rules,
        usesColor: false,
        width: console.width,
        displayRoot: target.displayRoot,
        repositoryPrefix: Repository.find(at: target.folder)?.prefix(of: target.folder) ?? "",
        isVerbose: options.verbose,
        failOn: settings.failOn,
        settings: settings
      )
      if !options.quiet { NoticeText.lines(result.notices, context: context).forEach { console.writeError($0) } }
      try outputs.write(result, context: context, isQuiet: options.quiet)
      return ExitStatus(of: result, failOn: settings.failOn)
    }
  }
}

extension Duration {
  fileprivate var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
