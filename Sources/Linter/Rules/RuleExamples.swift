import Documents
import Patterns
import Workers

/// Runs the examples of a rule: those of rule files and those of rules in code.
package enum RuleExamples {
  /// - Returns: how many examples there were, and a sentence for each that failed.
  package static func run(_ rule: Rule, among rules: RuleSet) -> (count: Int, failures: [String]) {
    var failures: [String] = []
    var count = rule.examples.count
    for (index, example) in rule.examples.enumerated() {
      failures += failure(of: example, number: index + 1, rule: rule, rules: rules).map { [$0] } ?? []
    }
    if case .token(let token) = rule.check {
      count += token.samples.count
      let scanner = TokenScanner([rule])
      for sample in token.samples {
        // Ten fillings of the holes each: one value may pass by luck.
        for round in 0..<10 {
          if let failure = failure(of: sample, round: round, rule: rule, scanner: scanner) {
            failures.append(failure)
            break
          }
        }
      }
    }
    return (count, failures)
  }

  private static func failure(
    of sample: TokenSample,
    round: Int,
    rule: Rule,
    scanner: TokenScanner
  ) -> String? {
    let place = "\(sample.path):\(sample.line): an example of rule `\(rule.id)`"
    var text = SampleText(seed: "\(rule.id)/\(sample.line)/\(round)")
    guard let marked = MarkedSample(Array(text.fill(sample.template).utf8)) else {
      return "\(place): the marks « and » do not pair up"
    }
    var scratch = TokenScanner.Scratch()
    let scan = scanner.scan(marked.bytes, scratch: &scratch)
    if !scan.limited.isEmpty { return "\(place): the pattern needs too many steps" }
    if !scan.failed.isEmpty { return "\(place): the pattern is not valid" }
    let found = scan.matches.map(\.secret)
    if sample.isMatch {
      if marked.marked.isEmpty { return "\(place): a `match` example needs «…» around what must be found" }
      if found != marked.marked {
        return "\(place): expected a match at \(words(marked.marked)), found \(words(found))"
      }
    } else if !found.isEmpty {
      return "\(place): expected no match, found \(words(found))"
    }
    return nil
  }

  /// A sentence about a rule whose pattern gives up where one of its own examples goes on and on.
  ///
  /// Patterns that try more ways than they have characters do so on long runs of what they repeat.
  static func strain(_ rule: Rule) -> String? {
    guard case .token(let token) = rule.check else { return nil }
    let scanner = TokenScanner([rule])
    var scratch = TokenScanner.Scratch()
    for sample in token.samples where sample.isMatch {
      var text = SampleText(seed: "\(rule.id)/\(sample.line)")
      guard let marked = MarkedSample(Array(text.fill(sample.template).utf8)), let secret = marked.marked.first else {
        continue
      }
      for text in longTexts(from: marked.bytes, secret: secret)
      where !scanner.scan(text, scratch: &scratch).limited.isEmpty {
        return "the pattern of rule `\(rule.id)` needs too many steps on long texts: "
          + "let no repeated part hold another one that can match the same characters"
      }
    }
    return nil
  }

  /// An example with a run of one character in its secret, or after it, that goes on too far for the end to fit.
  private static func longTexts(from bytes: [UInt8], secret: Range<Int>) -> [[UInt8]] {
    var texts: [[UInt8]] = []
    for place in [secret.upperBound, secret.upperBound - 1] {
      for byte in Set([bytes[place - 1]] + Array("a0 ".utf8)).sorted() {
        // The short ones fit where a rule looks at a few bytes only.
        for count in [100, 20_000] {
          let run = [UInt8](repeating: byte, count: count) + [1]
          texts.append(Array(bytes[..<place]) + run + Array(bytes[place...]))
        }
      }
    }
    return texts
  }

  private static func words(_ ranges: [Range<Int>]) -> String {
    ranges.isEmpty ? "none" : ranges.map { "bytes \($0.lowerBound)..<\($0.upperBound)" }.joined(separator: ", ")
  }

  private static func failure(of example: Rule.Example, number: Int, rule: Rule, rules: RuleSet) -> String? {
    let place = "rule `\(rule.id)`, example \(number)"
    let (tree, expected) = files(of: example, seed: "\(rule.id)/\(number)")
    var settings = Settings()
    settings.minimumConfidence = .low
    if rule.id != Rule.unusedIgnore.id { settings.select = [RuleSelector(rule.id.text)] }
    let result = Scan(rules: rules, settings: settings).run(on: tree, tracked: example.tracked.map { TrackedPaths($0) })
    let found = result.findings.filter { $0.rule == rule.id }.map {
      Place(path: $0.location.path, start: $0.location.region.start, end: $0.location.region.end)
    }
    if example.isBad, expected.isEmpty { return "\(place): a bad example needs «…» around what must be found" }
    guard Set(found) == Set(expected) else {
      return "\(place): expected \(words(expected)), found \(words(found))"
    }
    return nil
  }

  private struct Place: Hashable {
    let path: String
    let start: Int
    let end: Int
  }

  private static func words(_ places: [Place]) -> String {
    places.isEmpty ? "nothing" : places.map { "\($0.path) bytes \($0.start)..<\($0.end)" }.joined(separator: ", ")
  }

  /// The files of an example with holes filled and marks removed, and the places that were marked.
  private static func files(of example: Rule.Example, seed: String) -> (tree: FileTree, expected: [Place]) {
    var sample = SampleText(seed: seed)
    var texts: [String: String] = [:]
    var expected: [Place] = []
    for path in example.files.keys.sorted() {
      guard let marked = MarkedSample(Array(sample.fill(example.files[path] ?? "").utf8)) else { continue }
      texts[path] = String(decoding: marked.bytes, as: UTF8.self)
      expected += marked.marked.map { Place(path: path, start: $0.lowerBound, end: $0.upperBound) }
    }
    return (FileTree(texts: texts), expected)
  }
}
