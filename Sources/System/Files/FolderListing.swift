import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Lists the entries of a folder on disk.
package enum FolderListing {
  /// What an entry is; links are not followed.
  package enum Kind: Sendable { case regular, directory, symbolicLink, special }

  /// The names in a folder, in the order of the paths below them.
  ///
  /// - Throws: `FileProblem` with the folder as given in `name`.
  package static func entries(
    ofFolder path: String,
    named name: String
  ) throws(FileProblem) -> [(name: String, kind: Kind)] {
    let descriptor = unsafe FileRead.withSystemPath(path) { unsafe open($0, O_RDONLY | O_CLOEXEC | O_DIRECTORY) }
    guard descriptor >= 0 else { throw FileRead.problem(name, errno) }
    return try entries(of: descriptor, named: name)
  }

  /// The same for an open folder, which is closed here.
  static func entries(
    of descriptor: Int32,
    named name: String
  ) throws(FileProblem) -> [(name: String, kind: Kind)] {
    guard let directory = unsafe fdopendir(descriptor) else {
      let code = errno
      close(descriptor)
      throw FileRead.problem(name, code)
    }
    defer { unsafe closedir(directory) }
    var names: [(name: String, kind: Kind)] = []
    while let entry = unsafe readdir(directory) {
      let type = Int32(unsafe entry.pointee.d_type)
      let entryName = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: UInt8.self, capacity: 256) { name in
          unsafe String(pathBytes: UnsafeBufferPointer(start: name, count: strlen(pointer)))
        }
      }
      if entryName == "." || entryName == ".." { continue }
      names.append((entryName, kind(type, of: entryName, in: descriptor)))
    }
    // Sort folders with a trailing slash: the files of the whole tree then come in path order.
    return names.map { (key: $0.kind == .directory ? $0.name + "/" : $0.name, item: $0) }
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map(\.item)
  }

  private static func kind(_ type: Int32, of name: String, in folder: Int32) -> Kind {
    switch type {
    case Int32(DT_REG): return .regular
    case Int32(DT_DIR): return .directory
    case Int32(DT_LNK): return .symbolicLink
    case Int32(DT_UNKNOWN):
      // Some file systems do not report the type.
      var status = stat()
      let isKnown =
        unsafe FileRead.withSystemPath(name) { unsafe fstatat(folder, $0, &status, AT_SYMLINK_NOFOLLOW) } == 0
      guard isKnown else { return .special }
      switch status.st_mode & S_IFMT {
      case S_IFREG: return .regular
      case S_IFDIR: return .directory
      case S_IFLNK: return .symbolicLink
      default: return .special
      }
    default: return .special
    }
  }
}
