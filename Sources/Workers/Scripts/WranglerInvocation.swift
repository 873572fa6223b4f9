package import Documents
import Text

/// A command of a script or workflow that runs wrangler.
package struct WranglerInvocation: Sendable {
  /// The file it stands in.
  package let path: String
  /// From the first word of the command to the last.
  package let region: Region
  /// The folder wrangler runs in, from the folder checked; `nil` where that is not known.
  package let folder: String?
  /// Variables set in front of the command: `CLOUDFLARE_ENV=staging wrangler deploy`.
  package let assignments: [ShellWord]
  /// The words after `wrangler`.
  package let arguments: [ShellWord]
  /// A program in front of which it is not known whether and how it runs wrangler: `retry` in `retry 3 wrangler deploy`.
  package let wrapper: String?

  /// The subcommand: ["secret", "put"] for `wrangler secret put NAME --env x`.
  package var command: [String] {
    let words = arguments.prefix { !$0.text.hasPrefix("-") }.map(\.text)
    let depth: Int
    switch words.first {
    case "versions" where words.dropFirst().first == "secret": depth = 3
    case "secrets-store": depth = 3
    case "pages" where words.dropFirst().first == "secret": depth = 3
    case "secret", "versions", "deployments", "pages", "triggers", "kv", "r2", "d1": depth = 2
    default: depth = 1
    }
    return Array(words.prefix(depth))
  }

  /// The values of an option, given as `--env x`, `--env=x` or `-e x`.
  package func values(of names: String...) -> [ShellWord] { Self.values(of: names, in: arguments) }

  private static func values(of names: [String], in arguments: [ShellWord]) -> [ShellWord] {
    var values: [ShellWord] = []
    for (index, word) in arguments.enumerated() {
      for name in names {
        if word.text == name, index + 1 < arguments.count {
          values.append(arguments[index + 1])
        } else if name.hasPrefix("--"), word.text.hasPrefix(name + "=") {
          values.append(
            ShellWord(
              text: String(word.text.dropFirst(name.count + 1)),
              region: word.region,
              hasUnknownPart: word.hasUnknownPart
            )
          )
        }
      }
    }
    return values
  }

  package func hasFlag(_ name: String) -> Bool {
    arguments.contains { $0.text == name || $0.text.hasPrefix(name + "=") }
  }

  /// The environment named by `--env`/`-e`, else by `CLOUDFLARE_ENV=` in front; `nil` when there is none.
  package var environment: ShellWord? {
    values(of: "--env", "-e").last ?? assignment(named: "CLOUDFLARE_ENV")
  }

  /// The value a variable is given in front of the command.
  package func assignment(named name: String) -> ShellWord? {
    assignments.last { $0.text.hasPrefix(name + "=") }.map {
      ShellWord(text: String($0.text.dropFirst(name.count + 1)), region: $0.region, hasUnknownPart: $0.hasUnknownPart)
    }
  }

  init(
    path: String,
    region: Region,
    folder: String?,
    assignments: [ShellWord],
    arguments: [ShellWord],
    wrapper: String? = nil
  ) {
    self.wrapper = wrapper
    self.path = path
    self.region = region
    self.folder = folder
    self.assignments = assignments
    self.arguments = arguments
  }

  /// The same with variables that are set around it; those in front of the command win.
  func adding(assignments: [ShellWord]) -> WranglerInvocation {
    WranglerInvocation(
      path: path,
      region: region,
      folder: folder,
      assignments: assignments + self.assignments,
      arguments: arguments,
      wrapper: wrapper
    )
  }

  /// Reads one simple command; `nil` when it does not run wrangler.
  ///
  /// - Parameter folder: the folder the command is run in, where known.
  init?(words: [ShellWord], path: String, folder: String?) {
    var rest = words[...]
    var assignments: [ShellWord] = []
    // Variables may stand in front of the command, and after `env` or `cross-env`.
    while let word = rest.first {
      if Self.isAssignment(word.text) {
        assignments.append(word)
      } else if !Self.prefixes.contains(word.text) {
        break
      }
      rest = rest.dropFirst()
    }
    var choosesFolder = false
    while let word = rest.first?.text, Self.runners.contains(word) || (word.hasPrefix("-") && word != "-") {
      // Such as `pnpm --filter api exec`.
      if word.hasPrefix("-"), !["--", "-y", "--yes"].contains(word) { choosesFolder = true }
      rest = rest.dropFirst(Self.optionsWithValue.contains(word) ? 2 : 1)
    }
    // `doppler run -- wrangler deploy`: what follows is run as it is.
    if let dashes = rest.firstIndex(where: { $0.text == "--" }), rest.first.map({ !Self.isWrangler($0) }) ?? false {
      rest = rest[(dashes + 1)...].drop { Self.runners.contains($0.text) }
    }
    guard let program = rest.first, Self.isWrangler(program), let last = words.last, let first = words.first
    else { return nil }
    wrapper = nil
    self.path = path
    self.assignments = assignments
    arguments = Array(rest.dropFirst())
    region = Region(start: first.region.start, end: last.region.end)
    let start = choosesFolder ? nil : folder
    self.folder =
      if let option = Self.values(of: ["--cwd"], in: arguments).last {
        option.hasUnknownPart ? nil : start.flatMap { ScriptFiles.place(option.text, from: $0) }
      } else {
        start
      }
  }

  /// Reads a command that names wrangler further on, behind a program of which nobody knows what it does with it.
  ///
  /// `nil` where wrangler is not named, or where what follows is text, as in `echo wrangler deploy`.
  init?(wrappedIn words: [ShellWord], path: String) {
    guard let first = words.first, let last = words.last, !Self.takesText.contains(first.text),
      let index = words.firstIndex(where: Self.isWrangler), index > 0, index + 1 < words.count
    else { return nil }
    self.init(
      path: path,
      region: Region(start: first.region.start, end: last.region.end),
      folder: nil,
      assignments: words[..<index].filter { Self.isAssignment($0.text) },
      arguments: Array(words[(index + 1)...]),
      wrapper: words.first { !Self.isAssignment($0.text) && !Self.prefixes.contains($0.text) }?.text ?? first.text
    )
  }

  /// Programs that do nothing with the name of another program but show, find or install it.
  private static let takesText: Set<String> = [
    "echo", "printf", "grep", "rg", "git", "test", "[", "[[", "cat", "which", "type", "rm", "cp", "mv", "ls", "cd",
  ]

  /// Words of the shell, and programs without arguments of their own, that may stand in front of a command.
  private static let prefixes: Set<String> = [
    "env", "cross-env", "time", "sudo", "exec", "nohup", "-", "if", "then", "elif", "else", "while", "until", "do", "!",
    "{",
  ]

  /// What stands in front of a program of a package: `npx wrangler`, `pnpm exec wrangler`, `yarn run wrangler`.
  private static let runners: Set<String> = [
    "npx", "pnpm", "pnpx", "yarn", "bun", "bunx", "npm", "exec", "dlx", "run", "x", "dotenvx", "dotenv", "--",
  ]

  /// Options of those programs that take a word and choose a package.
  private static let optionsWithValue: Set<String> = [
    "--filter", "-F", "-C", "--dir", "--prefix", "-w", "--workspace", "-p", "--package",
  ]

  private static func isWrangler(_ word: ShellWord) -> Bool {
    let text = word.text
    // A variable of this name holds `npx wrangler` or the path of the program.
    if word.hasUnknownPart, ["$WRANGLER", "${WRANGLER}", "$(WRANGLER)"].contains(text) { return true }
    return text == "wrangler" || text.hasPrefix("wrangler@") || text.hasSuffix("/wrangler")
      || text.hasSuffix("/wrangler/bin/wrangler.js")
  }

  private static func isAssignment(_ word: String) -> Bool {
    guard let equals = word.firstIndex(of: "="), equals != word.startIndex else { return false }
    return word[..<equals].utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x5F
    }
  }
}
