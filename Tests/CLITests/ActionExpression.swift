import Foundation

/// The part of GitHub's expressions that `action.yml` uses (docs.github.com, "Evaluate expressions in workflows"):
/// contexts, strings, `always()`, `==`, `!=` and `&&`.
struct ActionExpression {
  /// The values of contexts, such as `inputs.path`; what is not there is empty.
  let values: [String: String]

  /// Text with every `${{ … }}` in it replaced.
  func text(_ template: String) -> String {
    var parts = template.components(separatedBy: "${{")
    for index in parts.indices.dropFirst() {
      let halves = parts[index].components(separatedBy: "}}")
      parts[index] = operand(halves[0]) + halves.dropFirst().joined(separator: "}}")
    }
    return parts.joined()
  }

  /// Whether a step with this condition runs; one that does not say otherwise needs that all before it went well.
  func allows(_ condition: String?, afterFailure: Bool) -> Bool {
    let terms = (condition ?? "").components(separatedBy: "&&").map { $0.trimmingCharacters(in: .whitespaces) }
    if afterFailure, !terms.contains("always()") { return false }
    return terms.allSatisfy { term in
      if term.isEmpty || term == "always()" { return true }
      for (word, isEqual) in [("==", true), ("!=", false)] {
        let sides = term.components(separatedBy: word)
        if sides.count == 2 { return (operand(sides[0]) == operand(sides[1])) == isEqual }
      }
      return !operand(term).isEmpty
    }
  }

  private func operand(_ text: String) -> String {
    let text = text.trimmingCharacters(in: .whitespaces)
    if text.hasPrefix("'"), text.hasSuffix("'"), text.count > 1 { return String(text.dropFirst().dropLast()) }
    return values[text] ?? ""
  }
}
