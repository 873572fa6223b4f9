import ArgumentParser
import Documents
import Git
import Linter
import Reports
import Text
import Workers

/// `paddock baseline`: accept findings for now.
struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: "Accept today's findings, so that only new ones fail a run.",
    discussion: """
      The baseline is a text file, `paddock.baseline` in the folder checked, with one sorted line for each finding: path, \
      rule, fingerprint, reason. Moving or indenting lines changes nothing; a finding is new when its secret is new.
      """,
    subcommands: [
      BaselineCreateCommand.self, BaselinePruneCommand.self, BaselineStatsCommand.self, BaselineImportCommand.self,
    ]
  )
}

/// What the commands about baselines share: where the file is, and a check without it.
struct BaselineOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The folder to check. Default: the current folder.", valueName: "path"))
  var path = "."

  @Option(
    help: ArgumentHelp(
      "The baseline file. Default: the one in paddock.toml, else paddock.baseline in the folder (PADDOCK_BASELINE).",
      valueName: "file"
    )
  )
  var baseline: String?

  @Option(help: ArgumentHelp("Read these settings instead of the nearest paddock.toml.", valueName: "file"))
  var config: String?

  /// Checks the folder.
  ///
  /// - Throws: `CommandError` also when the answer is incomplete: a baseline made of it would hide what was not seen.
  func check(_ console: Console) throws -> (file: BaselineFile, findings: [Finding]) {
    let (target, loader) = try loader(console)
    var (settings, rules) = try loader.load(for: target)
    settings.baseline = nil
    settings.hashesLines = false
    let result: ScanResult
    do {
      result = try Scan(rules: rules, settings: settings, only: target.only).run(
        onFolder: target.root,
        in: target.repository
      )
    } catch {
      throw CommandError(error)
    }
    let failures = result.notices.filter(\.isFailure)
    guard failures.isEmpty else {
      let reasons = failures.map { "\($0.path.map { "\($0): " } ?? "")\($0.message)" }
      throw CommandError(
        message: (reasons + ["the check is incomplete, so the baseline was left alone"]).joined(separator: "\n")
      )
    }
    return (try loader.baselineFile(for: target, option: baseline), result.findings)
  }

  /// The baseline file.
  func file(_ console: Console) throws -> BaselineFile {
    let (target, loader) = try loader(console)
    return try loader.baselineFile(for: target, option: baseline)
  }

  private func loader(_ console: Console) throws -> (target: CheckTarget, loader: SettingsLoader) {
    let target = try CheckTarget(paths: [path], currentFolder: SystemEnvironment.currentFolder)
    let options = try CheckOptions.parse((config.map { ["--config", $0] } ?? []) + ["--no-baseline"])
    return (target, SettingsLoader(options: options, console: console))
  }
}

/// `paddock baseline create`.
struct BaselineCreateCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: "Write all of today's findings to the baseline.",
    discussion: "Findings already in it keep their reasons; entries that no longer match are removed."
  )

  @OptionGroup var options: BaselineOptions

  @Option(help: "Why the findings are accepted; written to every new entry.")
  var reason = ""

  func run(console: Console) -> ExitStatus {
    reporting(to: console) {
      let (file, findings) = try options.check(console)
      let output = try file.output()
      let earlier = output.isExistingFile ? try file.read() : nil
      let baseline = Baseline(accepting: findings, reason: reason, earlier: earlier)
      try output.write(baseline.text)
      console.write("\(file.path): \(Words.count(baseline.entries.count, "finding")) accepted\n")
      return .clean
    }
  }
}

/// `paddock baseline prune`.
struct BaselinePruneCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune",
    abstract: "Remove entries that no longer match; accept nothing new."
  )

  @OptionGroup var options: BaselineOptions

  func run(console: Console) -> ExitStatus {
    reporting(to: console) {
      guard let earlier = try options.file(console).read() else {
        throw CommandError(message: "there is no baseline; `paddock baseline create` writes one")
      }
      let (file, findings) = try options.check(console)
      let pruned = earlier.pruned(to: findings)
      if pruned != earlier { try file.output().write(pruned.text) }
      let removed = earlier.entries.count - pruned.entries.count
      console.write("\(file.path): \(Words.count(removed, "entry", "entries")) removed, \(pruned.entries.count) left\n")
      return .clean
    }
  }
}

/// `paddock baseline stats`.
struct BaselineStatsCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Count the baseline's entries by rule, and those without a reason."
  )

  @OptionGroup var options: BaselineOptions

  func run(console: Console) -> ExitStatus {
    reporting(to: console) {
      let file = try options.file(console)
      guard let baseline = try file.read() else {
        throw CommandError(message: "there is no baseline; `paddock baseline create` writes one")
      }
      let byRule = Dictionary(grouping: baseline.entries, by: \.rule).sorted {
        ($1.value.count, $0.key) < ($0.value.count, $1.key)
      }
      let width = byRule.first.map { "\($0.value.count)".utf8.count } ?? 1
      for (rule, entries) in byRule {
        let number = "\(entries.count)"
        console.write("\(String(repeating: " ", count: width - number.utf8.count))\(number)  \(rule)\n")
      }
      let silent = baseline.entries.count { $0.reason.isEmpty }
      let files = Set(baseline.entries.map(\.path)).count
      console.write(
        "\(Words.count(baseline.entries.count, "entry", "entries")) in \(Words.count(files, "file")), "
          + "\(silent) without a reason\n"
      )
      return .clean
    }
  }
}

/// `paddock baseline import`.
struct BaselineImportCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Accept the findings in another scanner's baseline.",
    discussion: """
      Reads a .gitleaksignore, a .secrets.baseline of detect-secrets or a kingfisher baseline. Their fingerprints cannot \
      be compared with ours, so today's findings at the same places are accepted.
      """
  )

  @Argument(help: ArgumentHelp("The other scanner's file.", valueName: "file"))
  var file: String

  @OptionGroup var options: BaselineOptions

  func run(console: Console) -> ExitStatus {
    reporting(to: console) {
      let foreign = try ForeignBaseline(try NamedFile.read(file))
      let (target, findings) = try options.check(console)
      let output = try target.output()
      let earlier = output.isExistingFile ? try target.read() : nil
      let accepted = Baseline(
        accepting: foreign.accepted(of: findings),
        reason: "from \(FilePath.name(of: file))",
        earlier: earlier
      )
      let baseline = Baseline((earlier?.entries ?? []) + accepted.entries)
      try output.write(baseline.text)
      let places = Words.count(foreign.places.count, "place")
      console.write(
        "\(target.path): \(places) read, \(Words.count(accepted.entries.count, "finding")) there accepted\n"
      )
      return .clean
    }
  }
}
