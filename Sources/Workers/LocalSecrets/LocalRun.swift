import Documents
import Text

/// A command that runs a Worker locally, as far as it decides which dotenv files load: `wrangler dev`.
///
/// `wrangler types` takes the same options, and only the names from the files.
package struct LocalRun: Sendable, Hashable {
  /// What is known of something that a command may leave to a variable.
  package enum Known<Value: Sendable & Hashable>: Sendable, Hashable {
    case known(Value)
    case unknown
  }

  /// The environment it runs; `nil` for the top level.
  package let environment: Known<String?>
  /// The files it names with `--env-file`, as paths from the folder checked; empty where it leaves the choice to wrangler.
  package let files: Known<[String]>

  /// - Parameter folder: the folder of the Worker's configuration, from where wrangler looks for the files
  ///   (docs/facts/wrangler.md §5.1).
  init?(_ invocation: WranglerInvocation, in folder: String) {
    guard invocation.command == ["dev"] else { return nil }
    environment =
      switch invocation.environment {
      case nil: .known(nil)
      case let word? where word.hasUnknownPart: .unknown
      case let word?: .known(word.text.isEmpty ? nil : word.text)
      }
    let words = invocation.values(of: "--env-file")
    let paths = invocation.envFiles(from: folder)
    files = paths.count == words.count ? .known(paths) : .unknown
  }
}

extension WranglerInvocation {
  /// The files named with `--env-file`, as paths from the folder checked, without those that only a variable tells.
  func envFiles(from folder: String) -> [String] {
    values(of: "--env-file").filter { !$0.hasUnknownPart }.compactMap { FilePath.resolve($0.text, from: folder) }
  }
}

/// Which dotenv files a Worker runs with.
package enum DotenvChoice: Sendable, Hashable {
  /// Those that wrangler chooses by their names.
  case usual
  /// Those that a command names, in order.
  case named([String])
}

extension Project {
  /// The choices of dotenv files that commands make for an environment; `nil` where one of them cannot be told.
  package func choices(for environment: String?) -> [DotenvChoice]? {
    let runs = localRuns.filter { $0.environment == .known(environment) || $0.environment == .unknown }
    var named: [DotenvChoice] = []
    var leavesChoice = false
    for run in runs {
      switch (run.environment, run.files) {
      case (_, .known([])): leavesChoice = leavesChoice || run.environment != .unknown
      case (.known, .known(let paths)):
        // What is not here, others may have.
        guard paths.allSatisfy({ path in namedFiles.contains { $0.path == path } }) else { return nil }
        if !named.contains(.named(paths)) { named.append(.named(paths)) }
      case (.unknown, _), (_, .unknown): return nil
      }
    }
    return named.isEmpty || leavesChoice ? [.usual] + named : named
  }

  /// Makes known how commands run this Worker, and the dotenv files they name.
  ///
  /// - Parameters:
  ///   - invocations: the commands that are run for this project.
  ///   - file: reads a dotenv file by its path, `nil` when there is none.
  fileprivate mutating func add(_ invocations: [WranglerInvocation], reading file: (String) -> DotenvFile?) {
    localRuns = invocations.compactMap { LocalRun($0, in: folder) }
    for path in invocations.flatMap({ $0.envFiles(from: folder) })
    where !namedFiles.contains(where: { $0.path == path }) {
      guard let file = file(path) else { continue }
      namedFiles.append(file)
      if file.role == .named { dotenvFiles.append(file) }
    }
  }
}

extension [Project] {
  /// Makes known what commands say about dotenv files.
  ///
  /// - Parameter file: reads a dotenv file by its path, `nil` when there is none.
  package mutating func add(_ invocations: [WranglerInvocation], reading file: (String) -> DotenvFile?) {
    let targets = invocations.map { (invocation: $0, index: index(of: $0)) }
    for index in indices {
      self[index].add(targets.filter { $0.index == index }.map(\.invocation), reading: file)
    }
  }

  /// The place of the project that a command runs wrangler for; `nil` when that cannot be told.
  ///
  /// It is the one whose configuration it names, else that of the folder it runs in.
  private func index(of invocation: WranglerInvocation) -> Int? {
    guard let folder = invocation.folder else { return nil }
    if let word = invocation.values(of: "--config", "-c").first {
      let path = word.hasUnknownPart ? nil : FilePath.resolve(word.text, from: folder)
      return firstIndex { $0.config.source.path == path }
    }
    return indices.filter { FilePath.isPath(folder, inOrBelow: self[$0].folder) }
      .max { self[$0].folder.utf8.count < self[$1].folder.utf8.count }
  }
}
