import Documents
import Linter
import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where the program starts and ends; everything between is `Paddock.run`.
@main
struct Main {
  static func main() {
    // A closed pipe, and a file that may not grow, must end a write with an error, not the program.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    occupyClosedStreams()
    // The library would replace the bytes of a file name that are no UTF-8.
    let arguments = unsafe ProgramStart.arguments { unsafe String(pathBytes: $0) }
    let console = Console.system(environment: SystemEnvironment.read())
    let status = Paddock.run(arguments: arguments, console: console)
    exit(console.close(after: status).rawValue)
  }

  /// Keeps the numbers of the standard streams from the files that are opened later: a report must not end up in one of
  /// them.
  ///
  /// What takes the place of a closed stream is the root folder, to which nothing can be written.
  private static func occupyClosedStreams() {
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(stream, F_GETFD) < 0 {
      // The lowest number that is free, which is this one.
      _ = unsafe open("/", O_RDONLY)
    }
  }
}
