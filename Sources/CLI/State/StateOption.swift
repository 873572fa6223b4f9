import ArgumentParser
import DeployState
import Documents
import Linter
import Reports
import Workers

/// `--state FILE`, for every command that reads a saved state.
struct StateOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Read this state instead of paddock.state.json beside the configuration (PADDOCK_STATE).",
      valueName: "file"
    ),
    completion: .file()
  )
  var state: String?

  /// The state the user named; `nil` when none was.
  func read(console: Console) throws(CommandError) -> RecordedState? {
    guard let path = state ?? console.variable("PADDOCK_STATE") else { return nil }
    return try Self.read(path)
  }

  /// - Throws: `CommandError` with the places of all mistakes.
  static func read(_ path: String) throws(CommandError) -> RecordedState {
    let bytes = try NamedFile.bytes(path)
    do {
      return RecordedState(path: path, state: try SavedState.read(bytes, path: path))
    } catch {
      throw CommandError(message: error.errors.map { TerminalText.safe($0.description) }.joined(separator: "\n"))
    }
  }
}
