import Documents
import Foundation

/// Writes `EmbeddedRules.swift`: each rule as a record, and the other files as raw string literals.
///
/// Arguments: the file to write, the folder of the rules, then the rule files.
@main
struct EmbedRules {
  static func main() throws {
    let arguments = CommandLine.arguments
    let root = arguments[2] + "/"
    let files = try arguments.dropFirst(3).map { path in
      (
        name: path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path,
        content: try String(contentsOfFile: path, encoding: .utf8)
      )
    }
    var text = "extension RuleFile {\n  package static let embedded: [RuleFile] = [\n"
    for (name, content) in files where !name.hasSuffix(".toml") {
      // One more # than the longest run in the content ends the literal unambiguously.
      let fence = String(repeating: "#", count: longestRun(of: "#", in: content) + 1)
      text += "    RuleFile(\n      name: \"\(name)\",\n"
      text += "      text: \(fence)\"\"\"\n\(content)\n\"\"\"\(fence)\n    ),\n"
    }
    text += "  ]\n}\n\n"
    // One text, which is split when the program starts: the compiler would optimize long code for minutes.
    text += "extension RuleRecord {\n  static let embeddedText = \"\"\"\n"
    for (name, content) in files where name.hasSuffix(".toml") {
      for entry in TOMLParser.parse(Array(content.utf8)).root["rule"]?.array ?? [] {
        text += RecordText.line(of: entry) + "\\u{1D}\\\n"
      }
    }
    text += "\n\"\"\"\n}\n"
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

/// A `[[rule]]` as `RuleRecord` reads it: keys and values with U+001F between them, the elements of arrays with U+001E.
enum RecordText {
  static func line(of rule: Node) -> String {
    // Examples are left out: only tests need them.
    (rule.table?.members ?? []).filter { !["match", "miss"].contains($0.key) }
      .map { "\($0.key)\\u{1F}\(text($0.node))" }
      .joined(separator: "\\u{1F}")
  }

  private static func text(_ node: Node) -> String {
    switch node.value {
    case .string(let text): escaped(text)
    case .integer(let number): "\(number)"
    case .float(let number): "\(number)"
    case .boolean(let flag): "\(flag)"
    case .array(let nodes): nodes.map(text).joined(separator: "\\u{1E}")
    case .null, .date, .table: ""
    }
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "\"": escaped += "\\\(scalar)"
      case "\n": escaped += "\\n"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
