import SystemPackage
import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes a whole file so that a reader sees the old content or the new one, never half of it.
///
/// The new content is complete, and on the disk, before it gets the file's name. On Linux it has no name at all until
/// then, so that a program that is killed while it writes leaves nothing behind; where the file system cannot do that,
/// it has a hidden name beside the file.
package struct FileReplacement {
  private let place: FilePlace
  /// Everything happens in this folder, whatever is renamed meanwhile.
  private let folder: FileDescriptor

  /// Replaces a file, or creates it.
  ///
  /// A file that is replaced keeps its permissions, and its owner and group where this process may give files away.
  /// Where its folder cannot be changed, or something is mounted on the file, it is written in place.
  package static func write(_ bytes: [UInt8], to place: FilePlace) throws(WriteProblem) {
    try inFolder(of: place) { replacement throws(WriteProblem) in try replacement.replace(with: bytes) }
  }

  /// Creates a file that anybody may run; what has the name already stays.
  ///
  /// - Throws: `Errno.fileExists` in a `WriteProblem` for a name that is taken.
  package static func createExecutable(_ bytes: [UInt8], at path: String) throws(WriteProblem) {
    guard case .file(let place) = try OutputPlace(path), place.existing == nil else {
      throw .system(.fileExists)
    }
    try inFolder(of: place) { replacement throws(WriteProblem) in try replacement.create(bytes) }
  }

  private static func inFolder(
    of place: FilePlace,
    _ body: (FileReplacement) throws(WriteProblem) -> Void
  ) throws(WriteProblem) {
    let path = place.folder.isEmpty ? "." : place.folder
    let number = unsafe FileRead.withSystemPath(path) { unsafe open($0, folderFlags) }
    guard number >= 0 else { throw WriteProblem(Errno(rawValue: errno)) }
    defer { close(number) }
    try body(FileReplacement(place: place, folder: FileDescriptor(rawValue: number)))
  }

  #if canImport(Darwin)
    private static let folderFlags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
  #else
    /// `O_PATH`: a folder in which files may be created need not be readable.
    ///
    /// The header shows the name only to programs that ask for the extensions of GNU.
    private static let folderFlags = 0o10_000_000 | O_DIRECTORY | O_CLOEXEC
  #endif

  // MARK: The two ways

  private func replace(with bytes: [UInt8]) throws(WriteProblem) {
    // A file that its owner has made read-only is not to be changed, even where the folder would allow it.
    if place.existing != nil {
      try unsafe asking { unsafe faccessat(folder.rawValue, $0, W_OK, AT_EACCESS) }
    }
    do throws(Errno) {
      var new = try NewFile(in: folder, permissions: 0o666)
      try new.write(bytes, as: place.existing)
      if place.existing == nil {
        do throws(Errno) {
          try new.publish(as: place.name, replacing: false)
          return
        } catch .fileExists {
          // Another process was quicker; its file is replaced.
        }
      }
      try new.publish(as: place.name, replacing: true)
    } catch {
      guard place.existing != nil, Self.preventsReplacing(error) else { throw WriteProblem(error) }
      try writeInPlace(bytes)
    }
  }

  private func create(_ bytes: [UInt8]) throws(WriteProblem) {
    do throws(Errno) {
      var new = try NewFile(in: folder, permissions: 0o777)
      try new.write(bytes, as: nil)
      try new.publish(as: place.name, replacing: false)
    } catch {
      throw WriteProblem(error)
    }
  }

  /// The folder is read-only or belongs to others, or the file is a mount point, as files in containers often are.
  private static func preventsReplacing(_ error: Errno) -> Bool {
    [.permissionDenied, .notPermitted, .readOnlyFileSystem, .resourceBusy].contains(error)
  }

  /// Writes over the content of the file.
  ///
  /// The space is taken first: a full disk is noticed while the old content is still whole.
  private func writeInPlace(_ bytes: [UInt8]) throws(WriteProblem) {
    let flags = O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let number = unsafe FileRead.withSystemPath(place.name) { unsafe openat(folder.rawValue, $0, flags) }
    guard number >= 0 else { throw WriteProblem(Errno(rawValue: errno)) }
    let file = FileDescriptor(rawValue: number)
    defer { close(number) }
    do throws(Errno) {
      let status = try FileStatus(of: file)
      guard status.identity == place.existing?.identity else { throw .resourceBusy }
      try Self.reserve(bytes.count, in: file, size: status.size)
    } catch {
      throw WriteProblem(error)
    }
    do throws(Errno) {
      try file.writeEverything(bytes)
      try file.cut(to: bytes.count)
      try file.synchronize()
    } catch {
      throw .incomplete(error)
    }
  }

  private static func reserve(_ count: Int, in file: FileDescriptor, size: Int) throws(Errno) {
    #if !canImport(Darwin)
      guard count > size else { return }
      let error = Errno(rawValue: posix_fallocate(file.rawValue, off_t(size), off_t(count - size)))
      // Not every file system can do so.
      if error.rawValue == 0 || [.notSupported, .noFunction, .invalidArgument, .badFileDescriptor].contains(error) {
        return
      }
      try? file.cut(to: size)
      throw error
    #endif
  }

  private func asking(_ call: (UnsafePointer<CChar>) -> Int32) throws(WriteProblem) {
    if unsafe FileRead.withSystemPath(place.name, call) != 0 { throw WriteProblem(Errno(rawValue: errno)) }
  }
}

extension FileDescriptor {
  /// Makes a file this long.
  func cut(to size: Int) throws(Errno) {
    while ftruncate(rawValue, off_t(size)) != 0 {
      if errno != EINTR { throw Errno(rawValue: errno) }
    }
  }
}
