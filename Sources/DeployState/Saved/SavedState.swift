import Documents

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
  package static func read(_ bytes: [UInt8], path: String) throws(StateFileErrors) -> RemoteState {
    var reader = SavedStateReader(bytes)
    let state = reader.read()
    let isWhole = reader.cursor.isAtEnd()
    if isWhole, reader.mistakes.isEmpty { return state }
    let source = Source(path: path, bytes: bytes)
    // After damage, what is missing was lost and needs no sentence of its own.
    if !isWhole { throw StateFileErrors(damage(in: source, from: reader.cursor.position)) }
    throw StateFileErrors(
      reader.mistakes.map {
        StateFileError(source, Region(start: $0.offset, end: $0.offset), $0.message)
      }
    )
  }

  /// What is wrong with a text that is no JSON.
  private static func damage(in source: Source, from offset: Int) -> [StateFileError] {
    let errors = JSONCParser.parse(source.bytes).errors.map { StateFileError(source, $0.region, $0.message) }
    // Where the two readers of JSON differ, the file is refused all the same.
    return errors.isEmpty
      ? [StateFileError(source, Region(start: offset, end: offset), "expected other JSON here")] : errors
  }

  /// The file for a state: sorted by name, one fact in a line, so that changes merge line by line.
  package static func bytes(of state: RemoteState) -> [UInt8] {
    SavedStateWriter.document(state).bytes
  }
}
