import FoundationEssentials
import SystemPackage

/// Files that commands write because the user named them.
enum OutputFile {
  /// Replaces a file in one step, so that no reader sees half of it; devices and pipes are written to directly.
  ///
  /// - Parameter what: what is written, for the message: "the report".
  /// - Throws: `CommandError` when it cannot be written.
  static func write(_ text: String, to file: String, what: String) throws(CommandError) {
    do {
      let kind = try? FileManager.default.attributesOfItem(atPath: file)[.type] as? FileAttributeType
      if let kind, kind != .typeRegular, kind != .typeSymbolicLink {
        let descriptor = try FileDescriptor.open(FilePath(file), .writeOnly)
        _ = try descriptor.closeAfter { try descriptor.writeAll(Array(text.utf8)) }
      } else {
        try Data(text.utf8).write(to: URL(filePath: file), options: .atomic)
      }
    } catch {
      throw CommandError(message: "\(file): \(what) cannot be written there: \(reason(error))")
    }
  }

  /// Adds to the end of a file.
  ///
  /// - Throws: `CommandError` when it cannot be written.
  static func append(_ text: String, to file: String, what: String) throws(CommandError) {
    do {
      let descriptor = try FileDescriptor.open(
        FilePath(file),
        .writeOnly,
        options: [.append, .create],
        permissions: [.ownerReadWrite, .groupRead, .otherRead]
      )
      _ = try descriptor.closeAfter { try descriptor.writeAll(Array(text.utf8)) }
    } catch {
      throw CommandError(message: "\(file): \(what) cannot be written there: \(reason(error))")
    }
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case let error as Errno: "\(error)"
    case let error as CocoaError where error.code == .fileNoSuchFile: "no such folder"
    case let error as CocoaError where error.code == .fileWriteNoPermission: "no permission"
    default: "the system refused it"
    }
  }
}
