import Foundation

/// Reads YAML with Python's PyYAML, where it is installed.
package enum YAMLText {
  package static let isReadable = (try? ProgramRun(["python3", "-c", "import yaml"], in: "/"))?.status == 0

  /// A text as the value JSON has for it.
  package static func value(of text: String) throws -> Any {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "a.yml")
    let program = "import json, yaml; print(json.dumps(yaml.safe_load(open('a.yml'))))"
    let run = try ProgramRun(["python3", "-c", program], in: folder.path)
    guard run.status == 0 else { throw CommandFailure(command: "python3: \(run.text)", status: run.status) }
    return try JSONSerialization.jsonObject(with: Data(run.text.utf8))
  }
}
