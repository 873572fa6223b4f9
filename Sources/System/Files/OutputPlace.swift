package import SystemPackage
import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where a file named for output really is, behind the links that lead to it, and what is there.
package enum OutputPlace: Sendable {
  /// An open file of this process, as `/dev/stdout` or `/dev/fd/3`.
  case descriptor(FileDescriptor)
  /// A named pipe, a device, or an open file of another process: opened and written as it is.
  case stream(path: String)
  /// A regular file, or a name that is free.
  case file(FilePlace)

  /// As many links as Linux follows.
  private static let linkLimit = 40

  /// Follows a path to what it names.
  ///
  /// A link that leads nowhere is followed, too: its target is what is to be created.
  package init(_ path: String) throws(WriteProblem) {
    var path = path
    for _ in 0...Self.linkLimit {
      if let descriptor = Self.openDescriptor(path) {
        self = .descriptor(descriptor)
        return
      }
      let status: FileStatus?
      do {
        status = try FileStatus(of: path, followsLinks: false)
      } catch {
        guard error == .noSuchFileOrDirectory else { throw WriteProblem(error) }
        status = nil
      }
      switch status?.kind {
      case .symbolicLink:
        // The links in these folders stand for open files; their text is only a description.
        if Self.isProcessFolder(Self.realPath(FilePath.folder(of: path))) {
          self = .stream(path: path)
          return
        }
        let target = try Self.target(ofLink: path)
        path = target.hasPrefix("/") ? target : FilePath.join(Self.folder(of: path), target)
      case .directory: throw .isFolder
      case .pipe, .device, .socket, .other:
        self = .stream(path: path)
        return
      case .regular, nil:
        self = .file(try FilePlace(path, status: status))
        return
      }
    }
    throw .linkLoop
  }

  /// "/" for what is right below it, where `FilePath.folder` says "".
  static func folder(of path: String) -> String {
    let folder = FilePath.folder(of: path)
    return folder.isEmpty && path.hasPrefix("/") ? "/" : folder
  }

  /// The open file of this process that a path stands for.
  private static func openDescriptor(_ path: String) -> FileDescriptor? {
    switch path {
    case "/dev/stdout": return .standardOutput
    case "/dev/stderr": return .standardError
    default: break
    }
    let name = FilePath.name(of: path)
    guard !name.isEmpty, name.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = CInt(name) else {
      return nil
    }
    let folder = FilePath.folder(of: path)
    // Asked for by name first: there may be no /proc.
    if ["/dev/fd", "/proc/self/fd", "/proc/thread-self/fd"].contains(folder) {
      return FileDescriptor(rawValue: number)
    }
    guard let real = realPath(folder), let own = realPath("/proc/self") else { return nil }
    let isOwn = real == "\(own)/fd" || (real.hasPrefix("\(own)/task/") && real.hasSuffix("/fd"))
    return isOwn ? FileDescriptor(rawValue: number) : nil
  }

  private static func isProcessFolder(_ folder: String?) -> Bool {
    guard let folder else { return false }
    return folder.hasPrefix("/proc/") && folder.hasSuffix("/fd")
  }

  private static func realPath(_ path: String) -> String? {
    guard let text = unsafe FileRead.withSystemPath(path, { unsafe realpath($0, nil) }) else { return nil }
    defer { unsafe free(text) }
    return unsafe String(pathBytes: UnsafeRawBufferPointer(start: text, count: strlen(text)))
  }

  private static func target(ofLink path: String) throws(WriteProblem) -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe FileRead.withSystemPath(path) { unsafe readlink($0, &buffer, buffer.count) }
    guard count >= 0 else { throw WriteProblem(Errno(rawValue: errno)) }
    guard count > 0 else { throw .noFolder }
    return String(pathBytes: buffer[..<count].map { UInt8(bitPattern: $0) })
  }
}

/// A regular file to be written, or a free name, and the folder it is in.
package struct FilePlace: Sendable {
  /// "" for the current folder.
  let folder: String
  let name: String
  /// What is there now.
  let existing: FileStatus?
  private let folderIdentity: FileIdentity

  fileprivate init(_ path: String, status: FileStatus?) throws(WriteProblem) {
    folder = OutputPlace.folder(of: path)
    name = FilePath.name(of: path)
    existing = status
    // "none/" and "none/." name folders.
    if name.isEmpty || name == "." || name == ".." { throw .noFolder }
    do throws(Errno) {
      folderIdentity = try FileStatus(of: folder.isEmpty ? "." : folder).identity
    } catch {
      throw WriteProblem(error)
    }
  }

  /// Whether the name is not free.
  package var isTaken: Bool { existing != nil }

  /// Whether two places are the same file, by whatever links or paths they were named.
  package func isSame(as other: FilePlace) -> Bool {
    if let existing, let there = other.existing { return existing.identity == there.identity }
    return existing == nil && other.existing == nil && folderIdentity == other.folderIdentity && name == other.name
  }

  /// Whether an open file is the one at this place.
  package func isOpen(as descriptor: FileDescriptor) -> Bool {
    guard let existing, let status = try? FileStatus(of: descriptor) else { return false }
    return status.identity == existing.identity
  }
}
