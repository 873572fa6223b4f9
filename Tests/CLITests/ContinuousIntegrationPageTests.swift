import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import CLI

/// What `docs/ci.md` and `action.yml` tell people to write is right.
struct ContinuousIntegrationPageTests {
  private typealias Page = ContinuousIntegrationPage

  private enum Tools {
    static let hasShellcheck = (try? ProgramRun(["shellcheck", "--version"], in: "/"))?.status == 0
  }

  @Test(.enabled(if: YAMLText.isReadable, "needs python3 with PyYAML"))
  func examplesAreYAML() throws {
    let examples = try Page.examples("yaml")
    #expect(examples.count == 7)
    for example in examples {
      let value = try YAMLText.value(of: example)
      #expect(value is [Any] || value is [String: Any], "\(example)")
    }
  }

  @Test(.enabled(if: YAMLText.isReadable, "needs python3 with PyYAML"))
  func theHookThatIsNamedExists() throws {
    let manifest = try #require(try YAMLText.value(of: Page.text(".pre-commit-hooks.yaml")) as? [[String: Any]])
    let page = try Page.text()
    for hook in manifest { #expect(page.contains("| `\(try #require(hook["id"] as? String))` |")) }
    #expect(page.contains("- id: paddock\n"))
  }

  /// The table of inputs is that of the action, and every input reaches a script by a variable only.
  @Test(.enabled(if: YAMLText.isReadable, "needs python3 with PyYAML"))
  func theActionIsAsDescribed() throws {
    let action = try #require(try YAMLText.value(of: Page.text("action.yml")) as? [String: Any])
    let inputs = try #require(action["inputs"] as? [String: [String: Any]])
    let page = try Page.text()
    for name in inputs.keys { #expect(page.contains("\n| `\(name)` |"), "\(name) is not described") }
    let steps = try #require((action["runs"] as? [String: Any])?["steps"] as? [[String: Any]])
    let scripts = steps.compactMap { $0["run"] as? String }
    #expect(scripts.count == 4)
    for script in scripts { #expect(!script.contains("${{"), "\(script)") }
  }

  /// The release of the examples is the one this page belongs to.
  @Test func examplesNameThisVersion() throws {
    let page = try Page.text()
    #expect(page.contains("uses: OWNER/paddock@v\(Paddock.version)\n"))
    #expect(page.contains("rev: v\(Paddock.version)\n"))
  }

  /// Every command of the examples is one the program understands.
  @Test func commandsCanBeParsed() throws {
    let lines = try (Page.examples("yaml") + Page.examples("sh")).flatMap { $0.split(separator: "\n") }
    let commands = lines.compactMap { line -> [String]? in
      guard let start = line.range(of: "paddock "), !line.contains("name: ") else { return nil }
      let command = line[start.upperBound...].components(separatedBy: " #")[0]
      return command.split(separator: " ").map(String.init)
    }
    #expect(commands.count == 11)
    for words in commands {
      #expect(throws: Never.self, "\(words)") { try Paddock.parseAsRoot(words) }
    }
  }

  @Test(.enabled(if: Tools.hasShellcheck, "shellcheck is not installed; `apt-get install shellcheck` does it"))
  func shellcheckIsContent() throws {
    let folder = try TemporaryFolder()
    for (number, example) in try Page.examples("sh").enumerated() {
      try folder.write(example, to: "example\(number).sh")
    }
    try folder.write(HookFile.script, to: "hook.sh")
    let examples = try FileManager.default.contentsOfDirectory(atPath: folder.path).map { "\(folder.path)/\($0)" }
    let scripts = [
      "accuracy", "action", "bench", "demo", "dist", "guard", "lint", "publish", "setup",
      "static-pcre2", "test-packages", "version",
    ].map {
      PackageFolder.url("scripts/\($0)").path
    }
    let run = try ProgramRun(["shellcheck", "--shell=sh"] + scripts + examples, in: folder.path)
    #expect(run.status == 0, "\(run.text)")
  }
}
