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

/// A program started by us, with a pipe from each of its outputs and, where wanted, one to its input.
///
/// Everything is synchronous: whoever reads waits, and no thread pool takes part. A program that is still running when
/// this value goes away is ended.
@safe package struct ChildProcess: ~Copyable {
  /// What a program reads from its standard input.
  package enum Input {
    case nothing
    /// What is written to the pipe that `takeInput` hands out.
    case pipe
    /// The output of another program, which is closed here.
    case file(FileDescriptor)
  }

  /// How a program ended.
  package struct End: Sendable {
    /// The exit status, or 128 and the number of the signal, as a shell has it.
    package let status: Int32
    /// The start of what it wrote to standard error.
    package let message: [UInt8]
  }

  private let id: pid_t
  private var input: FileDescriptor?
  private var output: FileDescriptor?
  private var errors: FileDescriptor?
  private var message: [UInt8] = []
  private var hasEnded = false
  /// When to stop waiting for it; reading then fails with `Errno.timedOut`.
  package var deadline: ContinuousClock.Instant?

  /// More than a screen of complaints helps nobody.
  private static let messageLimit = 8 << 10

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - path: the absolute path of the program.
  ///   - arguments: what follows its name.
  ///   - environment: all its variables, each as `NAME=value`.
  package init(_ path: String, arguments: [String], environment: [String], input: Input) throws(Errno) {
    // A program that ends early must fail our next write, not end us.
    _ = Self.brokenPipesAreErrors
    // One at a time: no other program may inherit an end of these pipes, lest it keep it open.
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
    // What has a deadline may have started programs of its own, which it is to end.
    if deadline != nil {
      _ = Self.stop(id)
      return
    }
    // Nothing it does needs to be finished.
    kill(id, SIGKILL)
    _ = Self.waitForEnd(id)
  }

  // MARK: Pipes

  /// The end of its input to write to; whoever takes it closes it.
  package mutating func takeInput() -> FileDescriptor? {
    defer { input = nil }
    return input
  }

  /// The end of its output, for another program to read; whoever takes it hands it on.
  package mutating func takeOutput() -> FileDescriptor? {
    defer { output = nil }
    return output
  }

  /// Reads what there is, up to `count` bytes, to a place in a buffer.
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

  /// Waits until there is something to read, and takes complaints meanwhile so that the program never waits for us.
  private mutating func drainErrors(until output: FileDescriptor) throws(Errno) {
    while true {
      let ready = try wait(for: [output] + (errors.map { [$0] } ?? []))
      if ready.count > 1, ready[1] { readErrors() }
      if ready[0] { return }
    }
  }

  /// Waits until one of some files can be read without waiting, and says which.
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
  /// What it still had to say to standard output is lost.
  package mutating func end() -> End {
    for end in [input, output] { try? end?.close() }
    (input, output) = (nil, nil)
    while let errors, (try? wait(for: [errors])) != nil { readErrors() }
    // Complaints that are not over mean that it is late.
    let status = errors == nil ? Self.waitForEnd(id) : Self.stop(id)
    hasEnded = true
    let signal = status & 0x7F
    return End(status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, message: message)
  }

  /// What the system says of how it ended.
  private static func waitForEnd(_ id: pid_t) -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(id, &status, 0) < 0, errno == EINTR {}
    return status
  }

  /// Ends a program, which has two seconds to do so by itself.
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

  /// A pipe whose ends no other program inherits.
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

    // Arguments may be paths, whose bytes are to arrive.
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
