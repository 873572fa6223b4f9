import Text
import Workers

/// What wrangler lets stand after a command: words and options (docs/facts/wrangler.md §6.2, §8.2).
struct CommandForm: Sendable {
  /// How many words may follow the command itself.
  private let words: Int
  /// Options that take no value.
  private let flags: Set<String>
  /// Options that take a value, once.
  private let values: Set<String>
  /// Options that take any number of values.
  private let lists: Set<String>

  private init(words: Int, flags: String = "", values: String = "", lists: String = "") {
    func names(_ text: String) -> Set<String> { Set(text.split(separator: " ").map { "--\($0)" }) }
    self.words = words
    self.flags = names("help version " + flags)
    self.values = names("config env cwd log-level " + values)
    self.lists = names("env-file " + lists)
  }

  /// The short names, and what each stands for.
  private static let short = [
    "-c": "--config", "-e": "--env", "-h": "--help", "-v": "--version", "-y": "--yes", "-m": "--message",
  ]

  /// Refuses what wrangler does not take, and what nobody can follow.
  ///
  /// - Parameter depth: how many words the command itself has.
  func check(_ line: CommandWords, of name: String, depth: Int) throws(CommandReader.Problem) {
    let arguments = line.positions.dropFirst(depth)
    // A variable may stand for options as well.
    for word in arguments { _ = try CommandLine.known(word) }
    if arguments.count > words {
      throw .notFound(
        words == 0
          ? "`\(name)` takes no further word." : "`\(name)` takes \(words == 1 ? "one word" : "\(words) words") only."
      )
    }
    var seen: Set<String> = []
    for (option, value) in line.options {
      let option = Self.short[option] ?? option
      if option.utf8.contains(where: { "$`".utf8.contains($0) }) {
        throw .unknown("What \(option) stands for is not known.", worker: nil)
      }
      if values.contains(option) {
        if value == nil { throw .usage("`\(option)` needs a value.") }
        if !seen.insert(option).inserted { throw .usage("wrangler takes `\(option)` once.") }
      } else if !isKnown(option) {
        let known = flags.union(values).union(lists)
        let hint = NearMiss.closest(to: option, among: known).map { "; did you mean `\($0)`?" } ?? "."
        throw .notFound("`\(name)` has no known option `\(option)`\(hint)")
      }
    }
  }

  private func isKnown(_ option: String) -> Bool {
    if flags.contains(option) || lists.contains(option) { return true }
    // Experiments come and go; none of them is about secrets.
    if option.hasPrefix("--experimental-") || option.hasPrefix("--x-") { return true }
    return option.hasPrefix("--no-") && flags.contains("--" + option.dropFirst(5))
  }

  // MARK: The forms

  private static let uploadFlags =
    "bundle no-bundle latest minify keep-vars strict dry-run upload-source-maps logpush legacy-env node-compat"
  private static let uploadValues =
    "name outdir outfile compatibility-date assets site tsconfig jsx-factory jsx-fragment tag message secrets-file"
  private static let uploadLists =
    "var define alias compatibility-flags compatibility-flag site-include site-exclude"

  static let deploy = CommandForm(
    words: 1,
    flags: uploadFlags + " autoconfig containers-rollout-immediate",
    values: uploadValues + " dispatch-namespace containers-rollout old-asset-ttl",
    lists: uploadLists + " triggers schedule schedules route routes domain domains metafile"
  )
  static let versionsUpload = CommandForm(
    words: 1,
    flags: uploadFlags,
    values: uploadValues + " preview-alias",
    lists: uploadLists
  )
  static let versionsDeploy = CommandForm(
    words: .max,
    flags: "yes dry-run",
    values: "name message max-versions",
    lists: "version-id percentage version-tag version-specs"
  )
  static let rollback = CommandForm(words: 1, flags: "yes", values: "name message")
  static let delete = CommandForm(words: 1, flags: "force dry-run", values: "name")

  static func secret(_ verb: String) -> CommandForm {
    CommandForm(words: verb == "list" ? 0 : 1, values: verb == "list" ? "name format" : "name")
  }

  static func versionsSecret(_ verb: String) -> CommandForm {
    verb == "list"
      ? CommandForm(words: 0, flags: "latest-version", values: "name")
      : CommandForm(words: 1, values: "name tag message")
  }

  static func pagesSecret(_ verb: String) -> CommandForm {
    CommandForm(words: verb == "list" ? 0 : 1, values: "project-name project")
  }

  static let store = CommandForm(words: 1, flags: "remote", values: "page per-page")
  static let storeSecret = CommandForm(
    words: 1,
    flags: "remote",
    values: "name value scopes comment secret-id persist-to page per-page"
  )
}
