package import Documents

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
    return (path.hasPrefix(".github/workflows/") || path.contains("/.github/workflows/"))
      && (name.hasSuffix(".yml") || name.hasSuffix(".yaml"))
  }

  /// The wrangler commands of a file, in order.
  package static func invocations(in source: Source) -> [WranglerInvocation] {
    guard source.bytes.count < 1 << 20, source.bytes.firstOccurrence(of: "wrangler".utf8) != nil else { return [] }
    if FilePath.name(of: source.path) == "package.json" { return packageScripts(of: source) }
    return ShellWords.commands(in: source.bytes[...]).compactMap { words in
      // In workflow files a command follows `run:` or a list dash on the same line.
      let command = words.drop { ["run:", "-", "command:", "|", ">", "@"].contains($0.text) }
      return WranglerInvocation(words: Array(command), path: source.path)
    }
  }

  private static func packageScripts(of source: Source) -> [WranglerInvocation] {
    let scripts = JSONCParser.parse(source.bytes).root["scripts"]?.table?.members ?? []
    return scripts.flatMap { script -> [WranglerInvocation] in
      let region = script.node.region
      guard script.node.string != nil, region.count >= 2 else { return [] }
      // Escapes inside the JSON string are rare in scripts; the words keep their backslashes then, and their places.
      return ShellWords.commands(in: source.bytes[(region.start + 1)..<(region.end - 1)]).compactMap {
        WranglerInvocation(words: $0, path: source.path)
      }
    }
  }
}
