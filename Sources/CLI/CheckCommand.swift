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

      Exit status: 0 no findings at or above --fail-on, 1 findings, 2 the check could not be completed.
      """
  )

  @Argument(help: ArgumentHelp("Folders and files to check. Default: the current folder.", valueName: "path"))
  var paths: [String] = []

  @OptionGroup var source: CheckSource
  @OptionGroup var options: CheckOptions

  func run(console: Console) -> ExitStatus {
    reporting(to: console) {
      let start = ContinuousClock.now
      var paths = paths
      let range = try source.range(takenFrom: &paths)
      let comparison = try source.comparison(console)
      let target = try CheckTarget(paths: paths, currentFolder: SystemEnvironment.currentFolder)
      // Now, so that git is ready when everything else is.
      let staged = try Result { () throws(GitError) in try source.stagedFiles(of: target) }
        .mapError { CommandError($0) }.get()
      let outputs = try ReportOutputs(options.report, console: console)
      var (settings, rules) = try SettingsLoader(options: options, console: console).load(for: target)
      settings.hashesLines = outputs.needLineHashes
      settings.deploy.state = try options.state.read(console: console)
      settings.deploy.overrideName = console.variable("WRANGLER_CI_OVERRIDE_NAME")
      let progress = ScanProgress()
      let line = ProgressLine(progress, console: console, isWanted: !options.noProgress && !options.report.quiet)
      line.start()
      let scan = Scan(rules: rules, settings: settings, only: target.only, progress: progress)
      let outcome = Result { () throws(GitError) in
        try source.run(scan, on: target, staged: staged, range: range, comparison: comparison)
      }
      line.stop()
      var result = try outcome.mapError { CommandError($0) }.get()
      if source.isWorkTree { result.notices += CheckedPaths(paths: paths).notices(about: result.statistics) }
      let elapsed = ContinuousClock.now - start
      var context = ReportContext(toolVersion: Paddock.version, rules: rules)
      context.seconds = console.measuresTime ? elapsed.inSeconds : nil
      context.width = console.width
      context.display = target.display
      context.checkedFolder = target.folderFromRoot
      context.isVerbose = options.report.verbose
      context.failOn = settings.failOn
      // Why the status is 2 is said even to those who want quiet.
      let notices = result.notices.filter { $0.isFailure || !options.report.quiet }
      NoticeText.lines(notices, context: context).forEach { console.writeError($0) }
      try outputs.write(result, context: context, isQuiet: options.report.quiet)
      return ExitStatus(of: result, failOn: settings.failOn)
    }
  }
}

extension Duration {
  fileprivate var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
