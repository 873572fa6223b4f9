import FoundationEssentials
import Linter
import System
import Workers

/// Development tool: measures what the rules find of generated values, and what they report in trees without secrets.
@main struct Main {
  /// How often the holes of an example are filled anew.
  private static let rounds = 20

  /// - The arguments are the folder of the rule files and folders without secrets.
  static func main() throws {
    var settings = Settings()
    settings.workers = ProcessInfo.processInfo.activeProcessorCount
    let folders = CommandLine.arguments.dropFirst()
    guard let rules = folders.first else { fatalError("name the folder of the rule files") }
    let samples = try SampleMeasurement(folder: rules, settings: settings, rounds: rounds)
    print(samples.table)
    for folder in folders.dropFirst() { print(report(on: folder, settings: settings)) }
  }

  /// The findings of a folder, counted by rule; its ignore files do not count.
  private static func report(on folder: String, settings: Settings) -> String {
    let tree = FileWalk(root: ConfinedFolder(folder)).listing(outer: []).tree(tracked: []) { _ in false }
    let result = Scan(rules: .builtIn, settings: settings).run(on: tree, tracked: nil)
    let counts = Dictionary(grouping: result.findings, by: \.rule).mapValues(\.count)
    var table = Table(["rule", "findings", "confidence"])
    for (rule, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      let confidence = result.findings.filter { $0.rule == rule }.map(\.confidence).max()
      table.add([rule.text, String(count), confidence?.rawValue ?? ""])
    }
    let files = result.statistics.scanned
    return "\(folder): \(result.findings.count) findings in \(files) files\n" + (counts.isEmpty ? "" : table.text)
  }
}
