import Foundation
import TestSupport

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
    let run = try ProgramRun(
      ["sh", "-c", #"exec python3 "$0" <"$1""#, folder.appendingPathComponent(script).path, inputFile.path],
      in: "/",
      mergesErrors: false
    )
    // 127 is what a shell says when there is no such program.
    if run.status == 127 {
      print("skipped: python3 is not installed, so \(script) was not consulted")
      return .unavailable
    }
    guard run.status == 0 else { throw Failure(script: script, status: run.status) }
    return .lines(run.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
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
