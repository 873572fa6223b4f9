import Documents

/// A step that uses `cloudflare/wrangler-action`, as the commands it runs (docs/facts/wrangler.md §13.1).
struct WranglerAction {
  let inputs: Node?
  let step: Node
  let source: Source
  let folder: String?
  let group: String

  /// Its own commands around: first `preCommands`, then the secrets, the command and `postCommands`.
  var steps: [PipelineStep] {
    // Inputs in one line, `with: { … }`, are read by nobody here.
    if let inputs, inputs.table == nil { return [Self.unreadable(inputs, of: source, group: group)] }
    return shell("preCommands") + secrets + commands + shell("postCommands")
  }

  /// A step that may run any command of wrangler.
  static func unreadable(_ node: Node, of source: Source, group: String) -> PipelineStep {
    let word = ShellWord(text: "…", region: node.region, hasUnknownPart: true)
    return PipelineStep(
      group: group,
      invocation: WranglerInvocation(
        path: source.path,
        region: node.region,
        folder: nil,
        assignments: [],
        arguments: [word]
      )
    )
  }

  private func shell(_ input: String) -> [PipelineStep] {
    guard let node = inputs?[input] else { return [] }
    return ScriptFiles.invocations(
      in: WorkflowPipeline.commands(in: node, of: source),
      of: source.path,
      startingIn: folder
    )
    .map { PipelineStep(group: group, invocation: $0) }
  }

  /// The environment of the input, which the secrets always use.
  private var environment: [ShellWord] {
    guard let node = inputs?["environment"], let name = node.string, !name.isEmpty else { return [] }
    return [
      word("--env", node.region),
      ShellWord(text: name, region: node.region, hasUnknownPart: name.utf8.contains(UInt8(ascii: "$"))),
    ]
  }

  private func word(_ text: String, _ region: Region) -> ShellWord {
    ShellWord(text: text, region: region, hasUnknownPart: false)
  }

  /// The names of `secrets`, uploaded in one request before the command runs.
  private var secrets: [PipelineStep] {
    let names = names("secrets")
    guard !names.isEmpty, let region = inputs?["secrets"]?.region else { return [] }
    let words = ["secret", "bulk", "<", PipelineStep.pipedPath].map { word($0, region) }
    return [
      PipelineStep(group: group, invocation: invocation(words + environment, region), pipedNames: names)
    ]
  }

  private func names(_ input: String) -> [String] {
    (inputs?[input]?.string ?? "").split { $0 == "\n" || $0 == " " }.map(String.init)
  }

  private var commands: [PipelineStep] {
    let region = inputs?["command"]?.region ?? step.region
    var all = inputs?["command"].map { WorkflowPipeline.commands(in: $0, of: source) } ?? []
    // Without a command the action deploys.
    if all.isEmpty { all = [[word("deploy", region)]] }
    return all.map { words in
      var words = words
      if words.first?.text == "wrangler" { words.removeFirst() }
      if ["deploy", "publish"].contains(words.first?.text) {
        for name in names("vars") { words += [word("--var", region), word("\(name):VALUE", region)] }
      }
      let hasEnvironment = words.contains { $0.text == "--env" || $0.text == "-e" || $0.text.hasPrefix("--env=") }
      return PipelineStep(group: group, invocation: invocation(words + (hasEnvironment ? [] : environment), region))
    }
  }

  private func invocation(_ arguments: [ShellWord], _ region: Region) -> WranglerInvocation {
    WranglerInvocation(path: source.path, region: region, folder: folder, assignments: [], arguments: arguments)
  }
}
