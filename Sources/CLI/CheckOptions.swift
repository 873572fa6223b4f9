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
    help: ArgumentHelp("Look at this environment only; \"\" is the top level. Repeatable.", valueName: "name"),
    completion: .environments
  )
  var environments: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Check these rules or groups only (PADDOCK_SELECT). Repeatable.", valueName: "rules"),
    completion: .rules
  )
  var select: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Leave these rules or groups out (PADDOCK_IGNORE). Repeatable.", valueName: "rules"),
    completion: .rules
  )
  var ignore: [String] = []

  @Option(help: ArgumentHelp("The severity that makes the exit status 1 (PADDOCK_FAIL_ON).", valueName: "severity"))
  var failOn: SettingsFile.FailOn?

  @Option(help: ArgumentHelp("The least confidence to report (PADDOCK_CONFIDENCE).", valueName: "confidence"))
  var confidence: Confidence?

  @Flag(
    inversion: .prefixedNo,
    help: "Look into archives, too: zip and its like, tar, gzip; `archives` in paddock.toml is the default."
  )
  var archives: Bool?

  @OptionGroup var report: ReportOptions

  @OptionGroup var state: StateOption

  @Option(
    help: ArgumentHelp(
      "Leave out the findings of this baseline; without, of paddock.baseline in the folder (PADDOCK_BASELINE).",
      valueName: "file"
    ),
    completion: .file()
  )
  var baseline: String?

  @Flag(help: "Report the findings of the baseline, too.")
  var noBaseline = false

  @Option(
    name: [.customShort("j"), .customLong("jobs")],
    help: ArgumentHelp("Threads to use (PADDOCK_JOBS).", valueName: "n")
  )
  var jobs: Int?

  @Flag(help: "Show no progress line.")
  var noProgress = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more.") }
    if noBaseline, baseline != nil { throw ValidationError("--baseline and --no-baseline exclude each other.") }
  }
}
