import DeployState
import Foundation
import TestSupport
import Testing

@testable import CLI

/// What `docs/secret-states.md` shows is what the program prints.
struct SecretStatesPageTests {
  private static let config = """
    { "name": "shop", "main": "src/index.ts", "secrets": { "required": ["PAY_KEY"] } }
    """

  private func page() throws -> String {
    try String(contentsOf: PackageFolder.url("docs/secret-states.md"), encoding: .utf8)
  }

  @Test func firstDeployIsRefusedAsShown() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.config, to: "wrangler.json")
    try folder.write(SavedWorkers.file([:], isComplete: true), to: "paddock.state.json")
    let run = CommandRun(["ready", folder.path])
    let shown = run.output.split(separator: "\n").dropFirst().prefix { !$0.isEmpty && !$0.hasPrefix("`") }
    #expect(try page().contains("```text\n\(shown.joined(separator: "\n"))\n```"), "\(run.output)")
  }

  @Test func pipelineEndsAsShown() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.config, to: "wrangler.json")
    try folder.write(SavedWorkers.file(["shop": SavedWorkers.worker("PAY_KEY")]), to: "paddock.state.json")
    let run = CommandRun([
      "state", "plan", "--project", folder.path, "--", "versions upload", "secret put PAY_KEY",
    ])
    let shown = run.output.components(separatedBy: "\n\n")[0]
    #expect(try page().contains("```text\n\(shown)\n```"), "\(run.output)")
  }

  /// Every command line on the page can be parsed.
  @Test func commandsAreOurs() throws {
    let lines = try page().split(separator: "\n").filter {
      $0.hasPrefix("paddock ready") || $0.hasPrefix("paddock state")
    }
    #expect(lines.count >= 8)
    for line in lines {
      let words = line.prefix { $0 != "#" }.split(separator: "'").enumerated().flatMap { index, part in
        index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
      }
      guard !words.contains("capture") else { continue }
      #expect(!CommandRun(Array(words.dropFirst())).errors.contains("Usage:"), "\(line)")
    }
  }
}
