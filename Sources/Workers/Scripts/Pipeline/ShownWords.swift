/// The words of a command line as they may be shown: the values of options that can carry a secret are left out.
enum ShownWords {
  /// Options whose values name things.
  private static let named: Set<String> = [
    "--env", "-e", "--name", "--config", "-c", "--secrets-file", "--tag", "--message", "-m", "--dispatch-namespace",
    "--version-id", "--percentage", "--version-tag", "--project-name", "--scopes", "--secret-id", "--cwd", "--comment",
  ]

  /// Options without a value.
  private static let flags: Set<String> = [
    "--keep-vars", "--strict", "--dry-run", "--yes", "-y", "--latest-version", "--remote", "--json", "--minify",
    "--force", "--latest", "--help", "-h",
  ]

  static func read(_ words: [ShellWord]) -> [String] {
    var shown: [String] = []
    // What the words up to the next option are: `nil` for positions and names.
    var hidden: ((String) -> String)?
    for word in words.map(\.text) {
      // What stands there after is the value itself.
      if word.hasPrefix("<<") { break }
      if !word.hasPrefix("-") {
        shown.append(quoted(hidden?(word) ?? word))
        continue
      }
      let option = String(word.prefix { $0 != "=" })
      if named.contains(option) || flags.contains(option) || option == word && option.hasPrefix("--no-") {
        shown.append(quoted(word))
        hidden = nil
      } else if option == "--var" || option == "--define" {
        let name = { (text: String) -> String in text.prefix { $0 != ":" } + ":…" }
        shown.append(option == word ? word : "\(option)=\(name(String(word.dropFirst(option.count + 1))))")
        hidden = name
      } else {
        shown.append(option == word ? word : "\(option)=…")
        hidden = option == word ? { _ in "…" } : nil
      }
    }
    return shown
  }

  private static func quoted(_ word: String) -> String { word.utf8.contains(0x20) ? "'\(word)'" : word }
}
