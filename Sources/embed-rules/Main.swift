import Foundation

/// Writes `EmbeddedRules.swift`: the text of each rule file as a raw string literal.
///
/// Arguments: the file to write, the folder of the rules, then the rule files.
@main
struct EmbedRules {
  static func main() throws {
    let arguments = CommandLine.arguments
    let root = arguments[2] + "/"
    var text = "extension RuleFile {\n  package static let embedded: [RuleFile] = [\n"
    for path in arguments.dropFirst(3) {
      let name = path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
      let content = try String(contentsOfFile: path, encoding: .utf8)
      // One more # than the longest run in the content ends the literal unambiguously.
      let fence = String(repeating: "#", count: longestRun(of: "#", in: content) + 1)
      text += "    RuleFile(\n      name: \"\(name)\",\n"
      text += "      text: \(fence)\"\"\"\n\(content)\n\"\"\"\(fence)\n    ),\n"
    }
    text += "  ]\n}\n"
    try text.write(toFile: arguments[1], atomically: true, encoding: .utf8)
  }

  static func longestRun(of character: Character, in text: String) -> Int {
    var longest = 0
    var current = 0
    for next in text {
      current = next == character ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }
}
