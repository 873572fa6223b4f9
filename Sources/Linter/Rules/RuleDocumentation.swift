/// Renders what there is to say about rules; `docs/rules.md` and `paddock explain` come from here.
package enum RuleDocumentation {
  /// One rule for a terminal.
  package static func text(_ rule: Rule) -> String {
    var text = "\(rule.id)  \(rule.title)\n"
    text += "severity \(rule.severity.rawValue), confidence \(rule.confidence.rawValue), since \(rule.since)\n\n"
    text += rule.help + "\n"
    if let bad = rule.examples.first(where: \.isBad) {
      text += "\nReported:\n\(example(bad, indent: "  "))"
    }
    if let clean = rule.examples.first(where: { !$0.isBad }) {
      text += "\nNot reported:\n\(example(clean, indent: "  "))"
    }
    if !rule.references.isEmpty { text += "\nSee " + rule.references.joined(separator: "\n    ") + "\n" }
    return text
  }

  /// A reference of rules in Markdown: a section for each group, an entry for each rule.
  package static func markdown(_ rules: [Rule]) -> String {
    var text = """
      # Rules

      This page is made from the rules themselves: `make record` writes it anew. A rule is selected with `--select`, left
      out with `--ignore`, or silenced in place with a comment; see [configuration](configuration.md).

      """
    var group = ""
    for rule in rules {
      if rule.id.group != group {
        group = rule.id.group
        text += "\n## \(group)\n"
      }
      text += "\n### `\(rule.id)`\n\n**\(rule.title).** "
      text += "Severity \(rule.severity.rawValue), confidence \(rule.confidence.rawValue), since \(rule.since).\n\n"
      text += rule.help + "\n"
      if let bad = rule.examples.first(where: \.isBad) {
        text += "\nReported:\n\n\(fenced(bad))"
      }
      if let clean = rule.examples.first(where: { !$0.isBad }) {
        text += "\nNot reported:\n\n\(fenced(clean))"
      }
      if !rule.references.isEmpty {
        text += "\nSee " + rule.references.map { "<\($0)>" }.joined(separator: ", ") + ".\n"
      }
    }
    return text
  }

  private static func example(_ example: Rule.Example, indent: String) -> String {
    lines(example).map { $0.isEmpty ? "\n" : "\(indent)\($0)\n" }.joined()
  }

  private static func fenced(_ example: Rule.Example) -> String {
    "```\n" + lines(example).map { "\($0)\n" }.joined() + "```\n"
  }

  /// Each file with its path above it; marks are removed, holes stay as they are and show that no value is real.
  private static func lines(_ example: Rule.Example) -> [String] {
    example.files.keys.sorted().flatMap { path -> [String] in
      var tracked = ""
      if let list = example.tracked { tracked = list.contains(path) ? " (tracked)" : " (not tracked)" }
      let text = (example.files[path] ?? "").filter { $0 != "«" && $0 != "»" }
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if lines.last == "" { lines.removeLast() }
      return ["# \(path)\(tracked)"] + lines
    }
  }
}
