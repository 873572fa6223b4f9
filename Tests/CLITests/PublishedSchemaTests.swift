import Foundation
import TestSupport
import Testing

/// The schemas of GitHub and GitLab, as check-jsonschema brings them along.
private enum PublishedSchemas {
  static let areAvailable = (try? ProgramRun(["check-jsonschema", "--version"], in: "/"))?.status == 0
}

/// `action.yml` and the examples of `docs/ci.md` are what their readers take.
@Suite(
  .enabled(
    if: PublishedSchemas.areAvailable && YAMLText.isReadable,
    "check-jsonschema is not installed; `pip install check-jsonschema` does it"
  )
)
struct PublishedSchemaTests {
  private func violations(_ text: String, of schema: String) throws -> String {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "file.yml")
    let run = try ProgramRun(["check-jsonschema", "--builtin-schema", schema, "file.yml"], in: folder.path)
    return run.status == 0 ? "" : run.text
  }

  @Test func theAction() throws {
    let action = try ContinuousIntegrationPage.text("action.yml")
    #expect(try violations(action, of: "vendor.github-actions") == "")
    // The schema does look.
    let broken = action.replacingOccurrences(of: "using: composite", with: "using: nothing")
    #expect(try violations(broken, of: "vendor.github-actions") != "")
  }

  @Test func theExamples() throws {
    var counts = ["workflow": 0, "steps": 0, "gitlab": 0]
    for example in try ContinuousIntegrationPage.examples("yaml") {
      let value = try YAMLText.value(of: example)
      if value is [Any] {
        let steps = example.split(separator: "\n").map { "      \($0)\n" }.joined()
        let workflow = "on: push\njobs:\n  check:\n    runs-on: ubuntu-latest\n    steps:\n\(steps)"
        #expect(try violations(workflow, of: "vendor.github-workflows") == "", "\(example)")
        counts["steps", default: 0] += 1
      } else if let members = value as? [String: Any], members["jobs"] != nil {
        #expect(try violations(example, of: "vendor.github-workflows") == "")
        counts["workflow", default: 0] += 1
      } else if let job = (value as? [String: Any])?["paddock"] as? [String: Any], job["script"] != nil {
        #expect(try violations(example, of: "vendor.gitlab-ci") == "")
        #expect(
          try violations(example.replacingOccurrences(of: "script:", with: "skript:"), of: "vendor.gitlab-ci") != ""
        )
        counts["gitlab", default: 0] += 1
      }
    }
    #expect(counts == ["workflow": 1, "steps": 2, "gitlab": 1])
  }
}
