import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The streams and the environment a command works with.
struct Console: Sendable {
  let environment: [String: String]
  let outputIsTerminal: Bool
  let errorIsTerminal: Bool
  /// Whether reports say how long a run took; off where the same bytes are wanted every time.
  let measuresTime: Bool
  private let output: @Sendable (String) -> Void
  private let error: @Sendable (String) -> Void

  init(
    environment: [String: String],
    outputIsTerminal: Bool,
    errorIsTerminal: Bool,
    measuresTime: Bool = true,
    output: @escaping @Sendable (String) -> Void,
    error: @escaping @Sendable (String) -> Void
  ) {
    self.environment = environment
    self.outputIsTerminal = outputIsTerminal
    self.errorIsTerminal = errorIsTerminal
    self.measuresTime = measuresTime
    self.output = output
    self.error = error
  }

  /// The process's own streams.
  ///
  /// A reader that goes away early is no error.
  static func system(environment: [String: String]) -> Console {
    Console(
      environment: environment,
      outputIsTerminal: isatty(STDOUT_FILENO) == 1,
      errorIsTerminal: isatty(STDERR_FILENO) == 1,
      output: { _ = try? FileDescriptor.standardOutput.writeAll(Array($0.utf8)) },
      error: { _ = try? FileDescriptor.standardError.writeAll(Array($0.utf8)) }
    )
  }

  func write(_ text: String) { output(text) }
  func writeError(_ text: String) { error(text) }

  /// A variable's value; an empty one counts as unset.
  func variable(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The columns of the terminal, as the shell tells them, else 80.
  var width: Int { variable("COLUMNS").flatMap { Int($0) }.map { max(40, $0) } ?? 80 }

  /// Whether to colour what goes to standard output.
  ///
  /// `--color` beats `NO_COLOR`, which beats `CLICOLOR_FORCE`; a dumb terminal gets none.
  func usesColor(_ choice: ColorChoice) -> Bool {
    switch choice {
    case .always: return true
    case .never: return false
    case .auto:
      if variable("NO_COLOR") != nil { return false }
      if let force = variable("CLICOLOR_FORCE"), force != "0" { return true }
      return outputIsTerminal && variable("TERM") != "dumb"
    }
  }
}

/// When to colour.
enum ColorChoice: String, CaseIterable {
  case auto, always, never
}
