import ArgumentParser
import Linter
import Reports

extension ReportFormat: ExpressibleByArgument {}
extension ColorChoice: ExpressibleByArgument {}
extension SettingsFile.FailOn: ExpressibleByArgument {}
extension Confidence: ExpressibleByArgument {}

/// The options every command that reports findings has.
///
/// Each may also come from a `PADDOCK_…` variable or `paddock.toml`: flag, then environment, then file, then default.
struct CheckOptions: ParsableArguments {
  @Option(
    name: .customLong("env"),
    parsing: .singleValue,
    help: ArgumentHelp("Look at this environment only; \"\" is the top level. Repeatable.", valueName: "name")
  )
  var environments: [String] = []

  @Option(help: ArgumentHelp("How to report to standard output (PADDOCK_FORMAT).", valueName: "format"))
  var format: ReportFormat?

  @Option(
    name: .shortAndLong,
    parsing: .singleValue,
    help: ArgumentHelp(
      "Write a report to a file; the format is told from the suffix. Repeatable; - is standard output.",
      valueName: "[format:]file"
    )
  )
  var output: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Check these rules or groups only (PADDOCK_SELECT). Repeatable.", valueName: "rules")
  )
  var select: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Leave these rules or groups out (PADDOCK_IGNORE). Repeatable.", valueName: "rules")
  )
  var ignore: [String] = []

  @Option(help: ArgumentHelp("The severity that makes the exit status 1 (PADDOCK_FAIL_ON).", valueName: "severity"))
  var failOn: SettingsFile.FailOn?

  @Option(help: ArgumentHelp("The least confidence to report (PADDOCK_CONFIDENCE).", valueName: "confidence"))
  var confidence: Confidence?

  @Option(
    help: ArgumentHelp("Read these settings instead of the nearest paddock.toml (PADDOCK_CONFIG).", valueName: "file")
  )
  var config: String?

  @OptionGroup var state: StateOption

  @Option(
    help: ArgumentHelp(
      "Leave out the findings of this baseline; without, of paddock.baseline in the folder (PADDOCK_BASELINE).",
      valueName: "file"
    )
  )
  var baseline: String?

  @Flag(help: "Report the findings of the baseline, too.")
  var noBaseline = false

  @Option(
    name: [.customShort("j"), .customLong("jobs")],
    help: ArgumentHelp("Threads to use (PADDOCK_JOBS).", valueName: "n")
  )
  var jobs: Int?

  @Option(help: "Colour the report: auto, always or never.")
  var color: ColorChoice = .auto

  @Flag(
    name: .shortAndLong,
    help: "Print findings only: no summary, and of the notices only what made the answer incomplete."
  )
  var quiet = false

  @Flag(name: .shortAndLong, help: "Print what was skipped and suppressed, too.")
  var verbose = false

  @Flag(help: "Show no progress line.")
  var noProgress = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more.") }
    if noBaseline, baseline != nil { throw ValidationError("--baseline and --no-baseline exclude each other.") }
    if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other.") }
  }
}
