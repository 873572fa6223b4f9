import Documents
import Text

/// What happened to one path between two states of the files.
package struct FileChange: Sendable, Hashable {
  /// The path from the top of the repository, after the change.
  package let path: String
  /// The path before, which differs only for a file that moved.
  package let oldPath: String
  /// The file before; `nil` for a new one.
  package let old: TrackedFile?
  /// The file after; `nil` for a deleted one.
  package let new: TrackedFile?
  /// Whether the index holds several versions of it because of a merge conflict.
  package let isConflict: Bool

  /// The records of git's raw diff format with NUL bytes: `:` old mode, new mode, old object, new object, status, a NUL
  /// byte, the path, a NUL byte, and for a file that moved the new path and a NUL byte.
  static func list(_ output: [UInt8]) -> [FileChange] {
    var changes: [FileChange] = []
    var parts = output.split(separator: 0, omittingEmptySubsequences: false).makeIterator()
    while let head = parts.next() {
      let fields = head.dropFirst().split(separator: UInt8(ascii: " "))
      guard head.first == UInt8(ascii: ":"), fields.count == 5, let status = fields[4].first,
        let path = parts.next().map({ String(pathBytes: $0) })
      else { continue }
      let hasMoved = status == UInt8(ascii: "R") || status == UInt8(ascii: "C")
      let newPath = hasMoved ? parts.next().map { String(pathBytes: $0) } ?? path : path
      func file(_ mode: ArraySlice<UInt8>, _ object: ArraySlice<UInt8>, _ path: String) -> TrackedFile? {
        guard let mode = TrackedFile.Mode(String(decoding: mode, as: UTF8.self)),
          let object = ObjectID(hexadecimal: object)
        else { return nil }
        return TrackedFile(path: path, mode: mode, object: object)
      }
      changes.append(
        FileChange(
          path: newPath,
          oldPath: path,
          old: file(fields[0], fields[2], path),
          new: file(fields[1], fields[3], newPath),
          isConflict: status == UInt8(ascii: "U")
        )
      )
    }
    return changes
  }
}
