import Documents
import Text

/// The jobs of a GitHub or GitLab workflow in the order in which they may run.
struct WorkflowPipeline {
  private let source: Source
  /// The folder in which jobs start.
  private let top: String?

  static func groups(of source: Source) -> [PipelineGroup] {
    let root = YAMLOutline.parse(source.bytes)
    let pipeline = WorkflowPipeline(
      source: source,
      top: ScriptFiles.workflowFolder(of: source.path) ?? FilePath.folder(of: source.path)
    )
    if root["jobs"] != nil { return pipeline.gitHubJobs(root) }
    if root["runs"] != nil { return [pipeline.group("runs", steps: root["runs"]?["steps"], around: [root])] }
    return pipeline.gitLabJobs(root)
  }

  // MARK: GitHub

  private func gitHubJobs(_ root: Node) -> [PipelineGroup] {
    let jobs = root["jobs"]?.table?.members ?? []
    return Self.ordered(jobs) { job in
      let needs = job.node["needs"]
      return needs?.array?.compactMap(\.string) ?? [needs?.string].compactMap(\.self)
    }
    .map { group($0.key, steps: $0.node["steps"], around: [root, $0.node]) }
  }

  /// Jobs after those they need, otherwise as they are written.
  private static func ordered(_ jobs: [Member], needs: (Member) -> [String]) -> [Member] {
    var rest = jobs
    var ordered: [Member] = []
    let names = Set(jobs.map(\.key))
    while !rest.isEmpty {
      let done = Set(ordered.map(\.key))
      let next = rest.firstIndex { job in
        needs(job).allSatisfy { done.contains($0) || !names.contains($0) }
      }
      // A circle is none that could run; then the order of the file must do.
      ordered.append(rest.remove(at: next ?? 0))
    }
    return ordered
  }

  private func group(_ name: String, steps: Node?, around: [Node]) -> PipelineGroup {
    PipelineGroup(
      name: name,
      steps: (steps?.array ?? []).flatMap { step -> [PipelineStep] in
        let places = around + [step]
        let folders = around.map { $0["defaults"]?["run"]?["working-directory"] } + [step["working-directory"]]
        let found: [PipelineStep]
        if let text = step.string {
          // A step in one line, `- { … }`.
          found = text.contains("wrangler") ? [WranglerAction.unreadable(step, of: source, group: name)] : []
        } else if let run = step["run"] {
          let folder = folder(folders.compactMap(\.self).last?.string)
          found = invocations(in: run, folder: folder).map { PipelineStep(group: name, invocation: $0) }
        } else if let uses = step["uses"]?.string, uses.hasPrefix("cloudflare/wrangler-action@") {
          let written = step["with"]?["workingDirectory"]?.string
          found =
            WranglerAction(inputs: step["with"], step: step, source: source, folder: folder(written), group: name)
            .steps
        } else {
          return []
        }
        return found.map { adding(variables(of: places, key: "env"), to: $0) }
      }
    )
  }

  private func folder(_ written: String?) -> String? {
    guard let written else { return top }
    return top.flatMap { FilePath.resolve(written, from: $0) }
  }

  // MARK: GitLab

  /// The keys of the top level that are no jobs.
  private static let reserved: Set<String> = [
    "default", "include", "stages", "variables", "workflow", "image", "services", "cache", "before_script",
    "after_script", "spec",
  ]

  private func gitLabJobs(_ root: Node) -> [PipelineGroup] {
    let stages = root["stages"]?.array?.compactMap(\.string) ?? ["build", "test", "deploy"]
    let jobs = (root.table?.members ?? []).filter {
      !Self.reserved.contains($0.key) && !$0.key.hasPrefix(".") && $0.node["script"] != nil
    }
    let ordered = jobs.enumerated().sorted { left, right in
      func stage(_ job: Member) -> Int { stages.firstIndex(of: job.node["stage"]?.string ?? "test") ?? stages.count }
      return (stage(left.element), left.offset) < (stage(right.element), right.offset)
    }
    return ordered.map { _, job in
      let scripts = ["before_script", "script", "after_script"].compactMap {
        job.node[$0] ?? root["default"]?[$0] ?? root[$0]
      }
      let found = scripts.flatMap { $0.array ?? [$0] }.flatMap { invocations(in: $0, folder: top) }
      let steps = found.map { PipelineStep(group: job.key, invocation: $0) }
      return PipelineGroup(
        name: job.key,
        steps: steps.map { adding(variables(of: [root, job.node], key: "variables"), to: $0) }
      )
    }
  }

  // MARK: Both

  /// The variables that change which Worker a command means, the inner ones last.
  private func variables(of places: [Node], key: String) -> [ShellWord] {
    places.flatMap { place in
      ["CLOUDFLARE_ENV", "WRANGLER_CI_OVERRIDE_NAME"].compactMap { name -> ShellWord? in
        guard let node = place[key]?[name], let text = node.string else { return nil }
        return ShellWord(
          text: "\(name)=\(text)",
          region: node.region,
          hasUnknownPart: text.utf8.contains(UInt8(ascii: "$"))
        )
      }
    }
  }

  private func adding(_ variables: [ShellWord], to step: PipelineStep) -> PipelineStep {
    PipelineStep(
      group: step.group,
      invocation: step.invocation.adding(assignments: variables),
      pipedNames: step.pipedNames
    )
  }

  private func invocations(in node: Node, folder: String?) -> [WranglerInvocation] {
    ScriptFiles.invocations(
      in: Self.commands(in: node, of: source),
      of: source.path,
      startingIn: folder,
      includesWrapped: true
    )
  }

  /// The commands of a scalar; lines that YAML has joined have lost the places of their words.
  static func commands(in node: Node, of source: Source) -> [[ShellWord]] {
    guard let text = node.string else { return [] }
    let raw = source.bytes[node.region.range]
    let isJoined = raw.contains(0x0A) != text.utf8.contains(0x0A) || raw.contains(UInt8(ascii: "\\"))
    return isJoined ? ScriptFiles.commands(in: text, standingAt: node.region) : ShellWords.commands(in: raw)
  }
}
