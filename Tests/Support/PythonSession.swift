import Foundation
import Synchronization
import System
import SystemPackage

/// One Python for all tests, as starting it and loading its libraries takes longer than most of what it is asked.
///
/// It reads one question per line and writes one answer per line, both in JSON.
enum PythonSession {
  private struct Question: Encodable {
    let function: String
    let arguments: [String]
  }

  /// An answer is a value, or the words of an error.
  private struct Answer<Value: Decodable>: Decodable {
    let value: Value?
    let error: String?
  }

  struct Failure: Error {
    let message: String
  }

  /// Whether Python is there, and a library of it.
  static func has(_ library: String) -> Bool {
    (try? ask("has", [library], for: Bool.self)) == true
  }

  /// Calls a function of the script.
  static func ask<Value: Decodable>(_ function: String, _ arguments: [String], for type: Value.Type) throws -> Value {
    let question = try JSONEncoder().encode(Question(function: function, arguments: arguments))
    let line = try session.withLock { session in
      var open = if let earlier = session.take() { earlier } else { try Session() }
      // One that fails is not kept.
      let line = try open.answer(to: Array(question) + Array("\n".utf8))
      session = consume open
      return line
    }
    let answer = try JSONDecoder().decode(Answer<Value>.self, from: Data(line))
    guard let value = answer.value else { throw Failure(message: answer.error ?? "") }
    return value
  }

  private static let session = Mutex<Session?>(nil)

  private struct Session: ~Copyable {
    private var process: ChildProcess
    private let input: FileDescriptor
    private var unread: [UInt8] = []

    init() throws {
      let environment = ProcessInfo.processInfo.environment.map { "\($0)=\($1)" }
      var process = try ChildProcess(
        "/usr/bin/env",
        arguments: ["python3", "-c", PythonSession.script],
        environment: environment,
        input: .pipe
      )
      guard let input = process.takeInput() else { throw Failure(message: "python3 has no input") }
      self.input = input
      self.process = process
    }

    mutating func answer(to question: [UInt8]) throws -> [UInt8] {
      try input.writeAll(question)
      var chunk = [UInt8](repeating: 0, count: 64 << 10)
      while true {
        if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
          defer { unread.removeSubrange(...end) }
          return Array(unread[..<end])
        }
        let count = try process.read(into: &chunk, at: 0, count: chunk.count)
        if count == 0 { throw Failure(message: "python3 has ended") }
        unread += chunk[..<count]
      }
    }
  }

  private static let script = #"""
    import importlib.util, json, sys

    validators = {}

    def has(library):
        return importlib.util.find_spec(library) is not None

    def validator(path):
        if path not in validators:
            import jsonschema
            with open(path, encoding="utf-8") as file:
                schema = json.load(file)
            kind = jsonschema.validators.validator_for(schema)
            kind.check_schema(schema)
            validators[path] = kind(schema)
        return validators[path]

    def violations(schema, *documents):
        check = validator(schema).iter_errors
        return [[e.json_path + ": " + e.message[:300] for e in check(json.loads(text))] for text in documents]

    def yaml_as_json(text):
        import yaml
        return json.dumps(yaml.safe_load(text))

    for line in sys.stdin:
        try:
            question = json.loads(line)
            answer = {"value": globals()[question["function"]](*question["arguments"])}
        except Exception as error:
            answer = {"error": repr(error)}
        print(json.dumps(answer), flush=True)
    """#
}
