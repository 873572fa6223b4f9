import ArgumentParser
import Git
import Linter
import Reports

/// The command `paddock`.
struct Paddock: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "paddock",
    abstract: "Keeps the secrets of Cloudflare Workers projects from getting out.",
    discussion: """
      Without a subcommand, `paddock PATH` checks the Worker projects at or below PATH.

      Exit status: 0 no findings at or above --fail-on, 1 findings, 2 the check could not be completed.
      """,
    version: version,
    subcommands: [
      CheckCommand.self, ReadyCommand.self, StateCommand.self, RulesCommand.self, ExplainCommand.self,
      BaselineCommand.self, HookCommand.self,
    ],
    defaultSubcommand: CheckCommand.self
  )

  /// Runs a command line.
  ///
  /// - Parameter arguments: without the program's name.
  static func run(arguments: [String], console: Console) -> ExitStatus {
    console.status(after: dispatch(arguments, console: console))
  }

  private static func dispatch(_ arguments: [String], console: Console) -> ExitStatus {
    // Load the rules on another thread; parsing the arguments takes about as long.
    if arguments != ["--version"] { RuleSet.prepare() }
    do {
      var command = try parseAsRoot(arguments)
      guard let runnable = command as? any ConsoleCommand else {
        // Help and the like: the library runs them, and they end in an error that carries the text.
        try command.run()
        return .clean
      }
      // Whatever a command is to read or write, a relative path would lead nowhere, and "everything here" be nothing.
      return runnable.reporting(to: console) {
        _ = try SystemEnvironment.currentFolder
        return runnable.run(console: console)
      }
    } catch {
      let message = fullMessage(for: error)
      if exitCode(for: error) == .success {
        console.write(message + (message.hasSuffix("\n") ? "" : "\n"))
        return .clean
      }
      console.writeError(message + (message.hasSuffix("\n") ? "" : "\n"))
      return .failure
    }
  }
}

/// A command that writes to a console and says how it ended.
protocol ConsoleCommand: ParsableCommand {
  func run(console: Console) -> ExitStatus
}

/// A reason why a command cannot do its job, in words for the person at the terminal.
struct CommandError: Error {
  /// One or more lines, each a sentence.
  let message: String
}

extension CommandError {
  /// What git says is one line, whatever the names in it are.
  init(_ error: GitError) { self.init(message: TerminalText.safe(error.description)) }
}

extension ConsoleCommand {
  /// Runs some work; an error becomes a message and status 2.
  func reporting(to console: Console, _ work: () throws -> ExitStatus) -> ExitStatus {
    do {
      return try work()
    } catch let error as CommandError {
      console.writeError(error.message.split(separator: "\n").map { "paddock: \($0)\n" }.joined())
    } catch let error as FileErrors {
      console.writeError(error.errors.map { "paddock: \($0.description)\n" }.joined())
    } catch {
      console.writeError("paddock: \(error)\n")
    }
    return .failure
  }
}
