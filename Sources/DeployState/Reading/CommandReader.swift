import Documents
package import Workers

/// Reads the words of a wrangler command line into a command.
///
/// What the line itself does not say comes from here: the configuration, the variables of the shell, and the names in
/// files of secrets.
package struct CommandReader: Sendable {
  /// The configuration wrangler would read; `nil` when there is none.
  package var config: WranglerConfig?
  /// The pointer that sends uploads and deployments to a configuration that a build has written
  /// (docs/facts/wrangler.md §1.2).
  package var redirect: Project.Redirect?
  /// `CLOUDFLARE_ENV` of the shell.
  package var environment: String?
  /// `WRANGLER_CI_OVERRIDE_NAME` of the shell.
  package var overrideName: String?
  /// The entries of a file of secrets by the path on the command line; `nil` when it cannot be read.
  package var secretsFile: @Sendable (String) -> [SecretEntry]?

  package init(
    config: WranglerConfig?,
    environment: String? = nil,
    overrideName: String? = nil,
    secretsFile: @escaping @Sendable (String) -> [SecretEntry]? = { _ in nil }
  ) {
    self.config = config
    self.environment = environment
    self.overrideName = overrideName
    self.secretsFile = secretsFile
  }

  /// What a command line says.
  package enum Reading: Sendable, Equatable {
    case command(Command)
    /// Wrangler refuses it whatever the state is.
    case refused(Refusal)
    /// A part that nobody knows decides what it does; `worker` is the only one it can change, `nil` any.
    case unknown(String, worker: String?)
    /// It neither reads nor changes what the state holds.
    case unrelated
  }

  /// Reads a command of a script.
  package func read(_ invocation: WranglerInvocation) -> Reading {
    read(invocation.arguments, assignments: invocation.assignments)
  }

  /// Reads a command line, with or without `wrangler` in front.
  package func read(_ line: String) -> Reading {
    let words = ShellWords.commands(in: Array(line.utf8)[...]).first ?? []
    let start = words.firstIndex { $0.text == "wrangler" || $0.text.hasPrefix("wrangler@") }
    let assignments = words[..<(start ?? words.startIndex)].filter { $0.text.utf8.contains(UInt8(ascii: "=")) }
    return read(start.map { Array(words[($0 + 1)...]) } ?? words, assignments: assignments)
  }

  private func read(_ arguments: [ShellWord], assignments: [ShellWord]) -> Reading {
    do throws(Problem) {
      let line = try CommandLine(CommandWords(arguments), assignments: assignments, reader: self)
      guard let command = try line.command() else { return .unrelated }
      return .command(command)
    } catch {
      switch error {
      case .refused(let refusal): return .refused(refusal)
      case .unknown(let sense, let worker): return .unknown(sense, worker: worker)
      }
    }
  }

  /// Whether `--config PATH` names the configuration this reader has.
  func reads(_ path: String) -> Bool {
    guard let own = config?.source.path else { return false }
    let path = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    return own == path || own.hasSuffix("/\(path)") || path.hasSuffix("/\(own)")
  }

  /// Why a line gives no command.
  enum Problem: Error {
    case refused(Refusal)
    case unknown(String, worker: String?)

    static func usage(_ sentence: String) -> Problem { .refused(Refusal(.usage(sentence))) }
  }
}
