import DeployState
import Documents
import System
import Text
import Workers

/// Wrangler commands as words of our own command line, and what is wrong with those that are none.
///
/// A name that does not exist is a mistake of the person who types it, so it ends the run with status 2.
struct TypedCommands {
  /// One for each word of the command line.
  let lines: [String]

  /// What is wrong with a line that was read, in a message; `nil` for one that can be played.
  ///
  /// - Parameter environments: those of the configuration the command reads.
  func problem(
    with reading: CommandReader.Reading,
    at index: Int,
    environments: [String]
  ) -> String? {
    switch reading {
    case .notFound(let sense): return numbered("\(fileHint(index) ?? Self.message(sense))\(quotingHint(index))", index)
    case .refused(let refusal):
      switch refusal.reason {
      case .usage(let sense): return numbered(Self.message(sense) + quotingHint(index), index)
      case .environmentNotDefined(let name):
        return numbered(Self.environmentNotDefined(name, among: environments), index)
      default: return nil
      }
    case .command, .unknown, .unrelated: return nil
    }
  }

  static func environmentNotDefined(_ name: String, among environments: [String]) -> String {
    let hint = NearMiss.closest(to: name, among: environments).map { "; did you mean `\($0)`?" } ?? ""
    return "the configuration has no environment `\(name)`\(hint)"
  }

  /// A line without any word.
  func emptyLine(_ index: Int) -> String { numbered("there is no command in an empty text", index) }

  private func numbered(_ message: String, _ index: Int) -> String {
    lines.count == 1 ? message : "command \(index + 1): \(message)"
  }

  /// A sentence of the model as a message.
  private static func message(_ sense: String) -> String {
    var text = sense.hasSuffix(".") ? String(sense.dropLast()) : sense
    let start = text.utf8.prefix(2).map(\.self)
    if start.count == 2, (0x41...0x5A).contains(start[0]), (0x61...0x7A).contains(start[1]) {
      text = text.prefix(1).lowercased() + text.dropFirst()
    }
    return text
  }

  // MARK: Hints

  /// Words that are a command together: `secret put A` without quotes.
  private func quotingHint(_ index: Int) -> String {
    guard lines.count > 1, !lines[index].utf8.contains(0x20) else { return "" }
    let reader = CommandReader(config: nil) { _ in [] }
    for first in (0...index).reversed() {
      for end in (index + 1...lines.count).reversed() where end - first > 1 {
        let line = lines[first..<end].joined(separator: " ")
        switch reader.read(line) {
        case .command, .unknown, .unrelated: return "; quote each command: '\(line)'"
        case .refused(let refusal):
          if case .usage = refusal.reason { continue }
          return "; quote each command: '\(line)'"
        case .notFound: continue
        }
      }
    }
    return ""
  }

  /// A file, or a command that runs one, in place of a command of wrangler.
  private func fileHint(_ index: Int) -> String? {
    let words = lines[index].split(separator: " ").map(String.init)
    guard let first = words.first else { return nil }
    let rest = words.dropFirst().filter { !$0.hasPrefix("-") }
    func meant(_ script: String) -> String { "did you mean `--script \(script)`?" }
    switch first {
    case "npm", "pnpm", "yarn", "bun":
      let names = rest.first == "run" ? rest.dropFirst() : rest[...]
      return names.first.map { "`\(first)` is not a wrangler command; \(meant("package.json:\($0)"))" }
    case "make", "just":
      let file = first == "make" ? "Makefile" : "justfile"
      return "`\(first)` is not a wrangler command; \(meant(rest.first.map { "\(file):\($0)" } ?? file))"
    case "sh", "bash", "zsh", "source", ".":
      return rest.first.map { "`\(first)` is not a wrangler command; \(meant($0))" }
    default: break
    }
    let path = String(first.prefix { $0 != ":" })
    let isScript =
      ScriptFiles.mayHoldCommands(path) || [".yml", ".yaml", ".json"].contains { path.hasSuffix($0) }
      || path.utf8.contains(UInt8(ascii: "/")) || FileRead.isFolder(path) == false
    return isScript ? "`\(path)` is a file, not a command; \(meant(first))" : nil
  }
}
