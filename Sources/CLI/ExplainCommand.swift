import ArgumentParser
import Git
import Linter
import Reports
import System
import Text
import Workers

/// `paddock explain`: what a rule means, or why a line is reported or is not.
struct ExplainCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule, or why a line of a file is reported or is not.",
    discussion: """
      For a rule: what it means and how to fix its findings. For a line: every value on it that a rule has examined, each \
      test with its result, and what would change the verdict. No value is printed.
      """
  )

  @Argument(
    help: ArgumentHelp("A rule id, such as vars/secret-value, or a place, such as src/a.ts:12.", valueName: "subject"),
    completion: .subjects
  )
  var subject: String

  @Option(help: ArgumentHelp("The lowest confidence to report (PADDOCK_CONFIDENCE).", valueName: "confidence"))
  var confidence: Confidence?

  @Option(
    help: ArgumentHelp("Read these settings instead of the nearest paddock.toml.", valueName: "file"),
    completion: .file()
  )
  var config: String?

  func run(console: Console) -> ExitStatus {
    reporting(to: console) {
      if let place = FileLine(subject) {
        console.write(try explain(place, console: console))
      } else {
        console.write(try explainRule())
      }
      return .clean
    }
  }

  private func explainRule() throws(CommandError) -> String {
    if let found = RuleSet.builtIn[Rule.ID(subject)] { return RuleDocumentation.text(found) }
    let group = RuleSet.builtIn.rules.filter { $0.id.group == subject }
    if !group.isEmpty {
      throw CommandError(message: "`\(subject)` is a group of \(group.count) rules; see `paddock rules \(subject)`")
    }
    if FileStatus.exists(subject) {
      throw CommandError(message: "\(subject) is a file; name a line of it, as in `\(subject):1`")
    }
    throw CommandError(message: SettingsLoader.unknownRule(subject, in: .builtIn))
  }

  private func explain(_ place: FileLine, console: Console) throws -> String {
    let current = try SystemEnvironment.currentFolder
    let target = try CheckTarget(paths: [place.path], currentFolder: current)
    guard let path = target.only.first, FileRead.isFolder("\(target.root)/\(path)") != true else {
      throw CommandError(message: "\(place.path) is a folder; name a line of a file")
    }
    let words = (config.map { ["--config", $0] } ?? []) + (confidence.map { ["--confidence", $0.rawValue] } ?? [])
    let (settings, rules) = try SettingsLoader(options: CheckOptions.parse(words), console: console).load(for: target)
    // Of the whole run: a file is explained as a check without paths treats it.
    let scan = Scan(rules: rules, settings: settings)
    let explanation: LineExplanation
    do {
      explanation = try scan.explain(line: place.line, of: path, inFolder: target.root, in: target.repository)
    } catch {
      throw CommandError(error)
    }
    return ExplanationText(explanation, path: place.path, usesColor: console.usesColor(.auto)).render()
  }
}

/// A line of a file as compilers write it: `PATH:LINE` or `PATH:LINE:COLUMN`.
struct FileLine {
  let path: String
  let line: Int

  init?(_ text: String) {
    guard let (rest, last) = Self.number(atEndOf: text) else { return nil }
    (path, line) = Self.number(atEndOf: rest) ?? (rest, last)
    if path.isEmpty || line < 1 { return nil }
  }

  private static func number(atEndOf text: String) -> (rest: String, number: Int)? {
    guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")) else { return nil }
    let digits = text[text.utf8.index(after: colon)...]
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits) else { return nil }
    return (String(text[..<colon]), number)
  }
}
