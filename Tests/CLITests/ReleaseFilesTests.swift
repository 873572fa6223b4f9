import Foundation
import TestSupport
import Testing

@testable import CLI

/// What a release is made with is in order, as far as it can be told without a release build; `make test-packages` tells the
/// rest.
@Suite(.enabled(if: YAMLText.isReadable, "needs python3 with PyYAML"))
struct ReleaseFilesTests {
  private enum Tools {
    static let hasMandoc = (try? ProgramRun(["sh", "-c", "command -v mandoc"], in: "/"))?.status == 0
  }

  @Test func versionsAgree() throws {
    let run = try ProgramRun([PackageFolder.url("scripts/release-check").path, "--sources"], in: "/")
    #expect(run.status == 0, "\(run.text)")
    let version = try ProgramRun([PackageFolder.url("scripts/version").path], in: "/")
    #expect(version.text == "\(Paddock.version)\n")
  }

  /// A release without its changelog, or of another version, is refused.
  @Test func aTagOfAnotherVersionIsRefused() throws {
    let run = try ProgramRun([PackageFolder.url("scripts/release-check").path, "v99.0.0"], in: "/")
    #expect(run.status == 1)
    #expect(run.text.contains("release-check: the tag is v99.0.0, and the version is \(Paddock.version)\n"))
    #expect(run.text.contains("release-check: REPOSITORY is not set"))
  }

  @Test(arguments: [
    ".github/workflows/ci.yml", ".github/workflows/release.yml", ".github/ISSUE_TEMPLATE/bug.yml",
    ".github/ISSUE_TEMPLATE/rule.yml", ".github/ISSUE_TEMPLATE/config.yml", ".pre-commit-hooks.yaml",
    "packaging/aqua/registry.yaml",
  ])
  func filesAreYAML(_ path: String) throws {
    let value = try YAMLText.value(of: String(contentsOf: PackageFolder.url(path), encoding: .utf8))
    #expect(value is [Any] || value is [String: Any])
  }

  /// Every command and every option has its place in the manual page.
  @Test func theManualPageHasEverything() throws {
    let folder = try TemporaryFolder()
    let script = PackageFolder.url("scripts/packages/manual.py").path
    let program = try GitProject.program()
    let run = try ProgramRun(
      ["python3", script, program, "paddock.1"],
      in: folder.path,
      environment: ["PYTHONDONTWRITEBYTECODE": "1"]
    )
    #expect(run.status == 0, "\(run.text)")
    let page = try String(contentsOf: folder.url.appending(path: "paddock.1"), encoding: .utf8)
    for words in EveryCommandTests.commands {
      #expect(page.contains("\\fB\(words[0])") || page.contains("paddock \(words[0])"), "\(words)")
    }
    #expect(page.contains("\\-\\-fail\\-on"))
    #expect(page.contains("Paddock \(Paddock.version)"))
    guard Tools.hasMandoc else { return }
    let lint = try ProgramRun(["mandoc", "-T", "lint", "-W", "warning", "paddock.1"], in: folder.path)
    #expect(lint.status == 0, "\(lint.text)")
  }
}
