import Documents
import Linter
import Patterns
import Testing
import Workers

/// How many secrets of the field are found, and how many findings are right, at the confidence that is reported.
struct FieldTests {
  @Test func mostAreFoundAndFewFindingsAreWrong() throws {
    var found = 0
    var missed: [String] = []
    var wrong: [String] = []
    for round in 0..<3 {
      let lines = FieldLines.secrets + FieldLines.others
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
        grouping: result.findings.filter { ["source", "token"].contains($0.rule.group) },
        by: \.location.path
      ).mapValues { $0.map(\.location.region.range) }
      for (path, ranges) in marks {
        let line = String(sources[path] ?? "")
        for range in ranges {
          if places[path]?.contains(where: { $0.overlaps(range) }) == true { found += 1 } else { missed.append(line) }
        }
        let others = (places[path] ?? []).filter { place in !ranges.contains { $0.overlaps(place) } }
        wrong += others.map { _ in line }
      }
    }
    let recall = Double(found) / Double(found + missed.count)
    let precision = Double(found) / Double(found + wrong.count)
    let numbers = "recall \(recall), precision \(precision)"
    #expect(recall >= 0.85, "\(numbers); missed:\n\(missed.sorted().joined(separator: "\n"))")
    #expect(precision >= 0.97, "\(numbers); wrong:\n\(wrong.sorted().joined(separator: "\n"))")
  }
}
