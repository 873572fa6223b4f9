import DeployState
import Documents
import FoundationEssentials
import Reports
import Workers

/// `paddock.state.json` on disk.
struct StateFile {
  /// Larger files hold something else: 10,000 versions with 128 bindings each take less.
  static let sizeLimit = 64 << 20

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
    let bytes: [UInt8]
    do {
      bytes = try FileRead.bytes(at: path, named: path, limit: Self.sizeLimit)
    } catch {
      throw CommandError(message: "\(path): \(error.reason)")
    }
    do {
      return try SavedState.read(Source(path: path, bytes: bytes))
    } catch {
      throw CommandError(message: error.errors.map { TerminalText.safe($0.description) }.joined(separator: "\n"))
    }
  }

  /// Replaces the file in one step, so that no reader sees half a state and a failure leaves the old one.
  func write(_ state: RemoteState, to console: Console) throws(CommandError) {
    let bytes = SavedState.bytes(of: state)
    guard let path else {
      console.write(String(decoding: bytes, as: UTF8.self))
      return
    }
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      let reason: String =
        switch (error as? CocoaError)?.code {
        case .fileNoSuchFile: "no such folder"
        case .fileWriteNoPermission: "no permission"
        default: "the system refused it"
        }
      throw CommandError(message: "\(path): the state cannot be written there: \(reason)")
    }
  }
}
