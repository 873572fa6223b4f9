import Foundation
import System

/// One run of a program, with everything it wrote.
///
/// Programs are started by `System` alone, in tests as well: it sees to it that no two of them inherit each other's pipes.
package struct ProgramRun {
  package let status: Int32
  package let text: String
  /// The start of what it wrote to standard error, where that is not part of `text`.
  package let errors: String

  private enum Failure: Error {
    case noShell
  }

  /// Whoever waits longer is stuck.
  private static let timeout = Duration.seconds(600)

  /// - Parameters:
  ///   - words: the program, found on the search path, and its arguments.
  ///   - searchPath: folders put before those of `PATH`.
  ///   - environment: variables besides `PATH`; git sees no settings of the machine.
  ///   - mergesErrors: whether what it writes to standard error is part of `text`, in the order it was written.
  package init(
    _ words: [String],
    in folder: String,
    searchPath: [String] = [],
    environment: [String: String] = [:],
    mergesErrors: Bool = true
  ) throws {
    let inherited = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let variables = [
      "PATH": (searchPath + [inherited]).joined(separator: ":"), "HOME": folder, "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_AUTHOR_NAME": "Test", "GIT_AUTHOR_EMAIL": "test@example.com", "GIT_COMMITTER_NAME": "Test",
      "GIT_COMMITTER_EMAIL": "test@example.com",
    ].merging(environment) { $1 }
    let script = #"cd "$1" && shift && exec "$@""# + (mergesErrors ? " 2>&1" : "")
    guard let shell = Program.find("sh", searchPath: "/bin:/usr/bin") else { throw Failure.noShell }
    let answer = try shell.run(
      ["-c", script, "sh", folder] + words,
      environment: variables,
      timeout: Self.timeout
    )
    status = answer.status
    text = String(decoding: answer.output, as: UTF8.self)
    errors = String(decoding: answer.errors, as: UTF8.self)
  }
}
