import Documents
import Workers

/// One command line with everything around it that says which Worker it means.
struct CommandLine {
  let words: CommandWords
  let reader: CommandReader
  /// `--env`, else `CLOUDFLARE_ENV`; "" and `nil` are the top level.
  private let environmentWord: ShellWord?
  private let overrideName: String?

  init(_ words: CommandWords, assignments: [ShellWord], reader: CommandReader) throws(CommandReader.Problem) {
    self.words = words
    self.reader = reader
    func assigned(_ name: String) -> ShellWord? {
      assignments.last { $0.text.hasPrefix(name + "=") }.map {
        ShellWord(text: String($0.text.dropFirst(name.count + 1)), region: $0.region, hasUnknownPart: $0.hasUnknownPart)
      }
    }
    environmentWord = words.value("--env", "-e") ?? assigned("CLOUDFLARE_ENV")
    overrideName = try assigned("WRANGLER_CI_OVERRIDE_NAME").map(Self.known) ?? reader.overrideName
  }

  /// The command; `nil` when it has nothing to do with the state.
  func command() throws(CommandReader.Problem) -> Command? {
    let command = try commandOfConfig()
    if command != nil, let word = words.value("--config", "-c"), !reader.reads(try Self.known(word)) {
      throw .unknown("The command reads another configuration, \(word.text).", worker: nil)
    }
    return command
  }

  private func commandOfConfig() throws(CommandReader.Problem) -> Command? {
    let names = words.positions.prefix(3).map(\.text)
    // `wrangler $COMMAND` may do anything.
    let families: Set<String> = ["versions", "secret", "pages", "secrets-store"]
    if let first = words.positions.first {
      _ = try Self.known(first)
      if families.contains(first.text), let second = words.positions.dropFirst().first { _ = try Self.known(second) }
    }
    func rest(_ count: Int) -> [ShellWord] { Array(words.positions.dropFirst(count)) }
    switch (names.first, names.dropFirst().first) {
    case ("deploy", _), ("publish", _): return .deploy(try upload(script: rest(1).first))
    case ("versions", "upload"): return .versionsUpload(try upload(script: rest(2).first))
    case ("versions", "deploy"): return .versionsDeploy(try versionsDeploy(rest(2)))
    case ("versions", "secret"):
      guard let action = try secretAction(rest(2)) else { return nil }
      var command = SecretCommand(action, of: try target(.secrets), isInPagesProject: isPages)
      command.tag = words.value("--tag")?.text
      command.message = words.value("--message")?.text
      command.onlyLatest = words.flag("--latest-version")
      return .versionsSecret(command)
    case ("secret", _):
      guard let action = try secretAction(rest(1)) else { return nil }
      return .secret(SecretCommand(action, of: try target(.secrets), isInPagesProject: isPages))
    case ("rollback", _):
      let version = try rest(1).first.map(Self.known)
      return .rollback(Rollback(version, of: try target(.other), message: words.value("--message", "-m")?.text))
    case ("delete", _): return .deleteWorker(try target(.other), isDryRun: words.flag("--dry-run"))
    case ("pages", "secret"): return try pagesSecret(rest(2))
    case ("secrets-store", "store"): return try store(rest(2))
    case ("secrets-store", "secret"): return try storeSecret(rest(2))
    default: return nil
    }
  }

  private var isPages: Bool { reader.config?.isPages == true }

  /// A word whose text decides what happens.
  static func known(_ word: ShellWord) throws(CommandReader.Problem) -> String {
    if word.hasUnknownPart { throw .unknown("What \(word.text) stands for is not known.", worker: nil) }
    return word.text
  }

  // MARK: The Worker

  private func environment() throws(CommandReader.Problem) -> String? {
    let name = try environmentWord.map(Self.known) ?? reader.environment
    return name == "" ? nil : name
  }

  /// What the configuration says about the chosen environment; without one, nothing.
  private func input() throws(CommandReader.Problem) -> DeployInput {
    let name = try environment()
    guard let config = reader.config else { return DeployInput(workerName: nil, environment: name) }
    guard let input = DeployInput(config: config, environment: name) else {
      throw .refused(Refusal(.environmentNotDefined(name ?? "")))
    }
    return input
  }

  /// The same for a command that follows a redirect (docs/facts/wrangler.md §1.2).
  private func redirectedInput() throws(CommandReader.Problem) -> DeployInput {
    // A configuration that is named is used as it is.
    guard let redirect = reader.redirect, words.value("--config", "-c") == nil else { return try input() }
    if let problem = redirect.problem { throw .refused(Refusal(.redirectUnusable(problem.message))) }
    guard let target = redirect.target, var input = DeployInput(config: target, environment: nil) else {
      throw .unknown("The redirect in \(redirect.pointer.path) leads out of the folder checked.", worker: nil)
    }
    if let wanted = try environment(), !input.isPages {
      guard let built = redirect.builtEnvironment else {
        let sense = "The generated configuration does not say for which environment it was built."
        throw .unknown(sense, worker: input.workerName)
      }
      if built != wanted { throw .refused(Refusal(.builtForOther(built: built, wanted: wanted))) }
    }
    input.environment = redirect.builtEnvironment
    return input
  }

  private func target(_ use: WorkerNaming.Use) throws(CommandReader.Problem) -> WorkerTarget {
    try target(use, of: input())
  }

  private func target(
    _ use: WorkerNaming.Use,
    of input: DeployInput
  ) throws(CommandReader.Problem) -> WorkerTarget {
    let naming = WorkerNaming(
      configured: input.workerName,
      name: try words.value("--name").map(Self.known),
      environment: input.environment,
      override: overrideName
    )
    guard let target = naming.target(for: use) else { throw .refused(Refusal(.noWorkerName)) }
    return target
  }

  // MARK: Uploads and deployments

  private func upload(script: ShellWord?) throws(CommandReader.Problem) -> Upload {
    var input = try redirectedInput()
    if script != nil || reader.config == nil { input.hasScript = true }
    let target: WorkerTarget
    do throws(CommandReader.Problem) {
      target = try self.target(.upload, of: input)
    } catch {
      // A Pages configuration is refused before its name matters.
      guard input.isPages else { throw error }
      target = WorkerTarget(input.workerName ?? "", environment: input.environment)
    }
    var variables: [String] = []
    for word in words.values("--var") {
      let name = word.text.prefix { $0 != ":" }
      if name.utf8.contains(UInt8(ascii: "$")) { _ = try Self.known(word) }
      variables.append(String(name))
    }
    return Upload(
      input,
      to: target,
      secretsFile: try words.value("--secrets-file").map { word throws(CommandReader.Problem) in
        try file(word, worker: target.worker)
      },
      variables: variables,
      keepsVars: words.flag("--keep-vars"),
      isStrict: words.flag("--strict"),
      isDryRun: words.flag("--dry-run"),
      dispatchNamespace: words.value("--dispatch-namespace")?.text,
      tag: words.value("--tag")?.text,
      message: words.value("--message")?.text
    )
  }

  /// The names in a file of secrets.
  func file(_ word: ShellWord, worker: String?) throws(CommandReader.Problem) -> SecretsFile {
    let path = try Self.known(word)
    guard let entries = reader.secretsFile(path) else {
      throw .unknown("The names in \(path) are not known: it cannot be read.", worker: worker)
    }
    return SecretsFile(path: path, entries: entries)
  }

  private func versionsDeploy(_ specs: [ShellWord]) throws(CommandReader.Problem) -> VersionsDeploy {
    let target = try target(.other, of: redirectedInput())
    let percentages = words.values("--percentage")
    var choices: [VersionsDeploy.Choice] = []
    for (index, word) in words.values("--version-id").enumerated() {
      let share = try index < percentages.count ? Self.percentage(Self.known(percentages[index])) : nil
      choices.append(.init(.id(try Self.known(word)), percentage: share))
    }
    for word in specs {
      let (name, share) = try Self.spec(word)
      choices.append(.init(.id(name), percentage: share))
    }
    for word in words.values("--version-tag") {
      let (name, share) = try Self.spec(word)
      choices.append(.init(.tag(name), percentage: share))
    }
    return VersionsDeploy(
      choices,
      of: target,
      isDryRun: words.flag("--dry-run"),
      message: words.value("--message")?.text
    )
  }

  /// "ID@90" or "ID".
  private static func spec(_ word: ShellWord) throws(CommandReader.Problem) -> (String, Double?) {
    let text = try known(word)
    guard let sign = text.lastIndex(of: "@") else { return (text, nil) }
    return (String(text[..<sign]), try percentage(String(text[text.index(after: sign)...])))
  }

  private static func percentage(_ text: String) throws(CommandReader.Problem) -> Double {
    let digits = text.hasSuffix("%") ? String(text.dropLast()) : text
    guard let number = Double(digits), (0...100).contains(number) else {
      throw .usage("\(text) is no percentage: use a number from 0 to 100.")
    }
    return number
  }

  // MARK: Secrets

  /// The action of a secret command; `nil` for one that has none, such as `--help`.
  func secretAction(_ words: [ShellWord]) throws(CommandReader.Problem) -> SecretAction? {
    guard let verb = words.first else { return nil }
    _ = try Self.known(verb)
    let argument = words.dropFirst().first
    switch verb.text {
    case "list": return .list
    case "put", "delete":
      guard let argument else { throw .usage("Name the secret to \(verb.text).") }
      let name = try Self.known(argument)
      return verb.text == "put" ? .put(name) : .delete(name)
    case "bulk":
      guard let word = argument ?? self.words.standardInput else {
        throw .unknown("The names on standard input are not known.", worker: nil)
      }
      let file = try file(word, worker: nil)
      return .bulk(SecretsFile(path: argument?.text, entries: file.entries))
    default: return nil
    }
  }

  private func pagesSecret(_ words: [ShellWord]) throws(CommandReader.Problem) -> Command? {
    guard let action = try secretAction(words) else { return nil }
    let configured = isPages ? reader.config?.topLevel.workerName : nil
    guard let project = try self.words.value("--project-name", "--project").map(Self.known) ?? configured else {
      throw .usage("Name the Pages project with `--project-name`.")
    }
    let name = try environment() ?? PagesProject.Environment.production.rawValue
    guard let environment = PagesProject.Environment(rawValue: name) else {
      throw .usage("Pages has the environments production and preview, not \(name).")
    }
    return .pagesSecret(PagesSecretCommand(action, of: project, environment: environment))
  }
}
