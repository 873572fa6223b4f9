import DeployState
import Documents
import Linter
import Reports
import Workers

/// `paddock.state.json` on disk.
struct StateFile {
  /// `nil` for standard output.
  private let output: OutputFile?

  /// - Parameter path: `-` is standard output.
  /// - Throws: `CommandError` for what cannot be written to.
  init(_ path: String) throws(CommandError) {
    let output = path == "-" ? nil : try OutputFile(path, what: "the state")
    self.output = output?.isStandardOutput == true ? nil : output
  }

  /// What messages call it.
  var shownName: String { output?.name ?? "standard output" }

  /// What is recorded so far; a state in which nothing is known when there is no file.
  ///
  /// - Throws: `CommandError` with every mistake of a file that is not a saved state.
  func read() throws(CommandError) -> RemoteState {
    guard let output, output.isExistingFile else { return RemoteState() }
    return try StateOption.read(output.name).state
  }

  /// Replaces the file in one step, so that no reader sees half a state and a failure leaves the old one.
  func write(_ state: RemoteState, to console: Console) throws(CommandError) {
    let text = String(decoding: SavedState.bytes(of: state), as: UTF8.self)
    guard let output else { return console.write(text) }
    try output.write(text)
  }
}
