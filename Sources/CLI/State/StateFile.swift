import DeployState
import Documents
import FoundationEssentials
import Linter
import Reports
import Workers

/// `paddock.state.json` on disk.
struct StateFile {
  /// `nil` for standard output.
  private let path: String?

  /// - Parameter path: `-` is standard output.
  init(_ path: String) {
    self.path = path == "-" ? nil : path
  }

  /// What messages call it.
  var shownName: String { path ?? "standard output" }

  /// What is recorded so far; a state in which nothing is known when there is no file.
  ///
  /// - Throws: `CommandError` with every mistake of a file that is not a saved state.
  func read() throws(CommandError) -> RemoteState {
    guard let path, FileManager.default.fileExists(atPath: path) else { return RemoteState() }
    return try StateOption.read(path).state
  }

  /// Replaces the file in one step, so that no reader sees half a state and a failure leaves the old one.
  func write(_ state: RemoteState, to console: Console) throws(CommandError) {
    let text = String(decoding: SavedState.bytes(of: state), as: UTF8.self)
    guard let path else { return console.write(text) }
    try OutputFile.write(text, to: path, what: "the state")
  }
}
