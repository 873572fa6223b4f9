import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads whole files through the system's own calls; the only place where the program opens files to read them.
package enum FileRead {
  /// Files above this size are not read: 256 MiB.
  package static let sizeLimit = 256 << 20

  /// The bytes of a file.
  ///
  /// Symbolic links are followed.
  ///
  /// - Throws: `FileProblem` with `path` as given in `name`.
  package static func bytes(at path: String, named name: String, limit: Int = sizeLimit) throws(FileProblem) -> [UInt8]
  {
    var buffer: [UInt8] = []
    try read(path, named: name, limit: limit, into: &buffer)
    return buffer
  }

  /// Reads a file into a reusable buffer; the content replaces what was in it.
  package static func read(
    _ path: String,
    named name: String,
    limit: Int = sizeLimit,
    into buffer: inout [UInt8]
  ) throws(FileProblem) {
    // O_NONBLOCK: a named pipe without a writer must not stop the run.
    let descriptor = unsafe withSystemPath(path) { unsafe open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { throw problem(name, errno) }
    defer { close(descriptor) }
    try read(descriptor, named: name, limit: limit, into: &buffer)
  }

  /// Reads an open file from where it stands to its end; the content replaces what was in the buffer.
  static func read(_ descriptor: Int32, named name: String, limit: Int, into buffer: inout [UInt8]) throws(FileProblem)
  {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw problem(name, errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw FileProblem(path: name, kind: .isDirectory)
    default: throw FileProblem(path: name, kind: .system("it is not a regular file"))
    }
    guard status.st_size <= limit else { throw FileProblem(path: name, kind: .tooLarge(limit: limit)) }

    // The buffer is reused from file to file: touching new memory costs more than reading. It has room for one byte
    // more than expected, so a short read shows the end of the file without another call.
    let expected = Int(status.st_size) + 1
    buffer.removeAll(keepingCapacity: true)
    var failure: Int32?
    buffer.append(addingCapacity: expected) { output in
      unsafe output.withUnsafeMutableBufferPointer { target, count in
        while count < expected {
          let got = unsafe Self.read(descriptor, target.baseAddress.map { unsafe $0 + count }, expected - count)
          if got < 0 {
            if errno == EINTR { continue }
            failure = errno
            return
          }
          let isEnd = got < expected - count
          count += got
          if isEnd { return }
        }
      }
    }
    if let failure { throw problem(name, failure) }
    // It grew while it was read.
    if buffer.count == expected { buffer.removeLast() }
  }

  /// Whether the path is a folder; `nil` when nothing is there.
  ///
  /// Symbolic links are followed.
  package static func isFolder(_ path: String) -> Bool? {
    var status = stat()
    guard unsafe withSystemPath(path, { unsafe stat($0, &status) }) == 0 else { return nil }
    return status.st_mode & S_IFMT == S_IFDIR
  }

  /// The path without links, `.` and `..`; `nil` when there is nothing.
  package static func resolvedPath(_ path: String) -> String? {
    guard let resolved = unsafe withSystemPath(path, { unsafe realpath($0, nil) }) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(pathBytes: UnsafeRawBufferPointer(start: resolved, count: strlen(resolved)))
  }

  /// Passes a path to the system as its bytes.
  static func withSystemPath<Result>(_ path: String, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    if path.isPlainPath { return unsafe path.withCString(body) }
    let bytes = path.pathBytes.map { CChar(bitPattern: $0) } + [0]
    return unsafe bytes.withUnsafeBufferPointer { unsafe body($0.baseAddress.unsafelyUnwrapped) }
  }

  private static func read(_ descriptor: Int32, _ target: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.read(descriptor, target, count)
    #elseif canImport(Musl)
      unsafe Musl.read(descriptor, target, count)
    #else
      unsafe Darwin.read(descriptor, target, count)
    #endif
  }

  static func problem(_ name: String, _ code: Int32) -> FileProblem {
    switch code {
    case ENOENT, ENOTDIR: FileProblem(path: name, kind: .missing)
    case EACCES, EPERM: FileProblem(path: name, kind: .notPermitted)
    default: FileProblem(path: name, kind: .system(unsafe String(cString: strerror(code))))
    }
  }
}
