import Foundation
import TestSupport

/// One run of `action.yml` in the way of a GitHub runner: each `run` in the shell it names, with the files and variables
/// that GitHub documents; each `uses` is noted.
struct ActionRun {
  struct Use {
    let action: String
    let with: [String: String]
  }

  /// Something that a runner would not understand.
  struct Unreadable: Error {
    let text: String
  }

  /// What the steps wrote, in order.
  private(set) var log = ""
  /// The ids or names of the steps that ran.
  private(set) var steps: [String] = []
  private(set) var uses: [Use] = []
  /// The exit status of the first step that failed; 0 when all went well.
  private(set) var status: Int32 = 0
  /// The outputs of the action.
  private(set) var outputs: [String: String] = [:]
  private(set) var summary = ""

  /// How GitHub starts a script (docs.github.com, "Workflow syntax", `jobs.<job_id>.steps[*].shell`).
  private static let shells = [
    "sh": ["sh", "-e"], "bash": ["bash", "--noprofile", "--norc", "-eo", "pipefail"],
  ]

  /// - Parameters:
  ///   - action: the folder of the action, as GitHub has unpacked it.
  ///   - workspace: the checkout that the job works in.
  ///   - inputs: what stands below `with`.
  ///   - reference: what the workflow names after the `@` of `uses`.
  ///   - variables: what GitHub sets besides, such as for a pull request.
  ///   - searchPath: the `PATH` of the runner.
  ///   - hitsCache: whether the cache has what it is asked for.
  init(
    action: String,
    workspace: String,
    runner: TemporaryFolder,
    inputs: [String: String] = [:],
    reference: String = "",
    variables: [String: String] = [:],
    searchPath: String,
    hitsCache: Bool = false
  ) throws {
    let text = try String(contentsOfFile: action + "/action.yml", encoding: .utf8)
    guard let file = try YAMLText.value(of: text) as? [String: Any], let runs = file["runs"] as? [String: Any],
      let declared = file["inputs"] as? [String: [String: Any]], let steps = runs["steps"] as? [[String: Any]]
    else { throw Unreadable(text: "action.yml") }
    var values = ["runner.os": "Linux", "runner.arch": "X64", "github.action_repository": "owner/paddock"]
    values["github.action_ref"] = reference
    for (name, input) in declared { values["inputs.\(name)"] = inputs[name] ?? input["default"] as? String }
    try runner.write("# summary of an earlier step\n", to: "summary")
    var path = searchPath
    var environment = [
      "PATH": path, "CI": "true", "GITHUB_ACTIONS": "true", "GITHUB_ACTION_PATH": action,
      "GITHUB_WORKSPACE": workspace, "GITHUB_SERVER_URL": "https://github.com", "RUNNER_TEMP": runner.path,
      "RUNNER_OS": "Linux", "RUNNER_ARCH": "X64", "GITHUB_STEP_SUMMARY": runner.path + "/summary",
    ].merging(variables) { $1 }
    for (number, step) in steps.enumerated() {
      let expression = ActionExpression(values: values)
      guard expression.allows(step["if"] as? String, afterFailure: status != 0) else { continue }
      let id = step["id"] as? String ?? step["name"] as? String ?? ""
      self.steps.append(id)
      if let used = step["uses"] as? String {
        let with = (step["with"] as? [String: String] ?? [:]).mapValues(expression.text)
        uses.append(Use(action: used, with: with))
        values["steps.\(id).outputs.cache-hit"] = hitsCache ? "true" : "false"
        continue
      }
      guard let script = step["run"] as? String, let shell = Self.shells[step["shell"] as? String ?? ""] else {
        throw Unreadable(text: "step \(id) has no script or shell")
      }
      let files = ["GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_PATH"].map { ($0, "\(runner.path)/\($0)-\(number)") }
      for (_, file) in files { try Data().write(to: URL(filePath: file)) }
      try runner.write(expression.text(script), to: "step-\(number).sh")
      let own = (step["env"] as? [String: String] ?? [:]).mapValues(expression.text)
      let run = try ProgramRun(
        shell + ["\(runner.path)/step-\(number).sh"],
        in: workspace,
        environment: environment.merging(Dictionary(uniqueKeysWithValues: files)) { $1 }.merging(own) { $1 }
      )
      log += run.text
      for (name, value) in try Self.pairs(runner, "GITHUB_OUTPUT-\(number)") {
        values["steps.\(id).outputs.\(name)"] = value
      }
      for (name, value) in try Self.pairs(runner, "GITHUB_ENV-\(number)") { environment[name] = value }
      for folder in try Self.lines(runner, "GITHUB_PATH-\(number)") {
        path = "\(folder):\(path)"
        environment["PATH"] = path
      }
      if run.status != 0, step["continue-on-error"] as? Bool != true, status == 0 { status = run.status }
    }
    for (name, output) in file["outputs"] as? [String: [String: Any]] ?? [:] {
      outputs[name] = ActionExpression(values: values).text(output["value"] as? String ?? "")
    }
    summary = try String(contentsOfFile: runner.path + "/summary", encoding: .utf8)
  }

  private static func lines(_ runner: TemporaryFolder, _ file: String) throws -> [String] {
    try String(contentsOfFile: "\(runner.path)/\(file)", encoding: .utf8).split(separator: "\n").map(String.init)
  }

  /// Lines `name=value`; GitHub refuses all others but for those of its form for several lines, which we never write.
  private static func pairs(_ runner: TemporaryFolder, _ file: String) throws -> [(String, String)] {
    try lines(runner, file).map { line in
      guard let equals = line.firstIndex(of: "=") else { throw Unreadable(text: "\(file): \(line)") }
      return (String(line[..<equals]), String(line[line.index(after: equals)...]))
    }
  }
}
