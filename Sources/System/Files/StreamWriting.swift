package import SystemPackage
import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes to what is not replaced: pipes, devices, and the end of files.
package enum StreamWriting {
  /// How long a named pipe is given to find a reader, which may be a program that is just being started.
  package static let patience = Duration.seconds(2)

  /// Writes to an open file of this process, where its earlier output ended.
  package static func write(_ bytes: [UInt8], to file: FileDescriptor) throws(WriteProblem) {
    do throws(Errno) { try file.writeEverything(bytes) } catch { throw .system(error) }
  }

  /// Opens a pipe or a device and writes to it.
  package static func write(_ bytes: [UInt8], to path: String) throws(WriteProblem) {
    let file = try open(path, flags: O_WRONLY | O_APPEND | O_NOCTTY)
    defer { try? file.close() }
    try write(bytes, to: file)
  }

  /// Adds to the end of a file, which is created where it is missing; links are followed.
  ///
  /// What was written of it when something fails is taken back, if the file is a regular one.
  package static func append(_ bytes: [UInt8], to path: String) throws(WriteProblem) {
    let file = try open(path, flags: O_WRONLY | O_APPEND | O_NOCTTY | O_CREAT)
    defer { try? file.close() }
    let before = try? FileStatus(of: file)
    do throws(Errno) {
      try file.writeEverything(bytes)
      try file.synchronize()
    } catch {
      if let before, before.kind == .regular { try? file.cut(to: before.size) }
      throw .system(error)
    }
  }

  /// Never waits for a reader longer than `patience`, though a slow one is waited for later.
  private static func open(_ path: String, flags: Int32) throws(WriteProblem) -> FileDescriptor {
    let deadline = ContinuousClock.now + patience
    while true {
      let number = unsafe FileRead.withSystemPath(path) { unsafe systemOpen($0, flags | O_NONBLOCK | O_CLOEXEC) }
      if number >= 0 {
        _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) & ~O_NONBLOCK)
        return FileDescriptor(rawValue: number)
      }
      let error = Errno(rawValue: errno)
      guard error == .noSuchAddressOrDevice else {
        if error == .interrupted { continue }
        throw WriteProblem(error)
      }
      guard (try? FileStatus(of: path))?.kind == .pipe else { throw .system(error) }
      if ContinuousClock.now > deadline { throw .noReader }
      usleep(10_000)
    }
  }
}

/// Outside of the type, whose function of the same name would be taken.
private func systemOpen(_ path: UnsafePointer<CChar>, _ flags: Int32) -> Int32 { unsafe open(path, flags, 0o666) }
