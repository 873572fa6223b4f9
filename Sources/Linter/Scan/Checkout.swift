import Documents
package import Git
import Text
package import Workers

/// Everything known about the folder checked: its files, what git says about them, and the Workers projects in it.
package struct Checkout: Sendable {
  package let tree: FileTree
  package let projects: [Project]
  /// Every dotenv file, in a project or not, sorted by path, and those that commands name.
  package let dotenvFiles: [DotenvFile]
  /// What git tracks; `nil` outside a repository.
  package let tracked: TrackedPaths?
  /// The commands in scripts and workflows that run wrangler.
  package let invocations: [WranglerInvocation]
  /// Finds tokens in a text, for rules that look into single values.
  package let tokens: TokenScanner
  /// Finds the values of the local secrets files; `nil` when there are none.
  var knownValues: KnownValueScanner?
  /// What a saved state says about the projects.
  package internal(set) var deploy = DeployFindings()
  /// What the code of projects takes from its environment, by folder.
  let code: [String: WorkerCode]
  /// The archive's member that is the only file; `nil` where there is no archive.
  var archive: ArchivePlace?
  private let settings: Settings
  /// The dotenv files whose names do not say that they are such.
  let namedDotenvPaths: Set<String>

  package init(
    tree: FileTree,
    projects: [Project],
    dotenvFiles: [DotenvFile],
    tracked: TrackedPaths?,
    invocations: [WranglerInvocation],
    tokens: TokenScanner,
    settings: Settings
  ) {
    self.tree = tree
    self.projects = projects
    self.dotenvFiles = dotenvFiles
    namedDotenvPaths = Set(dotenvFiles.filter { $0.role == .named }.map(\.path))
    self.tracked = tracked
    self.invocations = invocations
    self.tokens = tokens
    knownValues = KnownValueScanner(KnownValue.all(in: dotenvFiles, tokens: tokens))
    code = WorkerCode.all(of: projects, in: tree)
    self.settings = settings
  }

  /// Files that belong to no project, such as an old version of one.
  init(of tree: FileTree, tracked: TrackedPaths?, tokens: TokenScanner, settings: Settings) {
    self.init(
      tree: tree,
      projects: [],
      dotenvFiles: [],
      tracked: tracked,
      invocations: [],
      tokens: tokens,
      settings: settings
    )
  }

  /// The environments of a project that are looked at: the top level and all others, or those the user asked for, where
  /// "" stands for the top level.
  package func environments(of project: Project) -> [Environment] {
    project.config.environments.filter {
      settings.environments.isEmpty || settings.environments.contains($0.name ?? "")
    }
  }

  /// What `wrangler dev` would load for an environment, with the switches of the shell, else those in `.env`, which
  /// wrangler reads first (wrangler.md §5.1, §5.2).
  package func localValues(
    of project: Project,
    for environment: String?,
    choice: DotenvChoice = .usual
  ) -> LocalValues {
    var switches = settings.switches
    let dotenv = project.dotenvFiles.first { $0.role == .env(environment: nil, isLocal: false) }?.document
    if let word = dotenv?.value(of: LocalValues.Switches.loadsDotenvName), word.lowercased() == "false" {
      switches.loadsDotenv = false
    }
    if let word = dotenv?.value(of: LocalValues.Switches.includesProcessEnvironmentName), word.lowercased() == "true" {
      switches.includesProcessEnvironment = true
    }
    return project.localValues(for: environment, choice: choice, switches: switches)
  }

  /// What a path is among dotenv files, by its name or because a command names it with `--env-file`.
  package func dotenvRole(of path: String) -> DotenvFile.Role? {
    DotenvFile.role(ofFileNamed: FilePath.name(of: path)) ?? (namedDotenvPaths.contains(path) ? .named : nil)
  }

  /// The project a file belongs to: that of the nearest folder at or above it.
  package func project(of path: String) -> Project? {
    projects.filter { FilePath.isPath(path, inOrBelow: $0.folder) }.max { $0.folder.utf8.count < $1.folder.utf8.count }
  }

  /// Whether a script passes a configuration file to wrangler by name: `wrangler deploy --config api/wrangler.toml`.
  package func isChosenByCommand(_ config: WranglerConfig) -> Bool {
    let path = config.source.path
    return invocations.contains { invocation in
      invocation.values(of: "--config", "-c").contains { word in
        // Where the command runs is often not known: the end of the path must do.
        let written = word.text.hasPrefix("./") ? String(word.text.dropFirst(2)) : word.text
        let resolved = invocation.folder.flatMap { FilePath.resolve(word.text, from: $0) }
        return resolved == path || (resolved == nil && (path == written || path.hasSuffix("/" + written)))
      }
    }
  }

  /// Whether git tracks a file; `false` outside a repository.
  package func isTracked(_ path: String) -> Bool { tracked?.contains(path) ?? false }
}

/// The paths of git's index below the folder checked.
package struct TrackedPaths: Sendable {
  private let paths: Set<String>
  private let spread: @Sendable ([String]) -> [String: FileSpread]
  /// Where the folder checked lies below the top of the repository.
  private var prefix = ""

  /// - Parameter spread: asks git how far some of the files have got, which costs a process or two.
  package init(
    _ paths: some Sequence<String>,
    spread: @escaping @Sendable ([String]) -> [String: FileSpread] = { _ in [:] }
  ) {
    self.paths = Set(paths)
    self.spread = spread
  }

  /// The same for the index of a repository.
  init(_ paths: some Sequence<String>, of repository: Repository, below prefix: String) {
    self.init(paths) { asked in
      let spread = repository.spread(of: asked.map { FilePath.join(prefix, $0) })
      return Dictionary(
        asked.compactMap { path in spread[FilePath.join(prefix, path)].map { (path, $0) } },
        uniquingKeysWith: { first, _ in first }
      )
    }
    self.prefix = prefix
  }

  /// A path from the top of the repository.
  func pathFromTop(_ path: String) -> String { FilePath.join(prefix, path) }

  /// How far some of the files have got; without those of which git cannot say.
  func spread(of paths: [String]) -> [String: FileSpread] { paths.isEmpty ? [:] : spread(paths) }

  package func contains(_ path: String) -> Bool { paths.contains(path) }
  package var all: Set<String> { paths }
}
