import Foundation

/// Reads YAML with Python's PyYAML, where it is installed.
package enum YAMLText {
  package static let isReadable = PythonSession.has("yaml")

  /// A text as the value JSON has for it.
  package static func value(of text: String) throws -> Any {
    let json = try PythonSession.ask("yaml_as_json", [text], for: String.self)
    return try JSONSerialization.jsonObject(with: Data(json.utf8))
  }
}
