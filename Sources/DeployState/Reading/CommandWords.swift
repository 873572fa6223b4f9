import Workers

/// The words after `wrangler`, sorted into positions and options as wrangler's own reader does it.
struct CommandWords {
  private(set) var positions: [ShellWord] = []
  private(set) var options: [(name: String, value: ShellWord?)] = []
  /// The file that standard input comes from: `secret bulk < FILE`.
  private(set) var standardInput: ShellWord?

  /// Options that take no value.
  private static let flags: Set<String> = [
    "--keep-vars", "--strict", "--dry-run", "--yes", "-y", "--latest-version", "--remote", "--json", "--minify",
    "--force", "--bundle", "--no-bundle", "--latest", "--logpush", "--upload-source-maps", "--experimental-versions",
    "--x-versions", "--help", "-h", "--skip-confirmation", "--containers-rollout-immediate",
    "--experimental-auto-create", "--x-auto-create", "--autoconfig",
  ]

  /// Options that take every word up to the next option.
  private static let lists: Set<String> = [
    "--var", "--define", "--alias", "--version-id", "--percentage", "--version-tag", "--compatibility-flags",
    "--compatibility-flag", "--route", "--routes", "--schedule", "--schedules", "--triggers", "--domain", "--domains",
  ]

  init(_ words: [ShellWord]) {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word.text == "--" {
        positions += rest
        return
      }
      if Self.isRedirection(word) {
        let file = word.text == "<" || word.text.hasSuffix(">") ? rest.popFirst() : nil
        if word.text == "<" { standardInput = file }
      } else if !word.text.hasPrefix("-") || word.text == "-" {
        positions.append(word)
      } else if let equals = word.text.firstIndex(of: "=") {
        let value = String(word.text[word.text.index(after: equals)...])
        let unknown = word.hasUnknownPart
        options.append(
          (
            Self.spelledOut(word.text[..<equals]),
            ShellWord(text: value, region: word.region, hasUnknownPart: unknown)
          )
        )
      } else {
        let name = Self.spelledOut(word.text[...])
        let next = rest.first
        if Self.flags.contains(name) || name.hasPrefix("--no-") {
          let isSpelledOut = next.map { $0.text == "true" || $0.text == "false" } ?? false
          options.append((name, isSpelledOut ? rest.popFirst() : nil))
        } else if Self.lists.contains(name) {
          if next.map({ $0.text.hasPrefix("-") }) ?? true { options.append((name, nil)) }
          while let value = rest.first, !value.text.hasPrefix("-") {
            options.append((name, value)); rest.removeFirst()
          }
        } else {
          options.append((name, next.map { !$0.text.hasPrefix("-") } ?? false ? rest.popFirst() : nil))
        }
      }
    }
  }

  /// An option by its usual name: wrangler takes `--dryRun` for `--dry-run`.
  private static func spelledOut(_ option: Substring) -> String {
    guard option.hasPrefix("--"), option.utf8.contains(where: { (0x41...0x5A).contains($0) }),
      !option.utf8.contains(where: { "$`".utf8.contains($0) })
    else { return String(option) }
    return option.map { $0.isASCII && $0.isUppercase ? "-\($0.lowercased())" : String($0) }.joined()
  }

  /// Whether the words only ask for help, or for the version.
  var asksForHelp: Bool {
    options.contains { $0.name == "--help" || $0.name == "-h" }
      || positions.isEmpty && options.allSatisfy { $0.name == "--version" || $0.name == "-v" }
  }

  /// Whether a word sends input or output elsewhere.
  private static func isRedirection(_ word: ShellWord) -> Bool {
    let start = word.text.drop { "0123456789&".utf8.contains($0.utf8.first ?? 0) }
    return start.hasPrefix("<") || start.hasPrefix(">")
  }

  func values(_ names: String...) -> [ShellWord] {
    options.filter { names.contains($0.name) }.compactMap(\.value)
  }

  func value(_ names: String...) -> ShellWord? { options.last { names.contains($0.name) }?.value }

  /// Whether a flag is on: `--x`, `--x=true`, `--x true`, and not `--no-x` after it.
  func flag(_ name: String) -> Bool {
    let negated = "--no-" + name.dropFirst(2)
    guard let last = options.last(where: { $0.name == name || $0.name == negated }) else { return false }
    return (last.value?.text != "false") == (last.name == name)
  }
}
