import ArgumentParser
import Linter

extension SettingsFile.FailOn: ExpressibleByArgument {}
extension Confidence: ExpressibleByArgument {}

/// The options every command that reports findings has.
///
/// Each may also come from a `PADDOCK_…` variable or `paddock.toml`: flag, then environment, then file, then default.
struct CheckOptions: ParsableArguments {
  @Option(
    name: .customLong("env"),
    parsing: .singleValue,
    help: ArgumentHelp("Check this environment only; \"\" is the top level. Repeatable.", valueName: "name")
  )
  var environments: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Check these rules or groups only (PADDOCK_SELECT). Repeatable.", valueName: "rules")
  )
  var select: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Skip these rules or groups (PADDOCK_IGNORE). Repeatable.", valueName: "rules")
  )
  var ignore: [String] = []

  @Option(
    help: ArgumentHelp("The lowest severity that makes the exit status 1 (PADDOCK_FAIL_ON).", valueName: "severity")
  )
  var failOn: SettingsFile.FailOn?

  @Option(help: ArgumentHelp("The lowest confidence to report (PADDOCK_CONFIDENCE).", valueName: "confidence"))
  var confidence: Confidence?

  @Flag(
    inversion: .prefixedNo,
    help: "Search archives, too: zip, tar and gzip. Default: `archives` in paddock.toml."
  )
  var archives: Bool?

  @OptionGroup var report: ReportOptions

  @OptionGroup var state: StateOption

  @Option(
    help: ArgumentHelp(
      "Omit the findings in this baseline. Default: paddock.baseline in the folder (PADDOCK_BASELINE).",
      valueName: "file"
    )
  )
  var baseline: String?

  @Flag(help: "Report the findings in the baseline, too.")
  var noBaseline = false

  @Option(
    name: [.customShort("j"), .customLong("jobs")],
    help: ArgumentHelp("The number of threads (PADDOCK_JOBS).", valueName: "n")
  )
  var jobs: Int?

  @Flag(help: "Do not show a progress line.")
  var noProgress = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more.") }
    if noBaseline, baseline != nil { throw ValidationError("--baseline and --no-baseline exclude each other.") }
  }
}
