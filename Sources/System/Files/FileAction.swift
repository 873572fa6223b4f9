package import SystemPackage
import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Small changes to files: the ones a command makes because the user asked for it.
package enum FileAction {
  /// Renames a file; one that has the new name already is replaced.
  package static func rename(_ path: String, to newPath: String) throws(Errno) {
    try check(
      unsafe FileRead.withSystemPath(path) { old in
        unsafe FileRead.withSystemPath(newPath) { new in unsafe systemRename(old, new) }
      }
    )
  }

  /// Removes a file or a link, never a folder.
  package static func remove(_ path: String) throws(Errno) {
    try check(unsafe FileRead.withSystemPath(path) { unsafe unlink($0) })
  }

  /// Lets everybody read and run a file, and its owner change it.
  package static func makeExecutable(_ path: String) throws(Errno) {
    try check(unsafe FileRead.withSystemPath(path) { unsafe chmod($0, 0o755) })
  }

  /// Creates a folder and those above it, as far as they are missing.
  package static func createFolder(_ path: String) throws(Errno) {
    if FileRead.isFolder(path) == true { return }
    let above = FilePath.folder(of: path)
    if !above.isEmpty { try createFolder(above) }
    do {
      try check(unsafe FileRead.withSystemPath(path) { unsafe mkdir($0, 0o777) })
    } catch {
      // Another process may have created it meanwhile.
      if FileRead.isFolder(path) != true { throw error }
    }
  }

  private static func check(_ result: Int32) throws(Errno) {
    if result != 0 { throw Errno(rawValue: errno) }
  }
}

/// Outside of the type, whose function of the same name would be taken.
private func systemRename(_ old: UnsafePointer<CChar>, _ new: UnsafePointer<CChar>) -> Int32 {
  unsafe rename(old, new)
}
