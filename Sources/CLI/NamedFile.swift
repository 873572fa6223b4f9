import Documents
import Workers

/// Files that the user named on the command line or in the settings.
enum NamedFile {
  /// Larger files hold something else: a state of 10,000 versions with 128 bindings each takes less.
  static let sizeLimit = 64 << 20

  /// - Parameter name: the path for messages, where it differs.
  /// - Throws: `CommandError` when it cannot be read.
  static func read(_ path: String, named name: String? = nil, limit: Int = sizeLimit) throws(CommandError) -> Source {
    do {
      return Source(path: name ?? path, bytes: try FileRead.bytes(at: path, named: name ?? path, limit: limit))
    } catch {
      throw CommandError(message: "\(name ?? path): \(error.reason)")
    }
  }
}
