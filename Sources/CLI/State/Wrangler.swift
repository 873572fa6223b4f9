import Documents
import Git
import System

/// The wrangler of the user, asked without any question being put to them.
///
/// It and git are the only programs Paddock ever starts, and it only when asked to.
struct Wrangler {
  /// What a command has to say.
  enum Answer {
    case output([UInt8])
    /// There is no Worker of the name asked about: codes 10007 and 10090 (docs/facts/wrangler.md §6.4).
    case workerMissing
    /// There is nothing to list, which `secrets-store` reports as an error.
    case nothingListed
  }

  private let program: Program
  /// What comes before the arguments: `npx --no-install --offline wrangler`.
  ///
  /// npx finds the wrangler of the project; without `--offline` it would ask the registry for one that is not there.
  private let prefix: [String]
  private let environment: [String: String]
  private let timeout: Duration

  /// - Throws: `CommandError` when there is neither wrangler nor npx.
  init(environment: [String: String], timeout: Duration) throws(CommandError) {
    let searchPath = environment["PATH"]
    if let wrangler = Program.find("wrangler", searchPath: searchPath) {
      (program, prefix) = (wrangler, [])
    } else if let npx = Program.find("npx", searchPath: searchPath) {
      (program, prefix) = (npx, ["--no-install", "--offline", "wrangler"])
    } else {
      throw Self.missing
    }
    var variables = environment
    // Other levels hide the answer or put more around it, and a log file would be written besides
    // (docs/facts/wrangler.md §6.5).
    variables["WRANGLER_LOG"] = "log"
    variables["NO_COLOR"] = "1"
    variables["FORCE_COLOR"] = "0"
    variables["WRANGLER_SEND_METRICS"] = "false"
    variables["WRANGLER_OUTPUT_FILE_PATH"] = nil
    variables["WRANGLER_OUTPUT_FILE_DIRECTORY"] = nil
    self.environment = variables
    self.timeout = timeout
  }

  private static let missing = CommandError(
    message: "wrangler was not found, neither on the PATH nor through npx; install it with `npm install -D wrangler`, "
      + "or give files with its output"
  )

  /// Runs a command.
  ///
  /// - Throws: `CommandError` without any text of wrangler, which may hold values.
  func run(_ arguments: [String]) throws(CommandError) -> Answer {
    let answer: Program.Answer
    do {
      answer = try program.run(prefix + arguments, environment: environment, timeout: timeout)
    } catch {
      throw CommandError(message: "\(Self.shown(arguments)) \(Self.reason(error, timeout))")
    }
    if answer.status == 0 { return .output(answer.output) }
    let said = String(decoding: answer.output + answer.errors, as: UTF8.self)
    func says(_ texts: String...) -> Bool { texts.contains { said.contains($0) } }
    if says("[code: 10007]", "[code: 10090]") { return .workerMissing }
    if says("List request returned no ") { return .nothingListed }
    if says("npx canceled", "ENOTCACHED", "could not determine executable", "wrangler: not found") {
      throw Self.missing
    }
    if says("CLOUDFLARE_API_TOKEN", "not logged in", "Not logged in", "not authenticated", "wrangler login") {
      throw CommandError(
        message: "wrangler is not logged in; run `wrangler login`, or set CLOUDFLARE_API_TOKEN, and capture again"
      )
    }
    if says("[code: 10000]", "[code: 9109]", "[code: 10001]") {
      throw CommandError(
        message: "\(Self.shown(arguments)) was refused: this login or token may not read it; give it the permission"
      )
    }
    if says("Unknown argument") {
      throw CommandError(message: "\(Self.shown(arguments)) is not known to this wrangler; update wrangler")
    }
    let code = Self.code(in: said).map { " and code \($0)" } ?? ""
    throw CommandError(
      message: "\(Self.shown(arguments)) failed with status \(answer.status)\(code); run it to see what it says"
    )
  }

  /// The command as a person types it.
  static func shown(_ arguments: [String]) -> String { "`wrangler \(arguments.joined(separator: " "))`" }

  private static func reason(_ failure: Program.Failure, _ timeout: Duration) -> String {
    switch failure {
    case .notStarted(let reason): "could not be started: \(reason)"
    case .timedOut: "has not ended within \(timeout.components.seconds) s; give it more with --timeout"
    case .tooLong(let limit): "printed more than \(limit >> 20) MiB, which is no answer"
    }
  }

  /// The number of the first `[code: 10021]`.
  private static func code(in text: String) -> Int? {
    let parts = text.split(separator: "[").filter { $0.hasPrefix("code: ") }
    return parts.first.flatMap { Int($0.dropFirst(6).prefix { $0 != "]" }) }
  }
}
