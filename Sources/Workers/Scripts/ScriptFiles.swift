package import Documents
import Text

/// Finds the files that hold commands, and the wrangler commands in them.
package enum ScriptFiles {
  /// Whether a file is looked at for commands: package scripts, shell scripts, make files, workflow files.
  package static func mayHoldCommands(_ path: String) -> Bool {
    let name = FilePath.name(of: path)
    switch name {
    case "package.json", "Makefile", "makefile", "GNUmakefile", "justfile", "Justfile", ".gitlab-ci.yml": return true
    default: break
    }
    if name.hasSuffix(".sh") || name.hasSuffix(".bash") { return true }
    return (name.hasSuffix(".yml") || name.hasSuffix(".yaml"))
      && (path.hasPrefix(".github/workflows/") || path.contains("/.github/workflows/"))
  }

  /// Whether a file may run wrangler: it names it, and is of the size of something a person wrote.
  package static func holdsCommands(_ source: Source) -> Bool {
    source.bytes.count < 1 << 20 && source.bytes.firstOccurrence(of: "wrangler".utf8) != nil
  }

  /// The wrangler commands of a file, in order.
  package static func invocations(in source: Source) -> [WranglerInvocation] {
    guard holdsCommands(source) else { return [] }
    if FilePath.name(of: source.path) == "package.json" { return packageScripts(of: source) }
    // Workflows run at the top of the repository unless they say otherwise, scripts wherever they are called.
    var start: String?
    if let top = workflowFolder(of: source.path), source.bytes.firstOccurrence(of: "working-directory".utf8) == nil {
      start = top
    }
    let commands = ShellWords.commands(in: source.bytes[...]).map { words in
      // In workflow files a command follows `run:` or a list dash on the same line.
      Array(words.drop { ["run:", "-", "command:", "|", ">", "@"].contains($0.text) })
    }
    return invocations(in: commands, of: source.path, startingIn: start)
  }

  /// The files that the commands of a file name with `--env-file`, looked for in the folder each command runs in.
  package static func envFiles(in source: Source) -> [String] {
    guard source.bytes.firstOccurrence(of: "--env-file".utf8) != nil else { return [] }
    return invocations(in: source).flatMap { command in command.folder.map { command.envFiles(from: $0) } ?? [] }
  }

  /// The folder that holds `.github`; `nil` for other files than workflows.
  static func workflowFolder(of path: String) -> String? {
    let folder = FilePath.folder(of: path)
    guard folder == ".github/workflows" || folder.hasSuffix("/.github/workflows") else { return nil }
    return FilePath.folder(of: FilePath.folder(of: folder))
  }

  /// - Parameter includesWrapped: whether commands count that name wrangler behind another program.
  static func invocations(
    in commands: [[ShellWord]],
    of path: String,
    startingIn start: String?,
    includesWrapped: Bool = false
  ) -> [WranglerInvocation] {
    var folder = start
    return commands.flatMap { ShellWords.expanded($0) }.compactMap { words in
      if let program = words.first?.text, ["cd", "pushd", "popd"].contains(program) {
        let target = words.count == 2 && program == "cd" && !words[1].hasUnknownPart ? words[1].text : nil
        folder = folder.flatMap { from in target.flatMap { place($0, from: from) } }
      }
      return WranglerInvocation(words: words, path: path, folder: folder)
        ?? (includesWrapped ? WranglerInvocation(wrappedIn: words, path: path) : nil)
    }
  }

  /// A folder as seen from another, which may lie outside of the folder checked: a script is named by any path.
  static func place(_ path: String, from folder: String) -> String? {
    FilePath.resolve(path, from: folder).map { folder.hasPrefix("/") ? "/\($0)" : $0 }
  }

  private static func packageScripts(of source: Source) -> [WranglerInvocation] {
    let scripts = JSONCParser.parse(source.bytes).root["scripts"]?.table?.members ?? []
    return scripts.flatMap { script in
      invocations(
        in: commands(ofScript: script.node, in: source),
        of: source.path,
        startingIn: FilePath.folder(of: source.path)
      )
    }
  }

  /// The commands of a script of `package.json`.
  static func commands(ofScript node: Node, in source: Source) -> [[ShellWord]] {
    let region = node.region
    guard let text = node.string, region.count >= 2 else { return [] }
    let content = source.bytes[(region.start + 1)..<(region.end - 1)]
    // Where the JSON string has escapes, the places of single words are lost: the whole script stands for each.
    return content.contains(UInt8(ascii: "\\"))
      ? commands(in: text, standingAt: region) : ShellWords.commands(in: content)
  }

  /// The commands of a text whose words have no places of their own.
  static func commands(in text: String, standingAt region: Region) -> [[ShellWord]] {
    ShellWords.commands(in: Array(text.utf8)[...]).map { words in
      words.map { ShellWord(text: $0.text, region: region, hasUnknownPart: $0.hasUnknownPart) }
    }
  }
}
