import Documents
import System
import Workers

/// Files that the user named on the command line or in the settings.
enum NamedFile {
  /// Larger files hold something else: a state of 10,000 versions with 128 bindings each takes 80 MB.
  static let sizeLimit = FileRead.sizeLimit

  /// - Parameter name: the path for messages, where it differs.
  /// - Throws: `CommandError` when it cannot be read.
  static func read(_ path: String, named name: String? = nil, limit: Int = sizeLimit) throws(CommandError) -> Source {
    Source(path: name ?? path, bytes: try bytes(path, named: name, limit: limit))
  }

  /// The content of a file whose lines nobody asks for unless something is wrong.
  static func bytes(_ path: String, named name: String? = nil, limit: Int = sizeLimit) throws(CommandError) -> [UInt8] {
    do {
      return try FileRead.bytes(at: path, named: name ?? path, limit: limit)
    } catch {
      throw CommandError(message: "\(name ?? path): \(error.reason)")
    }
  }
}
