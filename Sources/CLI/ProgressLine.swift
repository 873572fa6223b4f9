import Dispatch
import Linter

/// One line on a terminal that says how far a longer run has come; nothing when piped or when the run is short.
final class ProgressLine: Sendable {
  private let progress: ScanProgress
  private let console: Console
  private let isWanted: Bool
  private let queue = DispatchQueue(label: "progress")
  private let timer: any DispatchSourceTimer

  init(_ progress: ScanProgress, console: Console, isWanted: Bool) {
    self.progress = progress
    self.console = console
    self.isWanted = isWanted && console.errorIsTerminal && console.variable("TERM") != "dumb"
    timer = DispatchSource.makeTimerSource(queue: queue)
  }

  func start() {
    guard isWanted else { return }
    timer.setEventHandler { [progress, console] in
      let (done, total) = progress.files
      let text = total == 0 ? "Looking for files" : "Checked \(done) of \(total) files"
      console.writeError("\r\u{1B}[K\(text)")
    }
    timer.schedule(deadline: .now() + .milliseconds(500), repeating: .milliseconds(100))
    timer.resume()
  }

  /// Ends the line and clears it.
  func stop() {
    guard isWanted else { return }
    timer.cancel()
    // After the last event on the queue nothing more is written.
    queue.sync { console.writeError("\r\u{1B}[K") }
  }
}
