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

  init(path: String, region: Region, folder: String?, assignments: [ShellWord], arguments: [ShellWord]) {
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
      arguments: arguments
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
      } else if !["env", "cross-env", "time", "sudo", "exec", "-"].contains(word.text) {
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
    guard let program = rest.first, Self.isWrangler(program.text), let last = words.last, let first = words.first
    else { return nil }
    self.path = path
    self.assignments = assignments
    arguments = Array(rest.dropFirst())
    region = Region(start: first.region.start, end: last.region.end)
    let start = choosesFolder ? nil : folder
    self.folder =
      if let option = Self.values(of: ["--cwd"], in: arguments).last {
        option.hasUnknownPart ? nil : start.flatMap { FilePath.resolve(option.text, from: $0) }
      } else {
        start
      }
  }

  /// What stands in front of a program of a package: `npx wrangler`, `pnpm exec wrangler`, `yarn run wrangler`.
  private static let runners: Set<String> = [
    "npx", "pnpm", "pnpx", "yarn", "bun", "bunx", "npm", "exec", "dlx", "run", "x", "dotenvx", "dotenv", "--",
  ]

  /// Options of those programs that take a word and choose a package.
  private static let optionsWithValue: Set<String> = ["--filter", "-F", "-C", "--dir", "--prefix", "-w", "--workspace"]

  private static func isWrangler(_ word: String) -> Bool {
    word == "wrangler" || word.hasPrefix("wrangler@") || word.hasSuffix("/wrangler")
      || word.hasSuffix("/wrangler/bin/wrangler.js")
  }

  private static func isAssignment(_ word: String) -> Bool {
    guard let equals = word.firstIndex(of: "="), equals != word.startIndex else { return false }
    return word[..<equals].utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x5F
    }
  }
}
