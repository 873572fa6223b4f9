package import Documents
import Text

/// A wrangler command of a pipeline, in the order in which it would run.
package struct PipelineStep: Sendable {
  /// What it belongs to: the script, target or job.
  package let group: String
  package let invocation: WranglerInvocation
  /// The names that a program pipes into `secret bulk`: those of wrangler-action's `secrets`
  /// (docs/facts/wrangler.md §13.1).
  package let pipedNames: [String]?

  init(group: String, invocation: WranglerInvocation, pipedNames: [String]? = nil) {
    self.group = group
    self.invocation = invocation
    self.pipedNames = pipedNames
  }

  /// The path on the command line that stands for `pipedNames`.
  package static let pipedPath = "-"

  /// The command as it stands there, variables included, without any value that may be a secret.
  package var text: String {
    let words =
      pipedNames == nil
      ? invocation.arguments : invocation.arguments.filter { $0.text != "<" && $0.text != Self.pipedPath }
    return (["wrangler"] + ShownWords.read(words)).joined(separator: " ")
  }
}

/// Why a file gives no pipeline, in one sentence.
package struct PipelineProblem: Error, Sendable, Hashable {
  package let message: String
}

/// Finds the wrangler commands of a script, a `package.json`, a make file or a workflow, in the order in which they run.
package enum Pipeline {
  /// The steps of a file, or of one script, target or job of it.
  ///
  /// Without a name the scripts and targets for deploying are taken, else all of them; of a workflow, all jobs.
  package static func steps(in source: Source, of name: String? = nil) throws(PipelineProblem) -> [PipelineStep] {
    let groups: [PipelineGroup]
    switch FilePath.name(of: source.path) {
    case "package.json": groups = PackagePipeline(source).groups(named: name)
    case "Makefile", "makefile", "GNUmakefile", "justfile", "Justfile":
      groups = MakePipeline(source).groups(named: name)
    case let file where file.hasSuffix(".yml") || file.hasSuffix(".yaml"):
      groups = WorkflowPipeline.groups(of: source).filter { name == nil || $0.name == name }
    default:
      groups = [PipelineGroup(name: FilePath.name(of: source.path), steps: shellSteps(of: source))]
      if let name { throw PipelineProblem(message: "\(source.path) has no parts with names, such as \(name)") }
    }
    if let name, groups.isEmpty { throw PipelineProblem(message: "\(source.path) has no \(name)") }
    return groups.flatMap(\.steps)
  }

  /// Every pipeline of a file by itself: each script and target, and all jobs of a workflow together.
  package static func all(in source: Source) -> [[PipelineStep]] {
    switch FilePath.name(of: source.path) {
    case "package.json": PackagePipeline(source).all.map(\.steps)
    case "Makefile", "makefile", "GNUmakefile", "justfile", "Justfile":
      MakePipeline(source).all.map(\.steps)
    case let file where file.hasSuffix(".yml") || file.hasSuffix(".yaml"):
      [WorkflowPipeline.groups(of: source).flatMap(\.steps)]
    default: [shellSteps(of: source)]
    }
  }

  private static func shellSteps(of source: Source) -> [PipelineStep] {
    let group = FilePath.name(of: source.path)
    return ScriptFiles.invocations(
      in: ShellWords.commands(in: source.bytes[...]),
      of: source.path,
      startingIn: FilePath.folder(of: source.path)
    )
    .map { PipelineStep(group: group, invocation: $0) }
  }

  /// Whether a script or target of this name deploys.
  package static func isForDeploying(_ name: String) -> Bool {
    let word = name.utf8.prefix { $0.isASCIILetter }.map { $0 | 0x20 }
    return ["deploy", "release", "publish", "ship"].contains { $0.utf8.elementsEqual(word) }
  }
}

/// The steps of one script, target or job.
struct PipelineGroup {
  let name: String
  let steps: [PipelineStep]
}

extension UInt8 {
  fileprivate var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}

extension Pipeline {
  /// The steps of command lines as a person types them, with or without `wrangler` in front.
  package static func steps(typed lines: [String]) -> [PipelineStep] {
    lines.flatMap { line in
      ShellWords.commands(in: Array(line.utf8)[...]).map { words in
        let region = Region(start: 0, end: line.utf8.count)
        let invocation =
          WranglerInvocation(words: words, path: "", folder: "")
          ?? WranglerInvocation(path: "", region: region, folder: "", assignments: [], arguments: words)
        return PipelineStep(group: "", invocation: invocation)
      }
    }
  }
}
