import SystemPackage

/// A program other than git, run to completion.
package struct Program: Sendable {
  /// The output of a program.
  package struct Answer: Sendable {
    package let output: [UInt8]
    /// The beginning of its standard error.
    package let errors: [UInt8]
    /// The exit status, or 128 plus the number of the signal, as in a shell.
    package let status: Int32
  }

  /// Why there is no output.
  package enum Failure: Error, Sendable, Hashable {
    case notStarted(reason: String)
    case timedOut
    case tooLong(limit: Int)
  }

  /// The absolute path of the program.
  package let path: String

  private static let outputLimit = 16 << 20

  /// Finds a program by name on the search path.
  ///
  /// Relative folders on it are skipped: they could be in the repository being checked.
  package static func find(_ name: String, searchPath: String?) -> Program? {
    (searchPath ?? "").split(separator: ":").lazy
      .filter { $0.hasPrefix("/") }
      .map { "\($0)/\(name)" }
      .first { FileStatus.isExecutable($0) }
      .map { Program(path: $0) }
  }

  /// Runs it with empty standard input.
  ///
  /// - Parameters:
  ///   - environment: all its variables.
  ///   - timeout: how long it may take.
  package func run(
    _ arguments: [String],
    environment: [String: String],
    timeout: Duration
  ) throws(Failure) -> Answer {
    do {
      var child = try ChildProcess(
        path,
        arguments: arguments,
        environment: environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" },
        input: .nothing
      )
      let deadline = ContinuousClock.now + timeout
      child.deadline = deadline
      var output: [UInt8] = []
      var chunk = [UInt8](repeating: 0, count: 64 << 10)
      while true {
        let count = try child.read(into: &chunk, at: 0, count: chunk.count)
        if count == 0 { break }
        output += chunk[..<count]
        if output.count > Self.outputLimit { throw Failure.tooLong(limit: Self.outputLimit) }
      }
      let end = child.end()
      // A program may keep running after it has closed its output.
      if ContinuousClock.now >= deadline { throw Failure.timedOut }
      return Answer(output: output, errors: end.message, status: end.status)
    } catch let failure as Failure {
      throw failure
    } catch let error as Errno where error == .timedOut {
      throw .timedOut
    } catch {
      throw .notStarted(reason: "\(error)")
    }
  }
}
