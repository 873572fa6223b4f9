import ArgumentParser
import Linter

/// `paddock explain RULE`: what a rule means and how to fix what it finds.
struct ExplainCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule: what it means and how to fix what it finds."
  )

  @Argument(help: ArgumentHelp("A rule id, such as vars/secret-value.", valueName: "rule"))
  var rule: String

  func run(console: Console) -> ExitStatus {
    reporting(to: console) {
      guard let found = RuleSet.builtIn[Rule.ID(rule)] else {
        let group = RuleSet.builtIn.rules.filter { $0.id.group == rule }
        if !group.isEmpty {
          throw CommandError(message: "`\(rule)` is a group of \(group.count) rules; see `paddock rules \(rule)`")
        }
        throw CommandError(message: SettingsLoader.unknownRule(rule, in: .builtIn))
      }
      console.write(RuleDocumentation.text(found))
      return .clean
    }
  }
}
