import Dispatch
import Documents
import Subprocess
import Synchronization
import SystemPackage

/// Runs git so that nothing in a repository or in the user's settings takes part: no hooks, no monitor, no pager, no
/// prompt, no locks, no network.
enum GitProcess {
  /// The most bytes read from one command; a repository with more says so instead of filling the memory.
  static let outputLimit = 512 << 20

  private static let safeSettings = [
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.pager=cat", "-c",
    "protocol.allow=never",
    "-c", "core.untrackedCache=false", "--no-optional-locks", "--literal-pathspecs",
  ]

  /// The standard output of a command.
  ///
  /// - Parameters:
  ///   - arguments: what follows `git`.
  ///   - folder: where it runs.
  static func output(_ arguments: [String], in folder: String) throws(GitError) -> [UInt8] {
    // The program is synchronous from start to end; only the library that starts processes is not.
    let done = DispatchSemaphore(value: 0)
    let outcome = Mutex<Result<[UInt8], GitError>?>(nil)
    Task.detached(executorPreference: QueueExecutor.shared) {
      let result = await run(arguments, in: folder)
      outcome.withLock { $0 = result }
      done.signal()
    }
    done.wait()
    guard let result = outcome.withLock({ $0 }) else { throw .gitMissing }
    return try result.get()
  }

  private static func run(_ arguments: [String], in folder: String) async -> Result<[UInt8], GitError> {
    do {
      let record = try await Subprocess.run(
        .name("git"),
        arguments: Arguments(safeSettings + ["-C", folder] + arguments),
        environment: .inherit.updating([
          "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C",
          "GIT_PAGER": "cat",
        ]),
        output: .bytes(limit: outputLimit),
        error: .string(limit: 64 << 10)
      )
      if record.terminationStatus.isSuccess { return .success(record.standardOutput) }
      let message = record.standardError
      return .failure(error(message, status: record.terminationStatus, command: arguments.first ?? "", folder: folder))
    } catch let error as SubprocessError where error.code == .executableNotFound {
      return .failure(.gitMissing)
    } catch {
      return .failure(.failed(command: arguments.first ?? "", status: -1, message: "\(error)"))
    }
  }

  private static func error(
    _ message: String,
    status: TerminationStatus,
    command: String,
    folder: String
  ) -> GitError {
    if message.contains("dubious ownership") {
      // git names the folder in quotes: repository at '/path'.
      let parts = message.split(separator: "'", omittingEmptySubsequences: false)
      return .dubiousOwnership(path: parts.count > 1 ? String(parts[1]) : folder)
    }
    let line = message.split(separator: "\n").first.map(String.init) ?? "no message"
    let code: Int32 =
      switch status {
      case .exited(let code): code
      case .signaled(let signal): signal
      }
    return .failed(command: command, status: code, message: line)
  }
}
