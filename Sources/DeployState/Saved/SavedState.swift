package import Documents

/// The remote side as a file, `paddock.state.json`: names, times and what is not known, never a value.
///
/// The format is described in `docs/state.schema.json`. What the file leaves out is unknown, not empty.
package enum SavedState {
  /// The usual name of the file.
  package static let fileName = "paddock.state.json"

  /// Raised when a member changes its meaning or goes away.
  package static let schemaVersion = 1

  /// The content of a file.
  ///
  /// - Throws: everything that is wrong with it; a damaged file tells nothing rather than half of it.
  package static func read(_ source: Source) throws(StateFileErrors) -> RemoteState {
    var reader = SavedStateReader(source)
    let state = reader.read()
    if !reader.errors.isEmpty { throw StateFileErrors(reader.errors) }
    return state
  }

  /// The file for a state: sorted by name, one fact in a line, so that changes merge line by line.
  package static func bytes(of state: RemoteState) -> [UInt8] {
    Array(SavedStateWriter.document(state).text.utf8)
  }
}
