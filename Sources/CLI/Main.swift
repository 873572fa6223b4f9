import Linter

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
    let console = Console.system(environment: SystemEnvironment.read())
    exit(Paddock.run(arguments: Array(CommandLine.arguments.dropFirst()), console: console).rawValue)
  }
}
