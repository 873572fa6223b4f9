import Synchronization
package import SystemPackage
import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program that we started, with a pipe for each of its outputs and, if wanted, one for its input.
///
/// Everything is synchronous: reading blocks, and no thread pool is involved. A program that is still running when this
/// value is destroyed is ended. Why our own: `docs/decisions/subprocesses.md`.
@safe package struct ChildProcess: ~Copyable {
  /// What a program reads from its standard input.
  package enum Input {
    case nothing
    /// What is written to the pipe that `takeInput` hands out.
    case pipe
    /// The output of another program; closed here.
    case file(FileDescriptor)
  }

  /// How a program ended.
  package struct End: Sendable {
    /// The exit status, or 128 plus the number of the signal, as in a shell.
    package let status: Int32
    /// The beginning of its standard error.
    package let message: [UInt8]
  }

  private let id: pid_t
  private var input: FileDescriptor?
  private var output: FileDescriptor?
  private var errors: FileDescriptor?
  private var message: [UInt8] = []
  private var hasEnded = false
  /// When to stop waiting; reading then fails with `Errno.timedOut`.
  package var deadline: ContinuousClock.Instant?

  /// A screenful of standard error is enough for a message.
  private static let messageLimit = 8 << 10

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - path: the absolute path of the program.
  ///   - arguments: what follows its name.
  ///   - environment: all its variables, each as `NAME=value`.
  package init(_ path: String, arguments: [String], environment: [String], input: Input) throws(Errno) {
    // When the program ends early, our next write must fail instead of killing us (SIGPIPE).
    _ = Self.brokenPipesAreErrors
    // One at a time: a program started meanwhile would inherit the ends of these pipes and keep them open.
    (id, self.input, output, errors) = try Self.starting.withLock { _ throws(Errno) in
      let output = try Self.pipe()
      let errors = try Self.pipe()
      let pipe = if case .pipe = input { try Self.pipe() } else { Pipe?.none }
      let given: FileDescriptor? = if case .file(let file) = input { file } else { pipe?.read }
      defer { for end in [output.write, errors.write, given] { try? end?.close() } }
      do throws(Errno) {
        let id = try Self.spawn(path, arguments, environment, files: (given, output.write, errors.write))
        return (id, pipe?.write, output.read, errors.read)
      } catch {
        for case let end? in [output.read, errors.read, pipe?.write] { try? end.close() }
        throw error
      }
    }
  }

  deinit {
    for end in [input, output, errors] { try? end?.close() }
    guard !hasEnded else { return }
    // A program with a deadline may have started others: give it the chance to end them.
    if deadline != nil {
      _ = Self.stop(id)
      return
    }
    // Nothing it does has to be completed.
    kill(id, SIGKILL)
    _ = Self.waitForEnd(id)
  }

  // MARK: Pipes

  /// The write end of its input; the caller closes it.
  package mutating func takeInput() -> FileDescriptor? {
    defer { input = nil }
    return input
  }

  /// The read end of its output, for another program; the caller passes it on.
  package mutating func takeOutput() -> FileDescriptor? {
    defer { output = nil }
    return output
  }

  /// Reads up to `count` available bytes into a buffer, at an offset.
  ///
  /// - Returns: the number of bytes; 0 when the program has closed its output.
  package mutating func read(into buffer: inout [UInt8], at start: Int, count: Int) throws(Errno) -> Int {
    guard let output else { return 0 }
    try drainErrors(until: output)
    do {
      return try unsafe buffer.withUnsafeMutableBytes { target in
        try unsafe output.read(into: UnsafeMutableRawBufferPointer(rebasing: target[start..<start + count]))
      }
    } catch let error as Errno {
      throw error
    } catch {
      throw .ioError
    }
  }

  /// Waits until there is output, draining standard error meanwhile so that the program never blocks on it.
  private mutating func drainErrors(until output: FileDescriptor) throws(Errno) {
    while true {
      let ready = try wait(for: [output] + (errors.map { [$0] } ?? []))
      if ready.count > 1, ready[1] { readErrors() }
      if ready[0] { return }
    }
  }

  /// Waits until one of the files can be read without blocking, and returns which.
  private func wait(for files: [FileDescriptor]) throws(Errno) -> [Bool] {
    while true {
      var watched = files.map { pollfd(fd: $0.rawValue, events: Int16(POLLIN), revents: 0) }
      let time = deadline.map { max(0, ContinuousClock.now.duration(to: $0).milliseconds) } ?? -1
      let count = unsafe watched.withUnsafeMutableBufferPointer { unsafe poll($0.baseAddress, nfds_t($0.count), time) }
      if count == 0 { throw .timedOut }
      if count > 0 { return watched.map { $0.revents != 0 } }
      if errno != EINTR { throw Errno(rawValue: errno) }
    }
  }

  private mutating func readErrors() {
    guard let errors else { return }
    var chunk = [UInt8](repeating: 0, count: 4096)
    let count = (try? unsafe chunk.withUnsafeMutableBytes { unsafe try errors.read(into: $0) }) ?? 0
    if count == 0 {
      try? errors.close()
      self.errors = nil
    } else if message.count < Self.messageLimit {
      message += chunk[..<count]
    }
  }

  // MARK: End

  /// Waits for the program to end.
  ///
  /// Unread standard output is lost.
  package mutating func end() -> End {
    for end in [input, output] { try? end?.close() }
    (input, output) = (nil, nil)
    while let errors, (try? wait(for: [errors])) != nil { readErrors() }
    // Standard error that is still open means that the deadline has passed.
    let status = errors == nil ? Self.waitForEnd(id) : Self.stop(id)
    hasEnded = true
    let signal = status & 0x7F
    return End(status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, message: message)
  }

  /// How it ended, from the system.
  private static func waitForEnd(_ id: pid_t) -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(id, &status, 0) < 0, errno == EINTR {}
    return status
  }

  /// Ends a program; it has two seconds to do so by itself.
  private static func stop(_ id: pid_t) -> Int32 {
    kill(id, SIGTERM)
    for _ in 0..<2000 {
      var status: Int32 = 0
      if unsafe waitpid(id, &status, WNOHANG) != 0 { return status }
      usleep(1000)
    }
    kill(id, SIGKILL)
    return waitForEnd(id)
  }

  // MARK: System

  private typealias Pipe = (read: FileDescriptor, write: FileDescriptor)

  private static let starting = Mutex(())

  private static let brokenPipesAreErrors: Void = {
    _ = signal(SIGPIPE, SIG_IGN)
  }()

  private static func check(_ code: Int32) throws(Errno) {
    if code != 0 { throw Errno(rawValue: code) }
  }

  /// A pipe whose ends are not inherited by other programs.
  private static func pipe() throws(Errno) -> Pipe {
    do {
      let ends = try FileDescriptor.pipe()
      for end in [ends.readEnd, ends.writeEnd] { _ = fcntl(end.rawValue, F_SETFD, FD_CLOEXEC) }
      return (ends.readEnd, ends.writeEnd)
    } catch {
      throw error as? Errno ?? .ioError
    }
  }

  /// - Parameter files: standard input (`nil`: nothing), output and error.
  private static func spawn(
    _ path: String,
    _ arguments: [String],
    _ environment: [String],
    files: (FileDescriptor?, FileDescriptor, FileDescriptor)
  ) throws(Errno) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    try check(unsafe posix_spawn_file_actions_init(&actions))
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    if let input = files.0 {
      try check(unsafe posix_spawn_file_actions_adddup2(&actions, input.rawValue, 0))
    } else {
      try check(unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0))
    }
    try check(unsafe posix_spawn_file_actions_adddup2(&actions, files.1.rawValue, 1))
    try check(unsafe posix_spawn_file_actions_adddup2(&actions, files.2.rawValue, 2))

    // The program gets the usual meaning of SIGPIPE and SIGXFSZ back, which we have given up for ourselves, and the
    // signals that the calling thread may block.
    try check(unsafe posix_spawnattr_init(&attributes))
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGPIPE)
    unsafe sigaddset(&signals, SIGXFSZ)
    try check(unsafe posix_spawnattr_setsigdefault(&attributes, &signals))
    unsafe sigemptyset(&signals)
    try check(unsafe posix_spawnattr_setsigmask(&attributes, &signals))
    try check(unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK)))

    // Arguments may be paths: pass their exact bytes.
    var words =
      unsafe ([path] + arguments).map { word in
        unsafe strdup((word.pathBytes + [0]).map { CChar(bitPattern: $0) })
      } + [nil]
    var variables = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer { unsafe (words + variables).forEach { unsafe free($0) } }
    var id: pid_t = 0
    try check(unsafe posix_spawn(&id, path, &actions, &attributes, &words, &variables))
    return id
  }
}

extension Duration {
  fileprivate var milliseconds: Int32 {
    Int32(clamping: components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000)
  }
}
