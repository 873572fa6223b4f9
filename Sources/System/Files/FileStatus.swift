package import SystemPackage
import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the system knows about a file.
///
/// Owners are numbers: no name is ever looked up.
package struct FileStatus: Sendable {
  package enum Kind: Sendable { case regular, directory, symbolicLink, pipe, device, socket, other }

  package let kind: Kind
  package let identity: FileIdentity
  package let size: Int
  /// The bits `chmod` sets.
  let permissions: mode_t
  let owner: uid_t
  let group: gid_t

  /// - Throws: the system's error, such as `Errno.noSuchFileOrDirectory`.
  package init(of path: String, followsLinks: Bool = true) throws(Errno) {
    var status = stat()
    let result = unsafe FileRead.withSystemPath(path) { path in
      followsLinks ? unsafe stat(path, &status) : unsafe lstat(path, &status)
    }
    guard result == 0 else { throw Errno(rawValue: errno) }
    self.init(status)
  }

  package init(of descriptor: FileDescriptor) throws(Errno) {
    var status = stat()
    guard unsafe fstat(descriptor.rawValue, &status) == 0 else { throw Errno(rawValue: errno) }
    self.init(status)
  }

  private init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .directory
      case S_IFLNK: .symbolicLink
      case S_IFIFO: .pipe
      case S_IFCHR, S_IFBLK: .device
      case S_IFSOCK: .socket
      default: .other
      }
    identity = FileIdentity(
      device: UInt64(truncatingIfNeeded: status.st_dev),
      number: UInt64(truncatingIfNeeded: status.st_ino)
    )
    size = Int(status.st_size)
    permissions = status.st_mode & 0o7777
    owner = status.st_uid
    group = status.st_gid
  }

  /// Whether a path leads to anything, through all links.
  package static func exists(_ path: String) -> Bool { (try? FileStatus(of: path)) != nil }

  /// Whether a name is taken: also by a broken link, or by something that may not be looked at.
  ///
  /// Reading it then says what is wrong.
  package static func isTaken(_ path: String) -> Bool {
    do {
      _ = try FileStatus(of: path, followsLinks: false)
      return true
    } catch {
      return error != .noSuchFileOrDirectory && error != .notDirectory
    }
  }

  /// Whether a path leads to a file that this process may run.
  package static func isExecutable(_ path: String) -> Bool {
    guard (try? FileStatus(of: path))?.kind == .regular else { return false }
    return unsafe FileRead.withSystemPath(path) { unsafe access($0, X_OK) == 0 }
  }
}

/// Which file it is, whatever its path.
package struct FileIdentity: Sendable, Hashable {
  let device: UInt64
  let number: UInt64
}
