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
    // A closed pipe must end a write with an error, not the program.
    signal(SIGPIPE, SIG_IGN)
    // The library would replace the bytes of a file name that are no UTF-8.
    let count = Int(CommandLine.argc)
    let arguments = (1..<max(1, count)).compactMap { index in
      unsafe CommandLine.unsafeArgv[index].map { word in
        unsafe String(pathBytes: UnsafeRawBufferPointer(start: word, count: strlen(word)))
      }
    }
    let console = Console.system(environment: SystemEnvironment.read())
    exit(Paddock.run(arguments: arguments, console: console).rawValue)
  }
}
