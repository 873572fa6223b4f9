import Documents
import FoundationEssentials
import Git
import Linter
import Workers

/// Brings flags, environment and `paddock.toml` together.
struct SettingsLoader {
  let options: CheckOptions
  let console: Console

  /// - Throws: `FileErrors` for mistakes in files, `CommandError` for mistakes in options and variables.
  func load(for target: CheckTarget) throws -> (settings: Settings, rules: RuleSet) {
    let file = try LocatedSettings.find(for: target, named: options.report.config, console: console)
    var settings = Settings()
    var rules = RuleSet.builtIn
    if let file {
      settings = try SettingsFile.read(file.source)
      settings.setFolder(file.folderFromRoot)
      rules = try rules.adding(try RuleFiles.sources(settings.rulePaths, in: file.files))
    }
    try override(&settings)
    if !options.noBaseline {
      settings.baseline = try baselineFile(options.baseline, settings: settings, file: file, target: target).read()
    }
    for selector in settings.select + settings.ignoredRules + settings.severities.map(\.rule) {
      guard rules.rules.contains(where: { selector.selects($0.id) }) else {
        throw CommandError(message: Self.unknownRule(selector.text, in: rules))
      }
    }
    return (settings, rules)
  }

  /// Where the baseline of the folder checked is.
  ///
  /// - Parameter option: the file named on the command line.
  func baselineFile(for target: CheckTarget, option: String?) throws -> BaselineFile {
    let file = try LocatedSettings.find(for: target, named: options.report.config, console: console)
    let settings = try file.map { try SettingsFile.read($0.source) } ?? Settings()
    return try baselineFile(option, settings: settings, file: file, target: target)
  }

  private func baselineFile(
    _ option: String?,
    settings: Settings,
    file: LocatedSettings?,
    target: CheckTarget
  ) throws(CommandError) -> BaselineFile {
    try BaselineFile(option: option, console: console, settings: settings, settingsFiles: file?.files, target: target)
  }

  static func unknownRule(_ text: String, in rules: RuleSet) -> String {
    let names = Set(rules.rules.map(\.id.text)).union(rules.rules.map(\.id.group))
    let hint = NearMiss.closest(to: text, among: names).map { "; did you mean `\($0)`?" } ?? "; see `paddock rules`"
    return "there is no rule or group `\(text)`\(hint)"
  }

  // MARK: Flags and variables

  private func override(_ settings: inout Settings) throws(CommandError) {
    func list(_ flags: [String], _ variable: String) -> [RuleSelector]? {
      let words = flags.isEmpty ? [console.variable(variable)].compactMap(\.self) : flags
      if words.isEmpty { return nil }
      return words.flatMap { $0.split(separator: ",") }.map { word in
        RuleSelector(String(word.filter { $0 != " " }))
      }
    }
    if let select = list(options.select, "PADDOCK_SELECT") { settings.select = select }
    if let ignore = list(options.ignore, "PADDOCK_IGNORE") { settings.ignoredRules += ignore }
    if !options.environments.isEmpty { settings.environments = options.environments }
    if let archives = options.archives { settings.archives = archives }
    let failOn = try choice("PADDOCK_FAIL_ON", of: SettingsFile.FailOn.self)
    if let failOn = options.failOn ?? failOn { settings.failOn = failOn.severity }
    let confidence = try choice("PADDOCK_CONFIDENCE", of: Confidence.self)
    if let confidence = options.confidence ?? confidence { settings.minimumConfidence = confidence }
    let jobs = try jobsVariable()
    settings.workers = options.jobs ?? jobs ?? SystemEnvironment.processorCount
    settings.today = SystemEnvironment.today
    if let loads = try flag(LocalValues.Switches.loadsDotenvName) { settings.switches.loadsDotenv = loads }
    if let includes = try flag(LocalValues.Switches.includesProcessEnvironmentName) {
      settings.switches.includesProcessEnvironment = includes
    }
  }

  private func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String,
    of type: Choice.Type
  ) throws(CommandError) -> Choice? where Choice.RawValue == String {
    guard let word = console.variable(name) else { return nil }
    if let choice = Choice(rawValue: word) { return choice }
    let allowed = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    throw CommandError(message: "\(name) is \"\(word)\"; it must be one of \(allowed)")
  }

  private func jobsVariable() throws(CommandError) -> Int? {
    guard let word = console.variable("PADDOCK_JOBS") else { return nil }
    guard let jobs = Int(word), jobs > 0 else {
      throw CommandError(message: "PADDOCK_JOBS is \"\(word)\"; it must be 1 or more")
    }
    return jobs
  }

  /// wrangler takes `true` and `false` in any case and refuses everything else (docs/facts/wrangler.md §5.1).
  private func flag(_ name: String) throws(CommandError) -> Bool? {
    switch console.variable(name)?.lowercased() {
    case nil: return nil
    case "true": return true
    case "false": return false
    default: throw CommandError(message: "\(name) must be true or false; wrangler would refuse to start")
    }
  }
}
