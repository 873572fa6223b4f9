import Documents
import Workers

/// The names that a configuration, or something around it, gives a Worker.
struct DeclaredNames {
  private var names: Set<String> = ["__STATIC_CONTENT", "__STATIC_CONTENT_MANIFEST", "constructor", "toString"]

  init(of project: Project) {
    add(project.config.root)
  }

  /// Every text and key counts: there may be kinds of bindings that nobody here knows.
  private mutating func add(_ node: Node) {
    switch node.value {
    case .string(let text): names.insert(text)
    case .array(let nodes): nodes.forEach { add($0) }
    case .table(let table):
      for member in table.members {
        names.insert(member.key)
        // `define` replaces a whole expression, such as `process.env.NAME`.
        if let dot = member.key.lastIndex(of: ".") { names.insert(String(member.key[dot...].dropFirst())) }
        add(member.node)
      }
    default: break
    }
  }

  /// The names that scripts and workflows give an upload, which are as good as those in the configuration.
  static func onCommandLines(of tree: FileTree) -> Set<String> {
    var names: Set<String> = []
    for entry in tree.files where !entry.isIgnored && ScriptFiles.mayHoldCommands(entry.path) {
      guard let bytes = try? tree.read(entry.path) else { continue }
      for step in Pipeline.all(in: Source(path: entry.path, bytes: bytes)).flatMap(\.self) {
        let words = step.invocation.values(of: "--var", "--define")
        names.formUnion(words.map { String($0.text.prefix { $0 != ":" }) })
      }
    }
    return names
  }

  func contains(_ name: String) -> Bool { names.contains(name) }

  /// Whether a name in `process.env` is one of the Worker rather than of the tools around.
  static func isOfWorker(processName name: String) -> Bool {
    let ofTools = [
      "NODE_", "npm_", "VITEST", "JEST_", "CI", "DEBUG", "HOME", "PATH", "TZ", "LANG", "PORT", "HOST", "USER",
    ]
    return name.utf8.contains(UInt8(ascii: "_")) && !ofTools.contains { name.hasPrefix($0) }
  }
}
