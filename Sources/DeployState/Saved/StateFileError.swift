package import Documents

/// Why a file about the remote side, a capture or a saved state, is not taken.
package struct StateFileError: Error, Sendable, Hashable, CustomStringConvertible {
  package let path: String
  package let position: Position
  /// One sentence without the place, and never with a value.
  package let message: String

  package init(path: String, position: Position, message: String) {
    self.path = path
    self.position = position
    self.message = message
  }

  /// At a region of a source.
  package init(_ source: Source, _ region: Region, _ message: String) {
    self.init(path: source.path, position: source.lines.position(at: region.start), message: message)
  }

  /// The place and the sentence: "paddock.state.json:3:1: unknown key …".
  package var description: String { "\(path):\(position.line):\(position.column): \(message)" }
}

/// Everything that is wrong with such a file, in the order of the places.
package struct StateFileErrors: Error, Sendable {
  package let errors: [StateFileError]

  package init(_ errors: [StateFileError]) {
    self.errors = errors.sorted { $0.position < $1.position }
  }
}
