import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import CLI

/// What `docs/ci.md` and `action.yml` tell people to write is right.
struct ContinuousIntegrationPageTests {
  private enum Tools {
    static let hasYAML = (try? ProgramRun(["python3", "-c", "import yaml"], in: "/"))?.status == 0
    static let hasShellcheck = (try? ProgramRun(["shellcheck", "--version"], in: "/"))?.status == 0
  }

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: PackageFolder.url(path), encoding: .utf8)
  }

  /// The examples of the page in one language.
  private static func examples(_ language: String) throws -> [String] {
    let parts = try text("docs/ci.md").components(separatedBy: "```")
    // Text and examples take turns.
    return stride(from: 1, to: parts.count, by: 2).map { parts[$0] }
      .filter { $0.hasPrefix(language + "\n") }
      .map { String($0.dropFirst(language.count + 1)) }
  }

  /// A YAML text as the value JSON has for it.
  private func value(ofYAML text: String) throws -> Any {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "a.yml")
    let program = "import json, yaml; print(json.dumps(yaml.safe_load(open('a.yml'))))"
    let run = try ProgramRun(["python3", "-c", program], in: folder.path)
    #expect(run.status == 0, "\(run.text)")
    return try JSONSerialization.jsonObject(with: Data(run.text.utf8))
  }

  @Test(.enabled(if: Tools.hasYAML, "needs python3 with PyYAML"))
  func examplesAreYAML() throws {
    let examples = try Self.examples("yaml")
    #expect(examples.count == 6)
    for example in examples {
      let value = try value(ofYAML: example)
      #expect(value is [Any] || value is [String: Any], "\(example)")
    }
  }

  @Test(.enabled(if: Tools.hasYAML, "needs python3 with PyYAML"))
  func theHookThatIsNamedExists() throws {
    let manifest = try #require(try value(ofYAML: Self.text(".pre-commit-hooks.yaml")) as? [[String: Any]])
    let page = try Self.text("docs/ci.md")
    for hook in manifest { #expect(page.contains("| `\(try #require(hook["id"] as? String))` |")) }
    #expect(page.contains("- id: paddock-system"))
  }

  /// The table of inputs is that of the action, and every input reaches a script by a variable only.
  @Test(.enabled(if: Tools.hasYAML, "needs python3 with PyYAML"))
  func theActionIsAsDescribed() throws {
    let action = try #require(try value(ofYAML: Self.text("action.yml")) as? [String: Any])
    let inputs = try #require(action["inputs"] as? [String: [String: Any]])
    let page = try Self.text("docs/ci.md")
    for name in inputs.keys { #expect(page.contains("\n| `\(name)` |"), "\(name) is not described") }
    let steps = try #require((action["runs"] as? [String: Any])?["steps"] as? [[String: Any]])
    let scripts = steps.compactMap { $0["run"] as? String }
    #expect(scripts.count == 3)
    for script in scripts { #expect(!script.contains("${{"), "\(script)") }
  }

  /// The release of the examples is the one this page belongs to.
  @Test func examplesNameThisVersion() throws {
    let page = try Self.text("docs/ci.md")
    #expect(page.contains("uses: OWNER/paddock@v\(Paddock.version)\n"))
    #expect(page.contains("rev: v\(Paddock.version)\n"))
  }

  /// Every command of the examples is one the program understands.
  @Test func commandsCanBeParsed() throws {
    let lines = try (Self.examples("yaml") + Self.examples("sh")).flatMap { $0.split(separator: "\n") }
    let commands = lines.compactMap { line -> [String]? in
      guard let start = line.range(of: "paddock "), !line.contains("name: ") else { return nil }
      let command = line[start.upperBound...].components(separatedBy: " #")[0]
      return command.split(separator: " ").map(String.init)
    }
    #expect(commands.count == 8)
    for words in commands {
      #expect(throws: Never.self, "\(words)") { try Paddock.parseAsRoot(words) }
    }
  }

  @Test(.enabled(if: Tools.hasShellcheck, "shellcheck is not installed; `apt-get install shellcheck` does it"))
  func shellcheckIsContent() throws {
    let folder = try TemporaryFolder()
    for (number, example) in try Self.examples("sh").enumerated() {
      try folder.write(example, to: "example\(number).sh")
    }
    try folder.write(HookFile.script, to: "hook.sh")
    let examples = try FileManager.default.contentsOfDirectory(atPath: folder.path).map { "\(folder.path)/\($0)" }
    let scripts = ["action", "accuracy", "bench", "demo", "lint", "setup"].map {
      PackageFolder.url("scripts/\($0)").path
    }
    let run = try ProgramRun(["shellcheck", "--shell=sh"] + scripts + examples, in: folder.path)
    #expect(run.status == 0, "\(run.text)")
  }
}
