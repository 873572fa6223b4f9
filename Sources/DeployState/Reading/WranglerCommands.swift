import Text
import Workers

/// The commands of wrangler that are known: those the model plays, and those known to be harmless.
///
/// A command that is on neither list may do anything (docs/facts/wrangler.md §6.2, §8.2).
enum WranglerCommands {
  /// A command by its words, such as `secret put`.
  struct Found {
    let name: String
    /// `nil` for a command that changes no version and no secret.
    let form: CommandForm?
    /// How many words it has.
    let depth: Int
  }

  /// Finds the command that the first words name.
  ///
  /// - Throws: `.unknown` where one of them is not known, `.notFound` where there is no such command.
  static func find(_ positions: [ShellWord]) throws(CommandReader.Problem) -> Found {
    var name = ""
    for (index, word) in positions.prefix(deepest).enumerated() {
      let text = try CommandLine.known(word)
      name = index == 0 ? text : "\(name) \(text)"
      if let form = modelled[name] { return Found(name: name, form: form, depth: index + 1) }
      if harmless.contains(name) { return Found(name: name, form: nil, depth: index + 1) }
      guard groups[name] != nil else { break }
    }
    throw .notFound(reason(positions.prefix(deepest).map(\.text)))
  }

  /// Why the words are not a command, with what was probably meant.
  private static func reason(_ words: [String]) -> String {
    guard !words.isEmpty else { return "There is no wrangler command in it." }
    let whole = words.joined(separator: " ")
    if let verbs = groups[whole] { return "`\(whole)` needs a subcommand: \(choice(verbs.sorted()))." }
    // Among commands of as many words first: `secrt put A` is not nearest to a command of two words.
    for sameDepth in [true, false] {
      for count in (1...words.count).reversed() {
        let text = words.prefix(count).joined(separator: " ")
        let candidates = all.filter { !sameDepth || $0.split(separator: " ").count == count }
        if let near = NearMiss.closest(to: text, among: candidates) {
          return "\(shown(text)) is not a known wrangler command; did you mean `\(near)`?"
        }
      }
    }
    let group = (1..<max(1, words.count)).reversed().map { words.prefix($0).joined(separator: " ") }
      .first { groups[$0] != nil }
    if let group, let verbs = groups[group] {
      return "`\(group)` has no known subcommand of this name; it has \(choice(verbs.sorted()))."
    }
    return "\(shown(words[0])) is not a known wrangler command."
  }

  /// Text that may be quoted back: a word that could be a value is not.
  private static func shown(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { (0x61...0x7A).contains($0) || " :-".utf8.contains($0) }
    return isPlain && text.utf8.count <= 40 ? "`\(text)`" : "This"
  }

  private static func choice(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) or \(last)"
  }

  // MARK: The lists

  private static let deepest = 5

  private static let all = harmless.union(modelled.keys)

  /// The words that other words must follow, each with those words.
  private static let groups: [String: Set<String>] = {
    var groups: [String: Set<String>] = [:]
    for name in all {
      let words = name.split(separator: " ").map(String.init)
      for count in 1..<max(1, words.count) {
        groups[words.prefix(count).joined(separator: " "), default: []].insert(words[count])
      }
    }
    return groups
  }()

  /// The commands that change or read what the state holds.
  private static let modelled: [String: CommandForm] = {
    var forms: [String: CommandForm] = ["deploy": .deploy, "publish": .deploy]
    forms["versions upload"] = .versionsUpload
    forms["versions deploy"] = .versionsDeploy
    forms["rollback"] = .rollback
    forms["delete"] = .delete
    for verb in ["put", "delete", "bulk", "list"] {
      forms["secret \(verb)"] = .secret(verb)
      forms["versions secret \(verb)"] = .versionsSecret(verb)
      forms["pages secret \(verb)"] = .pagesSecret(verb)
    }
    for verb in ["create", "delete", "list"] { forms["secrets-store store \(verb)"] = .store }
    for verb in ["create", "update", "duplicate", "get", "delete", "list"] {
      forms["secrets-store secret \(verb)"] = .storeSecret
    }
    return forms
  }()

  /// The commands that change no version and no secret, by the words they start with.
  private static let harmless: Set<String> = {
    let lists = [
      "": "whoami login logout tail dev types docs complete build",
      "auth": "token",
      "telemetry": "enable disable status",
      "metrics": "enable disable status",
      "check": "startup",
      "triggers": "deploy",
      "versions": "list view",
      "deployments": "list status view",
      "kv namespace": "create list delete rename",
      "kv key": "put list get delete",
      "kv bulk": "get put delete",
      "queues": "list create update delete info pause-delivery resume-delivery purge",
      "queues consumer": "add remove",
      "queues consumer http": "add remove",
      "queues consumer worker": "add remove",
      "queues subscription": "create list get delete update",
      "r2 object": "get put delete",
      "r2 bulk": "put",
      "r2 sql": "query",
      "r2 bucket": "create list info delete",
      "r2 bucket update": "storage-class",
      "r2 bucket sippy": "enable disable get",
      "r2 bucket catalog": "enable disable get",
      "r2 bucket catalog compaction": "enable disable",
      "r2 bucket catalog snapshot-expiration": "enable disable",
      "r2 bucket notification": "get list create delete",
      "r2 bucket domain": "list get add remove update",
      "r2 bucket dev-url": "get enable disable",
      "r2 bucket lifecycle": "list add remove set",
      "r2 bucket cors": "list set delete",
      "r2 bucket lock": "list add remove set",
      "d1": "create info list delete execute export insights",
      "d1 time-travel": "info restore",
      "d1 migrations": "create list apply",
      "vectorize": "create delete get list list-vectors query insert upsert get-vectors delete-vectors info "
        + "create-metadata-index list-metadata-index delete-metadata-index",
      "hyperdrive": "create delete get list update",
      "cert": "list delete",
      "cert upload": "mtls-certificate certificate-authority",
      "mtls-certificate": "upload list delete",
      // A Pages deployment checks no secret and removes none.
      "pages": "dev deploy publish",
      "pages functions": "build build-env optimize-routes",
      "pages project": "list upload validate",
      "pages deployment": "list create tail",
      "cloudchamber": "list build push",
      "containers": "list info build push",
      "containers images": "list delete",
      "dispatch-namespace": "list get create rename",
      "ai": "models",
      "ai finetune": "list create",
      "workflows": "list describe delete trigger",
      "workflows instances": "list describe send-event terminate restart terminate-all pause resume",
      "pipelines": "list get create update delete",
      "pipelines streams": "create list get delete",
      "pipelines sinks": "create list get delete",
      "vpc service": "create delete get list update",
    ]
    return Set(
      lists.flatMap { group, verbs in
        verbs.split(separator: " ").map { group.isEmpty ? String($0) : "\(group) \($0)" }
      }
    )
  }()
}
