import ArgumentParser
import Documents
import FoundationEssentials
import Linter

/// `paddock rules`: what Paddock looks for.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules, or test the examples in rule files.",
    subcommands: [RulesListCommand.self, RulesTestCommand.self],
    defaultSubcommand: RulesListCommand.self
  )
}

/// `paddock rules list`.
struct RulesListCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List rules (the default).")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, markdown
  }

  @Argument(help: ArgumentHelp("List only these rules or groups.", valueName: "rules"))
  var filter: [String] = []

  @Option(help: "The format: text, json or markdown.")
  var format: Format = .text

  func run(console: Console) -> ExitStatus {
    reporting(to: console) {
      for word in filter where !RuleSet.builtIn.rules.contains(where: { RuleSelector(word).selects($0.id) }) {
        throw CommandError(message: SettingsLoader.unknownRule(word, in: .builtIn))
      }
      let rules = RuleSet.builtIn.rules.filter { rule in
        filter.isEmpty || filter.contains { RuleSelector($0).selects(rule.id) }
      }
      switch format {
      case .text: console.write(text(rules))
      case .json: console.write(try json(rules))
      case .markdown: console.write(RuleDocumentation.markdown(rules))
      }
      return .clean
    }
  }

  private func text(_ rules: [Rule]) -> String {
    let width = rules.map(\.id.text.count).max() ?? 0
    return rules.map { rule in
      let id = rule.id.text + String(repeating: " ", count: width - rule.id.text.count)
      let severity = rule.severity.rawValue + String(repeating: " ", count: 7 - rule.severity.rawValue.count)
      return "\(id)  \(severity)  \(rule.title)\n"
    }.joined() + "\(rules.count) rules\n"
  }

  private struct Entry: Encodable {
    let id: String
    let group: String
    let title: String
    let severity: String
    let confidence: String
    let since: String
    let help: String
    let references: [String]
  }

  private func json(_ rules: [Rule]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let entries = rules.map {
      Entry(
        id: $0.id.text,
        group: $0.id.group,
        title: $0.title,
        severity: $0.severity.rawValue,
        confidence: $0.confidence.rawValue,
        since: $0.since,
        help: $0.help,
        references: $0.references
      )
    }
    return String(decoding: try encoder.encode(entries), as: UTF8.self) + "\n"
  }
}

/// `paddock rules test`: runs the examples in rule files.
struct RulesTestCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the examples in rule files."
  )

  @Argument(
    help: ArgumentHelp(
      "Rule files and folders with rule files. Default: those in \(SettingsFile.name).",
      valueName: "file"
    )
  )
  var files: [String] = []

  func run(console: Console) -> ExitStatus {
    reporting(to: console) {
      let sources =
        files.isEmpty
        ? try settingsRules(console)
        : try RuleFiles.sources(files, in: .anywhere(folder: SystemEnvironment.currentFolder))
      if sources.isEmpty {
        throw CommandError(message: "there is nothing to test; name rule files, or list them in \(SettingsFile.name)")
      }
      let rules = try RuleSet([]).adding(sources)
      var failures: [String] = []
      var count = 0
      for rule in rules.rules {
        let outcome = RuleExamples.run(rule, among: RuleSet([rule]))
        count += outcome.count
        failures += outcome.failures
      }
      for notice in rules.notices { console.writeError("paddock: note: \(notice.message)\n") }
      for failure in failures { console.writeError("paddock: \(failure)\n") }
      console.write("\(rules.rules.count) rules, \(count) examples, \(failures.count) failed\n")
      return failures.isEmpty ? .clean : .failure
    }
  }

  /// The rule files that `paddock.toml` lists.
  private func settingsRules(_ console: Console) throws -> [Source] {
    let target = try CheckTarget(paths: [], currentFolder: SystemEnvironment.currentFolder)
    guard let file = try LocatedSettings.find(for: target, named: nil, console: console) else { return [] }
    return try RuleFiles.sources(try SettingsFile.read(file.source).rulePaths, in: file.files)
  }
}
