import Dispatch
import Linter
import Synchronization

/// One line on a terminal that says how far a longer run has come; nothing when piped or when the run is short.
final class ProgressLine: Sendable {
  private let progress: ScanProgress
  private let console: Console
  private let isWanted: Bool
  private let queue = DispatchQueue(label: "progress")
  private let isStopped = Mutex(false)

  init(_ progress: ScanProgress, console: Console, isWanted: Bool) {
    self.progress = progress
    self.console = console
    self.isWanted = isWanted && console.errorIsTerminal && console.variable("TERM") != "dumb"
  }

  /// Shows the line half a second from now, if the run still goes on then.
  func start() {
    if isWanted { schedule(after: .milliseconds(500)) }
  }

  private func schedule(after delay: DispatchTimeInterval) {
    queue.asyncAfter(deadline: .now() + delay) { [self] in
      if isStopped.withLock({ $0 }) { return }
      let (done, total) = progress.files
      console.writeError("\r\u{1B}[K" + Self.words(done, total))
      schedule(after: .milliseconds(100))
    }
  }

  /// How many versions a history holds is only known at its end.
  private static func words(_ done: Int, _ total: Int) -> String {
    if total > 0 { return "Checked \(done) of \(total) files" }
    return done == 0 ? "Looking for files" : "Checked \(done) versions of files"
  }

  /// Ends the line and clears it.
  func stop() {
    guard isWanted else { return }
    isStopped.withLock { $0 = true }
    // On the queue, after anything that is being written just now.
    queue.sync { console.writeError("\r\u{1B}[K") }
  }
}
