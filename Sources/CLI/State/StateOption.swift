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
    )
  )
  var state: String?

  /// The state the user named; `nil` when none was.
  func read(console: Console) throws(CommandError) -> RecordedState? {
    guard let path = state ?? console.variable("PADDOCK_STATE") else { return nil }
    return try Self.read(path)
  }

  /// - Throws: `CommandError` with the places of all mistakes.
  static func read(_ path: String) throws(CommandError) -> RecordedState {
    let source = try InputFile.read(path)
    do {
      return RecordedState(path: path, state: try SavedState.read(source))
    } catch {
      throw CommandError(message: error.errors.map { TerminalText.safe($0.description) }.joined(separator: "\n"))
    }
  }
}

/// A file the user names on the command line.
enum InputFile {
  /// - Throws: `CommandError` when it cannot be read.
  static func read(_ path: String) throws(CommandError) -> Source {
    let full = path.hasPrefix("/") ? path : "\(SystemEnvironment.currentFolder)/\(path)"
    do {
      return Source(path: path, bytes: try FileRead.bytes(at: full, named: path, limit: 64 << 20))
    } catch {
      throw CommandError(message: "\(path): \(error.reason)")
    }
  }
}
