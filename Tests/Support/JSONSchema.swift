package import Foundation

/// Validates documents with Python's `jsonschema`, where it is installed.
package enum JSONSchema {
  package static let isAvailable: Bool = {
    let isAvailable = PythonSession.has("jsonschema")
    if !isAvailable {
      print("skipped: python3 with jsonschema is not installed, so no report is held against a schema")
    }
    return isAvailable
  }()

  /// The official schema of SARIF 2.1.0.
  package static let sarif = PackageFolder.url("Tests/Support/Schemas/sarif-schema-2.1.0.json")

  /// The violations of each document, one line for each; empty for a valid document.
  package static func violations(of documents: [String], against schema: URL) throws -> [[String]] {
    try PythonSession.ask("violations", [schema.path] + documents, for: [[String]].self)
  }
}
