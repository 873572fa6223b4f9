import Linter
import Synchronization
import System
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The streams and the environment a command works with.
struct Console: Sendable {
  let environment: [String: String]
  let outputIsTerminal: Bool
  let errorIsTerminal: Bool
  /// Whether reports say how long a run took; off where the same bytes are wanted every time.
  let measuresTime: Bool
  private let output: Stream
  private let error: Stream
  /// Hands the last of the output over; `nil` where there is nothing to do.
  private let closing: (@Sendable () throws(Errno) -> Void)?

  init(
    environment: [String: String],
    outputIsTerminal: Bool,
    errorIsTerminal: Bool,
    measuresTime: Bool = true,
    output: @escaping @Sendable (String) throws(Errno) -> Void,
    error: @escaping @Sendable (String) throws(Errno) -> Void,
    closing: (@Sendable () throws(Errno) -> Void)? = nil
  ) {
    self.environment = environment
    self.outputIsTerminal = outputIsTerminal
    self.errorIsTerminal = errorIsTerminal
    self.measuresTime = measuresTime
    self.output = Stream(output)
    self.error = Stream(error)
    self.closing = closing
  }

  /// The process's own streams.
  static func system(environment: [String: String]) -> Console {
    Console(
      environment: environment,
      outputIsTerminal: isatty(STDOUT_FILENO) == 1,
      errorIsTerminal: isatty(STDERR_FILENO) == 1,
      output: { text throws(Errno) in try FileDescriptor.standardOutput.writeEverything(Array(text.utf8)) },
      error: { text throws(Errno) in try FileDescriptor.standardError.writeEverything(Array(text.utf8)) },
      closing: { () throws(Errno) in try FileDescriptor.standardOutput.closeChecked() }
    )
  }

  /// Writes to standard output; a failure is kept for `status(after:)`.
  func write(_ text: String) { output.write(text) }

  /// Writes to standard error; a failure is kept for `status(after:)`.
  func writeError(_ text: String) { error.write(text) }

  /// Ends standard output; some file systems say only now that a write has failed.
  func close(after status: ExitStatus) -> ExitStatus {
    // What has failed was said.
    if output.failure != nil { return status }
    if let closing { output.attempt(closing) }
    return self.status(after: status)
  }

  /// The status of a command that has ended: who could not say everything has not done the job.
  ///
  /// A reader that went away early, such as `head`, knows that; everybody else is told.
  func status(after status: ExitStatus) -> ExitStatus {
    if let failure = output.failure, failure != .brokenPipe {
      writeError("paddock: standard output cannot be written: \(failure)\n")
    }
    return output.failure == nil && error.failure == nil ? status : .failure
  }

  /// Where text goes until something goes wrong.
  private final class Stream: Sendable {
    private let writing: @Sendable (String) throws(Errno) -> Void
    private let state = Mutex(Errno?.none)

    init(_ writing: @escaping @Sendable (String) throws(Errno) -> Void) {
      self.writing = writing
    }

    var failure: Errno? { state.withLock { $0 } }

    /// Nothing follows what could not be written.
    func write(_ text: String) {
      if failure == nil { attempt { () throws(Errno) in try writing(text) } }
    }

    func attempt(_ work: () throws(Errno) -> Void) {
      do throws(Errno) { try work() } catch { state.withLock { $0 = error } }
    }
  }

  /// A variable's value; an empty one counts as unset.
  func variable(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The columns of the terminal, as the shell tells them, else 80.
  var width: Int { variable("COLUMNS").flatMap { Int($0) }.map { max(40, $0) } ?? 80 }

  /// Whether to colour what goes to standard output.
  ///
  /// `--color` beats `NO_COLOR`, which beats `CLICOLOR_FORCE`; a dumb terminal gets none.
  func usesColor(_ choice: ColorChoice) -> Bool {
    switch choice {
    case .always: return true
    case .never: return false
    case .auto:
      if variable("NO_COLOR") != nil { return false }
      if let force = variable("CLICOLOR_FORCE"), force != "0" { return true }
      return outputIsTerminal && variable("TERM") != "dumb"
    }
  }
}

/// When to colour.
enum ColorChoice: String, CaseIterable {
  case auto, always, never
}
