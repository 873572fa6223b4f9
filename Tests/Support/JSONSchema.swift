package import Foundation

/// Validates documents with Python's `jsonschema`, where it is installed.
package enum JSONSchema {
  package struct Failure: Error {
    let status: Int32
    let output: String
  }

  package static let isAvailable: Bool = {
    let isAvailable = (try? python(["-c", "import jsonschema"])) != nil
    if !isAvailable {
      print("skipped: python3 with jsonschema is not installed, so no report is held against a schema")
    }
    return isAvailable
  }()

  /// The official schema of SARIF 2.1.0: the file named by `PADDOCK_SARIF_SCHEMA`, or one beside the package.
  package static let sarif: URL? = {
    let named = ProcessInfo.processInfo.environment["PADDOCK_SARIF_SCHEMA"].map { URL(filePath: $0) }
    let beside = PackageFolder.url.deletingLastPathComponent()
      .appending(path: "shared/schemas/sarif-schema-2.1.0.json")
    let file = named ?? beside
    if FileManager.default.fileExists(atPath: file.path) { return file }
    print("skipped: there is no SARIF schema; set PADDOCK_SARIF_SCHEMA to sarif-schema-2.1.0.json")
    return nil
  }()

  /// The violations of each document, one line for each; empty for a valid document.
  package static func violations(of documents: [String], against schema: URL) throws -> [[String]] {
    let folder = try TemporaryFolder()
    var arguments = ["-c", script, schema.path]
    for (index, document) in documents.enumerated() {
      try folder.write(document, to: "\(index).json")
      arguments.append(folder.url.appending(path: "\(index).json").path)
    }
    let output = try python(arguments)
    return try JSONDecoder().decode([[String]].self, from: Data(output.utf8))
  }

  private static let script = """
    import json, sys, jsonschema
    def load(path):
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    schema = load(sys.argv[1])
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    validator = kind(schema)
    print(json.dumps([[e.json_path + ": " + e.message[:300] for e in validator.iter_errors(load(path))] for path in sys.argv[2:]]))
    """

  @discardableResult
  private static func python(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus, output: text) }
    return text
  }
}
