import Documents
import SystemPackage
import Text

/// The small files that say how a repository is set up.
enum SmallFile {
  /// Settings files are never larger; of an ignore file, this much is read.
  private static let limit = 1 << 20

  /// The content of a file; `nil` when there is none, or it cannot be read.
  ///
  /// Never blocks, not even on a pipe without a writer.
  static func read(_ path: String) -> [UInt8]? {
    let path = unsafe FilePath(platformString: path.pathBytes.map { CChar(bitPattern: $0) } + [0])
    guard let file = try? FileDescriptor.open(path, .readOnly, options: [.nonBlocking, .closeOnExec]) else {
      return nil
    }
    return try? file.closeAfter {
      var bytes: [UInt8] = []
      var chunk = [UInt8](repeating: 0, count: 16 << 10)
      while bytes.count < limit {
        let count = try unsafe chunk.withUnsafeMutableBytes { try unsafe file.read(into: $0) }
        if count == 0 { break }
        bytes += chunk[..<count]
      }
      return bytes
    }
  }
}
