import SystemPackage
import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is being written and is not yet what it is to be: without a name, or with a hidden one.
///
/// It goes away with this value unless it is published.
struct NewFile: ~Copyable {
  private let folder: FileDescriptor
  private let file: FileDescriptor
  /// The hidden name; `nil` while it has none.
  private var name: String?

  init(in folder: FileDescriptor, permissions: mode_t) throws(Errno) {
    self.folder = folder
    if let file = try Self.unnamed(in: folder, permissions) {
      self.file = file
    } else {
      (file, name) = try Self.hidden(in: folder, permissions)
    }
  }

  deinit {
    if let name { try? Self.remove(name, in: folder) }
    try? file.close()
  }

  /// - Parameter model: the file whose permissions and owner it gets.
  func write(_ bytes: [UInt8], as model: FileStatus?) throws(Errno) {
    try file.writeEverything(bytes)
    if let model { try imitate(model) }
    try file.synchronize()
  }

  /// Only root, as a rule, may give a file to somebody else; a user may give it to a group of theirs.
  private func imitate(_ model: FileStatus) throws(Errno) {
    let own = try FileStatus(of: file)
    var permissions = model.permissions
    if (own.owner, own.group) != (model.owner, model.group),
      fchown(file.rawValue, model.owner, model.group) != 0
    {
      permissions &= 0o777
      // What the file's group may do is not meant for another one, which gets what everybody may.
      if own.group != model.group, fchown(file.rawValue, uid_t.max, model.group) != 0 {
        permissions = permissions & 0o707 | (permissions & 0o007) << 3
      }
    }
    if fchmod(file.rawValue, permissions) != 0 { throw Errno(rawValue: errno) }
  }

  /// Gives the file its name.
  ///
  /// - Parameter replacing: whether a file that has the name goes; else it is an error.
  mutating func publish(as final: String, replacing: Bool) throws(Errno) {
    if let name {
      if replacing {
        try Self.rename(name, to: final, in: folder)
        self.name = nil
      } else {
        // The hidden name goes with this value.
        try check(unsafe Self.withPaths(name, final) { unsafe linkat(folder.rawValue, $0, folder.rawValue, $1, 0) })
      }
    } else if replacing {
      // A link never replaces: the file is hidden for a moment.
      let hidden = Self.hiddenName()
      try link(as: hidden)
      do throws(Errno) {
        try Self.rename(hidden, to: final, in: folder)
      } catch {
        try? Self.remove(hidden, in: folder)
        throw error
      }
    } else {
      try link(as: final)
    }
  }

  // MARK: Without a name

  #if canImport(Darwin)
    private static func unnamed(in folder: FileDescriptor, _ permissions: mode_t) throws(Errno) -> FileDescriptor? {
      nil
    }

    private func link(as name: String) throws(Errno) { throw .notSupported }
  #else
    /// `O_TMPFILE`, with the value of all processors that Swift builds for; see `folderFlags` for why it is a number.
    private static let temporaryFileFlag: Int32 = 0o20_000_000 | O_DIRECTORY

    /// `nil` where the file system cannot do it, or it could not get a name later.
    private static func unnamed(in folder: FileDescriptor, _ permissions: mode_t) throws(Errno) -> FileDescriptor? {
      // Without /proc there is no way to name it.
      guard FileStatus.exists("/proc/self/fd") else { return nil }
      let number = unsafe openat(folder.rawValue, ".", temporaryFileFlag | O_WRONLY | O_CLOEXEC, permissions)
      if number >= 0 { return FileDescriptor(rawValue: number) }
      switch Errno(rawValue: errno) {
      case .notSupported, .isDirectory, .invalidArgument, .noSuchFileOrDirectory: return nil
      case let error: throw error
      }
    }

    private func link(as name: String) throws(Errno) {
      let own = "/proc/self/fd/\(file.rawValue)"
      try check(
        unsafe Self.withPaths(own, name) { unsafe linkat(AT_FDCWD, $0, folder.rawValue, $1, AT_SYMLINK_FOLLOW) }
      )
    }
  #endif

  // MARK: With a hidden name

  private static func hidden(in folder: FileDescriptor, _ permissions: mode_t) throws(Errno) -> (FileDescriptor, String)
  {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    for _ in 0..<8 {
      let name = hiddenName()
      let number = unsafe FileRead.withSystemPath(name) { unsafe openat(folder.rawValue, $0, flags, permissions) }
      if number >= 0 { return (FileDescriptor(rawValue: number), name) }
      if errno != EEXIST { throw Errno(rawValue: errno) }
    }
    throw .fileExists
  }

  /// Short, for the file's own name may be as long as names can be.
  private static func hiddenName() -> String { ".paddock-\(String(UInt64.random(in: 0...UInt64.max), radix: 36))" }

  private static func rename(_ name: String, to newName: String, in folder: FileDescriptor) throws(Errno) {
    try check(unsafe withPaths(name, newName) { unsafe renameat(folder.rawValue, $0, folder.rawValue, $1) })
  }

  private static func remove(_ name: String, in folder: FileDescriptor) throws(Errno) {
    try check(unsafe FileRead.withSystemPath(name) { unsafe unlinkat(folder.rawValue, $0, 0) })
  }

  private static func withPaths(
    _ first: String,
    _ second: String,
    _ call: (UnsafePointer<CChar>, UnsafePointer<CChar>) -> Int32
  ) -> Int32 {
    unsafe FileRead.withSystemPath(first) { first in
      unsafe FileRead.withSystemPath(second) { unsafe call(first, $0) }
    }
  }

  private static func check(_ result: Int32) throws(Errno) {
    if result != 0 { throw Errno(rawValue: errno) }
  }

  private func check(_ result: Int32) throws(Errno) { try Self.check(result) }
}
