import Documents
import Text

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
  var all: [PipelineGroup] {
    var budget = Self.budget
    return names.map { group($0, &budget) }
  }

  /// How many scripts are followed: two that each call the next twice would otherwise never come to an end.
  private static let budget = 2000

  /// The script of a name, or without one those for deploying.
  func groups(named name: String?) -> [PipelineGroup] {
    var budget = Self.budget
    if let name { return scripts[name] == nil ? [] : [group(name, &budget)] }
    let deploying = names.filter(Pipeline.isForDeploying)
    let chosen = deploying.isEmpty ? names : deploying
    // What another of them runs is not run again.
    let called = Set(chosen.flatMap { calls(of: $0) })
    return chosen.filter { !called.contains($0) }.map { group($0, &budget) }
  }

  private func group(_ name: String, _ budget: inout Int) -> PipelineGroup {
    PipelineGroup(name: name, steps: steps(of: name, seen: [], &budget))
  }

  private func steps(of name: String, seen: Set<String>, _ budget: inout Int) -> [PipelineStep] {
    guard !seen.contains(name), budget > 0 else { return [] }
    budget -= 1
    var all: [PipelineStep] = []
    // npm, pnpm and yarn run these by their names.
    for part in ["pre\(name)", name, "post\(name)"] {
      guard let node = scripts[part] else { continue }
      // Commands between two calls stay together: `cd` counts for those after it.
      var pending: [[ShellWord]] = []
      for words in ScriptFiles.commands(ofScript: node, in: source) {
        guard let called = script(calledBy: words) else {
          pending.append(words)
          continue
        }
        all += steps(running: pending, of: name)
        pending = []
        all += steps(of: called, seen: seen.union([name, part]), &budget)
      }
      all += steps(running: pending, of: name)
    }
    return all
  }

  private func steps(running commands: [[ShellWord]], of name: String) -> [PipelineStep] {
    ScriptFiles.invocations(
      in: commands,
      of: source.path,
      startingIn: FilePath.folder(of: source.path),
      includesWrapped: true
    )
    .map { PipelineStep(group: name, invocation: $0) }
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
