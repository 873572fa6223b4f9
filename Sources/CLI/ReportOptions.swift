import ArgumentParser
import Reports

extension ReportFormat: ExpressibleByArgument {}
extension ColorChoice: ExpressibleByArgument {}

/// How a command reports, and where it finds its settings: the same for every command that reports findings.
struct ReportOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The format on standard output (PADDOCK_FORMAT).", valueName: "format"))
  var format: ReportFormat?

  @Option(
    name: .shortAndLong,
    parsing: .singleValue,
    help: ArgumentHelp(
      """
      Write a report to a file, in the format of its suffix. Repeatable; - is standard output. A run that cannot start, \
      as with a wrong option, writes none and leaves old files alone.
      """,
      valueName: "[format:]file"
    ),
    completion: .file()
  )
  var output: [String] = []

  @Option(
    help: ArgumentHelp("Read these settings instead of the nearest paddock.toml (PADDOCK_CONFIG).", valueName: "file"),
    completion: .file()
  )
  var config: String?

  @Option(help: "Colour the report: auto, always or never.")
  var color: ColorChoice = .auto

  @Flag(name: .shortAndLong, help: "Print findings only, and notices only if the result is incomplete.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Print suppressed findings and all notices, too.")
  var verbose = false

  func validate() throws {
    if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other.") }
  }
}
