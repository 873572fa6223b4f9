import Documents
import Foundation
import Linter
import Reports
import Testing
import Workers

/// No piece of six bytes of a value is shown, whatever its shape and form, and whether or not a rule sees it.
struct ValuesStayHiddenTests {
  /// Speaks of every line, so that every line is shown.
  private static let everyLine = Rule(
    id: "source/every-line",
    title: "Line",
    severity: .note,
    help: "Look.",
    check: .checkout { checkout in
      checkout.tree.files.flatMap { file -> [Match] in
        let source = Source(path: file.path, bytes: (try? checkout.tree.read(file.path)) ?? [])
        return (1...source.lines.lineCount).compactMap { number in
          guard let line = source.lines.region(ofLine: number), !line.isEmpty else { return nil }
          return Match(path: file.path, region: line, message: "line", identity: .name("\(number)"))
        }
      }
    }
  )

  private static let rules = RuleSet(RuleSet.builtIn.rules + [everyLine])
  /// All of them where `EVERY_SHAPE` is set, which takes a minute.
  private static let shapes = SecretShape.all.enumerated()
    .filter { ProcessInfo.processInfo.environment["EVERY_SHAPE"] != nil || $0.offset % 7 == 0 }.map(\.element)
  private static let tree = Workers.FileTree(
    texts: Dictionary(uniqueKeysWithValues: shapes.map { ($0.path, $0.text) })
  )

  /// Each six bytes in a row of a text, as one number.
  private static func windows(of text: String) -> Set<UInt64> {
    var windows: Set<UInt64> = []
    var window: UInt64 = 0
    for (index, byte) in text.utf8.enumerated() {
      window = (window << 8 | UInt64(byte)) & 0xFFFF_FFFF_FFFF
      if index >= 5 { windows.insert(window) }
    }
    return windows
  }

  @Test func thereAreEnoughCombinations() {
    #expect(Self.shapes.count >= 600)
  }

  @Test(arguments: [true, false])
  func noLineShowsAPiece(rulesAreOff: Bool) throws {
    var settings = Settings()
    if rulesAreOff { settings.select = [RuleSelector("source/every-line")] }
    settings.hashesLines = true
    let result = Scan(rules: Self.rules, settings: settings).run(on: Self.tree, tracked: nil)
    let excerpts = Dictionary(grouping: result.findings, by: \.location.path)
    var bad: [String] = []
    for shape in Self.shapes {
      let shown = Set(excerpts[shape.path, default: []].compactMap(\.excerpt?.text)).sorted().joined(separator: "\n")
      #expect(!shown.isEmpty)
      if !Self.windows(of: shown).isDisjoint(with: Self.windows(of: shape.value)) {
        bad.append("\(shape.name):\n\(shown)")
      }
    }
    #expect(bad.isEmpty, "\(bad.count) of \(Self.shapes.count)")
    // What else a report may show of a finding.
    let report = Report(result, context: ReportContext(toolVersion: "0", rules: Self.rules))
    for format in ReportFormat.allCases {
      let shown = Self.windows(of: try report.render(format))
      let leaks = Self.shapes.filter { !shown.isDisjoint(with: Self.windows(of: $0.value)) }.map(\.name)
      #expect(leaks.isEmpty, "\(format)")
    }
  }

  /// An explanation tells names, lengths and places.
  @Test func noExplanationTellsAPiece() {
    for shape in Self.shapes.enumerated().filter({ $0.offset % 61 == 0 }).map(\.element) {
      let tree = Workers.FileTree(texts: [shape.path: shape.text])
      for line in 1...shape.text.split(separator: "\n").count {
        let explanation = Scan(rules: .builtIn, settings: Settings())
          .explain(line: line, of: shape.path, in: tree, tracked: nil)
        let text = ExplanationText(explanation, path: shape.path, usesColor: false).render()
        #expect(Self.windows(of: text).isDisjoint(with: Self.windows(of: shape.value)), "\(shape.name)")
      }
    }
  }
}
