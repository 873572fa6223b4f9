import ArgumentParser
import FoundationEssentials
import Git
import Linter
import Reports
import Text
import Workers

/// `paddock explain`: what a rule means, or why a line is reported or is not.
struct ExplainCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule, or why a line of a file is reported or is not.",
    discussion: """
      A rule: what it means and how to fix what it finds. A line: every value on it that a rule has looked at, each \
      question the rule asked with its answer, and what would change the verdict. No value is printed.
      """
  )

  @Argument(
    help: ArgumentHelp("A rule id, such as vars/secret-value, or a place, such as src/a.ts:12.", valueName: "subject"),
    completion: .subjects
  )
  var subject: String

  @Option(help: ArgumentHelp("The least confidence to report (PADDOCK_CONFIDENCE).", valueName: "confidence"))
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
    if FileManager.default.fileExists(atPath: subject) {
      throw CommandError(message: "\(subject) is a file; name a line of it, as in `\(subject):1`")
    }
    throw CommandError(message: SettingsLoader.unknownRule(subject, in: .builtIn))
  }

  private func explain(_ place: FileLine, console: Console) throws -> String {
    let current = SystemEnvironment.currentFolder
    let file = try CheckTarget(paths: [place.path], currentFolder: current)
    guard let path = file.only.first else {
      throw CommandError(message: "\(place.path) is a folder; name a line of a file")
    }
    // As a check of the current folder sees the file; one that lies elsewhere is seen from the top of its repository.
    let folder = Self.folder(for: file, from: current)
    let target = try CheckTarget(paths: [folder], currentFolder: current)
    let words = (config.map { ["--config", $0] } ?? []) + (confidence.map { ["--confidence", $0.rawValue] } ?? [])
    let (settings, rules) = try SettingsLoader(options: CheckOptions.parse(words), console: console).load(for: target)
    let folders = file.folder.utf8.dropFirst(target.folder.utf8.count).drop { $0 == UInt8(ascii: "/") }
    let inside = FilePath.join(String(Substring(folders)), path)
    let scan = Scan(rules: rules, settings: settings)
    let explanation: LineExplanation
    do {
      explanation = try scan.explain(line: place.line, of: inside, inFolder: target.folder, in: target.repository)
    } catch {
      throw CommandError(error)
    }
    return ExplanationText(explanation, path: place.path, usesColor: console.usesColor(.auto)).render()
  }

  private static func folder(for file: CheckTarget, from current: String) -> String {
    if FilePath.isPath(file.folder, inOrBelow: current) { return current }
    guard let top = file.repository?.topLevel, FilePath.isPath(file.folder, inOrBelow: top) else {
      return file.folder
    }
    return top
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
