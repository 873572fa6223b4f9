import Foundation

/// Runs a script of `Oracles/` once over many lines of input.
enum PythonOracle {
  enum Outcome {
    case lines([String])
    /// Python is not installed.
    case unavailable
  }

  struct Failure: Error {
    let script: String
    let status: Int32
  }

  static func run(_ script: String, input: [String]) throws -> Outcome {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Oracles")
    let inputFile = FileManager.default.temporaryDirectory.appendingPathComponent("oracle-\(UUID().uuidString)")
    try Data((input.joined(separator: "\n") + "\n").utf8).write(to: inputFile)
    defer { try? FileManager.default.removeItem(at: inputFile) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", folder.appendingPathComponent(script).path]
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    // 127 is what `env` says when there is no such program.
    if process.terminationStatus == 127 {
      print("skipped: python3 is not installed, so \(script) was not consulted")
      return .unavailable
    }
    guard process.terminationStatus == 0 else { throw Failure(script: script, status: process.terminationStatus) }
    return .lines(
      String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    )
  }
}

extension Sequence<UInt8> {
  var hexadecimal: String {
    map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
