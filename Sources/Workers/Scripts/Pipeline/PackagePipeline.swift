import Documents

/// The scripts of a `package.json`, with the scripts they run.
struct PackagePipeline {
  private let source: Source
  private let names: [String]
  private let scripts: [String: Node]

  init(_ source: Source) {
    self.source = source
    let members = JSONCParser.parse(source.bytes).root["scripts"]?.table?.members ?? []
    names = members.map(\.key)
    scripts = Dictionary(members.map { ($0.key, $0.node) }, uniquingKeysWith: { $1 })
  }

  /// Every script by itself, with what it runs.
  var all: [PipelineGroup] { names.map(group) }

  /// The script of a name, or without one those for deploying.
  func groups(named name: String?) -> [PipelineGroup] {
    if let name { return scripts[name] == nil ? [] : [group(name)] }
    let deploying = names.filter(Pipeline.isForDeploying)
    let chosen = deploying.isEmpty ? names : deploying
    // What another of them runs is not run again.
    let called = Set(chosen.flatMap { calls(of: $0) })
    return chosen.filter { !called.contains($0) }.map(group)
  }

  private func group(_ name: String) -> PipelineGroup {
    PipelineGroup(name: name, steps: steps(of: name, seen: []))
  }

  private func steps(of name: String, seen: Set<String>) -> [PipelineStep] {
    guard !seen.contains(name) else { return [] }
    // npm, pnpm and yarn run these by their names.
    return ["pre\(name)", name, "post\(name)"].flatMap { part -> [PipelineStep] in
      guard let node = scripts[part] else { return [] }
      return ScriptFiles.commands(ofScript: node, in: source).flatMap { words -> [PipelineStep] in
        if let called = script(calledBy: words) { return steps(of: called, seen: seen.union([name, part])) }
        let found = ScriptFiles.invocations(
          in: [words],
          of: source.path,
          startingIn: FilePath.folder(of: source.path)
        )
        return found.map { PipelineStep(group: name, invocation: $0) }
      }
    }
  }

  private func calls(of name: String) -> [String] {
    ["pre\(name)", name, "post\(name)"].compactMap { scripts[$0] }
      .flatMap { ScriptFiles.commands(ofScript: $0, in: source) }
      .compactMap { script(calledBy: $0) }
  }

  /// The script that a command runs: `npm run x`, `pnpm x`, `yarn x`, `bun run x`.
  private func script(calledBy words: [ShellWord]) -> String? {
    let texts = words.map(\.text).filter { !$0.hasPrefix("-") }
    guard let program = texts.first, ["npm", "pnpm", "yarn", "bun"].contains(program) else { return nil }
    let rest = texts.dropFirst()
    let isRun = rest.first == "run" || rest.first == "run-script"
    // npm and bun need the word `run`.
    guard isRun || program == "pnpm" || program == "yarn" else { return nil }
    guard let name = isRun ? rest.dropFirst().first : rest.first, scripts[name] != nil else { return nil }
    return name
  }
}
