package import SystemPackage
import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The current folder of the process.
package enum WorkingFolder {
  /// Its absolute path.
  ///
  /// - Throws: `Errno.noSuchFileOrDirectory` when it was deleted, or lies outside of the root of this process.
  package static func path() throws(Errno) -> String {
    guard let text = unsafe getcwd(nil, 0) else { throw Errno(rawValue: errno) }
    defer { unsafe free(text) }
    let path = unsafe String(pathBytes: UnsafeRawBufferPointer(start: text, count: strlen(text)))
    // Linux answers "(unreachable)/…" for a folder outside of the root.
    guard path.hasPrefix("/") else { throw .noSuchFileOrDirectory }
    return path
  }
}
