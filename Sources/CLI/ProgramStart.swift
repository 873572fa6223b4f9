#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the program was started with.
enum ProgramStart {
  typealias Words = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

  /// The words of the command line after the program's name, each as the bytes it is.
  static func arguments<Word>(_ read: (UnsafeRawBufferPointer) -> Word) -> [Word] {
    let (count, words) = unsafe commandLine
    return (1..<max(1, count)).compactMap { index in
      unsafe words[index].map { unsafe read(UnsafeRawBufferPointer(start: $0, count: strlen($0))) }
    }
  }

  #if canImport(Glibc)
    /// The standard library takes the command line from `/proc`, and without it sees no arguments: a command line would
    /// become another one.
    private static var commandLine: (count: Int, words: Words) {
      unsafe given ?? (Int(CommandLine.argc), CommandLine.unsafeArgv)
    }

    /// Written once, before there is a second thread.
    nonisolated(unsafe) private static var given: (count: Int, words: Words)?

    /// Called by the C library before anything else runs.
    fileprivate static func begin(_ count: Int32, _ words: Words?) {
      if let words = unsafe words { unsafe given = (Int(count), words) }
      // The runtime looks for its program that prints crashes beside this one, and gives up where there is no /proc to
      // say where that is.
      if unsafe access("/proc/self/exe", F_OK) != 0 {
        unsafe setenv("SWIFT_BACKTRACE", "enable=no,swift-backtrace=/", 1)
      }
    }
  #else
    private static var commandLine: (count: Int, words: Words) {
      unsafe (Int(CommandLine.argc), CommandLine.unsafeArgv)
    }
  #endif
}

#if canImport(Glibc)
  private func begin(_ count: Int32, _ words: ProgramStart.Words?, _ variables: ProgramStart.Words?) {
    unsafe ProgramStart.begin(count, words)
  }

  @section(".preinit_array") @used
  private let beginning: @convention(c) (Int32, ProgramStart.Words?, ProgramStart.Words?) -> Void = unsafe begin
#endif
