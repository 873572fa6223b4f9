import Documents
import Linter
import Patterns
import Testing
import Workers

/// What a scan makes of lines with marked secrets and of lines without any.
struct FieldMeasure: CustomStringConvertible {
  private var found = 0
  private var missed: [Substring] = []
  private var wrong: [Substring] = []

  /// Fills every line three times with other values, and scans them as files of one tree.
  init(secrets: [Substring], others: [Substring]) throws {
    for round in 0..<3 {
      let lines = secrets + others
      var texts: [String: String] = [:]
      var marks: [String: [Range<Int>]] = [:]
      var sources: [String: Substring] = [:]
      for (index, line) in lines.enumerated() {
        let bar = try #require(line.firstIndex(of: "|"), "\(line)")
        let path = "case\(index)/" + line[..<bar].dropLast()
        var sample = SampleText(seed: "field/\(line)/\(round)")
        let marked = try #require(
          MarkedSample(sample.fill(String(line[bar...].dropFirst(2).map { $0 == "⏎" ? "\n" : $0 }))),
          "\(line)"
        )
        texts[path] = marked.text + "\n"
        marks[path] = marked.marked
        sources[path] = line
      }
      let result = Scan(rules: .builtIn, settings: Settings()).run(
        on: FileTree(texts: texts),
        tracked: TrackedPaths(texts.keys)
      )
      let places = Dictionary(
        grouping: result.findings.filter { ["source", "token", "vars"].contains($0.rule.group) },
        by: \.location.path
      ).mapValues { $0.map(\.location.region.range) }
      for (path, ranges) in marks {
        let line = sources[path] ?? ""
        for range in ranges {
          if places[path]?.contains(where: { $0.overlaps(range) }) == true { found += 1 } else { missed.append(line) }
        }
        let others = (places[path] ?? []).filter { place in !ranges.contains { $0.overlaps(place) } }
        wrong += others.map { _ in line }
      }
    }
  }

  /// The share of the marked secrets that is found.
  var recall: Double { Double(found) / Double(found + missed.count) }

  /// The share of the findings that is right.
  var precision: Double { Double(found) / Double(found + wrong.count) }

  /// The numbers and the lines behind them.
  var description: String {
    """
    recall \(recall), precision \(precision); missed:
    \(missed.sorted().joined(separator: "\n"))
    wrong:
    \(wrong.sorted().joined(separator: "\n"))
    """
  }
}
