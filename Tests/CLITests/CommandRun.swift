import Linter
import Synchronization

@testable import CLI

/// One command line run inside the test, with everything it wrote.
struct CommandRun {
  let status: Linter.ExitStatus
  let output: String
  let errors: String

  /// - Parameter environment: the whole environment the command sees.
  init(_ arguments: [String], environment: [String: String] = [:], outputIsTerminal: Bool = false) {
    let output = Capture()
    let errors = Capture()
    let console = Console(
      environment: environment,
      outputIsTerminal: outputIsTerminal,
      errorIsTerminal: false,
      measuresTime: false,
      output: { output.append($0) },
      error: { errors.append($0) }
    )
    status = Paddock.run(arguments: arguments, console: console)
    self.output = output.text
    self.errors = errors.text
  }

  private final class Capture: Sendable {
    private let state = Mutex("")
    var text: String { state.withLock { $0 } }
    func append(_ more: String) { state.withLock { $0 += more } }
  }
}
