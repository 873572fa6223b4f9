import DeployState
import Documents
import Testing
import Workers

/// One row of a table: a Worker, a command line, and what becomes of both.
///
/// The Worker is written as `WorkerNotation` says. The outcome is the Worker afterwards, `refused CODE`, `refused` where
/// there is no code, or `unknown`; after ` + ` the notes, in order.
struct Scenario: CustomTestStringConvertible, Sendable {
  let given: String
  let command: String
  let outcome: String
  /// Lines of the configuration after `name` and `main`.
  var config: String?
  /// Files of secrets by name: `A -B` is one with a value for A and null for B.
  var files: [String: String] = ["secrets.json": "A B", "nulls.json": "A -B", "empty.json": ""]

  init(_ given: String, _ command: String, _ outcome: String, config: String? = nil) {
    self.given = given
    self.command = command
    self.outcome = outcome
    self.config = config
  }

  var testDescription: String { "\(given) | \(command)\(config.map { " (\($0))" } ?? "")" }

  /// The configuration of every scenario, before its own lines.
  static func config(_ lines: String?) -> WranglerConfig {
    let text = lines ?? ""
    let main = text.contains("no main") ? "" : "main = \"src/index.ts\"\n"
    return WranglerConfig(source: Source(path: "wrangler.toml", text: "name = \"shop\"\n" + main + text))
  }

  func reader() -> CommandReader {
    let files = self.files
    return CommandReader(config: Self.config(config)) { path in
      files[path].map { text in
        text.split(separator: " ").map { word in
          word.hasPrefix("-") ? SecretEntry(String(word.dropFirst()), isNull: true) : SecretEntry(String(word))
        }
      }
    }
  }

  /// The state in which the Worker is the only one, and the account is otherwise empty.
  func state(of worker: String) -> RemoteState {
    var state = RemoteState.empty
    state.workers[worker] = WorkerNotation.read(given)
    return state
  }

  /// Runs the command and says what became of it.
  func result(for worker: String = "shop", in state: RemoteState? = nil) -> String {
    let before = state ?? self.state(of: worker)
    switch reader().read(command) {
    case .command(let command):
      return Self.write(apply(command, to: before), before: before) { WorkerNotation.write($0.workers[worker]) }
    case .refused(let refusal): return Self.write(refusal)
    case .unknown: return "unknown"
    case .notFound: return "not found"
    case .unrelated: return "unrelated"
    }
  }

  static func write(
    _ transition: Transition,
    before: RemoteState,
    _ write: (RemoteState) -> String
  ) -> String {
    switch transition {
    case .done(let outcome):
      let result =
        outcome.listing.map { "lists \($0.joined(separator: " "))" }
        ?? (outcome.state == before ? "unchanged" : write(outcome.state))
      return ([result] + outcome.notes.map(Self.write)).joined(separator: " + ")
    case .refused(let refusal): return Self.write(refusal)
    case .unknown: return "unknown"
    }
  }

  private static func write(_ refusal: Refusal) -> String { refusal.code.map { "refused \($0)" } ?? "refused" }

  /// A note without the punctuation of Swift: `secretsReplaced(A, B)`.
  private static func write(_ note: Note) -> String { String(String(describing: note).filter { !"\"[]".contains($0) }) }
}
