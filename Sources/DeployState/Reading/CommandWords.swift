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
    "--x-versions", "--help", "-h", "--skip-confirmation", "--metafile", "--containers-rollout-immediate",
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
          (String(word.text[..<equals]), ShellWord(text: value, region: word.region, hasUnknownPart: unknown))
        )
      } else if Self.flags.contains(word.text) || word.text.hasPrefix("--no-") {
        let isSpelledOut = rest.first.map { $0.text == "true" || $0.text == "false" } ?? false
        options.append((word.text, isSpelledOut ? rest.popFirst() : nil))
      } else if Self.lists.contains(word.text) {
        while let value = rest.first, !value.text.hasPrefix("-") {
          options.append((word.text, value)); rest.removeFirst()
        }
      } else {
        let hasValue = rest.first.map { !$0.text.hasPrefix("-") } ?? false
        options.append((word.text, hasValue ? rest.popFirst() : nil))
      }
    }
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
