import FoundationEssentials
import System
import SystemPackage

/// Runs git with everything a repository or the user's settings could add switched off: no hooks, file system monitor,
/// filters, pager, prompt, locks, network or replaced objects.
struct GitProcess: Sendable {
  /// The folder git runs in.
  let folder: String
  /// Whether variables such as `GIT_DIR` and `GIT_INDEX_FILE`, with which git tells a hook what it is working on, apply
  /// to this folder.
  let followsHook: Bool

  /// The limit for the output of one command; more is an error, so that memory stays bounded.
  private static let outputLimit = 512 << 20

  /// Settings on the command line override all others.
  private static let safeSettings = [
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.pager=cat",
    "-c", "core.untrackedCache=false", "-c", "core.deltaBaseCacheLimit=32m", "-c", "protocol.allow=never",
    // For every process: none may read grafts.
    "-c", "advice.graftFileDeprecated=false",
    "--no-pager", "--no-optional-locks", "--no-replace-objects",
  ]

  /// Variables that override the user's.
  ///
  /// An empty list of protocols overrides the repository's `protocol.*.allow`, so an object missing from a partial
  /// clone is simply missing: fetching it could run a command, as a server's address can be one. `GIT_NO_LAZY_FETCH` is
  /// unknown before 2.44.
  private static let safeVariables = [
    "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none",
    "GIT_GRAFT_FILE=/dev/null", "GIT_NO_REPLACE_OBJECTS=1", "GIT_PAGER=cat", "LC_ALL=C",
  ]

  /// Makes glibc allocate in large pieces: git then reads an index of 100,000 entries in half the time.
  private static let largePages = (name: "GLIBC_TUNABLES", value: "glibc.malloc.hugetlb=1:glibc.malloc.top_pad=8388608")

  /// Variables of git that are kept: how it is installed, and settings such as `safe.directory` passed this way.
  private static let keptVariables: Set<String> = [
    "GIT_EXEC_PATH", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_CONFIG_NOSYSTEM",
    "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_COUNT", "GIT_CONFIG_PARAMETERS",
  ]

  /// Variables with which git, or the user, names the repository and index.
  static let repositoryVariables: Set<String> = [
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_QUARANTINE_PATH",
  ]

  /// Starts a command.
  ///
  /// - Parameter readsIndex: whether it reads the whole index.
  func start(
    _ arguments: [String],
    input: ChildProcess.Input = .nothing,
    readsIndex: Bool = false
  ) throws(GitError) -> ChildProcess {
    var environment = ProcessInfo.processInfo.environment
    if readsIndex, environment[Self.largePages.name] == nil {
      environment[Self.largePages.name] = Self.largePages.value
    }
    guard let program = Self.program(searchPath: environment["PATH"]) else { throw .gitMissing }
    do {
      return try ChildProcess(
        program,
        arguments: Self.safeSettings + ["-C", folder] + arguments,
        environment: variables(environment),
        input: input
      )
    } catch {
      throw .failed(command: Self.name(of: arguments), status: -1, message: "\(error)")
    }
  }

  /// The whole standard output of a command.
  func output(_ arguments: [String], readsIndex: Bool = false) throws(GitError) -> [UInt8] {
    var child = try start(arguments, readsIndex: readsIndex)
    return try rest(of: &child, arguments)
  }

  /// The remaining output of a command that was started earlier.
  func rest(of child: inout ChildProcess, _ arguments: [String]) throws(GitError) -> [UInt8] {
    let (bytes, end) = try outputAndEnd(of: &child, arguments)
    try check(end, arguments)
    return bytes
  }

  /// The same for a command whose output is useful even when it fails halfway.
  func outputAndEnd(
    of child: inout ChildProcess,
    _ arguments: [String]
  ) throws(GitError) -> ([UInt8], ChildProcess.End) {
    var bytes: [UInt8] = []
    var count = 0
    do {
      while true {
        if bytes.count - count < 1 << 16 {
          bytes.append(contentsOf: repeatElement(0, count: max(1 << 16, bytes.count)))
        }
        let got = try child.read(into: &bytes, at: count, count: bytes.count - count)
        if got == 0 { break }
        count += got
        if count > Self.outputLimit {
          throw GitError.failed(command: Self.name(of: arguments), status: -1, message: "its answer is too long")
        }
      }
    } catch let error as GitError {
      throw error
    } catch {
      throw .failed(command: Self.name(of: arguments), status: -1, message: "\(error)")
    }
    bytes.removeLast(bytes.count - count)
    return (bytes, child.end())
  }

  /// - Throws: git's error message, when it failed.
  func check(_ end: ChildProcess.End, _ arguments: [String]) throws(GitError) {
    if end.status != 0 { throw GitError(end, command: Self.name(of: arguments), folder: folder) }
  }

  /// The command among arguments; options may precede it.
  private static func name(of arguments: [String]) -> String { arguments.first { !$0.hasPrefix("-") } ?? "" }

  /// The program on the search path.
  ///
  /// Relative folders on it are skipped: they could be in the repository being checked.
  private static func program(searchPath: String?) -> String? {
    (searchPath ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":").lazy
      .filter { $0.hasPrefix("/") }
      .map { "\($0)/git" }
      .first { FileStatus.isExecutable($0) }
  }

  /// Where system-wide settings may be (git-config(1), FILES), depending on how git is installed.
  static func systemSettings(_ environment: [String: String]) -> [String] {
    let areIgnored = ["1", "true", "yes", "on"].contains(environment["GIT_CONFIG_NOSYSTEM"]?.lowercased())
    guard !areIgnored, let program = program(searchPath: environment["PATH"]) else { return [] }
    let prefix = FilePath(program).removingLastComponent().removingLastComponent().string
    return ["/etc/gitconfig", prefix + "/etc/gitconfig", prefix + "/share/git-core/gitconfig"]
  }

  private func variables(_ environment: [String: String]) -> [String] {
    let kept = environment.compactMap { name, value -> String? in
      guard name.hasPrefix("GIT_") else { return name == "LC_ALL" ? nil : "\(name)=\(value)" }
      if Self.keptVariables.contains(name) || name.hasPrefix("GIT_CONFIG_KEY_") || name.hasPrefix("GIT_CONFIG_VALUE_") {
        return "\(name)=\(value)"
      }
      guard followsHook, Self.repositoryVariables.contains(name) else { return nil }
      // git would resolve it in its own folder; a relative index is relative to the top of the work tree.
      let isFromHere = ["GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY"].contains(name)
      if isFromHere, !value.hasPrefix("/") { return (try? WorkingFolder.path()).map { "\(name)=\($0)/\(value)" } }
      return "\(name)=\(value)"
    }
    return kept + Self.safeVariables
  }
}
